"""Whether what a part of a figure counts was loaded: whole, in part, or not at all."""

from datetime import date
from typing import NamedTuple

from hcdata.common.filters import Period
from hcdata.measures.counts import Key
from hcdata.measures.dimensions import MONTHS_IN
from hcdata.measures.grid import list_starts
from hcdata.measures.request import Request
from hcdata.measures.window import MONTHS
from hcdata.stats.periods import add_months


class Missing(NamedTuple):
    """Whether nothing, or not everything, of a part is loaded."""

    whole: bool
    part: bool


def find(request: Request, keys: list[Key]) -> list[Missing]:
    """Say of each part what is missing of it; parts of one district and time share the answer."""
    known: dict[Key, Missing] = {}
    places = [place for place, name in enumerate(request.by) if name == "district" or name in MONTHS_IN]
    found = []
    for key in keys:
        part = tuple(key[place] for place in places)
        if part not in known:
            known[part] = _find(request, key)
        found.append(known[part])
    return found


def _find(request: Request, key: Key) -> Missing:
    districts = [key[request.by.index("district")]] if "district" in request.by else request.list_districts()
    loaded = [one for one in districts if one in request.loaded]
    if districts and not loaded:
        return Missing(True, True)
    months = _list_months(request, key)
    lacks = request.lacks(loaded, months)
    if not lacks:
        return Missing(False, False)
    gone = {(one.district, one.month) for one in lacks if one.whole}
    # Twelve months that hold one that is not loaded are no twelve months.
    none = request.measure.kind == "rate" or len(gone) == len(loaded) * len(months)
    return Missing(none, True)


def _list_months(request: Request, key: Key) -> list[date]:
    """Return the months a part counts over; how things stand on one day has none, unless it is split by them."""
    for name, wide in MONTHS_IN.items():
        if name in request.by:
            start = key[request.by.index(name)]
            back = 1 - MONTHS if request.measure.kind == "rate" else 0
            # A quarter or year begun has only the months that are counted so far.
            end = max(min(add_months(start, wide), request.period.end), add_months(start, 1))
            return list_starts("month", Period(add_months(start, back), end, True))
    return [] if request.measure.is_of_one_day else list_starts("month", request.over)
