"""The delivery plan workbook: about two dozen actions, as they stand at the end of each month."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from hcdata.demo.clock import extract_days
from hcdata.demo.tables import Row

HEADER = [
    "Action No",
    "Key Action",
    "Action",
    "District",
    "Owner",
    "Status",
    "Raised",
    "Due",
    "Last Updated",
    "Latest Update",
    "Discharged On",
]
SHEET, FIRST_ROW = "Delivery plan", 2
KEY_ACTIONS = ("1 Prevent", "2 Respond", "3 Report", "4 Support", "5 Understand", "6 Improve investigations")
# Key action, what is to be done, district or Force, owner.
ACTIONS = (
    (1, "Joint patrols with bus operators at the evening peak", "Peterborough", "Operations Chief Inspector"),
    (1, "Best bar none briefing on hate for licensed premises", "Cambridge City", "Licensing Sergeant"),
    (1, "Schools input on online hate before the summer term", "Huntingdonshire", "Youth Officer"),
    (1, "Design review of the two most repeated places", "Fenland", "Crime Manager"),
    (2, "Briefing card for response teams on first attendance", "Force", "Tactical Lead"),
    (2, "Weekly scrutiny of the incident log by the SPOC", "East Cambridgeshire", "Detective Sergeant SPOC"),
    (2, "Control room question set for perceived hostility", "Force", "Control Room Inspector"),
    (2, "Tension monitoring after trigger events", "Peterborough", "Neighbourhood Inspector"),
    (3, "Refresh the third-party reporting centres", "South Cambridgeshire", "Community Officer"),
    (3, "True Vision link on partner web pages", "Force", "Communications Officer"),
    (3, "Reporting surgery with disability groups", "Fenland", "Community Officer"),
    (3, "Easy-read reporting leaflet", "Huntingdonshire", "Community Officer"),
    (4, "Victim personal statement offered at first contact", "Force", "Victim Hub Manager"),
    (4, "Hub referral within two working days", "Force", "Victim Hub Manager"),
    (4, "Call back to dissatisfied victims by an inspector", "Cambridge City", "Crime Manager"),
    (4, "Repeat victims reviewed every month", "Peterborough", "Detective Sergeant SPOC"),
    (5, "Community profile of under-reporting", "Force", "Analyst"),
    (5, "Missed flag check on aggravated offence codes", "Force", "Crime Registrar"),
    (5, "Place-by-place review of night-time hate crime", "Cambridge City", "Analyst"),
    (5, "Survey of third-party centres", "East Cambridgeshire", "Partnership Officer"),
    (6, "Supervisor contact within 24 hours: weekly exceptions", "Fenland", "Crime Manager"),
    (6, "Dip sample of outcome 16 files", "Force", "Crime Manager"),
    (6, "Time-limit tracker for summary offences", "Force", "Detective Inspector"),
    (6, "Aggravation evidenced in charging files", "South Cambridgeshire", "Detective Sergeant SPOC"),
)
NOTES = (
    "On track",
    "Awaiting partner reply",
    "Draft circulated",
    "Delayed by abstractions",
    "First results reviewed",
    "Meeting held",
)
# When an open action is due, in days from the end of the data: one in five is overdue.
DUE_IN = (-45, -12, 20, 40, 60, 75, 90, 120, 150, 180)


@dataclass(frozen=True, slots=True)
class Action:
    """One action's life: raised, due, updated, and discharged if it ever was."""

    number: int
    raised: date
    due: date
    updates: tuple[tuple[date, str], ...]
    proposed: date | None
    discharged: date | None


def make_actions(rng: Random) -> list[Action]:
    """Return the life of each action up to the last day; a few go months without an update, and a few are overdue."""
    last = extract_days()[-1]
    actions = []
    for number in range(len(ACTIONS)):
        raised = date(2025, 3, 1) + timedelta(days=rng.randint(0, 420))
        gap = rng.choice((20, 28, 28, 30, 75))
        days = [raised + timedelta(days=gap * i + rng.randint(3, 12)) for i in range(40)]
        proposed = raised + timedelta(days=rng.randint(120, 400)) if rng.random() < 0.45 else None
        proposed = proposed if proposed and proposed <= last else None
        discharged = proposed + timedelta(days=rng.randint(10, 60)) if proposed and rng.random() < 0.8 else None
        updates = tuple((day, rng.choice(NOTES)) for day in days if day <= last and not (proposed and day > proposed))
        discharged = discharged if discharged and discharged <= last else None
        # Days from the discharge, or from the end of the data, to the day it was wanted by.
        spare = rng.randint(-20, 45) if discharged else rng.choice(DUE_IN)
        due = (discharged or last) + timedelta(days=spare)
        actions.append(Action(number, raised, due, updates, proposed, discharged))
    return actions


def action_rows(actions: list[Action], day: date) -> list[Row]:
    """Return every action raised by a day, as it stood at its end."""
    rows = []
    for action in actions:
        if action.raised > day:
            continue
        key, text, district, owner = ACTIONS[action.number]
        updates = [update for update in action.updates if update[0] <= day]
        discharged = action.discharged if action.discharged and action.discharged <= day else None
        proposed = action.proposed if action.proposed and action.proposed <= day else None
        status = "Discharged" if discharged else "Proposed discharge" if proposed else "Updated" if updates else "Open"
        if proposed:
            updates.append((proposed, "Discharge proposed to the tactical lead"))
        when, note = updates[-1] if updates else (None, "")
        dates = [datetime.combine(on, time()) if on else "" for on in (action.raised, action.due, when, discharged)]
        rows.append(
            Row(
                [
                    f"DP-{action.number + 1:02d}",
                    KEY_ACTIONS[key - 1],
                    text,
                    district,
                    owner,
                    status,
                    *dates[:3],
                    note,
                    dates[3],
                ]
            )
        )
    return rows
