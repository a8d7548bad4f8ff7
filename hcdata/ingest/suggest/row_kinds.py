"""A column that says which rows are crimes and which are not: 'Criminal' and 'Non Criminal', 'Crime' and 'NCHI'."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.values.row_parts import CRIME
from hcdata.ingest.values.two_kinds import MOST, NOT_A_CRIME, SHARE, kind_of


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
    found = [kinds for column in columns if column.distinct <= MOST and (kinds := _read(column, show))]
    return max(found, key=lambda one: sum(one.crimes.values()) + sum(one.others.values()), default=None)


def _read(column: Column, show: Callable[[str], bool]) -> RowKinds | None:
    said: dict[str | None, dict[str, int]] = {CRIME: {}, NOT_A_CRIME: {}, None: {}}
    for text, n in column.values.items():
        if not show(text):
            continue
        said[kind_of(text)][text] = n
    known = sum(said[CRIME].values()) + sum(said[NOT_A_CRIME].values())
    if not said[CRIME] or not said[NOT_A_CRIME] or known < SHARE * column.filled:
        return None
    return RowKinds(column.header, said[CRIME], said[NOT_A_CRIME], said[None])
