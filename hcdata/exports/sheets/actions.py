"""The delivery plan's actions, one line each: roles, never a name."""

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import frames
from hcdata.exports.sheets.key_actions import says
from hcdata.exports.sheets.page import Page
from hcdata.views.results import PerformanceUpdate

HEADERS = {
    "action_no": "Action",
    "key_action": "Key action",
    "title": "What is to be done",
    "district": "District",
    "owner": "Owner (role)",
    "status": "Status",
    "due_on": "Due",
    "updated_on": "Last updated",
    "overdue": "Overdue",
    "not_updated": "Not updated since the last meeting",
}
WIDTHS = (10, 30, 52, 22, 28, 16, 13, 13, 10, 14)


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write every action as it stood at the data-to date."""
    page = Page(book, "Actions", "Delivery plan: actions", says(update.plan), update.about, WIDTHS)
    nothing = update.plan.missing or "No action is in the delivery plan."
    frames.write(page, update.plan.actions, HEADERS, nothing, only=True)
