"""The crime extract: one row for each crime and person."""

from copy import copy
from datetime import date
from random import Random

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.records import Crime, Part
from hcdata.demo.shares import TITLES
from hcdata.demo.spelling import CANCEL_NAMES, Speller
from hcdata.demo.tables import Cells, Row

HEADER = [
    "Crime Reference",
    "Incident Number",
    "Recorded Date",
    "Reported Date",
    "Committed From",
    "Committed To",
    "HO Code",
    "Offence Title",
    "District",
    "Beat",
    "Hate Markers",
    "Perceived Religion",
    "How Reported",
    "Location Type",
    "Address",
    "Postcode",
    "UPRN",
    "Easting",
    "Northing",
    "Online",
    "Officer Assigned",
    "Supervisor Named",
    "Outcome",
    "Outcome Date",
    "Status",
    "Cancelled Reason",
    "Cancelled Date",
    "Person Role",
    "Person URN",
    "Surname",
    "Forenames",
    "Date of Birth",
    "Sex",
    "Victim Type",
]
COLUMN = {name: index for index, name in enumerate(HEADER)}
NOTICE = "Hate crime extract: SYNTHETIC DEMONSTRATION DATA, no real person or place"


def titles(day: date) -> list[list[str]]:
    """Return the rows above the header, the last of them blank."""
    kind = "Full extract" if day == date(LAST_DAY.year - 1, 10, 31) else "Monthly extract"
    return [["OFFICIAL-SENSITIVE"], [NOTICE], [kind], [f"Data to {day:%d/%m/%Y} 23:59"], []]


def minute_text(at: int | None) -> str:
    """Return an instant as local dd/mm/yyyy HH:MM."""
    return "" if at is None else f"{local(at):%d/%m/%Y %H:%M}"


def day_text(day: date | None) -> str:
    """Return a day as dd/mm/yyyy."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def as_known(crime: Crime, end: int) -> Crime:
    """Return the crime as it stood before the instant `end`: later corrections, outcomes and people taken away."""
    known = copy(crime)
    last = local(end - 1).date()
    for change in reversed(crime.changes):
        if change.at >= end:
            setattr(known, change.name, change.before)
    if crime.assigned is not None and crime.assigned >= end:
        known.assigned = None
    if crime.outcome_on and crime.outcome_on > last:
        known.outcome, known.outcome_on = "", None
    if crime.cancelled_on and crime.cancelled_on > last:
        known.cancelled, known.cancelled_on = "", None
    known.parts = [part for part in crime.parts if part.known_from < end]
    return known


def crime_rows(crime: Crime, speller: Speller, untidy: float) -> list[Row]:
    """Return the rows of one crime, one for each person or one without; `untidy` is the share of odd references."""
    place = crime.place
    title = TITLES[crime.code]
    if speller.often(0.01):
        title = title.replace(" ", "\n", 1)
    elif speller.often(0.03):
        title = f"{title} \u2013 \u2018POA\u2019 "
    status = "Cancelled" if crime.cancelled else "Finalised" if crime.outcome else "Open"
    cells: Cells = [
        speller.reference(crime.ref, untidy),
        crime.incident,
        minute_text(crime.recorded),
        minute_text(crime.reported),
        minute_text(crime.committed[0]),
        minute_text(crime.committed[1]),
        speller.code(crime.code),
        title,
        speller.district(crime.district),
        place.beat if place and place.district == crime.district else "",
        speller.strands(crime.strands),
        crime.perceived,
        speller.channel(crime.channel),
        crime.place_kind,
        speller.address(place) if place else "",
        speller.postcode(place.postcode) if place else "",
        place.uprn if place else "",
        place.easting if place else "",
        place.northing if place else "",
        crime.online,
        minute_text(crime.assigned),
        crime.supervisor_named,
        speller.outcome(crime.outcome),
        day_text(crime.outcome_on),
        status,
        f"{crime.cancelled} - {CANCEL_NAMES[crime.cancelled]}" if crime.cancelled else "",
        day_text(crime.cancelled_on),
    ]
    for column, text in crime.faults.items():
        cells[COLUMN[column]] = text
    faults = {column: f"cannot be read: {text}" for column, text in crime.faults.items()}
    people = [person_cells(part, speller) for part in crime.parts] or [[""] * 7]
    return [Row([*cells, *person], faults=faults) for person in people]


def person_cells(part: Part, speller: Speller) -> Cells:
    """Return the seven person cells."""
    person = part.person
    kind = "" if part.role != "Victim" else "Individual" if person.kind == "Unknown" else person.kind
    return [
        part.role,
        person.urn,
        speller.surname(person),
        speller.forenames(person),
        day_text(person.born),
        person.sex,
        kind,
    ]


def bad_crime_rows(day: date, reasons: list[str], speller: Speller, rng: Random) -> list[Row]:
    """Return one row for each reason, whole but for the one thing that makes it unusable; none is a true record."""
    rows = []
    for number, reason in enumerate(reasons):
        when = f"{rng.randint(1, 27):02d}/{day.month:02d}/{day.year} {rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
        cells: Cells = [""] * len(HEADER)
        filled = {
            "Crime Reference": f"99/{99_000 + number * 7 + day.month * 31}/{day.year % 100}",
            "Incident Number": f"ZZ-{day.year}{day.month:02d}01-{9_900 + number}",
            "Recorded Date": when,
            "Reported Date": when,
            "Committed From": when,
            "Committed To": when,
            "HO Code": "9B",
            "Offence Title": TITLES["9B"],
            "District": speller.district("peterborough"),
            "Hate Markers": "Hate - Race",
            "How Reported": "101",
            "Location Type": "Street",
            "Online": "N",
            "Status": "Open",
        }
        column, text = {
            "missing_reference": ("Crime Reference", ""),
            "bad_reference": ("Crime Reference", rng.choice(("see log", "12-Mar", "tba"))),
            "missing_recorded_date": ("Recorded Date", ""),
            "unreadable_date": ("Recorded Date", rng.choice((f"31/02/{day.year} 10:00", "n/k soon"))),
            "placeholder_date": ("Recorded Date", "01/01/1900 00:00"),
            "future_date": (
                "Recorded Date",
                f"{rng.randint(3, 25):02d}/{day.month % 12 + 1:02d}/{day.year + day.month // 12} 09:15",
            ),
        }[reason]
        for name, value in {**filled, column: text}.items():
            cells[COLUMN[name]] = value
        rows.append(Row(cells, reject=reason))
    return rows


def footer() -> Row:
    """Return the last row of the file."""
    return Row(["End of report"], reject="footer_row")
