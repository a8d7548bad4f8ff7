"""What the figures rest on: fields left blank, rows not used, and what was loaded."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import frames
from hcdata.exports.sheets.page import Page
from hcdata.views.quality import Quality
from hcdata.views.results import About

COMPLETENESS = {"field": "Field", "recorded": "Recorded", "of": "Hate crimes", "share": "Share recorded"}
FAULTS = {"field": "Field", "rows": "Cells", "reason": "Why"}
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
WIDTHS = (32, 12, 14, 14, 12, 12, 12, 12, 12)


def write(book: Workbook, quality: Quality, about: About) -> None:
    """Write completeness by field, rejects by reason, cells that could not be read, and the loads."""
    says = (
        f"Rows read {quality.rows_read:,} = accepted {quality.rows_accepted:,} + rejected {quality.rows_rejected:,}."
        f" Cancelled crimes, kept apart and not counted: {quality.cancelled:,}."
    )
    page = Page(book, "Data quality", f"Data quality: {about.district_words}", says, about, WIDTHS)
    page.line(f"What is recorded on the hate crimes of {quality.period_words}:")
    frames.write(page, quality.completeness, COMPLETENESS, "No hate crime in this period.")
    page.heading("Rows not used, by reason")
    frames.write(page, quality.rejects, {"reason": "Reason", "rows": "Rows"}, "Every row was used.")
    for reason, do in zip(quality.rejects["reason"], quality.rejects["do"], strict=True):
        page.line(f"{reason}: {do}")
    page.heading("Cells of used rows that could not be read, all files: they count as not recorded")
    frames.write(page, quality.faults, FAULTS, "Every cell was read.")
    page.heading("The latest file of each kind")
    latest = quality.files.sort_values("load", ascending=False, kind="stable").drop_duplicates("layout")
    frames.write(page, latest, LOADS, "Nothing is loaded.")
