"""The delivery plan: ageing, and the rule that an action is updated seven days before the meeting (plan 1.7)."""

from datetime import date, timedelta

import pandas as pd

# Plan 1.7: updates are obtained approximately 7 days before the meeting.
UPDATE_DAYS = 7
# Plan 1.8: the tactical lead discharges; until then an action is open.
CLOSED = "discharged"


def meetings_round(meetings: list[date], data_to: date) -> tuple[date | None, date | None]:
    """Return the last meeting up to the data-to date and the first one after it."""
    return max((day for day in meetings if day <= data_to), default=None), min(
        (day for day in meetings if day > data_to), default=None
    )


def age(actions: pd.DataFrame, data_to: date, last_meeting: date | None) -> pd.DataFrame:
    """Mark each action: action_no, status, due_on, updated_on in; those columns, is_open, overdue and not_updated out.

    Not updated: open, with no update since the last meeting; the next one wants it seven days before.
    """
    due, updated = pd.to_datetime(actions["due_on"]), pd.to_datetime(actions["updated_on"])
    is_open = actions["status"] != CLOSED
    stale = updated.isna() | (updated < pd.Timestamp(last_meeting)) if last_meeting else updated.isna()
    return actions.assign(is_open=is_open, overdue=is_open & (due < pd.Timestamp(data_to)), not_updated=is_open & stale)


def update_by(meeting: date | None) -> date | None:
    """Return the day updates for a meeting are due."""
    return meeting - timedelta(days=UPDATE_DAYS) if meeting else None


def count(aged: pd.DataFrame) -> tuple[int, int, int, int]:
    """Return how many actions are open, overdue, not updated and discharged."""
    return (
        int(aged["is_open"].sum()),
        int(aged["overdue"].sum()),
        int(aged["not_updated"].sum()),
        int((~aged["is_open"]).sum()),
    )
