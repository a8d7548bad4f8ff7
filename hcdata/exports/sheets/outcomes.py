"""How crimes ended: each named basis of the positive outcome rate, the open caseload, and the outcomes assigned."""

import pandas as pd
from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import charts, figures, frames
from hcdata.exports.sheets.cells import COUNT
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words, missing_words
from hcdata.present.text.words import apart, figure_sentence
from hcdata.views.outcomes import Outcomes
from hcdata.views.results import About

MIX = {
    "title": "Outcome",
    "code": "Code",
    "n": "Assigned",
    "share": "Share of all assigned",
    "positive": "In the positive set",
}
# Centimetres the chart is wide, a bar of it takes, and its title and axis.
WIDE, BAR, FRAME = 17, 0.5, 2.5


def write(book: Workbook, outcomes: Outcomes, about: About) -> None:
    """Write the outcome measures and the outcomes assigned in the period with a bar for each."""
    told = f"{figure_sentence(outcomes.figures[0], about)} Positive outcomes: {outcomes.positive_words}."
    title = f"Outcomes: {about_words.districts(about.districts)}, {about_words.period(about)}"
    page = Page(book, "Outcomes", title, missing_words.say(outcomes.missing) or told, about, figures.WIDTHS)
    figures.write(page, (*outcomes.figures, outcomes.open_cases), about)
    page.turn()
    page.heading("Outcomes assigned in the period")
    block = frames.write(
        page, outcomes.mix, MIX, missing_words.say(outcomes.missing) or "No outcome was assigned in this period."
    )
    if block:
        size = (WIDE, FRAME + BAR * len(outcomes.mix))
        page.beside(block, charts.bars(block, 3, _title(outcomes.mix), "outcomes assigned", COUNT, size))
    beside = outcomes.open_cases.not_recorded and f": {apart(outcomes.open_cases)}"
    page.heading(f"Age of the open caseload{beside or ''}")
    frames.write(
        page,
        outcomes.ages,
        {"age_band": "Days since recorded", "n": "Open crimes"},
        missing_words.say(outcomes.missing) or "No crime is open.",
    )


def _title(mix: pd.DataFrame) -> str:
    top = mix.loc[mix["n"].idxmax()]
    said = f"outcome {top['code']}, {top['title'].lower()}"
    return f"The commonest is {said}: {top['n']:,} of {mix['n'].sum():,} assigned"
