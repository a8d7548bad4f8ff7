"""The twelve months a rate looks back over."""

from dataclasses import replace

from hcdata.common.filters import Period
from hcdata.stats.periods import add_months, month_start

MONTHS = 12


def widen(period: Period, by: tuple[str, ...]) -> Period:
    """Return the dates to count over: eleven months more for a series, the last 12 months for one figure."""
    if period.start >= period.end:
        return period
    if "month" in by:
        return replace(period, start=add_months(month_start(period.start), 1 - MONTHS))
    return replace(period, start=add_months(period.end, -MONTHS))
