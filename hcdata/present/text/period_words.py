"""Periods in words: '12 months to Oct 2026', 'Oct 2026', or the first and last day."""

from datetime import timedelta

from hcdata.common.filters import Period
from hcdata.present.text import numbers
from hcdata.stats.periods import count_months

# What a choice of period is called where it is of whole months.
NAMES = {
    "12m": "12 months",
    "36m": "36 months",
    "quarter": "quarter",
    "fytd": "financial year",
    "all": "all months",
}


def say(period: Period, name: str = "custom") -> str:
    """Say a period, by the choice it was asked for by where that has a name."""
    if period.start >= period.end:
        return "no complete month"
    last = period.end - timedelta(days=1)
    if _is_month(period):
        return numbers.month(last)
    if _is_named(period, name):
        return f"{NAMES[name]} to {numbers.month(last)}"
    if _is_whole(period):
        return f"{numbers.month(period.start)} to {numbers.month(last)}"
    return f"{numbers.day(period.start)} to {numbers.day(last)}"


def during(period: Period, name: str = "custom") -> str:
    """Say when: 'in the 12 months to Oct 2026', 'in Oct 2026', 'from 10 Mar 2025 to 20 Jun 2025'."""
    said = say(period, name)
    if period.start >= period.end or _is_month(period):
        return f"in {said}"
    if _is_named(period, name):
        return f"in {said}" if name == "all" else f"in the {said}"
    return f"from {said}"


def _is_whole(period: Period) -> bool:
    return period.start.day == 1 and period.end.day == 1


def _is_month(period: Period) -> bool:
    return _is_whole(period) and count_months(period.start, period.end) == 1


def _is_named(period: Period, name: str) -> bool:
    return _is_whole(period) and name in NAMES
