"""The incident extract: workbook rows of the incident log."""

from datetime import date, datetime
from random import Random

from hcdata.demo.clock import local
from hcdata.demo.records import Incident, Person
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Row

HEADER = [
    "Incident No",
    "Created",
    "Reported",
    "Incident Type",
    "District",
    "Hate Markers",
    "How Reported",
    "Location Type",
    "Online",
    "Easting",
    "Northing",
    "Linked Crime",
    "Threshold Met",
    "Complainant URN",
    "Complainant Surname",
    "Complainant Forenames",
    "Complainant DOB",
    "Complainant Sex",
    "Subject URN",
    "Subject Surname",
    "Subject Forenames",
    "Subject DOB",
    "Subject Sex",
    "Closed As",
]
COLUMN = {name: index for index, name in enumerate(HEADER)}
SHEET, FIRST_ROW = "Data", 2


def cover(day: date) -> list[Cells]:
    """Return the rows of the first sheet."""
    return [
        ["Hate incident extract"],
        [f"Data to {day:%d/%m/%Y} 23:59"],
        ["SYNTHETIC DEMONSTRATION DATA, no real person or place"],
    ]


def person_cells(person: Person | None, speller: Speller) -> Cells:
    """Return URN, surname, forenames, birth and sex, blank as NULL where not known."""
    if person is None:
        return ["NULL"] * 5
    born = datetime(person.born.year, person.born.month, person.born.day) if person.born else "NULL"
    return [
        person.urn or "NULL",
        speller.surname(person) or "NULL",
        speller.forenames(person) or "NULL",
        born,
        person.sex or "NULL",
    ]


def incident_row(incident: Incident, day: date, speller: Speller) -> Row:
    """Return one incident as it stood at the end of a day; times are true dates but for a few written as text."""
    place = incident.place
    times: Cells = [
        "NULL" if at is None else f"{local(at):%d/%m/%Y %H:%M}" if speller.often(0.03) else local(at)
        for at in (incident.created, incident.reported)
    ]
    cancelled = incident.cancelled_on is not None and incident.cancelled_on <= day
    cells: Cells = [
        incident.number + (" " if speller.often(0.01) else ""),
        *times,
        incident.kind,
        speller.district(incident.district),
        speller.strands(incident.strands) or "NULL",
        speller.channel(incident.channel) or "NULL",
        incident.place_kind or "NULL",
        incident.online or "NULL",
        place.easting if place else "NULL",
        place.northing if place else "NULL",
        "; ".join(incident.linked) or "NULL",
        incident.threshold or "NULL",
        *person_cells(incident.complainant, speller),
        *person_cells(incident.subject, speller),
        "Cancelled - duplicate" if cancelled else "NULL",
    ]
    for column, text in incident.faults.items():
        cells[COLUMN[column]] = text
    return Row(cells, faults={column: f"cannot be read: {text}" for column, text in incident.faults.items()})


def bad_incident_rows(day: date, reasons: list[str], speller: Speller, rng: Random) -> list[Row]:
    """Return one row for each reason, whole but for the one thing that makes it unusable; none is a true record."""
    rows = []
    for number, reason in enumerate(reasons):
        when = datetime(day.year, day.month, rng.randint(1, 27), rng.randint(0, 23), rng.randint(0, 59))
        cells: Cells = ["NULL"] * len(HEADER)
        filled = {
            "Incident No": f"ZZ-{day.year}{day.month:02d}02-{9_900 + number}",
            "Created": when,
            "Reported": when,
            "Incident Type": "Intelligence only",
            "District": speller.district("fenland"),
            "Hate Markers": "RACE",
            "How Reported": "101",
            "Location Type": "Street",
            "Online": "N",
        }
        column, value = {
            "missing_reference": ("Incident No", "NULL"),
            "bad_reference": ("Incident No", rng.choice(("see log", "12-Mar"))),
            "missing_recorded_date": ("Created", "NULL"),
            "unreadable_date": ("Created", rng.choice((f"31/02/{day.year} 10:00", "n/k soon"))),
            "placeholder_date": ("Created", "01/01/1900 00:00"),
            "future_date": (
                "Created",
                datetime(day.year + day.month // 12, day.month % 12 + 1, rng.randint(3, 25), 9, 15),
            ),
            "unknown_record_kind": ("Incident Type", "Misc log"),
        }[reason]
        for name, content in {**filled, column: value}.items():
            cells[COLUMN[name]] = content
        rows.append(Row(cells, reject=reason))
    return rows


def footer(count: int) -> Row:
    """Return the total row under the data."""
    return Row(["Total", count], reject="footer_row")
