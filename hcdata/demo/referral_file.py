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
    "Risk Level",
    "Risk Review Due",
    "Risk Reviewed",
    "Support Began",
    "Dissatisfied",
    "Dissatisfied On",
    "Reason Dissatisfied",
    "Learning",
]
SHEET, FIRST_ROW = "Hub", 3
UNTIDY = 0.05


def titles(day: date) -> list[Cells]:
    """Return the row above the header."""
    return [[f"Victim and Witness Hub referrals (synthetic). Data to {day:%d/%m/%Y} 23:59"]]


def changed_on(referral: Referral) -> list[date]:
    """Return the days on which the hub's record of a crime changed."""
    return [day for day in (referral.entered_on, referral.needs_on, referral.answered_on, referral.reviewed_on) if day]


def referral_row(referral: Referral, day: date, speller: Speller) -> Row:
    """Return one crime's row as it stood at the end of a day."""
    assessed = _known(referral.needs_on, day)
    answered = _known(referral.answered_on, day)
    unhappy = bool(answered) and referral.dissatisfied
    return Row(
        [
            speller.reference(referral.ref, UNTIDY),
            _cell(referral.referred_on),
            referral.offered,
            referral.accepted,
            referral.statement_offered,
            referral.statement_taken,
            _cell(assessed),
            referral.satisfaction if answered else "",
            referral.risk if assessed else "",
            _cell(referral.review_due if assessed else None),
            _cell(_known(referral.reviewed_on, day)),
            _cell(_known(referral.support_began, day)),
            "Y" if unhappy else "N" if answered else "",
            _cell(answered if unhappy else None),
            referral.reason if unhappy else "",
            referral.learned if unhappy else "",
        ]
    )


def _known(when: date | None, day: date) -> date | None:
    """Return a date unless it lies after the day the sheet ends."""
    return when if when and when <= day else None


def _cell(when: date | None) -> datetime | str:
    return datetime.combine(when, time()) if when else ""
