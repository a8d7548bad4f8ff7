"""The supervisors' reviews: workbook rows, a month at a time, uniform and detectives on a sheet each."""

from datetime import date, datetime, timedelta
from random import Random

from hcdata.demo.clock import local
from hcdata.demo.records import Review
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Row

HEADER = ["Crime No", "Date Of Review", "Reviewing Rank", "Review Completed"]
# The ranks whose reviews stand on each sheet.
SHEETS = {"Uniform": ("PS", "Sgt", "Insp", "Ch Insp", "PC"), "CID": ("DS", "DI")}
FIRST_ROW, UNTIDY = 4, 0.1
# A rank as the sheets write it, never twice alike.
WRITTEN = {
    "PS": ("PS", "Sgt", "Sergeant", "PS 1127", "T/PS", "Police Sergeant"),
    "Sgt": ("Sgt", "SGT", "Sergeant", "Sgt.", "A/Sgt", "Sgt 803"),
    "DS": ("DS", "Det Sgt", "D/Sgt", "Detective Sergeant", "A/DS", "ds"),
    "Insp": ("Insp", "Inspector", "Insp.", "INSP", "A/Insp", "Inspector 52"),
    "DI": ("DI", "Det Insp", "D/Insp", "Detective Inspector", "T/DI", "di"),
    "Ch Insp": ("Ch Insp", "Chief Inspector", "C/Insp", "CI", "CH INSP", "Ch. Insp."),
    "PC": ("PC", "Constable", "Pc", "PC 2210", "Police Constable", "pc"),
}


def titles(day: date) -> list[Cells]:
    """Return the two rows above the header."""
    return [["Supervisor reviews (synthetic)"], [f"Data to {day:%d/%m/%Y} 23:59"]]


def review_row(review: Review, speller: Speller) -> Row:
    """Return one review: its time a true date, text, or the day alone."""
    clock = local(review.at)
    when = f"{clock:%d/%m/%Y %H:%M}" if speller.often(0.15) else clock
    if speller.often(0.2):
        when = datetime(clock.year, clock.month, clock.day)
    return Row([speller.reference(review.ref, UNTIDY), when, speller.rng.choice(WRITTEN[review.rank]), review.done])


def bad_review_rows(day: date, reasons: list[str], refs: list[str], rng: Random) -> list[Row]:
    """Return one row for each reason; none is a true review."""
    rows = []
    for reason in reasons:
        cells: Cells = [rng.choice(refs), datetime(day.year, day.month, rng.randint(1, 27), 9, 30), "PS", "Y"]
        column, value = {
            "missing_reference": (0, ""),
            "bad_reference": (0, rng.choice(("see log", "12-Mar"))),
            "unreadable_date": (1, f"31/02/{day.year}"),
            "missing_date": (1, ""),
            "future_date": (1, datetime.combine(day + timedelta(days=40), datetime.min.time())),
        }[reason]
        cells[column] = value
        rows.append(Row(cells, reject=reason))
    return rows


def footer(count: int) -> Row:
    """Return the total row under the reviews."""
    return Row(["Total", count], reject="footer_row")
