"""How numbers are written: thousands, percentages, rates, months."""

from datetime import date
from typing import Any

import pandas as pd

from hcdata.views.results import Figure


def count(value: float | None) -> str:
    """Write a count: 1,702."""
    return "none recorded" if _is_missing(value) else f"{value:,.0f}"


def percent(value: float | None) -> str:
    """Write a share between 0 and 1 as a percentage to one decimal: 14.2 %."""
    return "-" if _is_missing(value) else f"{value:.1%}".replace("%", " %")


def rate(value: float | None) -> str:
    """Write a rate per 1,000: 1.90."""
    return "-" if _is_missing(value) else f"{value:.2f}"


def days(value: float | None) -> str:
    """Write a number of days: '43 days', '1 day', '4.5 days'; from ten on whole."""
    if value is None or _is_missing(value):
        return "-"
    if value >= 10 or value == round(value):
        return f"{value:,.0f} {'day' if value == 1 else 'days'}"
    return f"{value:,.1f} days"


def month(day: date | pd.Timestamp) -> str:
    """Write a month: Oct 2026."""
    return f"{day:%b %Y}"


def day(when: date | pd.Timestamp) -> str:
    """Write a date: 31 Oct 2026."""
    return f"{when.day} {when:%b %Y}"


def change(now: float, before: float) -> str:
    """Write a percentage change: +3 %, -12 %; nothing where it rounds to none."""
    moved = round(now / before - 1, 2)
    return f"{moved:+.0%}".replace("%", " %") if moved else ""


def value(figure: Figure) -> str:
    """Write a figure's value with its n: '1,702', '14.2 % (23 of 162)', '1.90'; below the minimum n only '3 of 7'."""
    if figure.missing:
        return "-"
    if figure.unit == "percent":
        return share(figure.value, figure.n, figure.of, figure.minimum_n)
    if figure.unit == "days":
        return days(figure.value)
    return rate(figure.value) if figure.unit == "rate" else count(figure.n)


def share(value: float | None, n: int, of: int | None, least: int) -> str:
    """Write a share with its n: '14.2 % (23 of 162)'; of a base below `least` only '3 of 7'."""
    over = f"{n:,} of {of or 0:,}"
    return over if (of or 0) < least else f"{percent(value)} ({over})"


def listed(items: list[str], last: str = "and") -> str:
    """Join words: 'a', 'a and b', 'a, b and c'."""
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def counted(n: float, one: str, many: str) -> str:
    """Write a number with its noun: '1 crime', '1,702 crimes', 'no crimes'."""
    return f"{n:,.0f} {one if n == 1 else many}" if n else f"no {many}"


def _is_missing(value: Any) -> bool:
    return value is None or bool(pd.isna(value))
