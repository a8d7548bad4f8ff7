"""The six key actions: their measures so far, their delivery-plan actions, and what is not yet measured."""

import pandas as pd

from hcdata.measures import registry
from hcdata.plan import ageing as delivery_plan
from hcdata.plan.promises import list_unmeasured, rank
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.missing import NotLoaded
from hcdata.views.results import ActionCounts, KeyAction, Plan

# Kinds of measure as they are read: what can be judged first.
_KINDS = ("proportion", "ratio", "duration", "rate", "count", "snapshot")
_ACTION_COLUMNS = (
    "action_no", "key_action", "title", "district", "owner", "status", "raised_on", "due_on", "updated_on",
    "latest_update", "discharged_on", "is_open", "overdue", "not_updated", "proposed",
)  # fmt: skip


def measures_of(key_action: str) -> tuple[str, ...]:
    """Return the measures that serve a key action: promises, shares, rates, then numbers, in the plan's order."""
    found = [one for one in registry.all().values() if key_action in one.key_actions and not one.part]
    found.sort(
        key=lambda one: (
            not one.duty,
            _KINDS.index(one.kind),
            one.direction == "neutral",
            rank(key_action, one.id),
            one.title,
        )
    )
    return tuple(one.id for one in found)


def plan(context: Context) -> Plan:
    """Return the six key actions at the data-to date."""
    config, data_to = context.store.config, context.about.data_to
    before, meeting = delivery_plan.meetings_round(config.meeting, data_to) if data_to else (None, None)
    aged = None
    if context.store.has("action") and data_to:
        aged = delivery_plan.age(_actions(context), data_to, before)
        marks = aged[["key_action", "is_open", "overdue", "not_updated"]]
    return Plan(
        key_actions=tuple(
            KeyAction(
                id=action.id,
                number=action.number,
                name=action.name,
                figures=tuple(figures(context, measures_of(action.id))),
                actions=ActionCounts(*delivery_plan.count(marks[marks["key_action"] == action.id]))
                if aged is not None
                else None,
                unmeasured=list_unmeasured(action.id, registry.all()),
            )
            for action in config.key_action
        ),
        actions=_named(context, aged) if aged is not None else pd.DataFrame(columns=list(_ACTION_COLUMNS)),
        last_meeting=before,
        last_kinds=delivery_plan.kinds_on(config.meeting, before),
        meeting=meeting,
        kinds=delivery_plan.kinds_on(config.meeting, meeting),
        areas=() if _sees_all(context) else tuple(context.districts["name"]),
        update_by=delivery_plan.update_by(meeting),
        missing=None if aged is not None else NotLoaded(("action",)),
    )


def _actions(context: Context) -> pd.DataFrame:
    found = context.store.rows(
        "SELECT action_no, key_action, title, district, owner, status, raised_on, due_on, updated_on, latest_update,"
        " discharged_on FROM action ORDER BY action_no"
    )
    return found if _sees_all(context) else found[found["district"].isin({"force", *context.districts["id"]})]


def _sees_all(context: Context) -> bool:
    return not context.filters.districts and context.scope.aggregates is None


def _named(context: Context, aged: pd.DataFrame) -> pd.DataFrame:
    config = context.store.config
    actions = {action.id: f"{action.number} {action.name}" for action in config.key_action}
    districts = context.names | {"force": "Force"}
    named = aged.assign(
        key_action=aged["key_action"].map(lambda one: actions.get(one, one)),
        district=aged["district"].map(lambda one: districts.get(one, one)),
        status=aged["status"].str.replace("_", " ").str.capitalize(),
    )
    return named[list(_ACTION_COLUMNS)].reset_index(drop=True)
