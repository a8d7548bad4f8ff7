"""Workbooks as a test makes them: XLSX here, the other formats byte by byte in modules of their own."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.gauntlet.made_ods import locked_ods, ods
from tests.gauntlet.made_sheets import Book, Rows
from tests.gauntlet.made_xls import compound, xls
from tests.gauntlet.made_xlsb import xlsb
from tests.gauntlet.made_zip import relations, types, write_zip

__all__ = ["Book", "Rows", "compound", "in_format", "locked_ods", "ods", "raw_xlsx", "text_cell", "xls", "xlsb", "xlsx"]
FORMATS = ("xlsx", "xlsb", "xls", "ods")


def in_format(form: str, file: Path, book: Book) -> Path:
    """Write a book in one of FORMATS."""
    return {"xlsx": _xlsx_of, "xlsb": xlsb, "xls": xls, "ods": ods}[form](file, book)


def _xlsx_of(file: Path, book: Book) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    made.epoch = CALENDAR_MAC_1904 if book.since_1904 else made.epoch
    for name, rows in book.sheets.items():
        sheet = made.create_sheet(name)
        sheet.sheet_state = ("visible", "hidden", "veryHidden")[book.state(name)]
        for row in rows:
            sheet.append(list(row))
        for top, left, bottom, right in book.merges(name):
            corners = f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"
            sheet.merge_cells(corners)
    file.parent.mkdir(parents=True, exist_ok=True)
    made.save(file)
    return file


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
        "[Content_Types].xml": types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{related}"><sheets>'
        '<sheet name="Crimes" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows_xml}</sheetData></worksheet>',
    }
    return write_zip(file, parts)


def text_cell(place: str, text: str) -> str:
    """One cell of text for `raw_xlsx`."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
