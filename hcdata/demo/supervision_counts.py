"""Counts how the true crimes that are still open are supervised."""

from hcdata.demo.clock import local
from hcdata.demo.records import Crime
from hcdata.demo.tally import RowCounts


def count_supervision(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return of the open crimes those with a supervisor named, by the day of their recording."""
    named = RowCounts()
    for crime in hate:
        if crime.outcome:
            continue
        where = (crime.ref, local(crime.recorded).date(), crime.district, crime.strands)
        named.add("of", *where)
        if crime.supervisor_named != "N":
            named.add("n" if crime.supervisor_named else "not_recorded", *where)
    return {"supervisor_named": named}
