"""Whether the days of a workbook are counted from 1904, as those of old Macintosh versions are."""

import re
import struct
import zipfile
from pathlib import Path

NOTE = "its days are counted from 1904, also where a column of dates holds bare numbers"
# workbookPr [ECMA-376 18.2.28], and BrtWbProp [MS-XLSB 2.4.822], the first bit of whose flags it is.
_XLSX = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"')
_XLSB = re.compile(rb"\x99\x01.[\x01-\xff]", re.DOTALL)
_PARTS = {"xl/workbook.xml": _XLSX, "xl/workbook.bin": _XLSB}
# BOF of the workbook's own records, Date1904 and EOF [MS-XLS 2.4.21, 2.4.77, 2.4.103].
_START = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_DATE_1904, _END = 0x0022, 0x000A


def is_1904(file: Path, content: bytes) -> bool:
    """Return whether the workbook says so; an ODS states its dates and need not."""
    if not content.startswith(b"PK"):
        return _in_records(content)
    with zipfile.ZipFile(file) as book:
        for name in _PARTS.keys() & set(book.namelist()):
            found = _PARTS[name].search(book.read(name))
            if found and (name.endswith(".xml") or found[0][-1] & 1):
                return True
    return False


def _in_records(content: bytes) -> bool:
    at = content.find(_START)
    while 0 <= at <= len(content) - 6:
        kind, size = struct.unpack_from("<HH", content, at)
        if kind == _DATE_1904:
            return bool(content[at + 4])
        if kind == _END:
            return False
        at += 4 + size
    return False
