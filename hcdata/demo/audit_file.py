"""The audit of hate flags as its author hands it over: a sheet on the method, and one of the sample."""

from datetime import date, datetime, time

from hcdata.demo.records import Audited
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Row

HEADER = ["Crime Number", "Date Audited", "Flag Correct"]
SHEET, FIRST_ROW, UNTIDY = "Sample", 3, 0.1
# A finding as auditors write it.
WRITTEN = {
    "Y": ("Y", "Yes", "Correct", "Correctly flagged", "Pass", "y"),
    "N": ("N", "No", "Incorrect", "Wrong", "Fail", "n"),
    "": ("", "TBC"),
}


def method(day: date) -> list[Cells]:
    """Return the sheet on the method."""
    return [["Hate flag audit (synthetic)"], [f"Records drawn at random from the three months to {day:%B %Y}"]]


def titles(day: date) -> list[Cells]:
    """Return the row above the header."""
    return [[f"Hate flag audit, sample (synthetic). Data to {day:%d/%m/%Y} 23:59"]]


def audit_row(one: Audited, speller: Speller) -> Row:
    """Return one sampled record: its day a true date or text."""
    day = f"{one.on:%d/%m/%Y}" if speller.often(0.2) else datetime.combine(one.on, time())
    return Row([speller.reference(one.ref, UNTIDY), day, speller.rng.choice(WRITTEN[one.right])])


def footer(count: int) -> Row:
    """Return the total row under the sample."""
    return Row(["Total", count], reject="footer_row")
