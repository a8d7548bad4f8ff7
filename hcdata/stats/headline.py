"""What may be said of a series of months: its method, its usual range, and what chance would hardly give."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hcdata.stats import compare, rules, spc, steady
from hcdata.stats.arrays import Floats, Numbers, to_floats
from hcdata.stats.choose import ENOUGH, TOO_FEW, Choice, choose

# The last months are judged against those before them where at least as many remain: they would else judge themselves.
JUDGED = 12
# Some thirty series are read at once, each looked at up to three ways: the two-sided level of a funnel's 99.8 % limits.
# A stable series is accused in at most 1 % of its months (docs/false-alarms.md).
LEVEL = 0.002
# The group meets quarterly: a month outside its limits is news for three months. Too few a month: quarters are judged.
QUARTER, YEAR = 3, 12
# The last year is compared with at least so many before it: one alone may itself have been odd.
YEARS_BEFORE = 2


@dataclass(frozen=True)
class Look:
    """One way to look at the end of a series: the months at `places` hold n, where `expected` would be usual.

    month: those of the last three outside a limit, or the run the last month ends, against the months that set the
    range; `signal` is the special cause. quarter: the last three against all before, where there is no range. year and
    years: the last twelve against the twelve before, or all whole years before, so that seasons cancel out.
    before: how many months make it usual. p, two-sided, says how readily chance would give n; None where unknown.
    """

    kind: Literal["month", "quarter", "year", "years"]
    places: tuple[int, ...]
    before: int
    n: float
    expected: float
    p: float | None
    signal: str = ""

    @property
    def direction(self) -> int:
        """Return 1 where n lies above what is usual, -1 below, 0 as usual or unknown."""
        return int(np.nan_to_num(np.sign(self.n - self.expected)))


@dataclass(frozen=True)
class Headline:
    """The one judgement of a series, which sentences, titles, marks and findings only render.

    baseline: how many first months set the range (None: all). mean and width: the range, NaN where the method has none.
    unsteady: the stretches of those months that themselves lie apart from the others. looks: every look taken.
    range_set_by: what those months hold, and how many they are.
    """

    choice: Choice
    baseline: int | None
    mean: float
    width: float
    unsteady: tuple[steady.Stretch, ...]
    looks: tuple[Look, ...]
    level: float = LEVEL
    range_set_by: tuple[float, int] = (0.0, 0)

    @property
    def found(self) -> tuple[Look, ...]:
        """The looks that chance would hardly give, the strongest first."""
        return tuple(sorted((one for one in self.looks if compare.is_unlikely(one.p, self.level)), key=_strength))

    @property
    def unlikely(self) -> bool:
        """Whether anything was found."""
        return bool(self.found)

    @property
    def direction(self) -> int:
        """Return the side of the strongest thing found: 1 above what is usual, -1 below, 0 for nothing."""
        return self.found[0].direction if self.found else 0

    @property
    def marked(self) -> dict[int, int]:
        """The months a chart marks and their side: those of the month or quarter found, and no others."""
        short = [one for one in self.found if one.kind in ("month", "quarter")]
        return {place: one.direction for one in short for place in one.places}

    def look(self, *kinds: str) -> Look | None:
        """Return the look of one of these kinds, found or not; None where it was not taken."""
        return next((one for one in self.looks if one.kind in kinds), None)

    def finds(self, *kinds: str) -> Look | None:
        """Return the strongest of these kinds that was found; None without."""
        return next((one for one in self.found if one.kind in kinds), None)

    def turns(self) -> tuple[int | None, int | None]:
        """Return the most a low month, and the least a high month, may hold to be found; None where no number does."""
        n, months = self.range_set_by
        if not months or np.isnan(self.width):
            return None, None

        def found(count: int) -> bool:
            return compare.is_unlikely(compare.find_p(count, n, 1, months), self.level)

        low = next((one for one in range(ceil(self.mean - self.width) - 1, -1, -1) if found(one)), None)
        return low, next(one for one in itertools.count(floor(self.mean + self.width) + 1) if found(one))

    def moved(self, months: int) -> "Headline":
        """Return the same of a series that has so many months more before it."""
        looks = (replace(one, places=tuple(place + months for place in one.places)) for one in self.looks)
        unsteady = (replace(one, first=one.first + months, last=one.last + months) for one in self.unsteady)
        return replace(self, looks=tuple(looks), unsteady=tuple(unsteady))


def judge(
    values: Numbers,
    *,
    judged: int = JUDGED,
    screen_outliers: bool = False,
    least: float = TOO_FEW,
    enough: float = ENOUGH,
    level: float = LEVEL,
) -> Headline:
    """Judge monthly counts in time order by the method they can carry (choose); a missing month counts nowhere.

    xmr: the range rests on the months before the last `judged` where as many remain, else (and with 0) on all.
    The comparison is that of compare.counts, so months count as events by chance (Poisson).
    """
    series = to_floats(values)
    choice, size = choose(series, least=least, enough=enough), len(series)
    looks = _look_at_years(series) if choice.method != "none" else []
    if choice.method != "xmr":
        if choice.method == "rare":
            looks.insert(0, _compare("quarter", series, range(size - QUARTER, size), size - QUARTER))
        return Headline(choice, None, np.nan, np.nan, (), tuple(looks), level)
    baseline = size - judged if judged and size >= 2 * judged else None
    mean, width = spc.find_limits(series[:baseline], screen_outliers)
    labels = rules.label(series, mean, width)
    latest = _look_at_months(series, labels, mean, width, baseline)
    own = set(latest.places) if latest and compare.is_unlikely(latest.p, level) else set[int]()
    unsteady = steady.find(labels[:baseline], lambda one, others: _set_apart(series, one, others), level, own)
    known = series[:baseline][~np.isnan(series[:baseline])]
    looks = [latest, *looks] if latest else looks
    return Headline(choice, baseline, mean, width, unsteady, tuple(looks), level, (float(known.sum()), len(known)))


def _look_at_months(
    series: Floats, labels: NDArray[np.object_], mean: float, width: float, baseline: int | None
) -> Look | None:
    """Return the stronger of the last months outside a limit and the run the last month ends."""
    size, looks = len(series), list[Look]()
    outside = [i for i in range(max(0, size - QUARTER), size) if labels[i] in rules.OUTSIDE]
    if outside:
        alike = [i for i in outside if labels[i] == labels[outside[-1]]]
        looks.append(_compare("month", series, alike, baseline or alike[0], labels[outside[-1]]))
    latest = spc.read_last(series, labels, mean, width)
    if latest and latest.signal not in (rules.COMMON, *rules.OUTSIDE):
        run = range(max(latest.start, baseline or size // 2), size)
        alike = [i for i in run if labels[i] == latest.signal or "2 in 3" not in latest.signal]
        looks.append(_compare("month", series, alike, baseline or alike[0], latest.signal))
    # A run that falls towards the mean from above is no evidence of a low level.
    backed = [one for one in looks if one.direction == rules.SIGNALS[one.signal]]
    return min(backed, key=_strength, default=None)


def _look_at_years(series: Floats) -> list[Look]:
    years = len(series) // YEAR - 1
    last = range(len(series) - YEAR, len(series))
    looks = [_compare("year", series, last, len(series) - YEAR, months=YEAR)] if years >= 1 else []
    if years >= YEARS_BEFORE:
        looks.append(_compare("years", series, last, len(series) - YEAR, months=YEAR * years))
    return looks


def _compare(
    kind: Literal["month", "quarter", "year", "years"],
    series: Floats,
    places: Sequence[int],
    until: int,
    signal: str = "",
    months: int | None = None,
) -> Look:
    """Set the months at places against those before `until`, the last so many of them where `months` says so."""
    end, before = series[list(places)], series[until - months if months else 0 : until]
    end, before = end[~np.isnan(end)], before[~np.isnan(before)]
    n, others = float(end.sum()), float(before.sum())
    if not len(end) or not len(before):
        return Look(kind, tuple(places), len(before), n, np.nan, None, signal)
    p = compare.find_p(n, others, len(end), len(before))
    return Look(kind, tuple(places), len(before), n, others / len(before) * len(end), p, signal)


def _set_apart(series: Floats, places: Sequence[int], others: Sequence[int]) -> tuple[float, float | None]:
    one, rest = (series[list(part)][~np.isnan(series[list(part)])] for part in (places, others))
    if not len(one) or not len(rest):
        return 0.0, None
    n, usual = float(one.sum()), float(rest.sum())
    return n / len(one) - usual / len(rest), compare.find_p(n, usual, len(one), len(rest))


def _strength(look: Look) -> float:
    return 1.0 if look.p is None else look.p
