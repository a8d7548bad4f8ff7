"""What stands out, then the headline figures."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import figures
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words, findings
from hcdata.views.results import PerformanceUpdate


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write findings as sentences, strongest first, and a line for each headline figure."""
    about = update.about
    title = f"What stands out: {about_words.districts(about.districts)}, {about_words.period(about)}"
    page = Page(book, "Headlines", title, findings.headline(update), about, figures.WIDTHS)
    for number, finding in enumerate(findings.findings(update), start=1):
        page.line(f"{number}.  {finding.text}")
    closing = findings.closing(update)
    if closing:
        page.line(closing)
    page.heading("Figures")
    figures.write(page, update.headlines, about)
