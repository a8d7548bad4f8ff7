"""Rows are written into a table as they are, whichever way they are handed over."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.ingest.files import grid
from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.files.in_memory import HeldGrid
from hcdata.ingest.suggest import columns

WIDTH = 3
CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.lists(st.lists(CELL, max_size=WIDTH + 1), max_size=6)


def written(rows: list[list[str]], monkeypatch: pytest.MonkeyPatch, few: int) -> tuple[list[tuple[object, ...]], ...]:
    """Return the columns (name, type) and rows of the table made when up to `few` rows are few."""
    monkeypatch.setattr(grid, "_FEW", few)
    with duckdb.connect() as con:
        grid.make_table(con, "made", WIDTH, list(enumerate(rows, start=2)), least=2)
        return con.execute("DESCRIBE made").fetchall(), con.execute("FROM made ORDER BY row_no").fetchall()


@given(rows=ROWS)
def test_few_rows_are_written_like_many(rows: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        few, many = written(rows, patch, len(rows)), written(rows, patch, -1)
    assert few == many
    padded = [(number, *(row + [None] * WIDTH)[:WIDTH]) for number, row in enumerate(rows, start=2)]
    assert [(row[0], *row[2:]) for row in few[1]] == padded
    assert [row[1] for row in few[1]] == [any(row[WIDTH:]) or len(row) < 2 for row in rows]


def test_of_a_long_cell_the_first_letters_are_looked_at_and_all_are_kept() -> None:
    long = "x y " * grid.LOOKED_AT
    rows = [["reference", "note"], ["35/1/26", long]]
    one = HeldGrid(Path("crime.json"), None, "", rows, rows)
    assert one.head[1] == ["35/1/26", long[: grid.LOOKED_AT]]
    with duckdb.connect() as con:
        held = [column.values for column in columns.read(con, one, Headers(0, 0, ["reference", "note"]))]
        one.into(con, "made", 0, 2)
        assert con.execute("SELECT c2 FROM made").fetchall() == [(long,)]
    assert max(len(value) for values in held for value in values) == grid.LOOKED_AT
