"""What is not loaded of the months and districts a figure or series speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hcdata.common.filters import Period
from hcdata.measures.grid import list_starts
from hcdata.store.coverage import Lack, Why
from hcdata.store.query import Store
from hcdata.store.reference import LEFT_OVER


@dataclass(frozen=True)
class Absence:
    """A month that is not loaded, or not whole: in the districts named, or in all that are asked for (none named).

    `part` where some of it is loaded of each of these districts.
    """

    month: date
    districts: tuple[str, ...]
    part: bool
    why: Why


def find_absences(store: Store, feeds: Iterable[str], period: Period, districts: Iterable[str]) -> tuple[Absence, ...]:
    """Return what feeds lack of districts in a period, by month; of districts ever loaded."""
    found: list[Absence] = []
    for feed in feeds:
        coverage = store.coverage(feed)
        asked = [one for one in districts if one not in dict(LEFT_OVER) and one not in coverage.never]
        lacks: dict[tuple[date, bool], list[Lack]] = {}
        for lack in coverage.find(asked, list_starts("month", period)):
            lacks.setdefault((lack.month, not lack.whole), []).append(lack)
        for (month, part), of in lacks.items():
            named = () if len(of) == len(asked) else tuple(store.district_names[one.district] for one in of)
            found.append(Absence(month, named, part, of[0].why))
    everywhere = {one.month for one in found if not one.districts and not one.part}
    told = (one for one in found if not one.districts or one.month not in everywhere)
    return tuple(sorted(dict.fromkeys(told), key=lambda one: one.month))
