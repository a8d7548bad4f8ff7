"""The tables of the delivery plan."""

import pandas as pd

from hcdata.present.tables import tables
from hcdata.views.holders import by_holder, by_key_action
from hcdata.views.results import Plan

_NAMES = {
    "key_action": "Key action",
    "owner": "Holder",
    "district": "District",
    "open": "Open",
    "overdue": "Overdue",
    "not_updated": "Not updated",
    "proposed": "Discharge proposed",
    "discharged": "Discharged",
}


def key_actions(plan: Plan) -> pd.DataFrame:
    """Return Key action, Open, Overdue, Not updated, Discharge proposed and Discharged; no rows without a plan."""
    found = by_key_action(plan).rename(columns=_NAMES)
    return found.iloc[:0] if plan.missing else found


def holders(plan: Plan) -> pd.DataFrame:
    """Return Holder, District, Open, Overdue, Not updated and Discharge proposed."""
    found = by_holder(plan).drop(columns="discharged")
    return found.assign(owner=found["owner"].replace("", "nobody named")).rename(columns=_NAMES)


def overdue(plan: Plan) -> pd.DataFrame:
    """Return the overdue actions as `tables.actions` has them, the one due first at the top."""
    rows = plan.actions[plan.actions["overdue"].astype(bool)].sort_values("due_on", kind="stable")
    return tables.actions(plan).loc[rows.index]


def proposed(plan: Plan) -> pd.DataFrame:
    """Return the open actions whose discharge is proposed."""
    return tables.actions(plan).loc[plan.actions["proposed"].astype(bool)]
