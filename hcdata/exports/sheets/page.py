"""One sheet: its marking, title and sentence on top, tables and charts below, and how it prints."""

import textwrap
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.chart import Reference
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.units import cm_to_EMU
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.pagebreak import Break

from hcdata.exports.sheets.cells import Value, put
from hcdata.present.text.absences import page_words
from hcdata.views.results import About

# Analysis Function palette, dark blue and dark grey.
NAVY, GREY = "12436D", "3D3D3D"
FONT = "Arial"
# Points a line of 10-point Arial takes, and centimetres in a point (ISO 80000: 72 points to an inch of 2.54 cm).
LINE, CM = 13.5, 2.54 / 72
# Letters of 10-point Arial in the room of a digit of the sheet's own font, on average.
NARROW = 1.1
# Points of a row nothing was written on: Microsoft, Excel default.
DEFAULT_HEIGHT = 15
PAPER_A4 = 9
_RULE = Border(bottom=Side("thin", "BFBFBF"))


@dataclass(frozen=True)
class Block:
    """Where a table stands: the rows of its header and of its first and last line."""

    page: "Page"
    header: int
    first: int
    last: int
    rows: tuple[tuple[Value, ...], ...]

    def span(self, column: int, first: int = 0, last: int | None = None, title: bool = False) -> Reference:
        """Return the cells of a column (from 1) from one line to another (from 0), with its header when `title`."""
        end = self.last if last is None else self.first + last
        start = self.header if title else self.first + first
        return Reference(self.page.sheet, min_col=column, min_row=start, max_row=end)

    def numeric(self, columns: Sequence[int], until: int | None = None) -> tuple[int, int] | None:
        """Return the last unbroken run of lines, up to `until`, of numbers: text would be drawn as nought."""
        newest = len(self.rows) - 1 if until is None else until
        end = next((i for i in range(newest, -1, -1) if self._holds(i, columns)), None)
        if end is None:
            return None
        start = end
        while start and self._holds(start - 1, columns):
            start -= 1
        return start, end

    def _holds(self, line: int, columns: Sequence[int]) -> bool:
        return all(self.rows[line][column - 1].numeric for column in columns)


