"""Every part a figure is split into, also those where nothing was counted."""

from datetime import date
from itertools import product
from typing import Any

from hcdata.common.filters import Period
from hcdata.measures.counts import Counts, Key
from hcdata.measures.dimensions import DIMENSIONS, MONTHS_IN
from hcdata.measures.request import Request
from hcdata.stats.periods import add_months, month_start, quarter


def list_starts(name: str, period: Period) -> list[date]:
    """Return the first days of the months, quarters or years a period touches."""
    if period.start >= period.end:
        return []
    starts = [find_start(name, period.start)]
    while (following := add_months(starts[-1], MONTHS_IN[name])) < period.end:
        starts.append(following)
    return starts


def find_start(name: str, day: date) -> date:
    """Return the first day of the month, quarter or year that holds the day."""
    if name == "month":
        return month_start(day)
    return quarter(day).start if name == "quarter" else date(day.year, 1, 1)


def list_parts(request: Request, counted: dict[Key, Counts]) -> list[list[Any]]:
    """Return the values of each dimension in order: all months, districts and strands asked for, else those counted."""
    return [_list_values(request, name, place, counted) for place, name in enumerate(request.by)]


def cross(parts: list[list[Any]]) -> list[Key]:
    """Return every combination of parts, in order; one empty combination when there are none."""
    return list(product(*parts))


def is_complete(request: Request, key: Key) -> bool:
    """Say whether a part's month, quarter or year (else the whole period) lies inside the period and the data."""
    period, limit = request.period, request.limit
    for name, months in MONTHS_IN.items():
        if name in request.by:
            start = key[request.by.index(name)]
            return bool(period.start <= start and add_months(start, months) <= min(period.end, limit))
    return period.complete and period.end <= limit


def _list_values(request: Request, name: str, place: int, counted: dict[Key, Counts]) -> list[Any]:
    if name in MONTHS_IN:
        return list_starts(name, request.over)
    if name == "district":
        return request.list_districts()
    if name == "strand":
        return request.list_strands()
    seen = {key[place] for key in counted}
    missing = [None] if None in seen else []
    return [*(DIMENSIONS[name].values or sorted(seen - {None})), *missing]
