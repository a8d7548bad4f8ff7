"""XLS workbooks of BIFF8 [MS-XLS], and the compound files [MS-CFB] they stand in."""

import struct
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tests.gauntlet.made_sheets import Book, Rows, book_of

# Day and time, the built-in number format 22.
_MOMENT = 22


def xls(file: Path, what: Book | Rows, password: bool = False) -> Path:
    """Write an XLS, or one that says it is under a password."""
    book = book_of(what)
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    start += _record(0x002F, struct.pack("<H", 1) + b"\0" * 52) if password else b""
    start += _record(0x0022, struct.pack("<H", book.since_1904))
    start += b"".join(_record(0x00E0, struct.pack("<HH", 0, number) + b"\0" * 16) for number in (0, _MOMENT))
    listed = sum(4 + 8 + len(name) for name in book.sheets)
    place = len(start) + listed + 4
    directory, bodies = b"", b""
    for name in book.sheets:
        head = struct.pack("<IBBBB", place + len(bodies), book.state(name), 0, len(name), 0)
        directory += _record(0x0085, head + name.encode("ascii"))
        bodies += _sheet(book, name)
    return compound(file, {"Workbook": start + directory + _record(0x000A) + bodies})


def _sheet(book: Book, name: str) -> bytes:
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(book.sheets[name]):
        for column, cell in enumerate(row):
            sheet += _cell(book, number, column, cell)
    if merges := book.merges(name):
        ranges = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in merges)
        sheet += _record(0x00E5, struct.pack("<H", len(merges)) + ranges)
    return sheet + _record(0x000A)


def _cell(book: Book, row: int, column: int, cell: object) -> bytes:
    if isinstance(cell, datetime):
        return _record(0x0203, struct.pack("<HHHd", row, column, 1, book.serial(cell)))
    if isinstance(cell, int | float):
        return _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
    text = str(cell)
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def compound(file: Path, streams: Mapping[str, bytes]) -> Path:
    """Write a compound file [MS-CFB] of a few streams."""
    free, last, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    bodies = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    bodies = {name: data + b"\0" * (-len(data) % 512) for name, data in bodies.items()}
    allocation, sectors, entries = [table, last], b"", [_entry("Root Entry", 5, last, 0, child=1)]
    for number, (name, data) in enumerate(bodies.items(), start=1):
        first, count = len(allocation), len(data) // 512
        allocation += [*range(first + 1, first + count), last]
        entries.append(_entry(name, 2, first, len(data), right=number + 1 if number < len(bodies) else free))
        sectors += data
    directory = b"".join(entries).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, last, 0, last, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    allocated = struct.pack("<128I", *allocation, *[free] * (128 - len(allocation)))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(header + allocated + directory + sectors)
    return file


def _entry(name: str, kind: int, start: int, size: int, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    tree = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, right, child)
    return text.ljust(64, b"\0") + struct.pack("<H", len(text)) + tree + b"\0" * 36 + struct.pack("<IQ", start, size)
