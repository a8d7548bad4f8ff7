"""What is not loaded of the months and districts a figure or series speaks of: facts, and the few words for a note."""

from collections.abc import Iterable, Sequence
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
        if (said := f"{one.month:%b %Y}") not in named:
            named.append(said)
    parts = [" in ".join(filter(None, (_listed(areas), _listed(named)))) for areas, named in months.items()]
    return parts, " whole" if part else ""


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
