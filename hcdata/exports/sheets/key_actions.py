"""The six key actions: measures, actions and what is promised but not measured yet."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import figures
from hcdata.exports.sheets.cells import NOT_LOADED, Value, count, words
from hcdata.exports.sheets.page import Page
from hcdata.present.text.plan_words import plan_sentence
from hcdata.views.results import KeyAction, PerformanceUpdate

HEADERS = ("Key action", "Number", "Actions open", "Overdue", "Not updated", "Discharged")

# Key actions on a printed page.
ABREAST = 2


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write the actions of each key action, then its measures and what is not measured."""
    about, plan = update.about, update.plan
    page = Page(book, "Key actions", "The six key actions of the plan", plan_sentence(plan), about, figures.WIDTHS)
    page.table(HEADERS, [_counts(action) for action in plan.key_actions])
    for place, action in enumerate(plan.key_actions):
        if place and place % ABREAST == 0:
            page.turn()
        page.heading(f"{action.number} {action.name}")
        page.table(figures.HEADERS, [figures.line(figure, about) for figure in action.figures])
        if action.unmeasured:
            page.line(f"Promised and not measured yet: {'; '.join(action.unmeasured)}.")


def _counts(action: KeyAction) -> list[Value]:
    name, number = words(action.name), count(action.number)
    if action.actions is None:
        return [name, number, *[words(NOT_LOADED)] * 4]
    stand = action.actions
    return [name, number, count(stand.open), count(stand.overdue), count(stand.not_updated), count(stand.discharged)]
