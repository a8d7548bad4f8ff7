"""The connection a load builds a new snapshot on."""

from pathlib import Path

import duckdb

from hcdata.common.sql import fill, literal
from hcdata.schema.identities import IDENTITIES
from hcdata.schema.tables import TABLES, ddl
from hcdata.store import extract_macros, snapshot
from hcdata.store.upgrade import upgrade

# Memory DuckDB may take while loading; the rest of the machine stays usable.
MEMORY = "4GB"


def connect(place: Path) -> duckdb.DuckDBPyConnection:
    """Open the store being built at `place`, the file of people beside it; make their tables where there are none."""
    is_new = not (place / snapshot.STORE).exists()
    con = duckdb.connect(
        str(place / snapshot.STORE), config={"memory_limit": MEMORY, "temp_directory": str(place / "work" / "spill")}
    )
    # The checkpoint would write a whole table again to join short row groups: two seconds more for a million crimes.
    con.execute("SET max_vacuum_tasks = 0")
    # Each thread compresses a row group when it is full; by default five wait, and the last are left to one thread.
    con.execute("SET write_buffer_row_group_count = 1")
    con.execute(fill("ATTACH {people} AS people", people=literal(str(place / snapshot.PEOPLE))))
    (_create if is_new else upgrade)(con)
    extract_macros.define_for_building(con)
    return con


def _create(con: duckdb.DuckDBPyConnection) -> None:
    con.begin()
    for table in TABLES:
        con.execute(ddl(table))
    con.commit()
    for table in IDENTITIES:
        con.execute(ddl(table, "people"))
