"""Where the headers of a grid may stand: on one row, or on two of which the upper one spans several columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hcdata.ingest.grid import SPACE


@dataclass(frozen=True)
class Headers:
    """Header texts in column order, and the 0-based rows they were taken from."""

    first: int
    last: int
    texts: list[str]


def candidates(head: list[list[str]]) -> Iterator[Headers]:
    """Yield what the headers may be: each row as it is, then each two rows read as one."""
    for number, row in enumerate(head):
        yield Headers(number, number, row)
    for number, (upper, lower) in enumerate(pairwise(head)):
        if _filled(upper) and _filled(lower):
            yield Headers(number, number + 1, _under(upper, lower))
            yield Headers(number, number + 1, _joined(upper, lower))


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


def _pairs(upper: list[str], lower: list[str]) -> Iterator[tuple[str, str]]:
    width = max(len(upper), len(lower))
    yield from zip(upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower)), strict=True)
