"""Which months and districts an extract speaks for: silence is nought where it speaks, and nothing known elsewhere.

An extract speaks from its first day to the day its data run to. One that follows others may hold records of earlier
months only because they changed: of a month before its last it speaks where it tells again what was known of the months
before, or where it does not hold far too few. A series of files (by name) speaks for the districts it holds, and for
one it is silent about unless that one has files of its own, or chance would hardly give so long a silence.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hcdata.stats.periods import month_start
from hcdata.stats.silence import at_most
from hcdata.store.extracts import Counts, Extract, list_months, total

# A cumulative extract tells again at least this share of what was known; one of changes tells far less.
_AGAIN = 0.8
# An extract of changes brings some records of a month: where chance gives so few once in a hundred, it is no account.
_TOO_FEW = 0.01
# A district with fewer than one record to twenty of the largest is a stray (spoken_for_crime.sql).
_STRAY = 20
# A district's number may differ so many times between years: a silence is set against this part of the usual.
_VARIES = 4


@dataclass(frozen=True)
class Series:
    """Files of one name: months told by each, and the districts all of them speak for (None: for every one)."""

    extracts: tuple[Extract, ...]
    told: tuple[frozenset[date], ...]
    areas: frozenset[str] | None


def list_series(
    extracts: Sequence[Extract], known: Counts, usual: Mapping[str, float], unlikely: float
) -> list[Series]:
    """Return the series of one feed; `known` are the store's records, `usual` those of a district in a month."""
    named: dict[str, list[Extract]] = defaultdict(list)
    for one in extracts:
        named[one.series if one.entered else ""].append(one)
    held = {name: _by_area(files) for name, files in named.items()}
    # Where a district has files of its own, the files of others say nothing of it; nor do such files of any other.
    own = {area for theirs in held.values() if len(alone := _main(theirs)) == 1 for area in alone}
    others = {area: mean for area, mean in usual.items() if area not in own}
    return [
        _series(
            files,
            held[name],
            [one for other in _near(name, held) for one in named[other]],
            known,
            usual,
            {} if len(own) > 1 and len(_main(held[name])) == 1 else others,
            unlikely,
        )
        for name, files in named.items()
    ]


def _series(
    files: list[Extract],
    held: Mapping[str, int],
    near: list[Extract],
    known: Counts,
    usual: Mapping[str, float],
    others: Mapping[str, float],
    unlikely: float,
) -> Series:
    areas = _main(held)
    rate = sum(usual.get(area, 0.0) for area in areas)
    told = tuple(_months_told(one, areas, rate, any(other.ends < one.ends for other in near), known) for one in files)
    if not all(one.entered for one in files):
        return Series(tuple(files), told, None)
    months = len(frozenset().union(*told))
    silent = {area for area, mean in others.items() if at_most(held.get(area, 0), mean * months / _VARIES) >= unlikely}
    return Series(tuple(files), told, areas | silent)


def _by_area(files: Sequence[Extract]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in files:
        for areas in one.held.values():
            for area, n in areas.items():
                found[area or ""] += n
    return found


def _main(held: Mapping[str, int]) -> frozenset[str]:
    most = max(held.values(), default=0)
    return frozenset(area for area, n in held.items() if n * _STRAY >= most)


def _near(name: str, held: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return the series that hold a district this one holds."""
    areas = _main(held[name])
    return [other for other, theirs in held.items() if areas & _main(theirs) or other == name]


def _months_told(one: Extract, areas: frozenset[str], usual: float, follows: bool, known: Counts) -> frozenset[date]:
    if one.first is None:
        return frozenset([one.month]) if one.blank else frozenset()
    months = list_months(month_start(one.first), one.month)
    if not (follows and one.entered):
        return frozenset(months)
    told, again, before = {one.month}, 0, 0
    for place, month in enumerate(months[:-1]):
        holds = total(one.held, month, areas)
        level = min(max(total(one.held, later, areas) for later in months[place + 1 :]), usual)
        if (before and again >= _AGAIN * before) or at_most(holds, level) >= _TOO_FEW:
            told.add(month)
        fresh = total(one.new, month, areas)
        again, before = again + holds - fresh, before + total(known, month, areas) - fresh
    return frozenset(told)
