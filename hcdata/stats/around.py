"""Daily counts before and after an event, against what the same weekdays and season would bring."""

from datetime import date

import numpy as np
import pandas as pd

from hcdata.stats import compare

# Days on each side of an event: domain brief, exceptional events.
DAYS = 14
# Days on each side of the same date, in every year known, that make the season: twelve weeks a year, two or four of
# them compared.
SEASON = 42
# Weeks and not dates, so that a year back is the same weekday.
YEAR = 364


def around(counts: pd.Series, event: date, *, days: int = DAYS, season: int = SEASON) -> pd.DataFrame:
    """Compare the days before and from an event with the same weekdays of its season: one row before, one after.

    counts: events a day, indexed by every day known, in any order. Columns: window, first and last (days), days (with
    data), n, expected, ratio, lower, upper (95 %), p (two-sided); missing where there is nothing to expect from.
    Usual are the days within `season` days of the date in its own and every other year known, but those compared.
    expected adds up the usual count of each weekday; p is compare.counts' (Poisson).
    ValueError where a day stands twice or a count is missing.
    """
    index = pd.DatetimeIndex(counts.index).normalize()
    if index.has_duplicates or counts.isna().any():
        raise ValueError("daily counts: found a day twice or a count missing. Expected: each day once, with its count.")
    table = pd.DataFrame({"n": counts.to_numpy(dtype=float), "weekday": index.day_of_week}, index=index).sort_index()
    away = np.asarray((table.index - pd.Timestamp(event)).days)
    compared = (away >= -days) & (away < days)
    usual = table[~compared & (_distance(away) <= season)]
    rows = [
        _compare(name, table[(away >= first) & (away < first + days)], usual)
        for name, first in (("before", -days), ("after", 0))
    ]
    return pd.DataFrame(
        rows, columns=["window", "first", "last", "days", "n", "expected", "ratio", "lower", "upper", "p"]
    )


def _distance(away: np.ndarray) -> np.ndarray:
    """Return the days from the same weekday nearest to the date, in whichever year."""
    return np.abs((away + YEAR // 2) % YEAR - YEAR // 2)


def _compare(name: str, window: pd.DataFrame, usual: pd.DataFrame) -> list[object]:
    first, last = (window.index[0], window.index[-1]) if len(window) else (pd.NaT, pd.NaT)
    n, each = window["n"].sum(), usual.groupby("weekday")["n"].mean()
    expected = window["weekday"].map(each).sum(skipna=False) if len(window) else np.nan
    if not expected > 0:
        return [name, first, last, len(window), n, expected, np.nan, np.nan, np.nan, np.nan]
    # Exposures are what is expected of the window and of the usual days: their ratio under no change is 1.
    found = compare.counts(n, usual["n"].sum(), expected, usual["n"].sum())
    return [name, first, last, len(window), n, expected, found.ratio, found.lower, found.upper, found.p]
