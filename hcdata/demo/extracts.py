"""Writes the extracts of one day: a folder with a file of each feed, and what was planted in them."""

import csv
from datetime import datetime
from pathlib import Path
from random import Random

from hcdata.demo import (
    audit_file,
    contact_file,
    crime_file,
    event_file,
    incident_file,
    plan_file,
    referral_file,
    review_file,
)
from hcdata.demo.clock import end_of, first_day
from hcdata.demo.months import Month
from hcdata.demo.records import World
from hcdata.demo.reviews import FIRST_DAY
from hcdata.demo.spelling import Speller
from hcdata.demo.tables import Cells, Ledger, Row, scatter
from hcdata.demo.workbook import write_workbook

CRIME_REASONS = [
    "missing_reference",
    "bad_reference",
    "missing_recorded_date",
    "unreadable_date",
    "placeholder_date",
    "future_date",
]
INCIDENT_REASONS = [*CRIME_REASONS, "unknown_record_kind"]
REVIEW_REASONS = ["missing_reference", "bad_reference", "unreadable_date", "missing_date", "future_date"]
CONTACT_REASONS = ["missing_reference", "bad_reference", "unreadable_date", "missing_contact_time"]


class Extract:
    """The extract of one month (or of everything before), on its way to files."""

    def __init__(self, folder: Path, world: World, month: Month, ledger: Ledger) -> None:
        """Name the folder after the day the data run to."""
        self.root, self.world, self.month, self.ledger = folder, world, month, ledger
        self.day = month.day
        self.folder = f"{'full' if month.full else 'monthly'}_{self.day:%Y-%m-%d}"
        self.rng = Random(f"{world.seed}/{self.folder}/mess")
        self.speller = Speller(self.rng)
        (folder / self.folder).mkdir(parents=True, exist_ok=True)

    def write(self, actions: list[plan_file.Action]) -> None:
        """Write a file of each feed."""
        self.write_crimes()
        self.write_incidents()
        self.write_contacts()
        self.write_workbook(
            "hub_referrals",
            referral_file.SHEET,
            referral_file.titles(self.day),
            referral_file.HEADER,
            referral_file.FIRST_ROW,
            [referral_file.referral_row(referral, self.day, self.speller) for referral in self.month.referrals],
        )
        self.write_workbook(
            "delivery_plan",
            plan_file.SHEET,
            [],
            plan_file.HEADER,
            plan_file.FIRST_ROW,
            plan_file.action_rows(actions, self.day),
        )
        self.write_events()
        if self.day >= FIRST_DAY:
            self.write_reviews()
        if self.month.audits:
            self.write_audit()

    def some(self, reasons: list[str]) -> list[str]:
        """Return the reasons to plant: each twice in the full extract, three or four of them in a month."""
        return reasons * 2 if self.month.full else self.rng.sample(reasons, self.rng.randint(3, 4))

    def write_crimes(self) -> None:
        """Write the crime extract: cp1252, CRLF, titles above and a footer below."""
        rows: list[Row] = []
        for crime, again in self.month.crimes:
            rows += crime_file.crime_rows(
                crime_file.as_known(crime, end_of(self.day)), self.speller, 0.3 if again else 0.04
            )
        bad = crime_file.bad_crime_rows(self.day, self.some(CRIME_REASONS), self.speller, self.rng)
        rows = [*scatter(rows, bad, self.rng), crime_file.footer()]
        titles = crime_file.titles(self.day)
        file = f"{self.folder}/crime_extract_{self.day:%Y-%m-%d}.csv"
        with (self.root / file).open("w", encoding="cp1252", newline="") as stream:
            csv.writer(stream, lineterminator="\r\n").writerows(
                [*titles, crime_file.HEADER, *(row.cells for row in rows)]
            )
        self.ledger.enter(file, None, len(titles) + 2, rows)

    def write_incidents(self) -> None:
        """Write the incident extract: a cover sheet and the data."""
        rows = [incident_file.incident_row(incident, self.day, self.speller) for incident in self.month.incidents]
        bad = incident_file.bad_incident_rows(self.day, self.some(INCIDENT_REASONS), self.speller, self.rng)
        rows = [*scatter(rows, bad, self.rng), incident_file.footer(len(rows))]
        cover = {"Report information": incident_file.cover(self.day)}
        self.write_workbook(
            "incident_extract", incident_file.SHEET, [], incident_file.HEADER, incident_file.FIRST_ROW, rows, cover
        )

    def write_contacts(self) -> None:
        """Write the month's contacts."""
        rows = [contact_file.contact_row(contact, self.speller) for contact in self.month.contacts]
        refs = [crime.ref for crime, _ in self.month.crimes] or [self.world.crimes[0].ref]
        bad = contact_file.bad_contact_rows(self.day, self.some(CONTACT_REASONS), refs, self.rng)
        rows = [*scatter(rows, bad, self.rng), contact_file.footer(len(rows))]
        self.write_workbook(
            "supervision_contacts",
            contact_file.SHEET,
            contact_file.titles(self.day),
            contact_file.HEADER,
            contact_file.FIRST_ROW,
            rows,
        )

    def write_reviews(self) -> None:
        """Write the month's reviews, a sheet for each department, from a stream of their own."""
        rng = Random(f"{self.world.seed}/{self.folder}/reviews")
        speller, refs = Speller(rng), [crime.ref for crime, _ in self.month.crimes] or [self.world.crimes[0].ref]
        sheets = {}
        for sheet, ranks in review_file.SHEETS.items():
            rows = [review_file.review_row(one, speller) for one in self.month.reviews if one.rank in ranks]
            bad = review_file.bad_review_rows(self.day, rng.sample(REVIEW_REASONS, 2), refs, rng)
            sheets[sheet] = [*scatter(rows, bad, rng), review_file.footer(len(rows))]
        above = [*review_file.titles(self.day), list(review_file.HEADER)]
        file = f"{self.folder}/supervisor_reviews_{self.day:%Y-%m-%d}.xlsx"
        stamp = datetime(self.day.year, self.day.month, self.day.day, 23, 58)
        cells = {sheet: [*above, *(row.cells for row in rows)] for sheet, rows in sheets.items()}
        write_workbook(self.root / file, cells, stamp)
        for sheet, rows in sheets.items():
            self.ledger.enter(file, sheet, review_file.FIRST_ROW, rows)

    def write_audit(self) -> None:
        """Write the audit made at the end of the month, from a stream of its own."""
        speller = Speller(Random(f"{self.world.seed}/{self.folder}/audit"))
        rows = [audit_file.audit_row(one, speller) for one in self.month.audits]
        self.write_workbook(
            "flag_audit",
            audit_file.SHEET,
            audit_file.titles(self.day),
            audit_file.HEADER,
            audit_file.FIRST_ROW,
            [*rows, audit_file.footer(len(rows))],
            {"Method": audit_file.method(self.day)},
        )

    def write_workbook(
        self,
        name: str,
        sheet: str,
        titles: list[Cells],
        header: list[str],
        first_row: int,
        rows: list[Row],
        cover: dict[str, list[Cells]] | None = None,
    ) -> None:
        """Write one workbook and enter its rows."""
        file = f"{self.folder}/{name}_{self.day:%Y-%m-%d}.xlsx"
        stamp = datetime(self.day.year, self.day.month, self.day.day, 23, 58)
        write_workbook(
            self.root / file, {**(cover or {}), sheet: [*titles, list(header), *(row.cells for row in rows)]}, stamp
        )
        self.ledger.enter(file, sheet, first_row, rows)

    def write_events(self) -> None:
        """Write the events so far: UTF-8 with a byte order mark."""
        rows = event_file.event_rows(first_day(self.world.years), self.day)
        file = f"{self.folder}/events_{self.day:%Y-%m-%d}.csv"
        with (self.root / file).open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, lineterminator="\r\n").writerows([event_file.HEADER, *(row.cells for row in rows)])
        self.ledger.enter(file, None, event_file.FIRST_ROW, rows)


def write_extracts(folder: Path, world: World, months: list[Month]) -> Ledger:
    """Write every extract and return the ledger of what was planted."""
    ledger = Ledger()
    actions = plan_file.make_actions(Random(f"{world.seed}/plan"))
    for month in months:
        Extract(folder, world, month, ledger).write(actions)
    return ledger
