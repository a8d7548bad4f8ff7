"""Made series of months, stable or raised, and what is said of their last month by us and by a plain XmR chart."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcdata.stats import headline, rare, rules, spc

Series = NDArray[np.float64]

# A lasting rise of so much, watched for so many months after so many stable ones.
RISE, WATCHED, STABLE = 1.3, 24, 24
# Pages draw, and judge, so many months.
DRAWN = 36
# A year's days over twelve: an average month.
DAYS_IN_MONTH = 365.25 / 12
METHODS = ("xmr", "rare", "none")


@dataclass(frozen=True)
class Alarms:
    """Stable series of one length, mean and spread (variance over mean) that were accused at their end.

    chosen and accused: by method. special: a special cause of the last three months alone, on the same range. plain,
    plain_anywhere: a plain XmR chart over all points, in its last and in any month. Shares of `series`, but those
    accused of the method's.
    """

    months: int
    mean: float
    spread: float
    series: int
    chosen: dict[str, float]
    accused: dict[str, float]
    special: float
    plain: float
    plain_anywhere: float

    @property
    def all_accused(self) -> float:
        """The share accused, whatever the method."""
        return round(sum(self.chosen[method] * self.accused[method] for method in METHODS), 6)


@dataclass(frozen=True)
class Notice:
    """How soon a lasting rise of 30 % is noticed: the share within 3, 6 and 12 months, and the median (25: later)."""

    mean: float
    series: int
    ours: tuple[float, float, float]
    plain: tuple[float, float, float]
    ours_median: float
    plain_median: float


def draw(random: np.random.Generator, mean: float, spread: float, shape: tuple[int, int]) -> Series:
    """Return counts by chance: Poisson where the variance is the mean, else negative binomial."""
    if spread == 1:
        return random.poisson(mean, shape).astype(float)
    return random.negative_binomial(mean / (spread - 1), 1 / spread, shape).astype(float)


def accuse(months: int, mean: float, spread: float, series: int, seed: int) -> Alarms:
    """Judge stable series in their last month."""
    made = draw(np.random.default_rng([seed, months, int(mean * 10), int(spread * 10)]), mean, spread, (series, months))
    judged = [headline.judge(one) for one in made]
    plain = [label(one) for one in made]
    chosen = {method: [one.unlikely for one in judged if one.choice.method == method] for method in METHODS}
    special = [one.look("month") is not None for one in judged]
    return Alarms(
        months,
        mean,
        spread,
        series,
        {method: len(found) / series for method, found in chosen.items()},
        {method: float(np.mean(found)) if found else 0.0 for method, found in chosen.items()},
        float(np.mean(special)),
        float(np.mean([one[-1] != rules.COMMON for one in plain])),
        float(np.mean([(one != rules.COMMON).any() for one in plain])),
    )


def notice(mean: float, series: int, seed: int) -> Notice:
    """Watch series after a lasting rise, month by month as it would have been read."""
    random = np.random.default_rng([seed, int(mean * 10)])
    made = np.c_[draw(random, mean, 1, (series, STABLE)), draw(random, mean * RISE, 1, (series, WATCHED))]
    ours, plain = (np.array([wait(one, says) for one in made]) for says in (rises, rises_plainly))
    within = [tuple(float(np.mean(took <= months)) for months in (3, 6, 12)) for took in (ours, plain)]
    return Notice(mean, series, *within, float(np.median(ours)), float(np.median(plain)))


def wait(series: Series, says: Callable[[Series], bool]) -> int:
    """Return the months from the rise until it is said for the first time, one more than watched if never."""
    ends = range(STABLE + 1, len(series) + 1)
    return next((end - STABLE for end in ends if says(series[max(0, end - DRAWN) : end])), WATCHED + 1)


def rises(series: Series) -> bool:
    """Whether the headline says that the end lies above what is usual."""
    found = headline.judge(series)
    return found.unlikely and found.direction > 0


def rises_plainly(series: Series) -> bool:
    """Whether the last point of a plain XmR chart is a special cause upwards."""
    return rules.SIGNALS[label(series)[-1]] > 0


def label(series: Series) -> NDArray[np.object_]:
    """Return the labels of a plain XmR chart: limits of all points, outliers in."""
    return rules.label(series, *spc.find_limits(series, screen_outliers=False))


def accuse_gaps(mean: float, series: int, seed: int) -> tuple[float, float]:
    """Return the shares of stable series of 24 months whose last days-between lie outside a G and outside a T chart."""
    random, days = np.random.default_rng([seed, int(mean * 10), 1]), round(STABLE * DAYS_IN_MONTH)
    outside = []
    for count in random.poisson(mean * STABLE, series):
        between = np.diff(np.sort(random.integers(0, days, count))).astype(float)
        if len(between) >= 2 and (between > 0).sum() >= 2:
            charts = rare.g(between), rare.t(between[between > 0])
            outside.append([bool(chart["signal"].iloc[-1]) for chart in charts])
    g, t = np.mean(outside, axis=0) if outside else (np.nan, np.nan)
    return float(g), float(t)
