"""Bare DuckDB: one CREATE TABLE AS with typed columns over the same crime extracts, into a database file."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from hcdata.demo.clock import LAST_DAY
from hcdata.demo.crime_file import HEADER, titles
from hcdata.store.load import MEMORY

SQL = Path(__file__).parent / "crime.sql"


def create(files: Sequence[Path], folder: Path, recode: bool, parallel: bool) -> int:
    """Make the table `crime` of a new database in the folder and return its rows; memory is limited as in a load."""
    if recode:
        files = [_as_utf8(file, folder) for file in files]
    with duckdb.connect(str(folder / "bare.duckdb"), config={"memory_limit": MEMORY}) as con:
        con.execute(
            SQL.read_text(encoding="utf-8"),
            {
                "files": [str(file) for file in files],
                "skip": len(titles(LAST_DAY)) + 1,
                "columns": dict.fromkeys(HEADER, "VARCHAR"),
                "parallel": parallel,
            },
        )
        return int(con.execute("SELECT count(*) FROM crime").fetchall()[0][0])


def _as_utf8(file: Path, folder: Path) -> Path:
    copy = folder / file.name
    copy.write_bytes(file.read_bytes().decode("cp1252", errors="replace").encode())
    return copy
