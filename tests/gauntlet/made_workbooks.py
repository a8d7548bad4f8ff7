"""Workbooks written byte by byte, so that a test can make what no writer would: XLSX, XLSB, XLS, ODS, broken ones."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def xlsx(file: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = (), merged: Sequence[str] = ()) -> Path:
    """Write an XLSX with openpyxl; `merged` are ranges of its first sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
    return file


def raw_xlsx(file: Path, rows_xml: str) -> Path:
    """Write an XLSX of one sheet whose rows are XML as given."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": _types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{related}"><sheets>'
        '<sheet name="Crimes" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows_xml}</sheetData></worksheet>',
    }
    return _zip(file, parts)


def text_cell(place: str, text: str) -> str:
    """One cell of text for `raw_xlsx`."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def ods(file: Path, rows: Rows) -> Path:
    """Write an ODS of one sheet."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "".join(f' xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in _ODS_NAMES)
    content = (
        f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="Crimes">'
        f"{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zip(file, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


_ODS_NAMES = ("office", "table", "text")


def xlsb(file: Path, rows: Rows) -> Path:
    """Write an XLSB of one sheet of text cells [MS-XLSB]."""
    book = b"".join(
        (
            _record(131),
            _record(143),
            _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Crimes")),
            _record(144),
            _record(132),
        )
    )
    width = max(len(row) for row in rows)
    cells = b"".join(
        _record(0, struct.pack("<III", number, 0, 0) + b"\0" * 13)
        + b"".join(_record(6, struct.pack("<II", column, 0) + _wide(str(cell))) for column, cell in enumerate(row))
        for number, row in enumerate(rows)
    )
    extent = _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    parts = {
        "[Content_Types].xml": _types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": _relation("worksheet", "worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": _record(129) + extent + _record(145) + cells + _record(146) + _record(130),
    }
    return _zip(file, parts)


def xls(file: Path, rows: Rows, password: bool = False) -> Path:
    """Write a BIFF8 workbook of one sheet of text cells [MS-XLS], or one that says it is under a password."""
    start = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    locked = _biff(0x002F, struct.pack("<H", 1) + b"\0" * 52) if password else b""
    name = b"Crimes"
    place = len(start) + len(locked) + 4 + 8 + len(name) + 4
    directory = _biff(0x0085, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)
    sheet = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            text = str(cell)
            head = struct.pack("<HHHHB", number, column, 0, len(text), 1)
            sheet += _biff(0x0204, head + text.encode("utf-16-le"))
    end = _biff(0x000A)
    return compound(file, {"Workbook": start + locked + directory + end + sheet + end})


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


def _biff(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _record(kind: int, data: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return number + length + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _types(kind: str) -> str:
    extension = kind.rsplit("+", 1)[-1] if "+" in kind else "bin"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="{extension}" ContentType="{kind}"/></Types>'
    )


def _relation(kind: str, target: str) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def _zip(file: Path, parts: Mapping[str, str | bytes]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return file
