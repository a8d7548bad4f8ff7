"""What dates look like that could not be read: their shape and marks, and never a word that may be a name."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import duckdb

from hcdata.common.sql import Sql, fill
from hcdata.ingest import texts
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values import date_columns

# Different texts of a column looked at, and shapes said.
_MOST_TEXTS, _MOST_SHAPES = 1_000, 3
# A day in figures, with four of its year.
_IN_FIGURES = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})(?!\d)|(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MONTHS = 12
# Letters shown of a shape: a date with its time and zone has fewer.
_LONGEST = 40
_WORDS = frozenset(
    (
        *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
        *("december", "am", "pm", "hrs", "at", "on", "to", "utc", "gmt", "bst", "z", "t"),
    )
)

_UNREAD = """
    SELECT {column}, count(*)
    FROM (SELECT {column}, {text} AS day FROM {raw})
    WHERE day IS NOT NULL AND moment(day, $formats) IS NULL
    GROUP BY ALL
    ORDER BY 2 DESC, 1
    LIMIT $most
"""


def words(
    con: duckdb.DuckDBPyConnection, source: Recognised, raw: str, formats: dict[str, list[str]]
) -> tuple[str, ...]:
    """Say of each column of dates in unusual forms how it was read, how many could not be, and what they look like."""
    counted = [header for column, header in date_columns.find(source).items() if column in source.counted]
    said = [f"in seconds or milliseconds from 1970 in UTC: {', '.join(counted)}"] if counted else []
    for column, header in date_columns.find(source).items():
        if column in source.unusual:
            text = Sql(texts.of_day(column, source))
            found = con.execute(
                fill(_UNREAD, column=column, text=text, raw=raw),
                {"formats": formats, "blanks": texts.blanks(source.layout), "most": _MOST_TEXTS},
            ).fetchall()
            if found:
                said.append(f"not read: {header} {sum(n for _, n in found):,}, written {_shapes(found)}")
    return tuple(said)


def shape(text: str) -> str:
    """Return what a text looks like: 9 for a figure, months and such words as they are, marks by their number."""
    if not any(map(str.isdecimal, text)):
        return "in words"
    shown = (
        _show_word("".join(run)) if word else "".join(map(_show_mark, run)) for word, run in groupby(text, str.isalpha)
    )
    written = "".join(shown)[:_LONGEST]
    return f"{written}, no day of the calendar" if _is_no_day(text.strip()) else written


def _is_no_day(text: str) -> bool:
    """Whether a text begins with figures for a day that is in no calendar, whichever of day and month stands first."""
    if not (match := _IN_FIGURES.match(text)):
        return False
    first, second, year, *iso = match.groups()
    ways = [(year, second, first), (year, first, second)] if year else [tuple(iso)]
    return not any(_is_day(*map(int, way)) for way in ways)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(max(year, 1), month)[1]


def _show_word(word: str) -> str:
    return word if word.casefold() in _WORDS else "(letters)"


def _show_mark(mark: str) -> str:
    if not mark.isascii() or not mark.isprintable():
        return f"(U+{ord(mark):04X})"
    return "9" if mark.isdecimal() else mark


def _shapes(found: Iterable[tuple[str, int]]) -> str:
    counted: Counter[str] = Counter()
    for text, n in found:
        counted[shape(text)] += n
    named = ", ".join(f"{one} ({n:,})" for one, n in counted.most_common(_MOST_SHAPES))
    return named + (" and otherwise" if len(counted) > _MOST_SHAPES else "")
