"""Strand by strand: one crime can have several, so they never add to the total."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import series
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words
from hcdata.views.results import PerformanceUpdate

SAYS = "One crime can have several strands: strands add to more than the total and are never summed."


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write each strand's year and months."""
    about, trends = update.about, update.strands
    title = f"Strands: {about_words.districts(about.districts)}, latest 12 months"
    page = Page(book, "Strands", title, SAYS, about, series.WIDTHS)
    if not trends:
        page.line("No strand was asked for.")
        return
    series.write_years(page, "Strand", trends)
    page.turn()
    page.heading("Month by month")
    series.write_months(page, trends)
