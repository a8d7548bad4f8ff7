"""Writes a workbook whose bytes depend on its content only: SpreadsheetML, as ECMA-376 part 1 describes it.

Written by hand because a library stamps each file with the hour it ran.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hcdata.demo.tables import Cells

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Style 1 is a date and time (custom format), style 2 a date (built-in format 14).
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
# Excel counts days from here; the two days' offset is its leap-year fault of 1900.
EPOCH = datetime(1899, 12, 30)


def write_workbook(path: Path, sheets: dict[str, list[Cells]], stamp: datetime) -> None:
    """Write sheets of text, whole numbers and datetimes; every time the file carries about itself is `stamp`."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in package_parts(sheets, stamp):
            entry = ZipInfo(name, date_time=(stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            archive.writestr(entry, content)


def package_parts(sheets: dict[str, list[Cells]], stamp: datetime) -> Iterator[tuple[str, str]]:
    """Yield name and content of each part of the package."""
    count = range(1, len(sheets) + 1)
    overrides = [("xl/workbook.xml", f"{KIND}.sheet.main+xml"), ("xl/styles.xml", f"{KIND}.styles+xml")]
    overrides += [(f"xl/worksheets/sheet{i}.xml", f"{KIND}.worksheet+xml") for i in count]
    overrides.append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    types = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides)
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
    )
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    yield "_rels/.rels", relations([(f"{LINK}/officeDocument", "xl/workbook.xml"), (core, "docProps/core.xml")])
    when = f'xsi:type="dcterms:W3CDTF">{stamp:%Y-%m-%dT%H:%M:%SZ}'
    yield (
        "docProps/core.xml",
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified></cp:coreProperties>",
    )
    names = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
    yield "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINK}"><sheets>{names}</sheets></workbook>'
    targets = [(f"{LINK}/worksheet", f"worksheets/sheet{i}.xml") for i in count]
    yield "xl/_rels/workbook.xml.rels", relations([*targets, (f"{LINK}/styles", "styles.xml")])
    yield "xl/styles.xml", STYLES
    for i, rows in enumerate(sheets.values(), 1):
        data = "".join(f'<row r="{number}">{row_xml(number, row)}</row>' for number, row in enumerate(rows, 1))
        yield (
            f"xl/worksheets/sheet{i}.xml",
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>',
        )


def relations(targets: list[tuple[str, str]]) -> str:
    """Return a relationships part."""
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def row_xml(number: int, row: Cells) -> str:
    """Return the cells of one row; blank ones are left out."""
    cells = []
    for index, value in enumerate(row):
        at = f"{chr(65 + index)}{number}"
        if isinstance(value, datetime):
            since = value - EPOCH
            style = 1 if since.seconds else 2
            cells.append(f'<c r="{at}" s="{style}"><v>{since.days + since.seconds / 86_400!r}</v></c>')
        elif isinstance(value, int):
            cells.append(f'<c r="{at}"><v>{value}</v></c>')
        elif value:
            cells.append(f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
    return "".join(cells)
