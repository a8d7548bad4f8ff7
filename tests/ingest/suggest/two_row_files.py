"""Made files with headers on two rows: what stands over each column, and which field it is."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.made_sheets import Book

ROWS = 24
_DISTRICTS = ("Huntingdonshire", "Fenland", "Peterborough")
_KINDS = ("NCHI", "Intelligence only")


def day(number: int, later: int = 0) -> date:
    """The day of a row, some days after it was recorded."""
    return date(2026, 3, 1) + timedelta(days=number % 28 + later)


VALUES: dict[str, Callable[[int], str]] = {
    "crime_ref": lambda n: f"35/{n + 1}/26",
    "incident_ref": lambda n: f"CP-{n + 1:04}-26",
    "recorded": lambda n: f"{day(n):%d/%m/%Y} 10:15",
    "committed": lambda n: f"{day(n, -3):%d/%m/%Y} 09:30",
    "contact": lambda n: f"{day(n, 1):%d/%m/%Y} 14:00",
    "outcome_date": lambda n: f"{day(n, 9):%d/%m/%Y}",
    "referred": lambda n: f"{day(n, 4):%d/%m/%Y}",
    "district": lambda n: _DISTRICTS[n % 3],
    "postcode": lambda n: f"PE{n % 8 + 1} {n % 9}AA",
    "address": lambda n: f"{n + 1} Teal Street",
    "offence_title": lambda n: ("Harassment", "Public order")[n % 2],
    "outcome": lambda n: ("1", "18")[n % 2],
    "strands": lambda n: ("Race", "Faith")[n % 2],
    "kind": lambda n: _KINDS[n % 2],
    "rank": lambda n: ("Sergeant", "PC")[n % 2],
    "support_offered": lambda n: ("Yes", "No")[n % 2],
    "surname": lambda n: f"Lamp{'abcdefghijklmnopqrstuvwxyz'[n]}",
    "forenames": lambda n: f"Teal{'abcdefghijklmnopqrstuvwxyz'[n]}",
    "born": lambda n: f"{1 + n % 28:02}/06/1980",
    "other surname": lambda n: f"Cress{'abcdefghijklmnopqrstuvwxyz'[n]}",
    "other born": lambda n: f"{1 + n % 28:02}/11/1990",
    "third surname": lambda n: f"Fern{'abcdefghijklmnopqrstuvwxyz'[n]}",
    "third born": lambda n: f"{1 + n % 28:02}/12/1970",
    "sex": lambda n: "FM"[n % 2],
    "text": lambda n: f"remark {n}",
}


@dataclass(frozen=True)
class Column:
    """The text over a column and over its neighbours, the values it holds, and what it has to be drafted as.

    `is_a` is a field, a person's part ("victim.surname"), or empty where it must stay open.
    """

    group: str
    lower: str
    values: str
    is_a: str = ""

    @property
    def header(self) -> str:
        """Both texts as one."""
        return f"{self.group} {self.lower}".strip()


def column(group: str, lower: str, is_a: str, values: str = "") -> Column:
    """A column of a field; `values` where it stays open and only looks like one."""
    return Column(group, lower, values or is_a.rpartition(".")[2], is_a)


@dataclass(frozen=True)
class Made:
    """A file: its feed, its columns, the rows above the headers and those right below them."""

    name: str
    feed: str
    columns: Sequence[Column]
    above: Sequence[Sequence[str]] = ()
    below: Sequence[Sequence[str]] = ()

    @property
    def fields(self) -> dict[str, str]:
        """Field -> header, of the columns that are to be fields."""
        return {one.is_a: one.header for one in self.columns if one.is_a and "." not in one.is_a}

    @property
    def people(self) -> dict[str, dict[str, str]]:
        """Person -> part -> header."""
        found: dict[str, dict[str, str]] = {}
        for one in self.columns:
            who, dot, part = one.is_a.partition(".")
            if dot:
                found.setdefault(who, {})[part] = one.header
        return found

    def head(self) -> list[list[str]]:
        """All rows above the records: the text of a group stands over its first column only."""
        over = [one.group for one in self.columns]
        groups = ["" if place and over[place - 1] == text else text for place, text in enumerate(over)]
        return [*map(list, self.above), groups, [one.lower for one in self.columns], *map(list, self.below)]

    def rows(self) -> list[list[str]]:
        """The records."""
        return [[VALUES[one.values](number) for one in self.columns] for number in range(ROWS)]

    def write(self, folder: Path, form: str = "csv", title: str = "") -> Path:
        """Write it as text or as a workbook in which the cells of a group are merged; `title` stands above all."""
        file = folder / f"{self.name}.{form}"
        head = [[title]] * bool(title) + self.head()
        if form == "csv":
            with file.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([*head, *self.rows()])
            return file
        width = len(self.columns)
        table = [[*line, *[""] * (width - len(line))] for line in [*head, *self.rows()]]
        at = len(self.above) + bool(title)
        starts = [place for place, text in enumerate(head[at]) if text]
        merged = [(at, start, at, end - 1) for start, end in zip(starts, [*starts[1:], width], strict=True)]
        return made.in_format(form, file, Book({"Data": table}, merged=[one for one in merged if one[1] < one[3]]))


CRIME = (column("Crime", "Reference", "crime_ref"), column("Crime", "Recorded", "recorded"))
VICTIM = (
    column("Victim", "Last name", "victim.surname"),
    column("Victim", "First name", "victim.forenames"),
    column("Victim", "DOB", "victim.born"),
    column("Victim", "Sex", "victim.sex"),
)
SUSPECT = (
    column("Suspect", "Last name", "suspect.surname", "other surname"),
    column("Suspect", "First name", "suspect.forenames"),
    column("Suspect", "DOB", "suspect.born", "other born"),
    column("Suspect", "Sex", "suspect.sex"),
)
WHERE = (column("Where", "District", "district"), column("Where", "Post code", "postcode"))
FILES = (
    Made("people_by_group", "crime", (*CRIME, *WHERE, *VICTIM, *SUSPECT)),
    Made(
        "groups_with_blanks",
        "crime",
        (column("", "Crime Number", "crime_ref"), column("", "Date Recorded", "recorded"), *WHERE, *VICTIM),
    ),
    Made("one_column_groups", "crime", (*CRIME, column("Where", "Post code", "postcode"), *VICTIM, *SUSPECT)),
    Made(
        "title_above",
        "crime",
        (*CRIME, *WHERE, column("Disposal", "HO Outcome", "outcome"), *VICTIM),
        above=[["Crimes of March 2026"]],
    ),
    Made("title_of_two", "crime", (*CRIME, *WHERE, *SUSPECT), above=[["OFFICIAL", "", "", "Page 1"], []]),
    Made(
        "units_below",
        "crime",
        (*CRIME, *WHERE, *VICTIM),
        below=[["", "(dd/mm/yyyy hh:mm)", "", "", "", "", "(dd/mm/yyyy)"]],
    ),
    Made(
        "an_earlier_outcome",
        "crime",
        (
            *CRIME,
            column("Where", "District", "district"),
            column("Previous", "Outcome", "", "outcome"),
            column("Previous", "Outcome Date", "", "outcome_date"),
        ),
    ),
    Made(
        "two_places",
        "crime",
        (
            *CRIME,
            column("Scene", "Post code", "", "postcode"),
            column("Scene", "Address", "", "address"),
            column("Hospital", "Post code", "", "postcode"),
            column("Hospital", "Address", "", "address"),
        ),
    ),
    Made(
        "place_and_home",
        "crime",
        (
            *CRIME,
            *WHERE,
            column("Victims", "Last name", "victim.surname"),
            column("Victims", "DOB", "victim.born"),
            column("Victims", "Sex", "victim.sex"),
            column("Victims", "Post code", "", "postcode"),
        ),
    ),
    Made(
        "two_suspects",
        "crime",
        (
            *CRIME,
            column("Suspect 1", "Surname", "suspect.surname", "other surname"),
            column("Suspect 1", "Date of Birth", "suspect.born", "other born"),
            column("Suspect 1", "Sex", "suspect.sex"),
            column("Suspect 2", "Surname", "suspect 2.surname", "third surname"),
            column("Suspect 2", "Date of Birth", "suspect 2.born", "third born"),
            column("Suspect 2", "Sex", "suspect 2.sex"),
        ),
    ),
    Made(
        "dates_of_their_own",
        "crime",
        (
            column("Crime", "Reference", "crime_ref"),
            column("Dates", "Recorded", "recorded"),
            column("Dates", "Committed", "committed"),
            column("Outcome", "Code", "outcome"),
            column("Outcome", "Recorded On", "", "outcome_date"),
            column("What", "Offence Title", "offence_title"),
            column("What", "Hate Strand", "strands"),
        ),
    ),
    Made(
        "incidents",
        "incident",
        (
            column("Incident", "Number", "incident_ref"),
            column("Incident", "Type", "kind"),
            column("When", "Recorded", "recorded"),
            column("Where", "District", "district"),
            column("Complainant details", "Surname", "victim.surname"),
            column("Complainant details", "Date of Birth", "victim.born"),
            column("Complainant details", "Sex", "victim.sex"),
        ),
    ),
    Made(
        "contacts",
        "contact",
        (
            column("Crime", "Ref", "crime_ref"),
            column("Crime", "District", "", "district"),
            column("Contact", "Date", "contact"),
            column("Contact", "Officer Rank", "rank"),
            column("Contact", "Remarks", "", "text"),
        ),
    ),
    Made(
        "outcomes",
        "outcome",
        (
            column("Crime", "Number", "crime_ref"),
            column("Crime", "Remarks", "", "text"),
            column("Outcome", "Type", "outcome"),
            column("Outcome", "Date", "outcome_date"),
        ),
    ),
    Made(
        "referrals",
        "service",
        (
            column("Crime", "Number", "crime_ref"),
            column("Hub", "Date Referred", "referred"),
            column("Hub", "Remarks", "", "text"),
            column("Support", "Offered", "support_offered"),
            column("Support", "Remarks", "", "text"),
        ),
    ),
)
