"""The six key actions with their measures and delivery-plan actions."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from datetime import date

from hcdata.common.access import Scope
from hcdata.common.filters import Filters
from hcdata.views.missing import NotLoaded
from hcdata.views.plan import measures_of, plan
from tests.views.conftest import YEAR, crime

# Meetings of the configuration: tactical on 1 Oct and 5 Nov 2026, strategic on 13 Aug and 12 Nov; data to 31 Oct 2026.
ACTIONS = [
    {"key_action": "prevent", "district": "fenland", "status": "open", "due_on": "2026-10-30", "updated_on": "2026-09-30"},
    {"key_action": "prevent", "district": "force", "status": "updated", "due_on": "2026-10-31", "updated_on": "2026-10-01"},
    {"key_action": "respond", "district": "peterborough", "status": "open", "due_on": None, "updated_on": None},
    {"key_action": "respond", "district": "fenland", "status": "discharged", "due_on": "2026-01-01", "updated_on": None},
]  # fmt: skip


def store(make):
    return make(crimes=[crime("2022-11-05")], actions=ACTIONS, feeds=["crime", "action"])


def counts(found):
    return {action.id: action.actions for action in found.key_actions}


def test_actions_are_counted_by_key_action(make, put):
    found = plan(put(store(make)))
    assert [found.last_meeting, found.meeting, found.update_by] == [
        date(2026, 10, 1),
        date(2026, 11, 5),
        date(2026, 10, 29),
    ]
    assert (found.last_kinds, found.kinds) == (("tactical",), ("tactical",))
    prevent, respond = counts(found)["prevent"], counts(found)["respond"]
    assert (prevent.open, prevent.overdue, prevent.not_updated, prevent.discharged) == (2, 1, 1, 0)
    assert (respond.open, respond.overdue, respond.not_updated, respond.discharged) == (1, 0, 1, 1)
    assert len(found.actions) == 4
    assert found.actions["district"].tolist() == ["Fenland", "Force", "Peterborough", "Fenland"]


def test_a_district_sees_its_own_actions_and_the_forces(make, put):
    found = plan(put(store(make), Filters("12m", districts=("fenland",))))
    assert found.actions["district"].tolist() == ["Fenland", "Force", "Fenland"]
    assert found.areas == ("Fenland",) and plan(put(store(make))).areas == ()
    none = Scope(records=(), aggregates=(), people=False, audience="internal")
    assert plan(put(store(make), YEAR, none)).actions["district"].tolist() == ["Force"]


def test_no_delivery_plan_says_so(make, put):
    found = plan(put(make(crimes=[crime("2022-11-05")])))
    assert found.missing == NotLoaded(("action",))
    assert set(counts(found).values()) == {None}
    assert len(found.key_actions) == 6


def test_every_key_action_has_a_measure_and_none_that_says_nothing_alone(make, put):
    found = plan(put(store(make)))
    assert all(action.figures for action in found.key_actions)
    assert "strand_mix" not in {id for action in found.key_actions for id in measures_of(action.id)}


def test_a_key_actions_measures_stand_in_the_plans_order_and_not_the_alphabets():
    first = ("supervisor_contact_24h", "supervisor_call", "closure_call", "inspector_contact", "statement_offered")
    assert measures_of("support")[:5] == first
