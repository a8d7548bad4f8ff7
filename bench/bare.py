"""Bare DuckDB on the same crime extracts, into a database file: one typed table, or the store's tables unchecked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common import config as configuration
from hcdata.common.sql import bind, read, statements
from hcdata.demo.clock import LAST_DAY
from hcdata.demo.crime_file import HEADER, titles
from hcdata.ingest import raw
from hcdata.ingest.define import SQL as INGEST
from hcdata.ingest.people import pseudonym
from hcdata.loading import facts
from hcdata.loading.building import MEMORY
from hcdata.schema.records import INCIDENT, OUTCOME_EVENT, VICTIM_CONTACT
from hcdata.schema.tables import ddl

HERE = Path(__file__).parent


def create_typed(files: Sequence[Path], folder: Path, recode: bool, parallel: bool) -> int:
    """Make the table `crime` of a new database in the folder and return its rows; memory is limited as in a load."""
    if recode:
        files = [_as_utf8(file, folder) for file in files]
    with _connect(folder) as con:
        con.execute(read(HERE / "crime.sql"), _reading(files, parallel))
        return int(con.execute("SELECT count(*) FROM crime").fetchall()[0][0])


def create_normalised(files: Sequence[Path], folder: Path) -> int:
    """Make what the store keeps of crime extracts, without checks, and return the rows read."""
    key = pseudonym.derive(bytes(pseudonym.LEAST))
    kept = folder / "raw.parquet"
    with _connect(folder) as con:
        for statement in statements(INGEST / "macros.sql"):
            con.execute(statement)
        target = str(kept).replace("'", "''")
        con.execute(f"COPY ({read(HERE / 'rows.sql')}) TO '{target}' ({raw.FORMAT})", _reading(files, parallel=True))
        for name, value in {"raw": str(kept), "inner_block": key.inner, "outer_block": key.outer}.items():
            con.execute(f"SET VARIABLE {name} = $value", {"value": value})
        for statement in statements(HERE / "normalised.sql"):
            con.execute(statement)
        for table in (INCIDENT, VICTIM_CONTACT, OUTCOME_EVENT):
            con.execute(ddl(table))
        con.execute(facts.ALL)
        body = read(facts.SQL / "facts.sql")
        con.execute(f"CREATE TABLE crime_fact AS {body}", bind(body, configuration.load().thresholds.model_dump()))
        return int(con.execute("SELECT count(*) FROM raw").fetchall()[0][0])


def _connect(folder: Path) -> duckdb.DuckDBPyConnection:
    spill = str(folder / "spill")
    con = duckdb.connect(str(folder / "bare.duckdb"), config={"memory_limit": MEMORY, "temp_directory": spill})
    con.execute("SET max_vacuum_tasks = 0")
    return con


def _reading(files: Sequence[Path], parallel: bool) -> dict[str, Any]:
    return {
        "files": [str(file) for file in files],
        "skip": len(titles(LAST_DAY)) + 1,
        "columns": dict.fromkeys(HEADER, "VARCHAR"),
        "parallel": parallel,
    }


def _as_utf8(file: Path, folder: Path) -> Path:
    copy = folder / file.name
    copy.write_bytes(file.read_bytes().decode("cp1252", errors="replace").encode())
    return copy
