"""What is missing, wrong or unreadable in true records: so in every file, and not recorded in the truth."""

from random import Random

from hcdata.demo.clock import DAY, LAST_DAY, end_of, local, settle
from hcdata.demo.crimes import AGGRAVATED
from hcdata.demo.records import Crime, Incident

END = end_of(LAST_DAY)
MISSED_FLAG_SHARE, UNFLAGGED_SHARE = 0.009, 0.004


def hide_flags(crimes: list[Crime], rng: Random) -> None:
    """Give some crimes an aggravated code without race or religion, and take the flag off a few others."""
    for crime in crimes:
        draw = rng.random()
        if crime.changes or crime.cancelled:
            continue
        if draw < MISSED_FLAG_SHARE:
            crime.code = AGGRAVATED.one(rng)
            crime.strands = (
                () if rng.random() < 0.35 else (rng.choice(("sexual_orientation", "disability", "transgender")),)
            )
            crime.perceived = ""
        elif draw < MISSED_FLAG_SHARE + UNFLAGGED_SHARE and not ({"race", "religion"} & set(crime.strands)):
            crime.strands = ()


def lose_reports(crimes: list[Crime], rng: Random) -> list[str]:
    """Blank some reported times and put a few after the recorded time; returns the references of the latter."""
    after = []
    for crime in crimes:
        draw = rng.random()
        if draw < 0.015:
            crime.reported = None
        elif draw < 0.02 and crime.recorded + 2 * DAY < END:
            crime.reported = settle(crime.recorded + rng.randint(5, 2_000))
            after.append(crime.ref)
    return after


def garble(crimes: list[Crime], incidents: list[Incident], rng: Random) -> None:
    """Make single optional cells unreadable; what they held is lost from then on."""
    for crime in crimes:
        if rng.random() < 0.006:
            garble_crime(crime, rng.choice(("Reported Date", "Officer Assigned", "Committed To", "Easting")))
    for incident in incidents:
        if rng.random() < 0.004:
            garble_incident(incident, rng)


def garble_crime(crime: Crime, column: str) -> None:
    """Make one cell of a crime unreadable."""
    if column == "Reported Date":
        crime.faults[column], crime.reported = f"31/02/{local(crime.recorded).year}", None
    elif column == "Officer Assigned":
        crime.faults[column], crime.assigned = "tbc", None
    elif column == "Committed To":
        crime.faults[column] = "00/00/0000 00:00"
    elif crime.place:
        crime.faults[column] = "0"


def garble_incident(incident: Incident, rng: Random) -> None:
    """Make one incident's reported time or easting unreadable."""
    if incident.place and rng.random() < 0.5:
        incident.faults["Easting"] = "0"
    else:
        incident.faults["Reported"], incident.reported = "31/02/2025 10:00", None
