"""What an ODS file holds that its cells do not show: merged cells, formulas without a value, errors, hidden rows."""

import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from hcdata.ingest.files.limits import MOST_CELLS

# Rows and columns from 0: (top, left), (bottom, right).
Merge = tuple[tuple[int, int], tuple[int, int]]
CONTENT = "content.xml"
_CHUNK = 4 << 20
# A cell lies some ten elements deep; a file of elements in elements without end would fill the memory.
_MOST_DEEP = 256
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
# LibreOffice's own mark of a cell that shows an error.
_KIND = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_VALUES = tuple(f"{_OFFICE}{name}" for name in ("value", "date-value", "time-value", "boolean-value", "string-value"))


@dataclass
class Seen:
    """The merged cells of each sheet by its name, how many cells or rows are not as they seem, and how far they spread.

    `spread` counts the cells of every sheet from its first to the last that holds anything, repeated ones each time.
    """

    merged: dict[str, list[Merge]] = field(default_factory=dict)
    uncalculated: int = 0
    errors: int = 0
    hidden_rows: int = 0
    spread: int = 0
    sheets: int = 0

    @property
    def odd(self) -> tuple[int, int, int]:
        """The three counts."""
        return self.uncalculated, self.errors, self.hidden_rows


@dataclass
class _Reader:
    """Where in the content we are."""

    seen: Seen
    sheet: str = ""
    row: int = 0
    next_row: int = 0
    column: int = 0
    deep: int = 0
    hidden: bool = False
    bottom: int = 0
    right: int = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        self.deep += 1
        if self.deep > _MOST_DEEP:
            raise ValueError
        if name == f"{_TABLE}table":
            self.sheet, self.next_row = given.get(f"{_TABLE}name", ""), 0
            self.bottom = self.right = 0
            self.seen.sheets += 1
        elif name == f"{_TABLE}table-row":
            self.row, self.column = self.next_row, 0
            self.next_row += int(given.get(f"{_TABLE}number-rows-repeated", 1))
            self.hidden = given.get(f"{_TABLE}visibility") in ("collapse", "filter")
        elif name in _CELLS:
            self.cell(given)

    def cell(self, given: dict[str, str]) -> None:
        down, across = (int(given.get(f"{_TABLE}number-{what}-spanned", 1)) for what in ("rows", "columns"))
        if down > 1:
            corner = self.row + down - 1, self.column + across - 1
            self.seen.merged.setdefault(self.sheet, []).append(((self.row, self.column), corner))
        if f"{_TABLE}formula" in given and not any(name in given for name in (*_VALUES, f"{_OFFICE}value-type")):
            self.seen.uncalculated += 1
        self.seen.errors += given.get(_KIND) == "error"
        self.column += int(given.get(f"{_TABLE}number-columns-repeated", 1))
        if f"{_OFFICE}value-type" in given or f"{_TABLE}formula" in given:
            self.seen.spread -= self.bottom * self.right
            self.bottom, self.right = max(self.bottom, self.next_row), max(self.right, self.column)
            self.seen.spread += self.bottom * self.right
            if self.seen.spread > MOST_CELLS:
                raise OverflowError
        if self.hidden and f"{_OFFICE}value-type" in given:
            self.seen.hidden_rows += 1
            self.hidden = False

    def end(self, _: str) -> None:
        self.deep -= 1


def look(book: zipfile.ZipFile) -> Seen:
    """Read the content of an ODS file; nothing is told of one whose content is no XML, as under a password.

    OverflowError, before the rest is read, where its cells spread further than can be held.
    """
    reader = _Reader(Seen())
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        with book.open(CONTENT) as packed:
            while chunk := packed.read(_CHUNK):
                parser.Parse(chunk)
    except (expat.ExpatError, ValueError):
        return Seen()
    return reader.seen
