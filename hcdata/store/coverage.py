"""What is loaded of each district and month of a feed: what no extract speaks for is not loaded, and never nought."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hcdata.stats.periods import month_end, month_start
from hcdata.stats.silence import at_most
from hcdata.store.extracts import Counts, Extract, list_months, total
from hcdata.store.lost_rows import find_lost
from hcdata.store.reference import LEFT_OVER
from hcdata.store.told import Series, list_series

# Average days of a month: a district's usual number by day.
_DAYS = 365.25 / 12
# A month that lost more of its rows than it kept is not loaded: what is left of it is no figure.
_MOSTLY = 0.5
# Why a month is not loaded: no extract speaks for it; one does and has no row, which chance would hardly give; its rows
# were rejected; and why only a part is: extracts begin or end within it.
Why = Literal["none", "empty", "rejected", "starts", "ends"]


@dataclass(frozen=True)
class Lack:
    """A district's month that is not loaded, or in part only (not `whole`): then it begins or ends on `day`.

    n: records known of it all the same, or how many of its rows were rejected.
    """

    district: str
    month: date
    why: Why
    n: int = 0
    day: date | None = None
    whole: bool = True


@dataclass(frozen=True)
class Limits:
    """The chance below which silence is no nought, the most rejected rows of a whole month, the force's districts."""

    unlikely: float
    rejected: float
    named: frozenset[str]


@dataclass(frozen=True)
class Coverage:
    """What is loaded of one feed from `first` to `last` month: all but the lacks, nothing of districts in `never`."""

    first: date | None = None
    last: date | None = None
    lacks: Mapping[tuple[str, date], Lack] = field(default_factory=dict)
    never: frozenset[str] = frozenset()

    def find(self, districts: Iterable[str], months: Iterable[date]) -> list[Lack]:
        """Return what is lacking of districts and months, those of a district together; of districts ever loaded."""
        if not self.lacks:
            return []
        months = list(months)
        pairs = ((district, month) for district in districts for month in months)
        return [self.lacks[pair] for pair in pairs if pair in self.lacks]


def find_coverage(
    extracts: Sequence[Extract],
    known: Counts,
    shown: Sequence[str],
    limits: Limits,
    last: date | None = None,
    crimes: Counts | None = None,
) -> Coverage:
    """Return what the extracts of a feed speak for; `known` are the store's records by district and month.

    Months up to `last` that none reaches are not loaded either. Of a feed that follows the `crimes`, a month of few of
    them may well be silent.
    """
    usual = _find_usual(known, shown, limits.named)
    series = list_series(extracts, known, usual, limits.unlikely)
    told = [month for one in series for months in one.told for month in months]
    if not told:
        return Coverage()
    ends = max(one.ends for one in extracts)
    # A file of which no row was accepted tells no month, and ends in one.
    months = list_months(min(told), max(*told, month_start(ends), last or date.min))
    never = frozenset(area for area in shown if not any(_speaks(one, area) for one in series))
    lacks: dict[tuple[str, date], Lack] = {}
    silent = _find_silence(series, known, months, None, limits.unlikely, crimes)
    real = [area for area in shown if area not in dict(LEFT_OVER)] or list(shown)
    for area in real:
        if area in never:
            continue
        empty = silent | (
            _find_silence(series, known, months, area, limits.unlikely, crimes) if area in limits.named else set()
        )
        for month in months:
            if lack := _find_lack(series, known, area, month, month in empty, ends, usual, limits):
                lacks[area, month] = lack
    for month in months:
        gone = [lacks[area, month].whole for area in real if area not in never and (area, month) in lacks]
        # What has no district is missing where every district is.
        if all(gone) and len(gone) == len(real) - len(never.intersection(real)):
            lacks |= {(area, month): Lack(area, month, "none") for area in shown if area not in real}
    return Coverage(months[0], months[-1], lacks, never)


def _find_usual(known: Counts, shown: Sequence[str], named: frozenset[str]) -> dict[str, float]:
    """Return the records of each district in a month; of one without any those of the average district."""
    months = sorted(month for month in known if month)
    usual: dict[str, float] = {}
    for area in shown:
        held = [total(known, month, [area]) for month in months]
        begun = next((place for place, n in enumerate(held) if n), None)
        if begun is not None:
            usual[area] = sum(held) / len(held[begun:])
    average = sum(usual.values()) / len(usual) if usual else 0.0
    return usual | {area: average for area in shown if area in named and area not in usual}


