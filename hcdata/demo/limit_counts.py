"""Counts the true crimes whose summary time limit is near."""

from calendar import monthrange
from datetime import date, timedelta

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.outcome_counts import UNKNOWN
from hcdata.demo.records import Crime
from hcdata.demo.tally import RowCounts

SUMMARY_ONLY = ("105A", "9A", "8L")
DAYS = {"summary_limit_near": 45, "summary_limit_close": 14}


def limit_of(crime: Crime) -> date:
    """Return the day six months after the offence, the last of that month where it has no such day."""
    on = local(crime.committed[0]).date()
    year, month = on.year + (on.month + 5) // 12, (on.month + 5) % 12 + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def count_limits(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return the open summary offences whose limit is near, by the day of their recording."""
    tallies = {measure: RowCounts(counts_only=True) for measure in DAYS}
    for crime in hate:
        if crime.code not in SUMMARY_ONLY or (crime.outcome and crime.outcome not in UNKNOWN):
            continue
        where = (crime.ref, local(crime.recorded).date(), crime.district, crime.strands)
        for measure, days in DAYS.items():
            if LAST_DAY <= limit_of(crime) <= LAST_DAY + timedelta(days=days):
                tallies[measure].add("not_recorded" if crime.outcome else "n", *where)
    return tallies
