"""The victim and witness hub's workbook: one row for each crime, sent again when it changes."""

from datetime import date, datetime, time

from hcdata.demo.records import Referral
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Row

HEADER = [
    "Crime Reference",
    "Date Referred",
    "Support Offered",
    "Support Accepted",
    "VPS Offered",
    "VPS Taken",
    "Needs Assessment Date",
    "Satisfaction",
]
SHEET, FIRST_ROW = "Hub", 3
UNTIDY = 0.05


def titles(day: date) -> list[Cells]:
    """Return the row above the header."""
    return [[f"Victim and Witness Hub referrals (synthetic). Data to {day:%d/%m/%Y} 23:59"]]


def changed_on(referral: Referral) -> list[date]:
    """Return the days on which the hub's record of a crime changed."""
    return [day for day in (referral.entered_on, referral.needs_on, referral.answered_on) if day]


def referral_row(referral: Referral, day: date, speller: Speller) -> Row:
    """Return one crime's row as it stood at the end of a day."""
    needs = referral.needs_on if referral.needs_on and referral.needs_on <= day else None
    satisfaction = referral.satisfaction if referral.answered_on and referral.answered_on <= day else ""
    dates = [datetime.combine(when, time()) if when else "" for when in (referral.referred_on, needs)]
    return Row(
        [
            speller.reference(referral.ref, UNTIDY),
            dates[0],
            referral.offered,
            referral.accepted,
            referral.statement_offered,
            referral.statement_taken,
            dates[1],
            satisfaction,
        ]
    )
