"""Season and trend of monthly figures told apart by STL: loess on each calendar month, then on the whole."""

import numpy as np
import pandas as pd

from hcdata.stats.arrays import Floats, Numbers, to_floats

# Months of a year; three of each are needed before a season can be told from chance: domain brief, seasonality.
YEAR, ENOUGH = 12, 36
# Points of each loess: of one calendar month's years, of the low-pass filter, of the trend; rounds of smoothing.
# The defaults of statsmodels 0.15.0, tsa.seasonal.STL, for a period of 12.
MONTHS, LOW, TREND, ROUNDS = 7, 13, 23, 5


def stl(values: Numbers) -> pd.DataFrame:
    """Split monthly figures in time order: value, trend, season and rest, which add up to the value.

    Units are those of the values. Below 36 months, or with a month missing, all but the value is missing. Not robust:
    an outlier moves its year.
    Source: Cleveland, Cleveland, McRae and Terpenning 1990, Journal of Official Statistics 6; equal to statsmodels.
    """
    series = to_floats(values)
    trend, season = np.full(len(series), np.nan), np.full(len(series), np.nan)
    if len(series) >= ENOUGH and not np.isnan(series).any():
        trend, season = _split(series)
    return pd.DataFrame({"value": series, "trend": trend, "season": season, "rest": series - trend - season})


def _split(series: Floats) -> tuple[Floats, Floats]:
    trend, season = np.zeros(len(series)), np.zeros(len(series))
    for _ in range(ROUNDS):
        cycle = np.empty(len(series) + 2 * YEAR)
        for month in range(YEAR):
            years = (series - trend)[month::YEAR]
            # One year more at each end, so that the filter has something to stand on.
            cycle[month::YEAR] = smooth(years, MONTHS, np.arange(-1, len(years) + 1))
        low = cycle
        for width in (YEAR, YEAR, 3):
            low = np.convolve(low, np.full(width, 1 / width), "valid")
        season = cycle[YEAR:-YEAR] - smooth(low, LOW, np.arange(len(low)))
        trend = smooth(series - season, TREND, np.arange(len(series)))
    return trend, season


def smooth(values: Floats, points: int, at: np.ndarray) -> Floats:
    """Return the loess line, of degree 1 through the nearest `points` values, at positions that may lie outside."""
    size = len(values)
    left = np.clip(at - points // 2, 0, max(0, size - points))
    right = np.minimum(left + points, size) - 1
    reach = np.maximum(at - left, right - at) + max(0, (points - size) // 2)
    place = np.arange(size)
    apart = np.abs(place - at[:, None]) / reach[:, None]
    inside = (place >= left[:, None]) & (place <= right[:, None]) & (apart <= 0.999)
    weight = np.where(inside, (1 - np.where(apart <= 0.001, 0, apart) ** 3) ** 3, 0.0)
    weight /= weight.sum(axis=1, keepdims=True)
    centre = (weight * place).sum(axis=1, keepdims=True)
    spread = (weight * (place - centre) ** 2).sum(axis=1, keepdims=True)
    slope = np.divide(
        at[:, None] - centre, spread, out=np.zeros_like(spread), where=np.sqrt(spread) > 0.001 * (size - 1)
    )
    return np.asarray((weight * (slope * (place - centre) + 1)) @ values)
