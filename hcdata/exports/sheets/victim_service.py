"""What victims were promised: each duty as evidenced out of due, with what is not recorded beside it."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import figures
from hcdata.exports.sheets.cells import SHARE, TOO_FEW, Value, absence, count, number, value_of, words
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words
from hcdata.present.text.words import figure_sentence
from hcdata.views.results import Figure, PerformanceUpdate

HEADERS = (
    "Duty",
    "Evidenced",
    "Due",
    "Share evidenced",
    "95 % interval from",
    "95 % interval to",
    "Not recorded",
    "Share of those recorded",
    "Not yet due",
    "Missed",
    "To put right",
    "Share before",
    "Difference from before",
)
# As for figures, with room for one column more.
WIDTHS = (*figures.WIDTHS, 20)
SAYS = (
    "A duty is met where it is documented; nothing recorded counts as not evidenced and is shown apart."
    " To put right: nothing recorded, and the crime is open. Missed: not met, or closed with nothing recorded."
)


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write the duties of the key action on victims, then its other measures."""
    about = update.about
    found = next((action.figures for action in update.plan.key_actions if action.id == "support"), ())
    duties = [figure for figure in found if figure.unit == "percent" and figure.direction == "up"]
    title = f"Victim service: {about_words.districts(about.districts)}, {about_words.period(about)}"
    page = Page(book, "Victim service", title, SAYS, about, WIDTHS)
    page.table(HEADERS, [_line(figure) for figure in duties])
    for figure in duties:
        page.line(figure_sentence(figure, about))
    page.heading("Other measures of support for victims")
    figures.write(page, [figure for figure in found if figure not in duties], about)


def _line(figure: Figure) -> list[Value]:
    if figure.missing:
        return [words(figure.title), *[words(absence(figure))] * (len(HEADERS) - 1)]
    return [
        words(figure.title),
        count(figure.n),
        count(figure.of),
        value_of(figure),
        number(figure.lower, SHARE, TOO_FEW),
        number(figure.upper, SHARE, TOO_FEW),
        count(figure.not_recorded),
        number(figure.recorded_value, SHARE, TOO_FEW),
        count(figure.not_due),
        count(figure.missed),
        count(figure.to_put_right),
        number(figure.prior_value, SHARE),
        words(figure.verdict.chance),
    ]
