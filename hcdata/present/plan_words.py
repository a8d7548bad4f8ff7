"""How the delivery plan and its key actions stand, in words."""

from hcdata.present import numbers
from hcdata.views.results import KeyAction, Plan


def actions_sentence(action: KeyAction, plan: Plan) -> str:
    """Say how the delivery-plan actions of a key action stand."""
    if action.actions is None:
        return plan.missing or "Not yet loaded."
    counts = action.actions
    since = f" since the last meeting ({numbers.day(plan.last_meeting)})" if plan.last_meeting else ""
    return (
        f"Delivery plan: {counts.open:,} open, {counts.overdue:,} past due, {counts.not_updated:,} not updated{since},"
        f" {counts.discharged:,} discharged."
    )


def action_summary(action: KeyAction) -> str:
    """Say a key action in a line: measures and open actions."""
    shown = sum(1 for figure in action.figures if not figure.missing)
    measures = f"{shown} of {numbers.counted(len(action.figures), 'measure', 'measures')} loaded"
    if action.actions is None:
        return f"{measures}, no delivery plan loaded"
    open_ones = numbers.counted(action.actions.open, "open action", "open actions")
    return f"{measures}, {open_ones}, {action.actions.overdue:,} past due"


def plan_sentence(plan: Plan) -> str:
    """Say when updates are due for the next meeting, and how many open actions still lack one."""
    if plan.missing:
        return plan.missing
    stale = int(plan.actions["not_updated"].sum())
    actions = numbers.counted(stale, "open action", "open actions")
    has = "has" if stale == 1 else "have"
    since = f"since the last meeting ({numbers.day(plan.last_meeting)})" if plan.last_meeting else "at all"
    lacking = f"{actions} {has} no update {since}" if stale else f"every open action has an update {since}"
    if plan.meeting is None or plan.update_by is None:
        return f"{lacking[0].upper()}{lacking[1:]}; no later meeting is in config.toml."
    return f"Next meeting {numbers.day(plan.meeting)}: updates are due by {numbers.day(plan.update_by)}; {lacking}."
