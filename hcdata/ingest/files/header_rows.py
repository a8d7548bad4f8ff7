"""Where the headers of a grid may stand: on one row, or on two of which the upper one spans several columns."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hcdata.ingest.files.grid import SPACE

# Longest text over a group of columns: what is longer is a title or a note.
_LONGEST = 40
# Fewest texts of a row that names groups, where one stands at the left, and fewest columns under one of them.
_SEVERAL = 2
# What titles hold and the name of a group does not: the colon of "Printed:", a date.
_OF_A_TITLE = re.compile(r":|\d{4}|\d[/.-]\d")


@dataclass(frozen=True)
class Headers:
    """Header texts in column order, and the 0-based rows they were taken from.

    `groups` are the upper texts the columns stand under, empty where a column stands under none or no row names groups.
    """

    first: int
    last: int
    texts: list[str]
    groups: tuple[str, ...] = ()

    def lower(self, place: int) -> str:
        """Return the text of the lower row alone where the column stands under a group, else an empty text."""
        group = self.groups[place] if self.groups else ""
        return self.texts[place].removeprefix(f"{group} ") if group else ""


def candidates(head: list[list[str]]) -> Iterator[Headers]:
    """Yield what the headers may be: each row as it is, then each two rows read as one."""
    for number, row in enumerate(head):
        yield Headers(number, number, row)
    for number, (upper, lower) in enumerate(pairwise(head)):
        if _filled(upper) and _filled(lower):
            yield Headers(number, number + 1, _under(upper, lower))
            yield Headers(number, number + 1, _joined(upper, lower), _groups(upper, lower))


def _filled(row: list[str]) -> bool:
    return any(cell.strip(SPACE) for cell in row)


def _under(upper: list[str], lower: list[str]) -> list[str]:
    """Take the lower text, and the upper one where a header runs over both rows."""
    return [down.strip(SPACE) or up.strip(SPACE) for up, down in _pairs(upper, lower)]


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """Put before each lower text the upper one it stands under ('Victim' over 'Surname' is 'Victim Surname')."""
    texts, over = [], ""
    for up, down in _pairs(upper, lower):
        own, below = up.strip(SPACE), down.strip(SPACE)
        over = own or over
        texts.append(below if below == over else f"{over} {below}".strip() if below else own)
    return texts


def _groups(upper: list[str], lower: list[str]) -> tuple[str, ...]:
    """Return the upper text over each lower one where the upper row names groups; nothing where it does not.

    It does with several texts, fewer than the columns, of which one spans several, or with one that leaves the first
    column free. A title stands alone at the left, a row of records is as full as the one below it.
    """
    found, over = [], ""
    for up, down in _pairs(upper, lower):
        below = down.strip(SPACE)
        over = up.strip(SPACE) or over
        found.append(over if below and below != over else "")
    named = [text for up in upper if (text := up.strip(SPACE))]
    width = sum(bool(text) for text in _joined(upper, lower))
    spanning = Counter(group for group in found if group)
    alone_at_the_left = len(named) < _SEVERAL and bool(upper[0].strip(SPACE))
    if alone_at_the_left or len(named) >= width or not all(map(_may_name_a_group, spanning)):
        return ()
    return tuple(found) if max(spanning.values(), default=0) >= _SEVERAL else ()


def _may_name_a_group(text: str) -> bool:
    return len(text) <= _LONGEST and any(mark.isalpha() for mark in text) and not _OF_A_TITLE.search(text)


def _pairs(upper: list[str], lower: list[str]) -> Iterator[tuple[str, str]]:
    width = max(len(upper), len(lower))
    yield from zip(upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower)), strict=True)
