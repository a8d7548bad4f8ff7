"""A workbook of 50,000 rows and 20 columns, written for measuring, and read by the loader and by openpyxl."""

from pathlib import Path

import duckdb
from openpyxl import Workbook, load_workbook

from hcdata.ingest.files.reader import Reader
from hcdata.ingest.files.workbook_file import open_workbook

ROWS, COLUMNS = 50_000, 20


def write(file: Path) -> None:
    """Write a sheet of headers and rows of texts, numbers and dates as an export holds them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append([f"Column {column}" for column in range(COLUMNS)])
    for row in range(ROWS):
        texts = [f"Text {(row * 31 + column * 7) % 5_000}" for column in range(COLUMNS - 6)]
        sheet.append([*texts, row, row % 97, row / 4, f"{row % 28 + 1:02d}/03/2026", "Y" if row % 3 else "N", ""])
    book.save(file)


def read(file: Path) -> int:
    """Read the workbook as a load does, into a table of texts, and return its rows."""
    with Reader() as reader, duckdb.connect() as con:
        (grid,), _ = open_workbook(reader, file)
        grid.into(con, "raw", 0, COLUMNS)
        return int(con.execute("SELECT count(*) FROM raw").fetchall()[0][0])


def read_with_openpyxl(file: Path) -> int:
    """Read every value of the workbook with openpyxl in its quickest way, and return its rows."""
    book = load_workbook(file, read_only=True)
    rows = list(book.active.iter_rows(min_row=2, values_only=True))  # type: ignore[union-attr]
    return len(rows)
