"""The delivery plan's actions, one line each: roles, never a name."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import frames
from hcdata.exports.sheets.page import Page
from hcdata.present.text import missing_words
from hcdata.present.text.plan_words import plan_sentence, standing
from hcdata.views.results import PerformanceUpdate

HEADERS = {
    "action_no": "Action",
    "key_action": "Key action",
    "title": "What is to be done",
    "district": "District",
    "owner": "Owner (role)",
    "status": "Status",
    "raised_on": "Raised",
    "due_on": "Due",
    "updated_on": "Last updated",
    "latest_update": "Latest update",
    "standing": "Standing",
    "discharged_on": "Discharged",
}
WIDTHS = (10, 30, 52, 22, 28, 16, 13, 13, 13, 30, 24, 13)


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write every action as it stood at the data-to date."""
    page = Page(book, "Actions", "Delivery plan: actions", plan_sentence(update.plan), update.about, WIDTHS)
    nothing = missing_words.say(update.plan.missing) or "No action is in the delivery plan."
    actions = update.plan.actions.assign(standing=standing(update.plan))
    frames.write(page, actions, HEADERS, nothing, only=True)
