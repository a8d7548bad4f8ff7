"""Crimes and other records in one feed: a column that no field is read from says which rows are which."""

import re
from collections import Counter

import duckdb

from hcdata.common.sql import fill, join
from hcdata.ingest import texts
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise
from hcdata.ingest.values.lookup import showable
from hcdata.ingest.values.row_parts import CRIME

# A column of kinds has few values, and says of most rows which they are.
MOST, SHARE = 12, 0.6
NOT_A_CRIME = "nchi_legacy"
_NOT = re.compile(
    r"\bnon?[- ]?(hate[- ])?(crim\w*|notifiable|recordable|offen[cs]e)|\bnot (a |an )?(crim\w+|offen[cs]e|notifiable)"
    r"|\bnchis?\b|\b(hate |bias )?incident( only)?s?$|\bno (crime|offence)\b"
    r"|\binformation only\b|\bintel(ligence)? only\b"
)
_IS = re.compile(r"\b(crim\w*|offen[cs]es?|notifiable|recordable)\b")


def kind_of(text: str) -> str | None:
    """Return crime, or the kind of a record that is none, of words that say so; None of others."""
    word = normalise(text)
    return NOT_A_CRIME if _NOT.search(word) else CRIME if _IS.search(word) else None


def words(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> tuple[str, ...]:
    """Say of each such column of a file of crimes how many rows it calls no crime, where the layout parts none."""
    layout = source.layout
    if layout.feed != CRIME or layout.rows:
        return ()
    title = layout.fields.get("offence_title")
    read = source.used - {normalise(title)} if isinstance(title, str) else source.used
    left = {header: column for header, column in texts.by_header(source).items() if header not in read}
    if not left:
        return ()
    counts = join(", ", (fill("approx_count_distinct({column})", column=column) for column in left.values()))
    distinct = con.execute(fill("SELECT {counts} FROM {raw}", counts=counts, raw=raw)).fetchall()[0]
    few = {header for header, n in zip(left, distinct, strict=True) if n <= 2 * MOST}
    said = (_said(con, raw, text, left[header]) for text in source.headers if (header := normalise(text)) in few)
    return tuple(filter(None, said))


def _said(con: duckdb.DuckDBPyConnection, raw: str, header: str, column: str) -> str | None:
    counting = "SELECT {column}, count(*) FROM {raw} WHERE trim({column}) <> '' GROUP BY ALL LIMIT $most"
    found = con.execute(fill(counting, column=column, raw=raw), {"most": MOST + 1}).fetchall()
    rows: Counter[str | None] = Counter()
    for text, n in found:
        rows[kind_of(text)] += n
    known = rows[CRIME] + rows[NOT_A_CRIME]
    if len(found) > MOST or not rows[CRIME] or not rows[NOT_A_CRIME] or known < SHARE * rows.total():
        return None
    name = f"the column {header}" if showable(header) else "a column"
    return (
        f"two kinds in one feed: {name} calls {rows[NOT_A_CRIME]:,} of {rows.total():,} no crime, and all are counted"
        " as crimes. Say in the layout which are which with [rows] (`layout suggest` drafts it)"
    )
