"""Workbooks, read by calamine: each visible sheet is a grid, hidden ones are listed and never read."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

import duckdb
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from hcdata.errors import LoadError
from hcdata.ingest.grid import HEAD_ROWS, SPACE, Grid, make_table

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass
class SheetGrid(Grid):
    """One visible sheet."""

    rows: list[list[str]] = field(default_factory=list, repr=False)

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Write the rows below the header as text."""
        below = enumerate(self.rows[header + 1 :], start=header + 2)
        numbered = [(number, row) for number, row in below if any(cell.strip(SPACE) for cell in row)]
        make_table(con, table, width, numbered)


def open_workbook(file: Path) -> tuple[list[SheetGrid], list[str]]:
    """Return the visible sheets and the names of the hidden ones; raise LoadError when the file cannot be opened."""
    digest = sha256(file.read_bytes()).hexdigest()
    try:
        book = CalamineWorkbook.from_path(str(file))
    except CalamineError:
        raise LoadError(
            file.name,
            "the workbook cannot be opened",
            "a workbook without a password",
            "save it again as .xlsx and retry",
        ) from None
    grids, hidden = [], []
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            hidden.append(sheet.name)
            continue
        try:
            cells = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        except CalamineError:
            raise LoadError(
                f"{file.name} [{sheet.name}]", "the sheet is damaged", "a whole workbook", "save it again as .xlsx"
            ) from None
        rows = [[as_text(cell) for cell in row] for row in cells]
        grids.append(SheetGrid(file, sheet.name, digest, rows[:HEAD_ROWS], rows))
    return grids, hidden


def as_text(cell: object) -> str:
    """Return a cell as the text it shows: whole numbers without a point, dates and times in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Y" if cell else "N"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)
