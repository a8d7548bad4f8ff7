"""Which cells of an XLSB file are merged: the reader of its cells does not tell [MS-XLSB 2.1.7.62, 2.4.706]."""

import re
import struct
import zipfile
from collections.abc import Iterator

from hcdata.ingest.files.workbook_ods import Merge

WORKBOOK = "xl/workbook.bin"
_RELATIONS = "xl/_rels/workbook.bin.rels"
_CHUNK = 4 << 20
# Merged cells are listed after all rows; this holds the list of 1.7 million.
_TAIL = 32 << 20
_SHEET = 156
# BrtBeginMergeCells with the number of BrtMergeCell that follow, and BrtEndMergeCells.
_MERGES = re.compile(rb"\xb1\x01\x04.{4}((?:\xb0\x01\x10.{16})+)\xb2\x01\x00", re.DOTALL)
_MERGE = re.compile(rb"\xb0\x01\x10(.{16})", re.DOTALL)
_RELATION = re.compile(rb"<Relationship\b[^>]*>")


def merged(book: zipfile.ZipFile) -> dict[str, list[Merge]]:
    """Return the merged cells of each sheet by its name; nothing for a file that does not tell them as expected."""
    found = {}
    try:
        for name, part in _parts(book).items():
            if match := _MERGES.search(_tail(book, part)):
                bounds = (struct.unpack("<IIII", each[1]) for each in _MERGE.finditer(match[1]))
                found[name] = [((top, left), (bottom, right)) for top, bottom, left, right in bounds]
    except (struct.error, IndexError, KeyError, UnicodeDecodeError):
        return {}
    return found


def _parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part each sheet stands in, by its name."""
    targets = {}
    for relation in _RELATION.findall(book.read(_RELATIONS)):
        id, target = (re.search(rb"\b%s=\"([^\"]*)\"" % what, relation) for what in (b"Id", b"Target"))
        if id and target:
            targets[id[1].decode()] = target[1].decode()
    names = set(book.namelist())
    parts = {}
    for data in _sheets(book.read(WORKBOOK)):
        relation_id, rest = _wide(data[8:])
        part = targets.get(relation_id, "")
        part = part.removeprefix("/") if part.startswith("/") else f"xl/{part}"
        if part in names:
            parts[_wide(rest)[0]] = part
    return parts


def _sheets(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        kind, at = _number(data, at)
        size, at = _number(data, at)
        if kind == _SHEET:
            yield data[at : at + size]
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, lowest first, and where it ends."""
    value = 0
    for place in range(4):
        byte = data[at + place]
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value, at + place + 1
    return value, at + 4


def _wide(data: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * int(struct.unpack_from("<I", data)[0])
    return data[4:end].decode("utf-16-le"), data[end:]


def _tail(book: zipfile.ZipFile, part: str) -> bytes:
    tail = b""
    with book.open(part) as packed:
        while chunk := packed.read(_CHUNK):
            tail = (tail + chunk)[-_TAIL:]
    return tail
