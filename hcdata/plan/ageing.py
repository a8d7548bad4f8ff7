"""The delivery plan: ageing, and the rule that an action is updated seven days before the meeting (plan 1.7)."""

from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

from hcdata.common.config import Meeting

# Plan 1.7: updates are obtained approximately 7 days before the meeting.
UPDATE_DAYS = 7
# Plan 1.8: the tactical lead discharges; until then an action is open.
CLOSED, PROPOSED = "discharged", "proposed_discharge"


# What a sheet that leaves the status blank, or writes a word nobody has mapped, may still say by a date of discharge.
UNSAID = ("not_recorded", "unmapped")


def meetings_round(meetings: Iterable[Meeting], data_to: date) -> tuple[date | None, date | None]:
    """Return the last meeting of either kind up to the data-to date, and the first one after it."""
    days = [meeting.date for meeting in meetings]
    return max((day for day in days if day <= data_to), default=None), min(
        (day for day in days if day > data_to), default=None
    )


def kinds_on(meetings: Iterable[Meeting], day: date | None) -> tuple[str, ...]:
    """Return the kinds of meeting held on a day."""
    return tuple(sorted({meeting.kind for meeting in meetings if meeting.date == day}))


def age(actions: pd.DataFrame, data_to: date, last_meeting: date | None) -> pd.DataFrame:
    """Mark each action: status, raised_on, due_on, updated_on, discharged_on in; four marks added.

    is_open, overdue, not_updated, proposed are the marks.
    Not updated: open, neither updated nor raised since the last meeting; the next one wants it seven days before.
    Proposed: open, and its holder proposes its discharge (the tactical lead decides, plan 1.8).
    """
    due, updated, raised = (pd.to_datetime(actions[name]) for name in ("due_on", "updated_on", "raised_on"))
    since = pd.Timestamp(last_meeting or "1900-01-01")
    closed = actions["status"].isin(UNSAID) & actions["discharged_on"].notna()
    is_open = (actions["status"] != CLOSED) & ~closed
    stale = ~(updated >= since)
    if last_meeting:
        stale &= ~(raised >= since)
    return actions.assign(
        is_open=is_open,
        overdue=is_open & (due < pd.Timestamp(data_to)),
        not_updated=is_open & stale,
        proposed=is_open & (actions["status"] == PROPOSED),
    )


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
