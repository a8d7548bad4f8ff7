"""What dates look like that could not be read: their shape and marks, and never a word that may be a name."""

import re
from collections import Counter
from collections.abc import Iterable

import duckdb

from hcdata.ingest import date_columns, texts
from hcdata.ingest.discover import Recognised

# Different texts of a column looked at, and shapes said.
_MOST_TEXTS, _MOST_SHAPES = 1_000, 3
# Letters shown of a shape: a date with its time and zone has fewer.
_LONGEST = 40
_WORDS = frozenset(
    (
        *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
        *("december", "am", "pm", "hrs", "at", "on", "to", "utc", "gmt", "bst", "z", "t"),
    )
)
_PART = re.compile(r"[^\W\d_]+|\d|[^\x00-\x7f]|.", re.DOTALL)


def words(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str, formats: list[str]) -> tuple[str, ...]:
    """Say of each column of dates in unusual forms how many could not be read, and what they look like."""
    said = []
    for column, header in date_columns.find(source).items():
        if column in source.unusual:
            text = texts.of_day(column, source)
            found = con.execute(
                f"SELECT {column}, count(*) FROM (SELECT {column}, {text} AS day FROM {raw})"
                " WHERE day IS NOT NULL AND moment(day, $formats) IS NULL GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT $most",
                {"formats": formats, "blanks": texts.blanks(source.layout), "most": _MOST_TEXTS},
            ).fetchall()
            if found:
                said.append(f"not read: {header} {sum(n for _, n in found):,}, written {_shapes(found)}")
    return tuple(said)


def shape(text: str) -> str:
    """Return what a text looks like: 9 for a figure, months and such words as they are, marks by their number."""
    return "".join(map(_show, _PART.findall(text)))[:_LONGEST] if any(map(str.isdigit, text)) else "in words"


def _show(part: str) -> str:
    if part.isascii() and part.isdigit():
        return "9"
    if part.isalpha():
        return part if part.casefold() in _WORDS else "(letters)"
    return part if part.isascii() and part.isprintable() else f"(U+{ord(part):04X})"


def _shapes(found: Iterable[tuple[str, int]]) -> str:
    counted: Counter[str] = Counter()
    for text, n in found:
        counted[shape(text)] += n
    named = ", ".join(f"{one} ({n:,})" for one, n in counted.most_common(_MOST_SHAPES))
    return named + (" and otherwise" if len(counted) > _MOST_SHAPES else "")
