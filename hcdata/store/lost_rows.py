"""How many rows of a district's month were rejected, and the share of its rows they are: those kept are no figure."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from hcdata.stats.periods import month_start
from hcdata.stats.silence import at_most
from hcdata.store.extracts import Counts, Extract, list_months, total
from hcdata.store.told import Series

# Rejected rows are noticed where so few accepted ones would come by chance less often than this.
_NOTICED = 0.05
# An extract, the months it tells, and the districts its series speaks for.
_Teller = tuple[Extract, Set[date], Set[str] | None]


def find_lost(
    series: Sequence[Series], known: Counts, area: str, month: date, usual: Mapping[str, float], unlikely: float
) -> tuple[int, float]:
    """Return how many rows of a district's month the extract that lost least lost, and the share of its rows they are.

    Rows without a date stand for the months their extract speaks for, each by its share of the rows that have one; for
    its last month where none of that has; and for a month with unlikely few of its usual, in the district or in all
    together, where they are enough to be what it lacks. Of a month that has its usual they are none where another has
    too few.
    """
    found = []
    alone = {area: usual.get(area, 0.0)}
    for extract, told, areas in _list_tellers(series, area, month):
        together = {one: mean for one, mean in usual.items() if areas is None or one in areas}
        ordinary = at_most(total(extract.held, month, alone), alone[area]) >= _NOTICED
        apart = ordinary and _is_short(known, extract, month, together, unlikely)
        kept, lost = _rows_of(extract, told, area, month, undated=not apart)
        # A month mostly rejected is no account of a district that lost little of it either.
        mostly = _is_emptied(extract, month, together, unlikely, most=True)
        if mostly or _is_emptied(extract, month, alone, unlikely, lost):
            spare = total(extract.rejected, None, (area, None))
            lost = max(lost, min(spare, round(alone[area] * _rows_each(extract)) - kept))
        noticed = lost and (not kept or at_most(kept, kept + lost) < _NOTICED)
        found.append((1.0 if mostly else lost / (kept + lost) if noticed else 0.0, lost))
    share, lost = min(found, default=(0.0, 0))
    return lost, share


def _list_tellers(series: Sequence[Series], area: str, month: date) -> list[_Teller]:
    """Return the extracts that speak for a district's month; else those that end in it."""
    every: list[_Teller] = [
        (extract, told, one.areas)
        for one in series
        if one.areas is None or area in one.areas
        for extract, told in zip(one.extracts, one.told, strict=True)
    ]
    ending: list[_Teller] = [
        (extract, told or {month}, areas) for extract, told, areas in every if extract.month == month
    ]
    return [one for one in every if month in one[1]] or ending


def _is_emptied(
    extract: Extract, month: date, usual: Mapping[str, float], unlikely: float, lost: int = 0, *, most: bool = False
) -> bool:
    """Say whether undated rejects are what a month of too few lacks; with `most` only if they outnumber what it has."""
    held, mean = total(extract.held, month, usual), sum(usual.values())
    spare = total(extract.rejected, None, (*usual, None)) / _rows_each(extract)
    few = held + lost / _rows_each(extract)
    enough = at_most(int(held + spare), mean) >= unlikely and (spare > held or not most)
    return enough and at_most(int(few), mean) < unlikely


def _is_short(known: Counts, extract: Extract, month: date, usual: Mapping[str, float], unlikely: float) -> bool:
    """Say whether another month of an extract has unlikely few records: what it lost came without dates."""
    months = list_months(month_start(extract.first), extract.month) if extract.first else []
    mean = sum(usual.values())
    return any(at_most(total(known, other, usual), mean) < unlikely for other in months if other != month)


def _rows_each(extract: Extract) -> float:
    """Return the rows an extract has for each record: several people make several rows of one crime."""
    records, rows = (sum(total(one, month) for month in one) for one in (extract.held, extract.accepted))
    return max(1.0, rows / records) if records else 1.0


def _rows_of(extract: Extract, told: Iterable[date], area: str, month: date, *, undated: bool) -> tuple[int, int]:
    here = (area, None)
    kept, lost = total(extract.accepted, month, here), total(extract.rejected, month, here)
    spare = total(extract.rejected, None, here) if undated else 0
    dated = sum(total(extract.accepted, one, here) for one in told)
    own = not kept and month == extract.month
    return kept, lost + round(spare if own or not dated else spare * kept / dated)
