"""What a workbook's cells say: each sheet is marked, and no record, person or invisible value is among them."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from hcdata.common import config
from hcdata.exports.sheets.cells import FORMATS
from hcdata.exports.sheets.page import escape
from hcdata.schema.identities import IDENTITIES

# Rows a sheet of figures needs at most: ten years of months beside the delivery plan.
MOST_ROWS = 500
# Different codes in one column from which it looks like a list of records.
MOST_CODES = 3
PERSONAL = {
    "a pseudonym": re.compile(r"\bN-[0-9A-Fa-f]{3,}\b"),
    "a key of a person or place": re.compile(r"\b[0-9a-f]{16,}\b"),
    "an e-mail address": re.compile(r"\b[\w.+-]{1,64}@[\w-]+\.\w"),
    # GOV.UK bulk data transfer specification, postcode format.
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"),
    # Ofcom national numbering plan: ten digits after the 0 or +44.
    "a telephone number": re.compile(r"(?<!\d)(?:\+44 ?|0)\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)"),
    # National Insurance numbers: HMRC, NIM39110.
    "a National Insurance number": re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
}
# A code that stands for one record: letters, then four digits or more.
CODE = re.compile(r"[A-Z]{0,5}[-/ ]?\d{4,}(?:[-/]\d+)*")
_HEADERS = {"forename", "first name", "last name", "full name", "date of birth", "dob", "born", "telephone", "phone"}
_HEADERS |= {"email", "e-mail", "victim name", "suspect name", "offender name", "nominal", "urn"}
_HEADERS |= {"crime reference", "crime number", "incident number"}
# Identity columns of the store and what exports call them; 'sex' may become a strand and is no identity alone.
_STORED = {column.name for table in IDENTITIES for column in table.columns if column.personal} - {"sex"}
FIELDS = _HEADERS | {name.replace("_", " ") for name in _STORED}


def faults(path: Path, by: str, marking: str) -> Iterator[str]:
    """Yield what a reader of the cells should not find, by sheet and cell; no value is named."""
    patterns = _patterns()
    with path.open("rb") as file:
        book = load_workbook(file)
    for sheet in book.worksheets:
        yield from _marks(sheet, marking)
        if sheet.max_row > MOST_ROWS:
            yield f"{sheet.title} has {sheet.max_row:,} rows, as a list of records would"
        for column in sheet.iter_cols():
            yield from _column(sheet, column, patterns, by)


def withhold(book: Workbook, by: str) -> Iterator[str]:
    """Put a visible word in place of each text that looks personal, before a workbook is saved; yield where and why."""
    patterns = _patterns()
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            found = list(_found(cell.value.replace(by, "") if by else cell.value, patterns))
            if found:
                cell.value = f"[withheld: looks like {' and '.join(found)}]"
                yield f"{sheet.title} {cell.coordinate} is withheld: it looks like {' and '.join(found)}"


def _patterns() -> dict[str, re.Pattern[str]]:
    reference = re.compile(rf"\b(?:{config.load().reference.pattern})\b", re.IGNORECASE)
    return PERSONAL | {"a crime reference": reference}


def _marks(sheet: Worksheet, marking: str) -> Iterator[str]:
    first = sheet["A1"].value
    places = {
        "first row": first if isinstance(first, str) else "",
        "header": sheet.oddHeader.center.text or "",
        "footer": sheet.oddFooter.center.text or "",
    }
    for place, text in places.items():
        if marking not in text and escape(marking) not in text:
            yield f"{sheet.title} is not marked in its {place}"


def _column(sheet: Worksheet, column: tuple[Any, ...], patterns: dict[str, re.Pattern[str]], by: str) -> Iterator[str]:
    codes = set()
    for cell in column:
        if not isinstance(cell, Cell) or cell.value is None:
            continue
        if cell.number_format not in FORMATS:
            yield f"{sheet.title} {cell.coordinate} has a number format of its own, which can hide a value"
        if isinstance(cell.value, str):
            text = cell.value.replace(by, "") if by else cell.value
            yield from (f"{sheet.title} {cell.coordinate} holds {what}" for what in _found(text, patterns))
            if text.strip().casefold() in FIELDS:
                yield f"{sheet.title} {cell.coordinate} names a person's field"
            if CODE.fullmatch(text.strip()):
                codes.add(text.strip())
    if len(codes) > MOST_CODES:
        yield f"{sheet.title} column {column[0].column_letter} lists the codes of records"


def _found(text: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[str]:
    for what, pattern in patterns.items():
        if any(not _is_date(match.group()) for match in pattern.finditer(text)):
            yield what


def _is_date(text: str) -> bool:
    """Say whether what looks like a reference is a date: 31/10/2026 or 31/10/26."""
    for form in ("%d/%m/%Y", "%d/%m/%y"):
        try:
            datetime.strptime(text, form)
        except ValueError:
            continue
        return True
    return False
