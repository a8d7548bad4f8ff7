"""A process of its own that reads workbooks: a hostile one can end it, but not the program that asked.

It is started as a script and imports nothing of ours. It is sent paths, with the merged cells calamine does not tell,
and answers each with its sheets, or with the word for what is wrong. All travels as marshal: plain values only.
"""

import marshal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

# What a full sheet of twenty columns takes, and the room to send it. A workbook that asks for more ends this process.
MEMORY = 6 << 30
# As in the grid, which this small process does not import.
SPACE = " \t\n\r\xa0\u200b\ufeff"
# What a cell shows that has no value (ECMA-376 18.17.3): ODS keeps the text, the other formats do not.
ERRORS = frozenset(("#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"))
# A time is a part of a day in binary, never quite what was entered: the nearest second is, as a spreadsheet shows.
_HALF_SECOND = timedelta(seconds=0.5)
_ANY_DAY = date(2000, 1, 1)
_DAY_END = datetime.combine(_ANY_DAY, time(23, 59, 59))
# Name, rows (None of a hidden sheet), and how many cells were filled because they are merged with one above.
Sheet = tuple[str, list[list[str]] | None, int]
# Of each sheet by its name, (top, left) and (bottom, right) of its merged cells.
Merge = tuple[tuple[int, int], tuple[int, int]]
Merges = Mapping[str, Sequence[Merge]]


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer paths until there are no more."""
    while True:
        try:
            path, merges = marshal.load(asked)
        except EOFError:
            return
        marshal.dump(read(path, merges), answers)
        answers.flush()


def read(path: str, merges: Merges = MappingProxyType({})) -> tuple[str, list[Sheet]]:
    """Return 'read' and the sheets of a workbook, or 'password', 'damaged' or 'spread' and nothing."""
    try:
        with _open(path) as book:
            sheets = [about for about in book.sheets_metadata if _holds(about)]
            return "read", [_sheet(book, about.name, about.visible, merges.get(about.name, ())) for about in sheets]
    except PasswordError:
        return "password", []
    except MemoryError:
        return "spread", []
    except CalamineError as fault:  # a hundred million cells: calamine's own limit
        return "spread" if str(fault).startswith("Cell limit") else "damaged", []
    except BaseException:  # a panic of the reader is no Exception, and the next workbook is to be read all the same
        return "damaged", []


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
) -> Sheet:
    if visible != SheetVisibleEnum.Visible:
        return name, None, 0
    sheet = book.get_sheet_by_name(name)
    rows = [[as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    return name, rows, _fill_merged(sheet.merged_cell_ranges or merges, rows)


def _fill_merged(merges: Sequence[Merge], rows: list[list[str]]) -> int:
    """Give each cell merged with one above that cell's text, and return how many there were."""
    filled, width = 0, len(rows[0]) if rows else 0
    for (top, left), (bottom, _) in merges:
        if left >= width or top >= len(rows):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if rows[top][left].strip(SPACE) and not row[left].strip(SPACE):
                row[left] = rows[top][left]
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


def main(arguments: Sequence[str]) -> None:
    """Limit the memory of this process to the bytes given, where the system can, and serve."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (int(arguments[0]), int(arguments[0])))
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
