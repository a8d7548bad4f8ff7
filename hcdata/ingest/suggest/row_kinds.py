"""A column that says which rows are crimes and which are not: 'Criminal' and 'Non Criminal', 'Crime' and 'NCHI'."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hcdata.ingest.clean import normalise
from hcdata.ingest.row_parts import CRIME as CRIME
from hcdata.ingest.suggest.columns import Column

# A column of kinds has few values, and says of most rows which they are.
_MOST, _SHARE = 12, 0.6
NOT_A_CRIME = "nchi_legacy"
_NOT = re.compile(
    r"\bnon?[- ]?(hate[- ])?(crim\w*|notifiable|recordable|offen[cs]e)|\bnot (a |an )?(crim\w+|offen[cs]e|notifiable)"
    r"|\bnchis?\b|\b(hate |bias )?incident( only)?s?$|\bno (crime|offence)\b"
    r"|\binformation only\b|\bintel(ligence)? only\b"
)
_IS = re.compile(r"\b(crim\w*|offen[cs]es?|notifiable|recordable)\b")


@dataclass(frozen=True)
class RowKinds:
    """The column, what its values mean with their rows, and the values that say neither."""

    header: str
    crimes: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)


def guess(columns: Iterable[Column], show: Callable[[str], bool]) -> RowKinds | None:
    """Return the column whose values say both crime and no crime, of the most rows; None without one.

    A text that may be about a person is left out (`show`).
    """
    found = [kinds for column in columns if column.distinct <= _MOST and (kinds := _read(column, show))]
    return max(found, key=lambda one: sum(one.crimes.values()) + sum(one.others.values()), default=None)


def _read(column: Column, show: Callable[[str], bool]) -> RowKinds | None:
    said: dict[str | None, dict[str, int]] = {CRIME: {}, NOT_A_CRIME: {}, None: {}}
    for text, n in column.values.items():
        if not show(text):
            continue
        said[kind_of(text)][text] = n
    known = sum(said[CRIME].values()) + sum(said[NOT_A_CRIME].values())
    if not said[CRIME] or not said[NOT_A_CRIME] or known < _SHARE * column.filled:
        return None
    return RowKinds(column.header, said[CRIME], said[NOT_A_CRIME], said[None])


def kind_of(text: str) -> str | None:
    """Return crime, or the kind of a record that is none, of words that say so; None of others."""
    word = normalise(text)
    return NOT_A_CRIME if _NOT.search(word) else CRIME if _IS.search(word) else None
