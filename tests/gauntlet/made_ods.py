"""ODS workbooks, written as XML in a zip (OpenDocument 1.3)."""

from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.gauntlet.made_sheets import Book, Rows, book_of
from tests.gauntlet.made_zip import write_zip

_SPACES = "".join(
    f' xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in ("office", "table", "text", "style")
)
_STYLES = (
    '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def ods(file: Path, what: Book | Rows) -> Path:
    """Write an ODS; text that begins with = is a formula without a value."""
    book = book_of(what)
    return ods_of(file, "".join(_table(book, name, rows) for name, rows in book.sheets.items()))


def ods_of(file: Path, tables: str) -> Path:
    """Write an ODS of these tables, as they stand."""
    content = (
        f"<office:document-content{_SPACES}>{_STYLES}<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return write_zip(file, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def locked_ods(file: Path) -> Path:
    """Write an ODS whose content says it is encrypted."""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900">'
        '<manifest:encryption-data manifest:checksum="x" manifest:checksum-type="SHA1/1K"/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return write_zip(file, {"mimetype": kind, "content.xml": b"\x8f\x01" * 200, "META-INF/manifest.xml": manifest})


def _table(book: Book, name: str, rows: Rows) -> str:
    style = ' table:style-name="hidden"' if book.state(name) else ""
    spans = {(top, left): (bottom, right) for top, left, bottom, right in book.merges(name)}
    covered = {
        (row, column)
        for (top, left), (bottom, right) in spans.items()
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(
            "<table:covered-table-cell/>"
            if (number, place) in covered
            else _cell(cell, spans.get((number, place)), number, place)
            for place, cell in enumerate(row)
        )
        body += f"<table:table-row>{cells}</table:table-row>"
    # As LibreOffice ends a sheet.
    body += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return f"<table:table table:name={quoteattr(name)}{style}>{body}</table:table>"


def _cell(cell: object, span: tuple[int, int] | None, row: int, column: int) -> str:
    over = ""
    if span:
        over = f' table:number-rows-spanned="{span[0] - row + 1}" table:number-columns-spanned="{span[1] - column + 1}"'
    if isinstance(cell, datetime):
        return f'<table:table-cell{over} office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell{over} office:value-type="float" office:value="{cell}"/>'
    if str(cell).startswith("="):
        return f"<table:table-cell{over} table:formula={quoteattr('of:' + str(cell))}/>"
    return f'<table:table-cell{over} office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'
