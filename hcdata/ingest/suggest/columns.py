"""The columns of a grid: headers, the values most often met with their rows, and how many there are."""

from collections.abc import Set
from dataclasses import dataclass, field, replace

import duckdb

from hcdata.common.sql import fill
from hcdata.ingest.files.grid import LOOKED_AT, SPACE, Grid, columns
from hcdata.ingest.files.header_rows import Headers, candidates
from hcdata.ingest.suggest import groups, shape
from hcdata.ingest.suggest.names import role_and_rest, words
from hcdata.ingest.values.clean import normalise

# Distinct values looked at in one column: a month of references, every value of a look-up field.
MOST_VALUES = 5_000
# And in all columns together: each value is looked at in some thirty ways.
_MOST_TOGETHER = 400_000
# Columns looked at: each header is compared with every name of every field.
MOST_COLUMNS = 400
# Texts that may stand for a blank, and those that may as well be a value.
BLANKS = {"null", "n/a", "#n/a", "nan", "-", "--", "missing value", "(blank)"}
DOUBTFUL_BLANKS = {"na", "none", "unknown", "not known"}
# Fewest filled cells of a header row; shares of them that differ, and that hold no digit.
_LEAST, _DIFFERENT, _LETTERED = 2, 0.8, 0.6
# Weight of a header row from which at least two names speak for it.
_CERTAIN = 2.5

_EXTENT = """
    SELECT count(*), count(nullif({text}, '')), count(DISTINCT nullif({text}, '')) FROM suggested WHERE NOT ragged
"""
_VALUES = """
    SELECT {text} AS value, count(*) AS n
    FROM suggested
    WHERE NOT ragged AND {text} <> ''
    GROUP BY value
    ORDER BY n DESC, value
    LIMIT $most
"""


@dataclass(frozen=True)
class Column:
    """One column: header, place, rows by value for the values most met, and rows by text that stands for a blank.

    `rows` are all rows of the file, `present` those whose cell holds anything, `distinct` the different texts in it.
    Of a header on two rows `group` and `lower` are its parts, `alone` the lower one where it may say by itself what the
    column is, and `doubt` why it may be nothing of the row's.
    """

    header: str
    place: int
    values: dict[str, int]
    rows: int
    present: int
    distinct: int
    blanks: dict[str, int] = field(default_factory=dict)
    group: str = ""
    lower: str = ""
    alone: str = ""
    doubt: str = ""

    @property
    def filled(self) -> int:
        """Rows looked at that hold a value."""
        return sum(self.values.values())


def header_row(head: list[list[str]], known: Set[str]) -> Headers | None:
    """Return the row, or the two read as one, that look most like headers; None without one.

    Headers are different words, hardly a number among them, and at least one is a name a field is known by: a row of
    records taken for headers would be shown and written down. One that a single name speaks for yields to a row above
    that has the shape of headers.
    """
    best: tuple[float, bool, Headers] | None = None
    width = max((sum(bool(cell.strip(SPACE)) for cell in row) for row in head), default=0)
    for may_be in candidates(head):
        found = may_be if groups.speak(may_be) else replace(may_be, groups=())
        texts = [text for text in found.texts if text.strip(SPACE)]
        if len(texts) < max(_LEAST, width / 2) or len(set(map(normalise, texts))) < len(texts) * _DIFFERENT:
            continue
        lower = [found.lower(place) for place in range(len(found.texts))]
        own = [down or text for text, down in zip(found.texts, lower, strict=True) if text.strip(SPACE)]
        lettered = sum(not any(mark.isdecimal() for mark in text) for text in own) / len(own)
        named = sum(max(_said(text, known), _said(down, known)) for text, down in zip(found.texts, lower, strict=True))
        # What a group says of its columns is not left unread where a lower row without it says as much.
        weight = named + lettered, bool(found.groups)
        if named and lettered >= _LETTERED and (best is None or weight > best[:2]):
            best = *weight, found
    if best and best[0] < _CERTAIN and (shaped := shape.header_row(head)) and shaped.last < best[2].first:
        return None
    return best[2] if best else None


def _said(text: str, known: Set[str]) -> float:
    """Weigh what a header says: "Victim Surname" says more than "Surname"."""
    role, rest = role_and_rest(words(text))
    return 1 + (role is not None) / 2 if rest in known and len(rest) > 1 else 0


def read(con: duckdb.DuckDBPyConnection, grid: Grid, headers: Headers) -> list[Column]:
    """Read a grid through the connection and return its first columns that have a header, each header once."""
    width = min(len(headers.texts), MOST_COLUMNS)
    grid.into(con, "suggested", headers.last, len(headers.texts))
    found: dict[str, Column] = {}
    several = groups.shared(headers)
    most = min(MOST_VALUES, _MOST_TOGETHER // max(width, 1))
    for place, (text, name) in enumerate(zip(headers.texts[:width], columns(width), strict=True)):
        word = normalise(text)
        if word and word not in found:
            found[word] = _under(_column(con, text, place, name, most), headers, several)
    con.execute("DROP TABLE suggested")
    return list(found.values())


def _under(column: Column, headers: Headers, several: Set[str]) -> Column:
    lower = headers.lower(column.place)
    if not lower:
        return column
    group = headers.groups[column.place]
    doubt = groups.doubt(group, lower, several)
    alone = "" if doubt else groups.alone(column.header, group, lower)
    return replace(column, group=group, lower=lower, alone=alone, doubt=doubt)


def _column(con: duckdb.DuckDBPyConnection, header: str, place: int, name: str, most: int) -> Column:
    told = {"space": SPACE, "looked_at": LOOKED_AT}
    text = fill("left(trim({cell}, $space), $looked_at)", cell=name)
    rows, present, distinct = con.execute(fill(_EXTENT, text=text), told).fetchall()[0]
    counted = con.execute(fill(_VALUES, text=text), {**told, "most": most}).fetchall()
    values = {value: n for value, n in counted if normalise(value) not in BLANKS}
    return Column(
        header, place, values, rows, present, distinct, {value: n for value, n in counted if value not in values}
    )