def _speaks(series: Series, area: str) -> bool:
    return series.areas is None or area in series.areas


def _tellers(series: Sequence[Series], area: str | None, month: date) -> list[Extract]:
    return [
        extract
        for one in series
        if area is None or _speaks(one, area)
        for extract, told in zip(one.extracts, one.told, strict=True)
        if month in told
    ]


def _find_silence(
    series: Sequence[Series],
    known: Counts,
    months: Sequence[date],
    area: str | None,
    unlikely: float,
    crimes: Counts | None,
) -> set[date]:
    """Return the months spoken for without any record where chance would hardly give so long a silence."""
    areas = None if area is None else [area]
    held = {
        month: total(known, month, areas)
        for month in months
        if (tellers := _tellers(series, area, month)) and all(one.entered and not one.blank for one in tellers)
    }
    weight = _weigh(held, crimes, areas)
    found: set[date] = set()
    run: list[date] = []
    for month in [*held, None]:
        if month is not None and not held[month]:
            run.append(month)
            continue
        inside = sum(weight[one] for one in run)
        others = sum(weight.values()) - inside
        here = inside - _weigh_quiet(run, weight, crimes, areas, unlikely)
        if run and others and at_most(0, sum(held.values()) / others * here) < unlikely:
            found |= set(run)
        run = []
    return found


def _weigh(months: Iterable[date], crimes: Counts | None, areas: Sequence[str] | None) -> dict[date, float]:
    """Return by how many crimes a month's records are to be expected; all alike without crimes to go by."""
    of = {month: float(total(crimes, month, areas)) if crimes else 0.0 for month in months}
    filled = [n for n in of.values() if n]
    average = sum(filled) / len(filled) if filled else 1.0
    return {month: n or average for month, n in of.items()}


def _weigh_quiet(
    run: Iterable[date],
    weight: Mapping[date, float],
    crimes: Counts | None,
    areas: Sequence[str] | None,
    unlikely: float,
) -> float:
    """Return what months without a crime weigh where chance may well leave so many without: nothing follows none."""
    quiet = sum(weight[month] for month in run if crimes and not total(crimes, month, areas))
    return quiet if at_most(0, quiet) >= unlikely else 0.0


def _find_lack(
    series: Sequence[Series],
    known: Counts,
    area: str,
    month: date,
    empty: bool,
    ends: date,
    usual: Mapping[str, float],
    limits: Limits,
) -> Lack | None:
    tellers, n, mean = _tellers(series, area, month), total(known, month, [area]), usual.get(area, 0.0)
    lost, share = find_lost(series, known, area, month, usual, limits.unlikely)
    # A few rejected rows are not what emptied a month of many.
    enough = lost and at_most(lost, mean) >= limits.unlikely
    if not n and enough and (empty or not tellers or share == 1):
        return Lack(area, month, "rejected", lost)
    if not tellers:
        return Lack(area, month, "none", n)
    if empty:
        return Lack(area, month, "empty")
    if share > limits.rejected:
        return Lack(area, month, "rejected", lost, whole=share > _MOSTLY)
    return _find_part(tellers, area, month, n, ends, mean, limits.unlikely)


def _find_part(
    tellers: Sequence[Extract], area: str, month: date, n: int, ends: date, usual: float, unlikely: float
) -> Lack | None:
    """Return whether extracts begin or end within a month, unless the days they leave out would be silent anyway."""
    first = min(one.first if one.first and one.first > month else month for one in tellers)
    if at_most(0, usual * (first - month).days / _DAYS) < unlikely:
        return Lack(area, month, "starts", n, first, whole=False)
    last = max(tellers, key=lambda one: one.ends)
    missing = (min(month_end(month), ends) - last.ends).days
    # An extract that does not say up to when its data run is taken to end with its last record.
    guessed = last.last == last.ends
    if missing > 0 and not (guessed and at_most(0, usual * missing / _DAYS) >= unlikely):
        return Lack(area, month, "ends", n, last.ends, whole=False)
    return None
