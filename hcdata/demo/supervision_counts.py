"""Counts how the true crimes that are still open are supervised."""

from datetime import date, timedelta

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.contacts import INSPECTORS, SUPERVISORS
from hcdata.demo.records import Crime, World
from hcdata.demo.tally import RowCounts

REVIEW_DAYS = 28


def count_supervision(world: World, hate: list[Crime]) -> dict[str, RowCounts]:
    """Return of the open crimes those with a supervisor named, and those reviewed by one, by the day of recording."""
    named, current = RowCounts(), RowCounts()
    last, since = find_last(world), LAST_DAY - timedelta(days=REVIEW_DAYS)
    for crime in hate:
        if crime.outcome:
            continue
        recorded = local(crime.recorded).date()
        where = (crime.ref, recorded, crime.district, crime.strands)
        named.add("of", *where)
        if crime.supervisor_named != "N":
            named.add("n" if crime.supervisor_named else "not_recorded", *where)
        if recorded >= since:
            continue
        current.add("of", *where)
        if crime.ref not in last:
            current.add("not_recorded", *where)
        elif last[crime.ref] >= since:
            current.add("n", *where)
    return {"supervisor_named": named, "review_current": current}


def find_last(world: World) -> dict[str, date]:
    """Return the day of the last review of each crime by a supervisor, but those said not to have been done."""
    found: dict[str, date] = {}
    for review in world.reviews:
        if review.rank in (*SUPERVISORS, *INSPECTORS) and review.done != "N":
            day = local(review.at).date()
            found[review.ref] = max(day, found.get(review.ref, day))
    return found
