"""The victim contact audit: workbook rows, a month at a time."""

from datetime import date, datetime
from random import Random

from hcdata.demo.clock import local
from hcdata.demo.records import Contact
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Row

HEADER = ["Crime Ref", "Contact Date", "Contact Time", "Rank", "Contact Type", "Method"]
SHEET, FIRST_ROW = "Contacts", 4
UNTIDY = 0.12


def titles(day: date) -> list[Cells]:
    """Return the two rows above the header."""
    return [["Victim contact audit (synthetic)"], [f"Data to {day:%d/%m/%Y} 23:59"]]


def contact_row(contact: Contact, speller: Speller) -> Row:
    """Return one contact: its day a true date or text, its time as HH:MM or as a number such as 905."""
    clock = local(contact.at)
    day = f"{clock:%d/%m/%Y}" if speller.often(0.15) else datetime(clock.year, clock.month, clock.day)
    time = clock.hour * 100 + clock.minute if speller.often(0.12) else f"{clock:%H:%M}"
    return Row([speller.reference(contact.ref, UNTIDY), day, time, contact.rank, contact.kind, contact.method])


def bad_contact_rows(day: date, reasons: list[str], refs: list[str], rng: Random) -> list[Row]:
    """Return one row for each reason; none is a true contact."""
    rows = []
    for reason in reasons:
        when = datetime(day.year, day.month, rng.randint(1, 27))
        cells: Cells = [rng.choice(refs), when, "10:15", "PC", "Update", "Telephone"]
        column, value = {
            "missing_reference": (0, ""),
            "bad_reference": (0, rng.choice(("see log", "12-Mar"))),
            "unreadable_date": (1, f"31/02/{day.year}"),
            "missing_contact_time": (rng.choice((1, 2)), ""),
        }[reason]
        cells[column] = value
        rows.append(Row(cells, reject=reason))
    return rows


def footer(count: int) -> Row:
    """Return the total row under the contacts."""
    return Row(["Total", count], reject="footer_row")
