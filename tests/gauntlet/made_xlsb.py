"""XLSB workbooks, written record by record [MS-XLSB]."""

import struct
from datetime import datetime
from pathlib import Path

from tests.gauntlet.made_sheets import Book, Rows, book_of
from tests.gauntlet.made_zip import relations, types, write_zip

# Day and time, the built-in number format 22.
_MOMENT = 22


def xlsb(file: Path, what: Book | Rows) -> Path:
    """Write an XLSB."""
    book = book_of(what)
    names = list(book.sheets)
    listed = b"".join(
        _record(156, struct.pack("<II", book.state(name), number) + _wide(f"rId{number}") + _wide(name))
        for number, name in enumerate(names, start=1)
    )
    start = _record(131) + _record(153, struct.pack("<II", book.since_1904, 0) + _wide(""))
    formats = b"".join(_record(47, struct.pack("<HHHHII", 0xFFFF, number, 0, 0, 0, 0)) for number in (0, _MOMENT))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        "xl/workbook.bin": start + _record(143) + listed + _record(144) + _record(132),
        "xl/_rels/workbook.bin.rels": relations(
            "worksheet", *(f"worksheets/sheet{number}.bin" for number in range(1, len(names) + 1))
        ),
        "xl/styles.bin": _record(278) + _record(617, struct.pack("<I", 2)) + formats + _record(618) + _record(279),
    }
    for number, name in enumerate(names, start=1):
        parts[f"xl/worksheets/sheet{number}.bin"] = _sheet(book, name)
    return write_zip(file, parts)


def _sheet(book: Book, name: str) -> bytes:
    rows = book.sheets[name]
    cells = b"".join(
        _record(0, struct.pack("<III", number, 0, 0) + b"\0" * 13)
        + b"".join(_cell(book, column, cell) for column, cell in enumerate(row))
        for number, row in enumerate(rows)
    )
    width = max((len(row) for row in rows), default=1)
    extent = _record(148, struct.pack("<IIII", 0, max(len(rows), 1) - 1, 0, width - 1))
    merges = b"".join(
        _record(176, struct.pack("<IIII", top, bottom, left, right)) for top, left, bottom, right in book.merges(name)
    )
    if merges:
        merges = _record(177, struct.pack("<I", len(book.merges(name)))) + merges + _record(178)
    return _record(129) + extent + _record(145) + cells + _record(146) + merges + _record(130)


def _cell(book: Book, column: int, cell: object) -> bytes:
    if isinstance(cell, datetime):
        return _record(5, struct.pack("<IId", column, 1, book.serial(cell)))
    if isinstance(cell, int | float):
        return _record(5, struct.pack("<IId", column, 0, cell))
    return _record(6, struct.pack("<II", column, 0) + _wide(str(cell)))


def _record(kind: int, data: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return number + length + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
