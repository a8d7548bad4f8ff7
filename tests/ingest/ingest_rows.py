"""Rows of text put through the loader's stages without a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common import config as configuration
from hcdata.ingest import stages
from hcdata.ingest.files.grid import Grid, make_table
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.people import pseudonym
from hcdata.ingest.recognised import Recognised

# 31 December 2026, to its last minute.
AS_OF = datetime(2026, 12, 31, 23, 59)
SECRET = bytes.fromhex("5a" * 32)


@dataclass
class RowsGrid(Grid):
    """Rows held in memory; the first one is the header."""

    rows: list[list[str]]

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        make_table(con, table, width, list(enumerate(self.rows, start=1))[header + 1 :])


def run(layout: str, rows: Iterable[Mapping[str, str]]) -> duckdb.DuckDBPyConnection:
    """Put rows (header -> text) through a layout and return the connection with typed, person_row and record."""
    rows = list(rows)
    headers = list(dict.fromkeys(header for row in rows for header in row))
    texts = [headers, *([row.get(header, "") for header in headers] for row in rows)]
    grid = RowsGrid(Path("rows.csv"), None, "0", texts[:40], texts)
    return put_through(Recognised(grid, layouts.read()[layout], 0))


def put_through(source: Recognised) -> duckdb.DuckDBPyConnection:
    """Put a recognised grid through the loader's stages, all but the store."""
    con = duckdb.connect()
    config = configuration.load()
    stages.prepare(con, config)
    item = stages.read_raw(con, source, 0, AS_OF.date())
    stages.make_records(con, stages.judge(con, [item], config, pseudonym.derive(SECRET)))
    return con


def typed(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return the rows of `typed` in the order given."""
    return _dicts(con, "SELECT * FROM typed ORDER BY row_no")


def persons(con: duckdb.DuckDBPyConnection) -> dict[int, dict[str, Any]]:
    """Return person_row by row number."""
    return {row["row_no"]: row for row in _dicts(con, "SELECT *, as_pseudonym(person) AS person_id FROM person_row")}


def _dicts(con: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    found = con.execute(sql)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
