"""What the parts of a zipped workbook hold that its cells do not show, and whether it is safe to open at all."""

import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from hcdata.common.errors import LoadError
from hcdata.ingest.files import workbook_ods, workbook_xlsb
from hcdata.ingest.files.archive import HARMLESS, MOST_RATIO
from hcdata.ingest.files.limits import MOST_SHEETS, too_many_sheets, too_much
from hcdata.ingest.files.workbook_ods import Merge

# A full sheet of twenty columns is some 1.5 GB of XML; its rows are held in memory.
MOST_BYTES = 2 << 30
_CHUNK = 4 << 20
# What is searched for is never longer than this, and may lie across two chunks.
_OVERLAP = 256
_SHEET = re.compile(r"xl/worksheets/[^/]+\.(?:xml|bin)")
_UNCALCULATED = re.compile(rb"(?:</f>|<f(?: [^>]{0,100})?/>)\s?(?:<v\s?/>|<v></v>)?\s?</c>")
_FORMULAS = "formulas without a calculated value, read as blank: open it in a spreadsheet, save and load again"
_ERRORS = "cells that show an error such as #N/A, read as blank"
_HIDDEN = "hidden rows, read like the others"
_NOTES = (_FORMULAS, _ERRORS, _HIDDEN)
# What is said, the bytes without which there is nothing to look for, and what is counted.
_SEARCHES = (
    (_FORMULAS, b"<f", _UNCALCULATED),
    (_ERRORS, b't="e"', re.compile(rb'<c [^>]{0,60}\bt="e"')),
    (_HIDDEN, b'hidden="', re.compile(rb'<row [^>]{0,150}\bhidden="(?:1|true)"')),
)


def check(file: Path) -> tuple[list[str], dict[str, list[Merge]]]:
    """Return notes on formulas, errors and hidden rows, and the merged cells only the parts tell, by sheet.

    LoadError when it is damaged or would not fit in memory.
    """
    found: Counter[str] = Counter()
    merged: dict[str, list[Merge]] = {}
    try:
        with zipfile.ZipFile(file) as book:
            if sum(part.file_size for part in book.infolist()) > MOST_BYTES:
                raise LoadError(
                    file.name,
                    f"more than {MOST_BYTES >> 30} GB when it is unpacked",
                    "a workbook of records",
                    "delete what is not needed, or save it as CSV",
                )
            parts = book.infolist()
            if sum(bool(_SHEET.fullmatch(part.filename)) for part in parts) > MOST_SHEETS:
                raise LoadError(*too_many_sheets(file))
            if any(part.file_size > HARMLESS and part.file_size > MOST_RATIO * part.compress_size for part in parts):
                raise LoadError(*too_much(file))
            for part in parts:
                _read_part(book, part, found)
            if workbook_ods.CONTENT in book.namelist():
                seen = workbook_ods.look(book)
                if seen.sheets > MOST_SHEETS:
                    raise LoadError(*too_many_sheets(file))
                merged, found = seen.merged, Counter(dict(zip(_NOTES, seen.odd, strict=True)))
            elif workbook_xlsb.WORKBOOK in book.namelist():
                merged = workbook_xlsb.merged(book)
    except OverflowError:
        raise LoadError(*too_much(file)) from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        raise LoadError(
            file.name, "the workbook is damaged", "a whole workbook", "open it in a spreadsheet and save it again"
        ) from None
    return [f"{file.name}: {found[words]:,} {words}" for words in _NOTES if found[words]], merged


def _read_part(book: zipfile.ZipFile, part: zipfile.ZipInfo, found: Counter[str]) -> None:
    sheet = part.filename.endswith(".xml") and _SHEET.fullmatch(part.filename)
    tail = b""
    with book.open(part) as packed:
        while chunk := packed.read(_CHUNK):
            if not sheet:  # read to its end all the same: only then is its length known to be the one it states
                continue
            text = tail + chunk
            for words, sign, pattern in _SEARCHES:
                if sign in text:
                    found[words] += sum(match.end() > len(tail) for match in pattern.finditer(text))
            tail = text[-_OVERLAP:]
