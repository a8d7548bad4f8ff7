"""Counts what the force and its Victim and Witness Hub did for victims, from the true records."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.contacts import INSPECTORS, SUPERVISORS
from hcdata.demo.records import Contact, Crime, Referral, World
from hcdata.demo.repeats import person_key
from hcdata.demo.tally import RowCounts

REFERRAL_DAYS, UPDATE_DAYS = 2, 1
# Bank holidays of England (data/README.md).
HOLIDAYS = Path(__file__).parents[2] / "data" / "reference" / "bank_holidays.csv"
_ANSWERED = {"Y": "n", "N": "of"}


@cache
def bank_holidays() -> frozenset[date]:
    """Return the bank holidays on file."""
    with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
        return frozenset(date.fromisoformat(row["day"]) for row in csv.DictReader(lines))


def working_days(first: date, last: date) -> int:
    """Return the working days after one day and up to another, day by day."""
    days = (first + timedelta(days=step) for step in range(1, (last - first).days + 1))
    return sum(day.weekday() < 5 and day not in bank_holidays() for day in days)


def has_victim(crime: Crime) -> bool:
    """Whether an individual victim is identified."""
    return any(part.role == "Victim" and person_key(part.person) for part in crime.parts)


def count_support(world: World, hate: list[Crime]) -> dict[str, RowCounts]:
    """Return what the Hub's sheet shows of each duty to a victim, by recorded day."""
    sheet = {referral.ref: referral for referral in world.referrals}
    victims = [(crime, sheet.get(crime.ref)) for crime in hate if has_victim(crime)]
    return {
        "hub_referral": _count(victims, lambda _, row: _ANSWERED.get(row.offered) if row else None),
        "statement_offered": _count(victims, lambda _, row: _ANSWERED.get(row.statement_offered) if row else None),
        "risk_assessed": _count(victims, lambda _, row: "n" if row and row.needs_on else None),
        "hub_referral_2d": _count(victims, _referred),
        "risk_reviewed": _count(
            ((crime, row) for crime in hate if (row := sheet.get(crime.ref)) and row.review_due),
            _reviewed,
            lambda _, row: row.review_due,
        ),
        "satisfaction": _count(
            ((crime, row) for crime in hate if (row := sheet.get(crime.ref)) and row.satisfaction),
            lambda _, row: "n" if row and row.satisfaction in ("Very satisfied", "Fairly satisfied") else "of",
        ),
    }


def _count(
    cases: Iterable[tuple[Crime, Any]],
    judge: Callable[[Crime, Any], str | None],
    day: Callable[[Crime, Any], date] = lambda crime, _: local(crime.recorded).date(),
) -> RowCounts:
    """Count cases, with what is told of each, by what they are judged.

    'n' is met, 'of' due and not met, None not recorded, 'not due' left out.
    """
    tally = RowCounts()
    for crime, told in cases:
        where = (crime.ref, day(crime, told), crime.district, crime.strands)
        found = judge(crime, told) or "not_recorded"
        if found != "not due":
            tally.add("of", *where)
            tally.add(found, *where)
    return tally


def _referred(crime: Crime, row: Referral | None) -> str | None:
    recorded = local(crime.recorded).date()
    reported = recorded if crime.reported is None else min(recorded, local(crime.reported).date())
    if row and row.referred_on:
        return "n" if working_days(reported, row.referred_on) <= REFERRAL_DAYS else "of"
    declined = bool(row and row.accepted == "N")
    return "not due" if declined or working_days(reported, LAST_DAY) < REFERRAL_DAYS else None


def _reviewed(_: Crime, row: Referral) -> str | None:
    due = row.review_due or LAST_DAY
    if row.reviewed_on and row.reviewed_on <= due:
        return "n"
    return "not due" if due > LAST_DAY else "of" if row.reviewed_on else None


def count_calls(world: World, hate: list[Crime]) -> dict[str, RowCounts]:
    """Return what the contact sheet shows of each duty to a victim: by recorded day, or by the day of the outcome."""
    made: dict[str, list[Contact]] = defaultdict(list)
    for contact in world.contacts:
        made[contact.ref].append(contact)
    sheet = {referral.ref: referral for referral in world.referrals}
    victims = [(crime, made[crime.ref]) for crime in hate if has_victim(crime)]
    closed = [(crime, calls) for crime, calls in victims if crime.outcome_on]
    unhappy = [(crime, (sheet[crime.ref], made[crime.ref])) for crime in hate if _is_unhappy(sheet.get(crime.ref))]
    return {
        "supervisor_call": _count(victims, _called),
        "closure_call": _count(closed, _closed, lambda crime, _: crime.outcome_on or LAST_DAY),
        "code_updates": _count(closed, _told, lambda crime, _: crime.outcome_on or LAST_DAY),
        "inspector_contact": _count(unhappy, _answered_for),
    }


def _is_unhappy(row: Referral | None) -> bool:
    return bool(row and row.dissatisfied)


def _called(crime: Crime, calls: list[Contact]) -> str | None:
    if any(call.rank in (*SUPERVISORS, *INSPECTORS) for call in calls):
        return "n"
    return "not due" if local(crime.recorded).date() >= LAST_DAY else None


def _closed(crime: Crime, calls: list[Contact]) -> str | None:
    days = [local(call.at).date() for call in calls if call.kind == "Pre-closure"]
    return ("n" if crime.outcome_on and min(days) <= crime.outcome_on else "of") if days else None


def _told(crime: Crime, calls: list[Contact]) -> str | None:
    end = crime.outcome_on or LAST_DAY
    told = [day for call in calls if call.kind in ("Update", "Pre-closure") and (day := local(call.at).date()) >= end]
    if told and working_days(end, min(told)) <= UPDATE_DAYS:
        return "n"
    return "not due" if working_days(end, LAST_DAY) < UPDATE_DAYS else "of" if told else None


def _answered_for(_: Crime, told: tuple[Referral, list[Contact]]) -> str | None:
    since = told[0].answered_on or LAST_DAY
    if any(call.rank in INSPECTORS and local(call.at).date() >= since for call in told[1]):
        return "n"
    return "not due" if since >= LAST_DAY else None