class Page:
    """A worksheet written from top to bottom."""

    def __init__(self, book: Workbook, name: str, title: str, says: str, about: About, widths: Sequence[float]) -> None:
        """Start a sheet: marking in row 1, title in row 2, what it says in row 3, and its print set-up."""
        self.sheet = book.create_sheet(name)
        self.widths = tuple(widths)
        for column, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        self.sheet.sheet_view.showGridLines = False
        self._styles: dict[tuple[str, bool, bool, bool], Any] = {}
        self.row = 1
        self.line(marking_line(about), bold=True)
        self.line(title, bold=True, size=14)
        self.line(says)
        if about.absences:
            said = page_words(about.absences)
            self.line(f"{said[0].upper()}{said[1:]}.", bold=True)
        self.sheet.freeze_panes = self.sheet.cell(self.row, 1)
        self.sheet.print_title_rows = f"1:{self.row - 1}"
        self._set_print(about)

    def line(self, text: str, *, bold: bool = False, size: int = 10, width: int | None = None) -> None:
        """Write text across the sheet on a row tall enough for it."""
        across = width or len(self.widths)
        if across > 1:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=across)
        cell = self.sheet.cell(self.row, 1)
        put(cell, Value(text))
        cell.font = Font(FONT, size=size, bold=bold, color=NAVY if bold else GREY)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        room = sum(self.widths[:across]) * 10 / size
        self.sheet.row_dimensions[self.row].height = _lines(text, room) * LINE * size / 10 + 2
        self.row += 1

    def heading(self, text: str) -> None:
        """Leave a row free and name the table that follows."""
        self.row += 1
        self.line(text, bold=True, size=11)

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[Value]], *, only: bool = False) -> Block:
        """Write a table; the header of a sheet's `only` table stays in view and is repeated on each printed page."""
        header = self.row
        right = [
            place > 0 and not any(value.wordy for value in column)
            for place, column in enumerate(zip(*rows, strict=True))
        ]
        self._write_header(headers, right)
        for values in rows:
            self._write_row(values, right)
        if only:
            self.sheet.freeze_panes = self.sheet.cell(header + 1, 2)
            self.sheet.print_title_rows = f"1:{header}"
        return Block(self, header, header + 1, self.row - 1, tuple(tuple(values) for values in rows))

    def charts(self, drawn: Sequence[ChartBase | None], abreast: int = 2) -> None:
        """Place charts below what is written, some abreast, in rows kept whole on paper."""
        found = [chart for chart in drawn if chart is not None]
        for start in range(0, len(found), abreast):
            row = found[start : start + abreast]
            self.row += 1
            left = 0.0
            for chart in row:
                self.place(chart, self.row, left)
                left += chart.width + 0.4
            self.row += ceil(max(chart.height for chart in row) / (DEFAULT_HEIGHT * CM)) + 1

    def place(self, chart: ChartBase, row: int, left: float) -> None:
        """Place a chart with its top at a row and its left edge at a distance in centimetres."""
        column, offset = 0, left
        while column < len(self.widths) and offset >= _breadth(self.widths[column]):
            offset -= _breadth(self.widths[column])
            column += 1
        start = AnchorMarker(col=column, colOff=cm_to_EMU(offset), row=row - 1)
        chart.anchor = OneCellAnchor(start, XDRPositiveSize2D(cm_to_EMU(chart.width), cm_to_EMU(chart.height)))
        self.sheet.add_chart(chart)

    def beside(self, block: "Block", chart: ChartBase | None) -> None:
        """Place a chart to the right of a table just written, and go on below whichever ends lower."""
        if chart is not None:
            self.place(chart, block.header, self.reach(len(block.rows[0])) + 0.5)
            heights = sum(self.sheet.row_dimensions[row].height for row in range(block.header, block.last + 1))
            self.row += max(0, ceil((chart.height / CM - heights) / DEFAULT_HEIGHT) + 1)

    def reach(self, columns: int) -> float:
        """Return how far the first columns reach, in centimetres."""
        return sum(map(_breadth, self.widths[:columns]))

    def turn(self) -> None:
        """Start a new page on paper."""
        self.sheet.row_breaks.append(Break(id=self.row - 1))

    def _write_header(self, headers: Sequence[str], right: Sequence[bool]) -> None:
        for column, text in enumerate(headers, start=1):
            cell = self.sheet.cell(self.row, column)
            put(cell, Value(text))
            cell.font = Font(FONT, size=10, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", NAVY)
            cell.alignment = _align(column, column <= len(right) and right[column - 1], "center")
        lines = max(_lines(text, width * 0.95) for text, width in zip(headers, self.widths, strict=False))
        self.sheet.row_dimensions[self.row].height = lines * LINE + 4
        self.row += 1

    def _write_row(self, values: Sequence[Value], right: Sequence[bool]) -> None:
        lines = 1
        for column, value in enumerate(values, start=1):
            cell = self.sheet.cell(self.row, column)
            put(cell, value)
            self._style(cell, (value.format, right[column - 1], column == 1, cell.quotePrefix))
            if isinstance(value.value, str):
                lines = max(lines, _lines(value.value, self.widths[column - 1]))
        self.sheet.row_dimensions[self.row].height = lines * LINE + 2
        self.row += 1

    def _style(self, cell: Cell, kind: tuple[str, bool, bool, bool]) -> None:
        """Dress a cell; a style made once is copied, because the library looks each new one up among all others."""
        if kind not in self._styles:
            cell.font, cell.border = Font(FONT, size=10, color=GREY), _RULE
            cell.alignment = _align(cell.column, kind[1], "top")
            self._styles[kind] = cell._style
        cell._style = copy(self._styles[kind])

    def _set_print(self, about: About) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", PAPER_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.oddHeader.center.text = sheet.oddFooter.center.text = escape(about.marking)
        sheet.oddHeader.right.text = escape(data_to_words(about))
        sheet.oddFooter.left.text = escape(f"{about.force}: {sheet.title}")
        sheet.oddFooter.right.text = "Page &P of &N"


def marking_line(about: About) -> str:
    """Return the first row of each sheet: marking, handling, data-to date, and whether the data are made up."""
    made_up = "DEMONSTRATION: made-up data" if about.synthetic else ""
    return " · ".join(part for part in (about.marking, about.handling, data_to_words(about), made_up) if part)


def data_to_words(about: About) -> str:
    """Return 'data to 31 Oct 2026'."""
    return f"data to {about.data_to.day} {about.data_to:%b %Y}" if about.data_to else "no data loaded"


def escape(text: str) -> str:
    """Double the sign that starts a code in headers and footers (ECMA-376, 18.3.1.46)."""
    return text.replace("&", "&&")


def _align(column: int, right: bool, vertical: str) -> Alignment:
    """Put numbers to the right and words to the left, words after a number a little in from it."""
    return Alignment("right" if right else "left", vertical, wrap_text=True, indent=0 if right or column == 1 else 1)


def _breadth(width: float) -> float:
    """Return a column's width in centimetres: 7 pixels a character and 5 of margin, 96 to an inch."""
    return int(width * 7 + 5) * 2.54 / 96


def _lines(text: str, width: float) -> int:
    """Return the lines text takes in a width counted in digits."""
    return sum(max(1, len(textwrap.wrap(part, max(1, int(width * NARROW))))) for part in text.split("\n"))
