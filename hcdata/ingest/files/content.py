"""What a file is by its own first bytes, whatever its name says."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hcdata.common.errors import LoadError
from hcdata.ingest.files import zip_directory
from hcdata.ingest.files.encoding import BOM, two_bytes_a_letter

Kind = Literal["text", "json", "workbook", "archive", "other", "empty"]

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
# Some systems give delimited text the ending .xls, so that a spreadsheet opens it.
_TEXTS = (".csv", ".txt", ".tsv", ".tab", ".psv", ".dat", ".xls")
_JSON = (".json", ".jsonl", ".ndjson", ".geojson", ".geojsonl", ".esrijson")
_FIRST = 4096
_RECORDS_THEMSELVES = "export the records themselves, as delimited text or a workbook"
_UNPACKED = "unpack it and load what it holds, or pack it as a zip"
_SAVED_AGAIN = "open it in a spreadsheet, save it as .xlsx and load that"
# The first bytes of formats that are not read (their published specifications), what they are, and what to do.
_OTHER = tuple(
    (re.compile(mark, re.DOTALL), words, do)
    for mark, words, do in (
        (rb"\x89PNG\r\n\x1a\n", "a picture (PNG)", _RECORDS_THEMSELVES),
        (rb"\xff\xd8\xff", "a picture (JPEG)", _RECORDS_THEMSELVES),
        (rb"GIF8", "a picture (GIF)", _RECORDS_THEMSELVES),
        (rb"II\*\0|MM\0\*", "a picture (TIFF)", _RECORDS_THEMSELVES),
        (rb"BM.{4}\0{4}", "a picture (BMP)", _RECORDS_THEMSELVES),
        (rb"RIFF.{4}WEBP", "a picture (WebP)", _RECORDS_THEMSELVES),
        (rb".{4}ftyp", "a picture or a film", _RECORDS_THEMSELVES),
        (rb"%PDF-", "a PDF document", _RECORDS_THEMSELVES),
        (rb"\{\\rtf", "a rich-text document", _RECORDS_THEMSELVES),
        (rb"\x1f\x8b", "a gzip archive", _UNPACKED),
        (rb"BZh[1-9]1AY&SY", "a bzip2 archive", _UNPACKED),
        (rb"\xfd7zXZ\0", "an xz archive", _UNPACKED),
        (rb"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACKED),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACKED),
        (rb"Rar!\x1a\x07", "a RAR archive", _UNPACKED),
        (rb".{257}ustar", "a tar archive", _UNPACKED),
        (rb"SQLite format 3\0|\x00\x01\x00\x00Standard (Jet|ACE) DB", "a database file", _RECORDS_THEMSELVES),
        (rb"PAR1", "a Parquet file", _RECORDS_THEMSELVES),
        (rb"MZ\x90|\x7fELF", "a program", _RECORDS_THEMSELVES),
        (rb"ID;PWXL", "a symbolic link file (SYLK)", _SAVED_AGAIN),
    )
)
# The same of formats that are text, looked for once the text is UTF-8 without a mark and without leading space.
_MARKUP = tuple(
    (re.compile(mark, re.IGNORECASE | re.DOTALL), words)
    for mark, words in (
        (rb"<.*urn:schemas-microsoft-com:office:spreadsheet", "a spreadsheet of 2003 saved as XML"),
        (rb"<\?xml(?!.*<html)", "XML"),
        (rb"<[a-z!?]", "a web page (HTML), as some systems save for a spreadsheet"),
        (rb"mime-version:|content-type: multipart", "a web archive (MHTML) or an e-mail"),
    )
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Compound File Binary Format [MS-CFB] 2.2: .xls, and any office file under a password.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RECORDS = re.compile(rb"(\[\s*)?\{\s*\"")
# Bytes no text holds: all below the space but tab, line ends, form feed and the end mark of old systems.
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1a"))


@dataclass(frozen=True)
class Content:
    """The kind of a file, and for one that cannot be read its name in plain words and what to do."""

    kind: Kind
    words: str = ""
    do: str = _RECORDS_THEMSELVES


def look(file: Path) -> Content:
    """Return what the file is; raise LoadError for an office file under a password."""
    with file.open("rb") as data:
        first = data.read(_FIRST)
    suffix = file.suffix.casefold()
    if not first:
        return Content("empty")
    for mark, words, do in _OTHER:
        if mark.match(first):
            return Content("other", words, do)
    if first.startswith(_ZIP):
        return _look_into_zip(file)
    if first.startswith(_COMPOUND):
        return _look_into_compound(file)
    text = _as_utf8(first)
    for mark, words in _MARKUP:
        if mark.match(text):
            return Content("other", words, _SAVED_AGAIN)
    if suffix in _JSON or (suffix in _TEXTS and _RECORDS.match(text)):
        return Content("json")
    if suffix in _TEXTS or (suffix in WORKBOOKS and text == text.translate(None, CONTROL)):
        return Content("text")
    if suffix in WORKBOOKS:
        raise _damaged(file)
    return Content("other", "neither delimited text nor a workbook")


def _as_utf8(first: bytes) -> bytes:
    if wide := two_bytes_a_letter(first):
        first = first.decode(wide, "ignore").encode("utf-8")
    return first.removeprefix(BOM).lstrip()


def _look_into_zip(file: Path) -> Content:
    if zip_directory.is_too_long(file):
        return Content("other", "an archive of far more files than a set of exports", _RECORDS_THEMSELVES)
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
