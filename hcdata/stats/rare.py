"""Charts of the time, or the number of cases, between rare events: G and T charts, and the runs rules they go with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import log2

import numpy as np
import pandas as pd
from scipy import special

from hcdata.stats import spc
from hcdata.stats.arrays import Floats, Numbers, to_floats

# Weibull times raised to this power are close to normal: Nelson 1994, Journal of Quality Technology 26.
POWER = 1 / 3.6
# Mean moving range of two over standard deviation: Wheeler, Understanding Variation.
D2 = 1.128
# Limits at three standard deviations, the nearer lines at two: qicharts2 0.8.1.
FAR, NEAR = 3, 2
# Chance of as few crossings, or fewer, that is no longer taken for chance: Anhøj and Olesen 2014, PLoS ONE 9.
CROSSINGS_TAIL = 0.05


@dataclass(frozen=True)
class Runs:
    """How a series lies about its centre line: points off it, longest run, crossings, and the bounds of both."""

    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    crossings_needed: int

    @property
    def signal(self) -> bool:
        """Whether the longest run is longer, or the crossings fewer, than chance would give."""
        return self.longest > self.longest_allowed or self.crossings < self.crossings_needed


def gaps(days: Iterable[date], *, merge: bool = False) -> pd.DataFrame:
    """Return the days between events: day (of the later event), gap, events (on that day), in order of date.

    Two events on one day are 0 days apart: a G chart takes them so. A T chart cannot, as no time has passed:
    `merge` makes one event of all those of a day, and `events` says how many they were.
    """
    counts = pd.Series(pd.to_datetime(list(days))).value_counts().sort_index()
    if not merge:
        counts = pd.Series(1, index=counts.index.repeat(counts.to_numpy()), dtype="int64")
    after = counts.index[1:]
    between = (after - counts.index[:-1]).days if len(after) else []
    return pd.DataFrame({"day": after, "gap": np.array(between, dtype=float), "events": counts.to_numpy()[1:]})


def g(values: Numbers) -> pd.DataFrame:
    """Judge whole numbers between events, 0 allowed: value, centre, lower, upper, lower95, upper95, signal.

    The centre is the median; limits are the mean and standard deviations of a geometric count. signal is whether a
    value lies outside lower and upper. ValueError for a negative number. Source: qicharts2 0.8.1, qic(chart = "g").
    """
    series = _check(values, "g", 0)
    if not len(series):
        return _frame(series, np.nan, np.nan, np.nan, np.nan, np.nan)
    mean = series.mean()
    spread = np.sqrt(mean * (mean + 1))
    low, low95 = (max(0.0, mean - reach * spread) for reach in (FAR, NEAR))
    return _frame(series, float(np.median(series)), low, mean + FAR * spread, low95, mean + NEAR * spread)


def t(values: Numbers) -> pd.DataFrame:
    """Judge times between events, all above 0: value, centre, lower, upper, lower95, upper95, signal, as `g`.

    Limits are those of an XmR chart, outliers screened, of the times made nearly normal and turned back. A time of 0
    gives ValueError: merge the events of one day first (`gaps`). Source: qicharts2 0.8.1, qic(chart = "t").
    """
    series = _check(values, "t", np.nextafter(0, 1))
    mean, width = spc.find_limits(series**POWER, screen_outliers=True)
    spread = width / spc.LIMIT_FACTOR / D2
    lines = [mean, *(mean + reach * spread for reach in (-FAR, FAR, -NEAR, NEAR))]
    return _frame(series, *(max(0.0, line) ** (1 / POWER) if not np.isnan(line) else np.nan for line in lines))


def runs(values: Numbers, centre: float) -> Runs:
    """Count runs and crossings about the centre line; points on it are left out.

    Source: Anhøj and Olesen 2014, PLoS ONE 9 (run charts of health care data), as in qicharts2 0.8.1.
    """
    away = np.sign(to_floats(values) - centre)
    away = away[(away != 0) & ~np.isnan(away)]
    useful = len(away)
    if useful < 2:
        return Runs(useful, useful, useful, 0, 0)
    turns = np.flatnonzero(np.diff(away) != 0)
    longest = int(np.diff(np.r_[-1, turns, useful - 1]).max())
    chances = special.bdtr(np.arange(useful), useful - 1, 0.5)
    needed = int(np.searchsorted(chances, CROSSINGS_TAIL))
    return Runs(useful, longest, round(log2(useful) + 3), len(turns), needed)


def _check(values: Numbers, chart: str, least: float) -> Floats:
    series = to_floats(values)
    if np.isnan(series).any() or (series < least).any():
        found = "a value that is missing, negative" + (" or nought" if least else "")
        raise ValueError(f"{chart} chart: found {found}. Expected: what lies between events, each known.")
    return series


def _frame(value: Floats, centre: float, lower: float, upper: float, lower95: float, upper95: float) -> pd.DataFrame:
    table = pd.DataFrame({"value": value, "centre": centre, "lower": lower, "upper": upper})
    outside = (value < lower) | (value > upper)
    return table.assign(lower95=lower95, upper95=upper95, signal=outside)
