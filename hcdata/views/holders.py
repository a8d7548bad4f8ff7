"""Who holds the delivery plan's open actions, and how each key action's part of it stands."""

import pandas as pd

from hcdata.views.results import Plan

MARKS = ["open", "overdue", "not_updated", "proposed", "discharged"]


def by_key_action(plan: Plan) -> pd.DataFrame:
    """Count actions by key action: key_action, open, overdue, not_updated, proposed, discharged; every key action."""
    named = [f"{action.number} {action.name}" for action in plan.key_actions]
    return _count(plan.actions, ["key_action"]).set_index("key_action").reindex(named, fill_value=0).reset_index()


def by_holder(plan: Plan) -> pd.DataFrame:
    """Count the actions of each holder who has any open: owner, district, then as by key action; most overdue first.

    The owner is blank where nobody is named.
    """
    found = _count(plan.actions, ["owner", "district"])
    kept = found[found["open"] > 0]
    return kept.sort_values(["overdue", "not_updated", "owner", "district"], ascending=[False, False, True, True])


def _count(actions: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    marks = actions.assign(
        owner=actions["owner"].fillna(""),
        open=actions["is_open"].astype(bool),
        discharged=~actions["is_open"].astype(bool),
    )
    counted = marks.groupby(by, as_index=False, dropna=False)[MARKS].sum()
    return counted.astype(dict.fromkeys(MARKS, int))
