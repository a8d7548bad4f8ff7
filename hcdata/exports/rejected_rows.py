"""Rejected rows with their own text as a workbook, a sheet for each layout: to be mended at the source."""

import re
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from openpyxl import Workbook

from hcdata.common.errors import ExportError
from hcdata.exports import alt_text, parts
from hcdata.exports.sheets.cells import Value, count
from hcdata.exports.sheets.page import Page
from hcdata.present.text.code_words import in_words
from hcdata.views.results import About

# Rows on one sheet, those of the newest files first; a spreadsheet holds a million and nobody mends so many by hand.
MOST = 20_000
PLACE = {"file": "File", "sheet": "Sheet", "row_no": "Row", "reason": "Rejected because", "do": "What to do"}
SAYS = (
    "These rows may name people: keep this file where the exports are kept, and delete it when they are mended."
    " A row number is that of the export opened in a spreadsheet. Only the columns the layout uses are kept, and of"
    " somebody who may be kept only with leave nothing at all."
)
_WIDTHS, _CELL = (30, 12, 7, 24, 44), 20


def suggest_name(about: About) -> str:
    """Return a file name with the marking: 'OFFICIAL-SENSITIVE rejected rows with their text.xlsx'."""
    made_up = "DEMONSTRATION " if about.synthetic else ""
    return re.sub(r"[^\w .-]", "-", f"{about.marking} {made_up}rejected rows with their text.xlsx")


def as_bytes(rows: Mapping[str, pd.DataFrame], about: About, by: str) -> bytes:
    """Write rejected rows by layout and return the workbook; every cell is text, nothing in it is live or hidden."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = by
    book.properties.title, book.properties.subject = "Rejected rows with their text", about.marking
    for layout, frame in rows.items():
        _write(book, layout, frame, about)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{secrets.token_hex(8)}.xlsx"
        book.save(path)
        alt_text.describe(path)
        faults = list(parts.faults(path, by))
        if faults:
            raise ExportError("rejected rows", "; ".join(faults), "text only, nothing hidden", "no file was kept")
        return path.read_bytes()


def _write(book: Workbook, layout: str, frame: pd.DataFrame, about: About) -> None:
    cells = [name for name in frame if name not in PLACE]
    left_out = f" The newest {MOST:,} of {len(frame):,} rows." if len(frame) > MOST else ""
    page = Page(
        book, layout[:31], f"Rejected rows: {layout}", SAYS + left_out, about, (*_WIDTHS, *(_CELL,) * len(cells))
    )
    shown = frame.head(MOST).assign(reason=frame["reason"].map(in_words))
    rows = [
        [count(value) if name == "row_no" else _text(value) for name, value in zip(shown, row, strict=True)]
        for row in shown.itertuples(index=False, name=None)
    ]
    page.table([PLACE.get(str(name), str(name)) for name in shown], rows, only=True)


def _text(value: object) -> Value:
    return Value(value if isinstance(value, str) else "")
