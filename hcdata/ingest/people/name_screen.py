"""Texts in the columns of look-up values that the same file has as the name, number or address of a person."""

import re
from collections.abc import Iterable, Set

import duckdb

from hcdata.common.sql import fill
from hcdata.ingest import texts
from hcdata.ingest.layouts.fields import PERSONAL
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values.clean import FOLDED, normalise

_BETWEEN_WORDS = r"[^\p{L}]+"

_WORDS = """
    SELECT DISTINCT word
    FROM (
        SELECT unnest(string_split_regex(cell, $between)) AS word
        FROM (SELECT DISTINCT lower({column}) AS cell FROM {raw} WHERE file_id = $file_id)
    )
    WHERE word IN (SELECT unnest($wanted))
"""
# As `normalise` does; most cells are plain, and cost less so.
_CELLS = r"""
    SELECT DISTINCT
        CASE
            WHEN strlen({column}) = length({column}) AND NOT contains({column}, '  ') THEN lower(trimmed({column}))
            ELSE trim(regexp_replace(translate(lower({column}), $marks, $plain), '\s+', ' ', 'g'))
        END AS cell
    FROM {raw}
    WHERE file_id = $file_id AND cell IN (SELECT unnest($wanted))
"""


def names_met(con: duckdb.DuckDBPyConnection, item: Sheet, met: Set[str], nobody: Iterable[str]) -> set[str]:
    """Return those of the texts that are all names of people of this sheet, or a whole cell about one of them.

    A name or an address in the wrong column is found so; `nobody` are the names that stand for no one.
    """
    where, layout = texts.by_header(item.source), item.layout
    named = [header for person in layout.persons for header in (person.surname, person.forenames)]
    about = [*named, *(person.system_id for person in layout.persons)]
    about += [spec for field, spec in layout.fields.items() if field in PERSONAL and isinstance(spec, str)]
    words = {text: words_of(text) for text in met}
    every = {word for found in words.values() for word in found} - {normalise(name) for name in nobody}
    names = _words_met(con, item, _columns(where, named), every)
    cells = _cells_met(con, item, _columns(where, about), {normalise(text) for text in met})
    cells -= {normalise(name) for name in nobody}
    return {text for text in met if normalise(text) in cells or (words[text] and words[text] <= names)}


def _columns(where: dict[str, str], headers: Iterable[str | None]) -> list[str]:
    return sorted({where[normalise(header)] for header in headers if header and normalise(header) in where})


def words_of(text: str) -> set[str]:
    """Return the words of a text, case folded; digits are none."""
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _words_met(con: duckdb.DuckDBPyConnection, item: Sheet, columns: list[str], words: set[str]) -> set[str]:
    found: set[str] = set()
    for column in columns if words else ():
        found |= {
            word
            for (word,) in con.execute(
                fill(_WORDS, column=column, raw=item.raw),
                {"between": _BETWEEN_WORDS, "wanted": sorted(words), "file_id": item.file_id},
            ).fetchall()
        }
    return found


def _cells_met(con: duckdb.DuckDBPyConnection, item: Sheet, columns: list[str], cells: set[str]) -> set[str]:
    found: set[str] = set()
    marks, plain = "".join(map(chr, FOLDED)), "".join(FOLDED.values())
    for column in columns if cells else ():
        found |= {
            cell
            for (cell,) in con.execute(
                fill(_CELLS, column=column, raw=item.raw),
                {"wanted": sorted(cells), "file_id": item.file_id, "marks": marks, "plain": plain},
            ).fetchall()
        }
    return found
