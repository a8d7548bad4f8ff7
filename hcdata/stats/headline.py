"""What may be said of the last month of a series: its method, its usual range, and whether chance would give it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcdata.stats import compare, rules, spc
from hcdata.stats.arrays import Floats, Numbers, to_floats
from hcdata.stats.choose import ENOUGH, TOO_FEW, Choice, choose

# The last months are judged against those before them where at least as many remain: they would else judge themselves.
JUDGED = 12
# With a special cause alone a stable series is accused in 6 % of its months, so an exact test must agree at this level:
# then in at most 3 %, whatever the mean, and a lasting rise is still noticed sooner than on a plain XmR chart
# (docs/false-alarms.md).
LEVEL = 0.025
# Months of a quarter, compared whole where a month holds too few, and of a year.
QUARTER, YEAR = 3, 12
# The last year is compared with at least so many before it: one alone may itself have been odd.
YEARS_BEFORE = 2


@dataclass(frozen=True)
class Against:
    """The last `months` hold n where the `before` months before them make `expected` usual; p is two-sided."""

    months: int
    before: int
    n: float
    expected: float
    p: float | None


@dataclass(frozen=True)
class Headline:
    """A judged series of months.

    baseline: how many first months set the range (None: all). mean and width: the range, NaN where the method has none.
    labels: each month's, from rules.SIGNALS, empty without a range. latest: what the last month ends.
    The `months` last months hold n where `expected` is usual; p, two-sided, says how readily chance would give that.
    year: the last twelve months against the whole years before, so that seasons cancel out; None without two of them.
    It makes no headline: a slow drift shows in it that no single month does.
    """

    choice: Choice
    baseline: int | None
    mean: float
    width: float
    labels: NDArray[np.object_]
    latest: spc.Latest | None
    months: int
    n: float
    expected: float
    p: float | None
    unlikely: bool
    year: Against | None

    @property
    def direction(self) -> int:
        """Return 1 where the end of the series lies above what is usual, -1 below, 0 as usual or unknown."""
        return int(np.nan_to_num(np.sign(self.n - self.expected)))


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

    xmr: the range rests on the months before the last `judged` where as many remain, else (and with 0) on all; the run
    the last month ends is compared with those months. rare: the last three months are compared with all before.
    unlikely: p is at most `level`, and for xmr the last month is a special cause too.
    The comparison is compare.counts, so months count as events by chance (Poisson).
    """
    series = to_floats(values)
    choice, size = choose(series, least=least, enough=enough), len(series)
    if choice.method == "xmr":
        baseline = size - judged if judged and size >= 2 * judged else None
        mean, width = spc.find_limits(series[:baseline], screen_outliers)
        labels = rules.label(series, mean, width)
        latest = spc.read_last(series, labels, mean, width)
        special = latest is not None and latest.signal != rules.COMMON
        start = max(latest.start if latest else size, baseline or size // 2)
    else:
        baseline, mean, width, latest = None, np.nan, np.nan, None
        labels, special = np.array([], dtype=object), choice.method == "rare"
        start = size - QUARTER
    year = _judge_year(series)
    if not special:
        return Headline(choice, baseline, mean, width, labels, latest, 0, np.nan, np.nan, None, False, year)
    end = _compare(series[start:], series[: baseline or start])
    unlikely = end.p is not None and end.p <= level
    return Headline(
        choice, baseline, mean, width, labels, latest, end.months, end.n, end.expected, end.p, unlikely, year
    )


def _judge_year(series: Floats) -> Against | None:
    years = len(series) // YEAR - 1
    return _compare(series[-YEAR:], series[-YEAR * (years + 1) : -YEAR]) if years >= YEARS_BEFORE else None


def _compare(end: Floats, before: Floats) -> Against:
    end, before = end[~np.isnan(end)], before[~np.isnan(before)]
    n, others = float(end.sum()), float(before.sum())
    if not len(end) or not len(before):
        return Against(len(end), len(before), n, np.nan, None)
    found = compare.counts(n, others, len(end), len(before))
    return Against(len(end), len(before), n, others / len(before) * len(end), found.p)
