"""What a file is by its own first bytes, whatever its name says."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hcdata.errors import LoadError

Kind = Literal["text", "json", "workbook", "archive", "other", "empty"]

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
# Some systems give delimited text the ending .xls, so that a spreadsheet opens it.
_TEXTS = (".csv", ".txt", ".tsv", ".tab", ".psv", ".dat", ".xls")
_JSON = (".json", ".jsonl", ".ndjson")
_FIRST = 4096
# The first bytes of formats that are not records (their published specifications).
_PLAIN_WORDS = (
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database file"),
    (b"PAR1", "a Parquet file"),
    (b"MZ\x90", "a program"),
    (b"\x7fELF", "a program"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Compound File Binary Format [MS-CFB] 2.2: .xls, and any office file under a password.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(!doctype|html|table|head|meta|\?xml)", re.IGNORECASE)
_RECORDS = re.compile(rb"\s*(\xef\xbb\xbf)?\s*(\[\s*)?\{\s*\"")


@dataclass(frozen=True)
class Content:
    """The kind of a file, and for one that cannot be read its name in plain words."""

    kind: Kind
    words: str = ""


def look(file: Path) -> Content:
    """Return what the file is; raise LoadError for an office file under a password."""
    with file.open("rb") as data:
        first = data.read(_FIRST)
    suffix = file.suffix.casefold()
    if not first:
        return Content("empty")
    for mark, words in _PLAIN_WORDS:
        if first.startswith(mark):
            return Content("other", words)
    if first.startswith(_ZIP):
        return _look_into_zip(file)
    if first.startswith(_COMPOUND):
        return _look_into_compound(file)
    if _MARKUP.match(first):
        return Content("other", "a web page or XML, as some systems save for a spreadsheet")
    if suffix in _JSON or (suffix in _TEXTS and _RECORDS.match(first)):
        return Content("json")
    if suffix in WORKBOOKS and suffix not in _TEXTS:
        raise _damaged(file)
    return Content("text") if suffix in _TEXTS else Content("other", "neither delimited text nor a workbook")


def _look_into_zip(file: Path) -> Content:
    try:
        with zipfile.ZipFile(file) as book:
            names = set(book.namelist())
            kind = book.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError):
        if file.suffix.casefold() in WORKBOOKS:
            raise _damaged(file) from None
        return Content("other", "a damaged archive, or neither delimited text nor a workbook")
    if names & {"xl/workbook.xml", "xl/workbook.bin"} or b"opendocument.spreadsheet" in kind:
        return Content("workbook")
    if "[Content_Types].xml" in names or kind:
        return Content("other", "an office document that is no workbook")
    return Content("archive")


def _damaged(file: Path) -> LoadError:
    return LoadError(
        file.name, "the workbook cannot be opened", "a whole workbook", "save it again as .xlsx and load that"
    )


def _look_into_compound(file: Path) -> Content:
    streams = file.read_bytes() if file.stat().st_size < 1 << 28 else b""
    if "EncryptedPackage".encode("utf-16-le") in streams:
        raise LoadError(
            file.name,
            "the workbook is protected by a password",
            "a workbook that opens without one",
            "open it, remove the password under File > Info, save and load again",
        )
    if any(name.encode("utf-16-le") in streams for name in ("Workbook", "Book")):
        return Content("workbook")
    return Content("other", "an office document that is no workbook")
