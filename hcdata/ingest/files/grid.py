"""A grid: the rows of one text file or one sheet, as text, before anything is known about them."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.sql import fill, named

# Rows looked at to find the header under title and marking rows.
HEAD_ROWS = 40
# What a cell may hold and still be empty, marks of no width among it (as in the macro `trimmed`).
SPACE = " \t\n\r\xa0\u200b\ufeff"
# Letters of a cell that are looked at to find headers and what a column holds.
LOOKED_AT = 1_000
# Up to here rows are handed over as lists: importing PyArrow takes longer than a small load.
_FEW = 1_000
_OF_LISTS = """
    CREATE TEMP TABLE {table} AS
    SELECT {columns}
    FROM (
        SELECT
            unnest(CAST($numbers AS INTEGER[])) AS row_no,
            unnest(CAST($ragged AS BOOLEAN[])) AS ragged,
            unnest(CAST($cells AS VARCHAR[][])) AS cells
    )
"""


@dataclass
class Grid(ABC):
    """One text file or sheet; `head` holds its first rows as text, of a longer cell its first letters."""

    file: Path
    sheet: str | None
    sha256: str
    head: list[list[str]]

    def __post_init__(self) -> None:
        """Cut long cells of the head short."""
        self.head = [[cell[:LOOKED_AT] for cell in row] for row in self.head]

    @abstractmethod
    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Make the temporary table `table`: row_no as a spreadsheet shows it, ragged, texts c1..; no blank rows."""

    def stream(self, header: int, width: int) -> tuple[str, dict[str, Any]] | None:
        """Return the query (ragged, texts c1..) and parameters that read a large file's rows in order, blank ones too.

        None when the grid is small or has to be read into a table.
        """
        return None

    @property
    def data_to(self) -> datetime | None:
        """The local time its data run to, where that is known before it is read."""
        return None

    @property
    def is_full(self) -> bool:
        """Whether it is known to be a full extract before it is read."""
        return False

    @property
    def came_with(self) -> int:
        """The load it came with before; 0 for one that comes now."""
        return 0

    @property
    def is_whole(self) -> bool:
        """Whether it has every column it came with that its layout uses."""
        return True

    @property
    def ends_within_a_line(self) -> bool:
        """Whether it is text whose last line has no end: it may have been cut."""
        return False

    def least(self, header: int) -> int:
        """Return how many cells a row must have: those up to the last header that says something."""
        return max(place for place, text in enumerate(self.head[header], start=1) if text.strip(SPACE))

    @property
    def counts_from_1904(self) -> bool:
        """Whether bare numbers in it that are days are counted from 1904."""
        return False

    def confirm(self) -> None:
        """Raise LoadError when its file has changed since it was opened: what was read is then no whole extract."""
        return

    def release(self) -> None:
        """Let go of whatever was made to read the grid."""
        return

    @property
    def label(self) -> str:
        """The name a person would use for it."""
        return f"{self.file.name} [{self.sheet}]" if self.sheet else self.file.name


def columns(width: int) -> list[str]:
    """Return the neutral column names of a grid: c1, c2, ... (a header's text never reaches SQL)."""
    return [f"c{i + 1}" for i in range(width)]


def make_table(
    con: duckdb.DuckDBPyConnection, table: str, width: int, rows: list[tuple[int, list[str]]], least: int = 0
) -> None:
    """Write numbered rows of text into a temporary table; `ragged` marks those too long or short of `least`."""
    numbers = [number for number, _ in rows]
    ragged = [any(row[width:]) or len(row) < least for _, row in rows]
    cells = [row[:width] + [None] * (width - len(row)) for _, row in rows]
    (_from_lists if len(rows) <= _FEW else _from_arrow)(con, table, width, numbers, ragged, cells)


def _from_lists(
    con: duckdb.DuckDBPyConnection,
    table: str,
    width: int,
    numbers: list[int],
    ragged: list[bool],
    cells: list[list[str | None]],
) -> None:
    texts = {name: f"cells[{place}]" for place, name in enumerate(columns(width), start=1)}
    con.execute(
        fill(_OF_LISTS, table=table, columns=named({"row_no": "row_no", "ragged": "ragged"} | texts)),
        {"numbers": numbers, "ragged": ragged, "cells": cells},
    )


def _from_arrow(
    con: duckdb.DuckDBPyConnection,
    table: str,
    width: int,
    numbers: list[int],
    ragged: list[bool],
    cells: list[list[str | None]],
) -> None:
    import pyarrow as pa

    held = {"row_no": pa.array(numbers, pa.int32()), "ragged": pa.array(ragged, pa.bool_())}
    texts = {name: pa.array([row[place] for row in cells], pa.string()) for place, name in enumerate(columns(width))}
    con.register("cells", pa.table(held | texts))
    con.execute(fill("CREATE TEMP TABLE {table} AS SELECT * FROM cells", table=table))
    con.unregister("cells")
