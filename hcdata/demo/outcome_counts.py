"""Counts how the true crimes ended: in period, closed, cohort, matured, charged, and by what closed them."""

from datetime import date, timedelta

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.records import Crime
from hcdata.demo.tally import RowCounts, spread_of

POSITIVE = {"1", "2", "3", "4", "6", "7", "8"}
# Of the crimes closed in a month, the share closed so.
CLOSED_AS = {
    "positive_outcome_closed": POSITIVE,
    "victim_attrition": {"14", "16"},
    "attrition_no_suspect": {"14"},
    "attrition_suspect": {"16"},
    "no_suspect": {"18"},
}
MATURED_DAYS = 120
# Codes of outcomes nobody has mapped: the crime is neither open nor known to be closed.
UNKNOWN = {"23"}


def parent(code: str) -> str:
    """Return an outcome code without the letter of an alternate offence."""
    return code.removesuffix("A")


def count_outcomes(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return every measure of outcomes."""
    return {
        **count_closed(hate),
        **count_recorded(hate),
        "time_limit_lapses": count_lapses(hate),
        "days_to_outcome": count_days(hate),
    }


def count_closed(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return the shares of the crimes closed, by the day of the outcome."""
    tallies = {measure: RowCounts() for measure in CLOSED_AS}
    for crime in hate:
        if crime.outcome_on is None:
            continue
        where = (crime.ref, crime.outcome_on, crime.district, crime.strands)
        for measure, codes in CLOSED_AS.items():
            tallies[measure].add("of", *where)
            if parent(crime.outcome) in codes:
                tallies[measure].add("n", *where)
    return tallies


def count_lapses(hate: list[Crime]) -> RowCounts:
    """Return the crimes whose time limit ran out."""
    tally = RowCounts(counts_only=True)
    for crime in hate:
        if crime.outcome == "17" and crime.outcome_on:
            tally.add("n", crime.ref, crime.outcome_on, crime.district, crime.strands)
    return tally


def count_days(hate: list[Crime]) -> RowCounts:
    """Return the crimes closed on or after the day of their recording, and those closed before it."""
    tally = RowCounts(counts_only=True)
    for crime in hate:
        if crime.outcome_on:
            known = crime.outcome_on >= local(crime.recorded).date()
            where = (crime.ref, crime.outcome_on, crime.district, crime.strands)
            tally.add("n" if known else "not_recorded", *where)
    return tally


def find_days(hate: list[Crime], first: date) -> dict[str, float]:
    """Return the days from recording to outcome that half, and nine in ten, of the crimes closed from a day on took."""
    took = [
        (crime.outcome_on - local(crime.recorded).date()).days
        for crime in hate
        if crime.outcome_on and crime.outcome_on >= first
    ]
    return spread_of([days for days in took if days >= 0])


def count_recorded(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return the shares of the crimes recorded: in period, cohort, matured, charged."""
    bases = ("positive_outcome_in_period", "positive_outcome_cohort", "positive_outcome_matured", "charge_rate")
    tallies = {measure: RowCounts() for measure in bases}
    for crime in hate:
        code, on, recorded = parent(crime.outcome), crime.outcome_on, local(crime.recorded).date()
        cohort = (crime.ref, recorded, crime.district, crime.strands)
        mature = recorded + timedelta(days=MATURED_DAYS) <= LAST_DAY
        for measure in bases:
            if mature or measure != "positive_outcome_matured":
                tallies[measure].add("of", *cohort)
        if on is None:
            continue
        if code == "1":
            tallies["charge_rate"].add("n", *cohort)
        if code in POSITIVE:
            tallies["positive_outcome_in_period"].add("n", crime.ref, on, crime.district, crime.strands)
            tallies["positive_outcome_cohort"].add("n", *cohort)
            if mature and (on - recorded).days <= MATURED_DAYS:
                tallies["positive_outcome_matured"].add("n", *cohort)
    return tallies
