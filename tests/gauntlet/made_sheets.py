"""What a made workbook holds, said once for every format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Book:
    """Sheets by name, and which are hidden, or so well hidden that only a program shows them.

    `merged` are cells of the first sheet (top, left, bottom, right; counted from 0). A cell is text, a number or a
    moment; days are counted from 1900, or from 1904 as old Macintosh workbooks do.
    """

    sheets: Mapping[str, Rows]
    hidden: Sequence[str] = ()
    very_hidden: Sequence[str] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    since_1904: bool = False

    def state(self, name: str) -> int:
        """0 for a visible sheet, 1 for a hidden one, 2 for one only a program shows."""
        return 1 if name in self.hidden else 2 if name in self.very_hidden else 0

    def merges(self, name: str) -> Sequence[tuple[int, int, int, int]]:
        """The merged cells of a sheet."""
        return self.merged if name == next(iter(self.sheets)) else ()

    def serial(self, moment: datetime) -> float:
        """A moment as the days since the epoch of the workbook."""
        epoch = datetime(1904, 1, 1) if self.since_1904 else datetime(1899, 12, 30)
        return (moment - epoch).total_seconds() / 86400


def book_of(what: Book | Rows) -> Book:
    """The book itself, or one of a single sheet."""
    return what if isinstance(what, Book) else Book({"Crimes": what})
