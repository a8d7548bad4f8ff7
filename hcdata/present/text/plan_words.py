"""How the delivery plan and its key actions stand, in words."""

from datetime import date

import pandas as pd

from hcdata.present.text import missing_words, numbers
from hcdata.views.results import KeyAction, Plan

OVERDUE = "overdue"


def actions_sentence(action: KeyAction, plan: Plan) -> str:
    """Say how the delivery-plan actions of a key action stand."""
    if action.actions is None:
        return missing_words.say(plan.missing) or "Not yet loaded."
    counts = action.actions
    return (
        f"Delivery plan: {counts.open:,} open, {counts.overdue:,} {OVERDUE}, {counts.not_updated:,} {_stale(plan)},"
        f" {counts.discharged:,} discharged."
    )


def action_summary(action: KeyAction) -> str:
    """Say a key action in a line: measures and open actions."""
    shown, every = sum(1 for figure in action.figures if not figure.missing), len(action.figures)
    named = numbers.counted(every, "measure", "measures")
    measures = named if shown == every else f"{shown} of {named} loaded"
    if action.actions is None:
        return f"{measures}, no delivery plan loaded"
    open_ones = numbers.counted(action.actions.open, "open action", "open actions")
    return f"{measures}, {open_ones}, {action.actions.overdue:,} {OVERDUE}"


def plan_sentence(plan: Plan) -> str:
    """Say how many actions are open, overdue and not updated, and when updates are due for the next meeting."""
    if plan.missing:
        return missing_words.say(plan.missing)
    return f"{_open(plan)} {_next(plan)}"


PILLARS = (
    "The plan speaks of five pillars (1.6, 1.8) and in its agendas of six key actions (Appendices A and B)."
    " The six are used: the sixth is the quality of investigations."
)


def standing(plan: Plan) -> pd.Series:
    """Return how each action stands: discharged, overdue, not updated (since the last meeting), or in hand."""
    rows = plan.actions[["is_open", "overdue", "not_updated"]].itertuples(index=False)
    said = []
    for is_open, overdue, stale in rows:
        marks = [word for word, marked in ((OVERDUE, overdue), ("not updated", stale)) if marked]
        said.append(" and ".join(marks) or ("in hand" if is_open else "discharged"))
    return pd.Series(said, index=plan.actions.index, dtype=object)


def request(plan: Plan) -> str:
    """Write the request for updates, ready to send: each holder with their actions and when each was last updated."""
    stale = plan.actions[plan.actions["not_updated"].astype(bool)]
    if stale.empty:
        return ""
    by = f" by {numbers.day(plan.update_by)}" if plan.update_by else ""
    meeting = f" for the {_kinds(plan.kinds)}meeting on {numbers.day(plan.meeting)}" if plan.meeting else ""
    lines = [f"Please update these actions of the delivery plan{by}{meeting}."]
    for (owner, district), rows in stale.groupby([stale["owner"].fillna("Nobody named"), "district"]):
        lines += ["", f"{owner}, {district}:"]
        lines += [f"- {one.action_no} {one.title} ({_last_update(one.updated_on)})" for one in rows.itertuples()]
    return "\n".join(lines)


def _last_update(day: date | None) -> str:
    return "never updated" if day is None or pd.isna(day) else f"last updated {numbers.day(day)}"


def _open(plan: Plan) -> str:
    actions = plan.actions
    opened, overdue, stale = (int(actions[name].sum()) for name in ("is_open", "overdue", "not_updated"))
    concern = f" for {numbers.listed(list(plan.areas))} or the whole force" if plan.areas else ""
    if not opened:
        return f"No action of the delivery plan{concern} is open."
    named = numbers.counted(opened, "action", "actions")
    late = f"{overdue:,} {OVERDUE}" if overdue else f"none {OVERDUE}"
    return (
        f"{named} of the delivery plan{concern} {'is' if opened == 1 else 'are'} open: {late},"
        f" {f'{stale:,}' if stale else 'none'} {_stale(plan)}."
    )


def _stale(plan: Plan) -> str:
    """Say what an action without a fresh update lacks."""
    if plan.last_meeting is None:
        return "never updated"
    return f"not updated since the {_kinds(plan.last_kinds)}meeting of {numbers.day(plan.last_meeting)}"


def _next(plan: Plan) -> str:
    if plan.meeting is None or plan.update_by is None:
        return "No later meeting is in config.toml."
    meeting = f"{_kinds(plan.kinds)}meeting on {numbers.day(plan.meeting)}"
    return f"Next is the {meeting}; updates are due by {numbers.day(plan.update_by)}."


def _kinds(kinds: tuple[str, ...]) -> str:
    return f"{' and '.join(kinds)} " if kinds else ""
