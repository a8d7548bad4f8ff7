"""The first sheet: marking, what was asked for, by whom and when, the sheets, and what each measure means."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd
from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import frames
from hcdata.exports.sheets.cells import NONE, NOT_LOADED, Value, count, day, words
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words
from hcdata.views.results import About

NAME = "Cover"
KINDS = {"crime": "Crimes", "incident": "Non-crime hate incidents (never added to crimes)"}
DEFINITIONS = {
    "title": "Measure",
    "question": "Question it answers",
    "how": "How it is counted",
    "time_basis": "Counted by",
    "plan": "Plan",
    "thresholds": "Thresholds",
}
READING = (
    "Total = distinct crimes. One crime can have several strands, so strands add to more than the total.",
    "Cancelled crimes are kept apart and not counted. Incidents are never added to crimes.",
    "Where a duty has nothing recorded it counts as not evidenced and is shown in its own column.",
    "More reports can be the plan working: no figure of volume is marked good or bad.",
    "Values only: no formula, no hidden sheet, no record, no name, no reference is in this workbook.",
)


def write(
    book: Workbook, about: About, contents: Mapping[str, str], definitions: pd.DataFrame, by: str, now: datetime
) -> None:
    """Write the cover; `contents` is sheet name to what it shows."""
    says = "For reading and presenting; every figure is the one on the page of the same name."
    page = Page(book, NAME, f"Hate crime Performance Update: {about.force}", says, about, (34, 38, 70, 20, 13, 24))
    page.heading("What this is")
    page.table(("About", "This workbook"), _facts(about, by, now))
    page.heading("How to read it")
    for text in READING:
        page.line(text)
    page.heading("Sheets")
    page.table(("Sheet", "What it shows"), [[words(name), words(text)] for name, text in contents.items()])
    page.turn()
    page.heading("Definitions")
    frames.write(page, definitions.replace("", NONE), DEFINITIONS, "No definitions were given.")


def _facts(about: About, by: str, now: datetime) -> list[list[Value]]:
    facts = {
        "Marking": words(about.marking),
        "Handling": words(about.handling, "no handling instruction"),
        "Force": words(about.force),
        "Data": words("Made-up demonstration data" if about.synthetic else "The force's own records"),
        "Data to": day(about.data_to, missing=NOT_LOADED),
        "Period": words(about_words.period(about)),
        "Compared with": words(about_words.prior(about)),
        "District": words(about_words.districts(about.districts)),
        "Strand": words(about_words.strands(about.strands)),
        "Kind of record": words(KINDS[about.filters.kind]),
        "Snapshot": words(about.snapshot),
        "Seen as at load": count(about.as_at),
        "Figures": words(about_words.known(about), "as known at the newest load"),
        "Made by": words(by),
        "Made on": day(now),
        "Made at": words(f"{now:%H:%M}"),
    }
    return [[words(name), value] for name, value in facts.items()]
