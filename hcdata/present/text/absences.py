"""Months that are not loaded, or not whole, in words: what is not loaded is never nought."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from hcdata.present.text import numbers
from hcdata.views.absences import Absence
from hcdata.views.results import Trend

NOT_LOADED = "not loaded"
YEAR = 12


def by_month(absences: Iterable[Absence]) -> dict[date, str]:
    """Say of each month what of it is not loaded: 'not loaded', 'without Fenland', 'Fenland in part'."""
    found: dict[date, list[str]] = {}
    for one in absences:
        areas = numbers.listed(list(one.districts))
        said = (f"{areas} in part" if areas else "loaded in part") if one.part else f"without {areas}"
        found.setdefault(one.month, []).append(said if areas or one.part else NOT_LOADED)
    return {month: NOT_LOADED if NOT_LOADED in said else ", ".join(said) for month, said in found.items()}


def states(trend: Trend) -> list[str]:
    """Return for each month of a trend what of it is not loaded, '' where nothing lacks."""
    said = by_month(trend.absences)
    return [said.get(month.date(), "") for month in trend.months["month"]]


def latest(trend: Trend) -> str:
    """Say which months after the last one judged are not loaded: 'August 2026 is not loaded'."""
    judged = trend.complete["month"]
    last = judged.iloc[-1] if len(judged) else None
    told = []
    for month, n, said in zip(trend.months["month"], trend.months["n"], states(trend), strict=True):
        if not said or (last is not None and month < last):
            continue
        if said == NOT_LOADED or pd.isna(n):
            told.append(f"{month:%B %Y} is not loaded.")
        else:
            told.append(f"{month:%B %Y}: {n:,.0f} {said}, so it is not judged.")
    return " ".join(told)


def last_year(trend: Trend) -> str:
    """Say which of the last twelve months are not loaded whole: 'Aug 2026 not loaded'; '' where none."""
    named: dict[str, list[str]] = {}
    for month, said in list(zip(trend.months["month"], states(trend), strict=True))[-YEAR:]:
        if said:
            named.setdefault(said, []).append(numbers.month(month))
    return "; ".join(f"{numbers.listed(months)} {said}" for said, months in named.items())


def page_words(absences: Iterable[Absence]) -> str:
    """Say on the line of facts what a period lacks: 'not loaded: Fenland in Aug 2026'; '' where nothing lacks."""
    months: dict[str, list[str]] = {}
    for one in absences:
        areas = numbers.listed(list(one.districts)) or "all districts asked for"
        named = months.setdefault(f"{areas}, in part," if one.part else areas, [])
        named += [] if (said := numbers.month(one.month)) in named else [said]
    said = "; ".join(f"{areas} in {numbers.listed(named)}" for areas, named in months.items())
    return f"not loaded: {said}" if said else ""


def without(absences: Iterable[Absence]) -> str:
    """Say what a figure lacks: 'without Fenland in Aug 2026, not loaded'; '' for nothing."""
    named, whole = _name(absences)
    return f"without {'; '.join(named)}, not loaded{whole}" if named else ""


def explain(absences: Iterable[Absence]) -> str:
    """Say why there is no figure: 'Not given: Fenland in Aug 2026 is not loaded.'; '' for nothing."""
    told = list(absences)
    named, whole = _name(told)
    are = "is" if len(named) == len({one.month for one in told}) == 1 else "are"
    return f"Not given: {'; '.join(named)} {are} not loaded{whole}." if named else ""


def _name(absences: Iterable[Absence]) -> tuple[list[str], str]:
    """Name months with their districts, and say ' whole' where a part is loaded of any."""
    months: dict[tuple[str, ...], list[str]] = {}
    part = False
    for one in absences:
        part |= one.part
        named = months.setdefault(one.districts, [])
        if (said := numbers.month(one.month)) not in named:
            named.append(said)
    pairs = ((numbers.listed(list(areas)), numbers.listed(named)) for areas, named in months.items())
    return [" in ".join(filter(None, pair)) for pair in pairs], " whole" if part else ""
