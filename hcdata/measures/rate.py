"""Counts over residents: the 12 months to the end of each month, or of the period."""

from typing import Any

from hcdata.measures.counts import Counts, Key
from hcdata.measures.grid import cross
from hcdata.measures.request import Request
from hcdata.measures.window import MONTHS
from hcdata.stats.periods import add_months, month_start
from hcdata.store.reference import LEFT_OVER


def roll(
    by: tuple[str, ...], parts: list[list[Any]], counted: dict[Key, Counts]
) -> tuple[list[list[Any]], dict[Key, Counts]]:
    """Replace monthly counts by sums of 12 months; the months that only served as a run-up are no longer parts."""
    if "month" not in by:
        return parts, counted
    place = by.index("month")
    months = parts[place]
    shown = [*parts[:place], months[MONTHS - 1 :], *parts[place + 1 :]]
    window = {month: months[end - MONTHS + 1 : end + 1] for end, month in enumerate(months)}

    def total(key: Key) -> Counts:
        keys = ((*key[:place], month, *key[place + 1 :]) for month in window[key[place]])
        return Counts(sum(counted[one].things for one in keys if one in counted))

    return shown, {key: total(key) for key in cross(shown)}


def find_residents(request: Request, keys: list[Key]) -> list[int | None]:
    """Return the residents behind each part: its district's, else all districts' asked for; None where one has none."""
    found = request.store.residents
    if "district" in request.by:
        place = request.by.index("district")
        return [found.get(key[place]) for key in keys]
    asked = request.list_districts()
    if not request.filters.districts:
        asked = [one for one in asked if one in request.loaded and one not in dict(LEFT_OVER)]
    known = bool(asked) and set(asked) <= set(found)
    return [sum(found[one] for one in asked) if known else None] * len(keys)


def is_short(request: Request, key: Key) -> bool:
    """Say whether fewer than 12 months are loaded up to a part's end."""
    first = request.store.first(request.measure.needs[0])
    if first is None:
        return True
    if "month" in request.by:
        return bool(key[request.by.index("month")] < add_months(month_start(first), MONTHS - 1))
    return add_months(request.period.end, -MONTHS) < month_start(first)
