"""The cells of a workbook as text, read by calamine; run in a process of its own, which a hostile workbook may end."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from hcdata.common.errors import LoadError
from hcdata.ingest.files import workbook_epoch, workbook_parts
from hcdata.ingest.files.limits import MOST_CELLS, MOST_SHEETS, Parts, too_many_sheets, too_much

# As in the grid, which this small process does not import.
SPACE = " \t\n\r\xa0\u200b\ufeff"
# What a cell shows that has no value (ECMA-376 18.17.3): ODS keeps the text, the other formats do not.
ERRORS = frozenset(("#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"))
# A time is a part of a day in binary, never quite what was entered: the nearest second is, as a spreadsheet shows.
_HALF_SECOND = timedelta(seconds=0.5)
_ANY_DAY = date(2000, 1, 1)
_DAY_END = datetime.combine(_ANY_DAY, time(23, 59, 59))
# Name, rows (None of a hidden sheet), and how many cells were filled because they are merged with one above.
Sheet = tuple[str | None, list[list[str]] | None, int]
# (top, left) and (bottom, right) of merged cells.
Merge = tuple[tuple[int, int], tuple[int, int]]


def read(file: Path, notes: list[str]) -> Iterator[Sheet]:
    """Yield the sheets of a workbook, and add to the notes what is not as it seems; LoadError when it is not read."""
    merged: Mapping[str, Sequence[Merge]] = {}
    content = file.read_bytes()
    if content.startswith(b"PK"):
        said, merged = workbook_parts.check(file)
        notes += said
    if workbook_epoch.is_1904(file, content):
        notes.append(f"{file.name}: {workbook_epoch.NOTE}")
    del content
    try:
        with _open(str(file)) as book:
            sheets = [about for about in book.sheets_metadata if _holds(about)]
            if len(sheets) > MOST_SHEETS:
                raise LoadError(*too_many_sheets(file))
            room = MOST_CELLS
            for about in sheets:
                name, rows, filled = _sheet(book, about.name, about.visible, merged.get(about.name, ()), room)
                if rows is not None:
                    room -= len(rows) * len(rows[0]) if rows else 0
                yield name, rows, filled
    except PasswordError:
        said_of = "the workbook is protected by a password", "a workbook that opens without one"
        raise LoadError(file.name, *said_of, "open it, remove the password, save and load again") from None
    except (MemoryError, OverflowError):
        raise LoadError(*too_much(file)) from None
    except CalamineError as fault:  # a hundred million cells: calamine's own limit
        raise LoadError(*(too_much(file) if str(fault).startswith("Cell limit") else damaged(file))) from None


def damaged(file: Path) -> Parts:
    """Say that a workbook cannot be read."""
    found = "the workbook cannot be opened, or a sheet of it is damaged"
    return file.name, found, "a whole workbook", "save it again as .xlsx and retry"


def _open(path: str) -> CalamineWorkbook:
    with suppress(CalamineError), open(path, "rb") as data:  # noqa: PTH123, by content: the ending of the name may be wrong
        return CalamineWorkbook.from_filelike(data)
    return CalamineWorkbook.from_path(path)  # by name: that tells a password from damage


def _holds(about: object) -> bool:
    return getattr(about, "typ", None) == SheetTypeEnum.WorkSheet


def _sheet(
    book: CalamineWorkbook,
    name: str,
    visible: SheetVisibleEnum,
    merges: Sequence[Merge],
    room: int,
) -> Sheet:
    if visible != SheetVisibleEnum.Visible:
        return name, None, 0
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > room:
        raise OverflowError
    rows = [[as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    return name, rows, _fill_merged(sheet.merged_cell_ranges or merges, rows)


def _fill_merged(merges: Sequence[Merge], rows: list[list[str]]) -> int:
    """Give each cell merged with one above that cell's text, and return how many there were.

    Merged cells do not overlap: a merge ends where another was met, or sixty thousand of one column take for ever.
    """
    filled, width = 0, len(rows[0]) if rows else 0
    merged: dict[int, bytearray] = {}
    for (top, left), (bottom, _) in merges:
        if left >= width or top >= len(rows):
            continue
        column, text = merged.setdefault(left, bytearray(len(rows))), rows[top][left]
        for place in range(top, min(bottom + 1, len(rows))):
            if column[place]:
                break
            column[place] = True
            if text.strip(SPACE) and not rows[place][left].strip(SPACE):
                rows[place][left] = text
                filled += 1
    return filled


def as_text(cell: object) -> str:
    """Return a cell as the text it shows: whole numbers without a point, dates and times in ISO form to the second."""
    if isinstance(cell, str):
        return "" if cell[:1] == "#" and cell in ERRORS else cell
    if isinstance(cell, bool):
        return "Y" if cell else "N"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return (cell + _HALF_SECOND).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, time):
        return min(datetime.combine(_ANY_DAY, cell) + _HALF_SECOND, _DAY_END).strftime("%H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)
