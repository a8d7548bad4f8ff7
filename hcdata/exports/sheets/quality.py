"""What the figures rest on, as the Quality page says it: what would change them, completeness, delay, rows not used."""

from typing import Any

import pandas as pd
from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import frames
from hcdata.exports.sheets.cells import AVERAGE, NONE, SHARE, Value, count, day, number, words
from hcdata.exports.sheets.page import Page
from hcdata.present.tables import count_tables, ledger_tables, quality_tables
from hcdata.present.text import about_words, changed, count_words, data_quality, impact_words
from hcdata.views.changes import Changes, Movement
from hcdata.views.quality import Quality
from hcdata.views.quality.impact_kinds import Level
from hcdata.views.quality.incidents import Incidents
from hcdata.views.results import About

# What changed since an earlier load, and why the total moved.
Changed = tuple[Changes, Movement]
# File and sheet names are left out: the force chose them, and they may name somebody.
LOADS = {
    "layout": "Layout",
    "load": "Load",
    "data_to": "Data to",
    "rows_read": "Rows read",
    "rows_accepted": "Accepted",
    "rows_rejected": "Rejected",
    "records": "Records",
    "records_new": "New",
    "records_changed": "Changed",
}
# Months abreast that can be read on paper.
MONTHS = 12
WIDTHS = (30, *(13,) * MONTHS)
LEVELS: dict[Level, str] = {
    "changes": "What would change a figure",
    "limits": "What limits what can be said",
    "check": "To look into",
}


def write(book: Workbook, quality: Quality, about: About, changed_: Changed | None = None) -> None:
    """Write the Quality page's findings, then its tables."""
    page = Page(
        book,
        "Data quality",
        f"Data quality: {about_words.districts(about.districts)}",
        f"{data_quality.headline(quality)} {data_quality.rows_sentence(quality)}",
        about,
        WIDTHS,
    )
    for level, heading in LEVELS.items():
        said = impact_words.findings(quality, level, references=False)
        if said:
            page.heading(heading)
            for place, one in enumerate(said, start=1):
                page.line(f"{place}. {one.text}")
    page.heading(f"Completeness, {about_words.period(quality.about)}: {data_quality.completeness_title(quality)}")
    _shares(page, quality_tables.completeness(quality), quality)
    months = quality_tables.months(quality)
    page.heading("Completeness by month recorded, the last twelve of the period")
    _shares(page, months[["Key field", *months.columns[1:][-MONTHS:]]], quality)
    if quality.incidents:
        page.heading(f"Completeness of incidents: {data_quality.completeness_title(quality.incidents, 'incident')}")
        _shares(page, quality_tables.completeness(quality.incidents), quality.incidents, "incident")
    page.heading(f"Recording delay, {about_words.period(quality.about)}")
    page.line(data_quality.delay_sentence(quality.delay))
    _table(page, quality_tables.delay(quality), "No hate crime in this period.")
    page.heading("Strands")
    page.line(data_quality.strands_sentence(quality.strands))
    page.heading("Dates in an order that cannot be")
    _table(page, quality_tables.orders(quality).iloc[:, :2], "Every date is in an order that can be.")
    page.heading("What changed since an earlier load")
    _write_changed(page, changed_)
    page.heading("Published figures")
    page.line(data_quality.published_sentence(quality.published))
    _table(page, quality_tables.published(quality), "")
    _write_tables(page, quality)
    page.heading("Rows not used, by reason, all loads")
    rejects = ledger_tables.rejects(quality)
    _table(page, rejects.drop(columns=["Code", "What to do"], errors="ignore"), "Every row was used.")
    for row in rejects.to_dict("records"):
        page.line(f"{row['Reason']}: {row['What to do']}")
    page.heading("Cells of used rows that could not be read, all files: they count as not recorded")
    _table(page, _unread(ledger_tables.faults(quality)), "Every cell was read.")
    page.heading("The latest file of each kind")
    files = quality.books.files
    latest = files.sort_values("load", ascending=False, kind="stable").drop_duplicates("layout")
    frames.write(page, latest, LOADS, "Nothing is loaded.")


def _unread(faults: pd.DataFrame) -> pd.DataFrame:
    """Name a field with what was wrong with it: a cell of 'Urn' alone is what heads a list of people."""
    told = [f"{field}: {why}" for field, why in zip(faults["Field"], faults["Why"], strict=True)]
    return pd.DataFrame({"Field and why": told, "Rows": faults["Rows"].tolist()})


def _write_tables(page: Page, quality: Quality) -> None:
    if not quality.tables:
        return
    page.heading("Tables of monthly counts that others have made: never added to ours")
    for one in quality.tables:
        page.line(count_words.sentence(one))
        if len(one.compared):
            page.line(f"{count_words.months_title(one)}:")
            _table(page, count_tables.by_month(one).head(MONTHS), "")
            _table(page, count_tables.furthest(one), "")
        else:
            page.line(f"{count_tables.given_title(one)}:")
            _table(page, count_tables.as_given(one), "")
        _table(page, count_tables.sources(one)[["Data to", "Counts"]], "")


def _write_changed(page: Page, since: Changed | None) -> None:
    if since is None:
        page.line("There is no load before this one.")
        return
    changes, movement = since
    page.line(changed.changes_sentence(changes))
    for sentence in changed.movement_sentences(movement):
        page.line(sentence)
    _table(page, changed.kinds(changes), "")


def _shares(page: Page, frame: pd.DataFrame, found: Quality | Incidents, records: str = "hate crime") -> None:
    if not found.noted.total:
        page.line(f"No {records} in this period.")
        return
    first, *others = frame.columns
    rows = [[words(row[first]), *(_share(row[name]) for name in others)] for _, row in frame.iterrows()]
    page.table([str(name) for name in frame], rows)


def _share(value: float | str) -> Value:
    return words(value) if isinstance(value, str) else number(value, SHARE, NONE)


def _table(page: Page, frame: pd.DataFrame, empty: str) -> None:
    if len(frame):
        rows = [[_cell(str(name), value) for name, value in row.items()] for row in frame.to_dict("records")]
        page.table([str(name) for name in frame], rows)
    elif empty:
        page.line(empty)


def _cell(name: str, value: Any) -> Value:
    """Make a cell of a page's table: what the page writes as a number of per cent is a true percentage here."""
    if name.endswith(", %"):
        return words(value) if isinstance(value, str) and value == "-" else number(float(value) / 100, SHARE)
    if isinstance(value, float):
        return number(value, AVERAGE)
    if hasattr(value, "isoformat"):
        return day(value)
    return words(value, NONE) if isinstance(value, str) else count(value)
