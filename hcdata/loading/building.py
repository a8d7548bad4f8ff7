"""The new snapshot a load builds: its connection, and what every step of the load works with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.config import Config
from hcdata.common.sql import fill, literal
from hcdata.ingest.people.pseudonym import Key
from hcdata.schema.identities import IDENTITIES
from hcdata.schema.tables import TABLES, ddl
from hcdata.store import extract_macros, snapshot
from hcdata.store.upgrade import upgrade

# Memory DuckDB may take while loading; the rest of the machine stays usable.
MEMORY = "4GB"
# DuckDB shares work out by row groups of 122,880 rows, some 40 MB of a crime extract. In files below that further
# threads find nothing to do and get in the way: the demonstration takes 9.8 s with four, 6.7 s with one (measured).
SMALL = 40_000_000


@dataclass(frozen=True)
class Options:
    """What the person loading asks for."""

    layout: str | None = None
    extract_date: date | None = None
    full: bool = False
    again: bool = False


# Nothing asked for but what the files themselves say.
PLAIN = Options()


@dataclass(frozen=True)
class Build:
    """A snapshot being built at `place`: its manifest `about`, the newest `entry` of the register, what is asked."""

    con: duckdb.DuckDBPyConnection
    place: Path
    config: Config
    key: Key
    about: dict[str, Any]
    entry: int
    options: Options


def connect(place: Path, files: Sequence[Path]) -> duckdb.DuckDBPyConnection:
    """Open the store being built at `place` to load `files`; make its tables and people's where there are none."""
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
    if max(file.stat().st_size for file in (place / snapshot.STORE, *files)) < SMALL:
        con.execute("SET threads = 1")
    return con


def _create(con: duckdb.DuckDBPyConnection) -> None:
    con.begin()
    for table in TABLES:
        con.execute(ddl(table))
    con.commit()
    for table in IDENTITIES:
        con.execute(ddl(table, "people"))
