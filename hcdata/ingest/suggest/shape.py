"""The row of headers of a file none of whose headers is known: words over columns that hold something else."""

import re

from hcdata.ingest.files.grid import SPACE
from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.values.clean import normalise

# Fewest headers; share of headers without a digit; share of a column's cells that hold one for it to be of numbers.
_LEAST, _WORDED, _NUMBERED = 2, 0.6, 0.8


def header_row(head: list[list[str]]) -> Headers | None:
    """Return the first row as wide as the table where it is a row of headers, else None.

    Headers are different words. None is a value of its own column, and where the cells below hold digits the header
    has another form: a first row of records would be shown and written down.
    """
    width = max((len(_filled(row)) for row in head), default=0)
    first = next((number for number, row in enumerate(head) if len(_filled(row)) >= max(_LEAST, width / 2)), None)
    if first is None:
        return None
    texts = [text.strip(SPACE) for text in head[first]]
    own = _filled(head[first])
    below = [row for row in head[first + 1 :] if _filled(row)]
    different = len({*map(normalise, own)}) == len(own) and all(any(map(str.isalpha, text)) for text in own)
    worded = sum(not _has_digit(text) for text in own) >= len(own) * _WORDED
    if not (below and different and worded):
        return None
    columns = {place: _cells(below, place) for place, text in enumerate(texts) if text}
    numbered = [place for place, cells in columns.items() if cells and _share_of_digits(cells) >= _NUMBERED]
    apart = all(_form(texts[place]) not in {*map(_form, columns[place])} for place in numbered)
    no_value = all(normalise(texts[place]) not in {*map(normalise, cells)} for place, cells in columns.items())
    return Headers(first, first, head[first]) if numbered and apart and no_value else None


def _filled(row: list[str]) -> list[str]:
    return [text for cell in row if (text := cell.strip(SPACE))]


def _cells(rows: list[list[str]], place: int) -> list[str]:
    return [text for row in rows if place < len(row) and (text := row[place].strip(SPACE))]


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _share_of_digits(cells: list[str]) -> float:
    return sum(map(_has_digit, cells)) / len(cells)


def _form(text: str) -> str:
    """A text with its digits and letters told apart and nothing else: 'AB12' and 'C3' have one form."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text))
