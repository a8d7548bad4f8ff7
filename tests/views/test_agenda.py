"""A meeting's agenda: what lies since the last meeting of its kind, and each district in one comparable row."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from datetime import date

import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.present.tables import agenda_tables, plan_tables
from hcdata.present.text import agenda_words, plan_words
from hcdata.views import answers
from hcdata.views.agenda import agenda, by_district
from hcdata.views.holders import by_holder, by_key_action
from hcdata.views.plan import plan
from hcdata.views.work_list import work_list
from tests.views.conftest import YEAR, crime

# Configuration: tactical meetings on 1 Oct, 5 Nov and 3 Dec 2026, strategic on 13 Aug, 12 Nov 2026, 11 Feb 2027; data to 31 Oct 2026.
# key action, district, owner, status, raised, due, updated, discharged -> brought forward, raised, discharged since 1 Oct
ACTIONS = [
    (("prevent", "fenland", "Crime Manager", "open", "2026-09-30", "2026-10-30", "2026-09-30", None), "forward"),
    (("prevent", "force", "Analyst", "updated", "2026-10-01", "2026-12-01", "2026-10-20", None), "forward"),
    (("respond", "fenland", "Crime Manager", "open", "2026-10-02", "2026-12-01", None, None), "raised"),
    (("respond", "peterborough", None, "proposed_discharge", "2026-01-01", "2026-10-01", "2026-10-02", None), "forward"),
    (("support", "peterborough", "Analyst", "discharged", "2026-01-01", "2026-02-01", None, "2026-10-02"), "discharged"),
    (("support", "peterborough", "Analyst", "discharged", "2026-01-01", "2026-02-01", None, "2026-10-01"), ""),
]  # fmt: skip
NAMES = ("key_action", "district", "owner", "status", "raised_on", "due_on", "updated_on", "discharged_on")
EVENTS = [("2026-10-01", "On the day"), ("2026-10-02", "Since"), ("2026-10-31", "Last day"), ("2026-11-01", "To come")]


@pytest.fixture
def store(make):
    rows = [dict(zip(NAMES, given, strict=True), title="Work") for given, _ in ACTIONS]
    events = [{"event_on": day, "name": name, "scope": "force", "kind": "trigger"} for day, name in EVENTS]
    return make(
        crimes=[crime("2022-11-05"), crime("2026-10-05")],
        actions=rows,
        events=events,
        feeds=["crime", "action", "event"],
    )


def test_actions_and_events_since_the_last_meeting_of_the_kind(put, store):
    context = put(store)
    found = agenda(context, "tactical", plan(context))
    assert (found.last, found.next, found.after) == (date(2026, 10, 1), date(2026, 11, 5), date(2026, 12, 3))
    for name in ("forward", "raised", "discharged"):
        expected = [f"A{n}" for n, (_, where) in enumerate(ACTIONS, 1) if where == name]
        assert getattr(found, name)["action_no"].tolist() == expected, name
    assert found.events["name"].tolist() == ["Since", "Last day"] and found.to_come["name"].tolist() == ["To come"]
    assert (found.since.start, found.since.end) == (date(2026, 10, 2), date(2026, 11, 1))


def test_each_kind_looks_back_to_its_own_last_meeting(put, store):
    context = put(store)
    found = agenda(context, "strategic", plan(context))
    assert (found.last, found.next, found.after) == (date(2026, 8, 13), date(2026, 11, 12), date(2027, 2, 11))
    assert len(found.raised) == 3 and len(found.events) == 3


def test_before_any_meeting_nothing_is_counted_since(make, put):
    context = put(make(crimes=[crime("2026-01-05")], feeds=["crime"], as_of=["2026-01-31 23:59:00"]))
    found = agenda(context, "tactical", plan(context))
    assert found.last is None and found.since is None
    assert "None was held before the data end." in agenda_words.heading(found)


def test_key_actions_and_holders_add_up_to_the_plan(put, store):
    found = plan(put(store))
    total = {name: int(found.actions[name].sum()) for name in ("is_open", "overdue", "not_updated", "proposed")}
    assert total == {"is_open": 4, "overdue": 2, "not_updated": 1, "proposed": 1}
    actions, holders = by_key_action(found), by_holder(found)
    assert len(actions) == 6 and actions["discharged"].sum() == 2
    for name, n in total.items():
        column = "open" if name == "is_open" else name
        assert actions[column].sum() == holders[column].sum() == n
    assert holders.iloc[0][["owner", "district", "overdue"]].tolist() == ["Crime Manager", "Fenland", 1]
    assert sorted(zip(holders["owner"], holders["district"], strict=True)) == [
        ("", "Peterborough"), ("Analyst", "Force"), ("Crime Manager", "Fenland"),
    ]  # fmt: skip
    assert "nobody named" in plan_tables.holders(found)["Holder"].tolist()


def test_the_request_names_every_action_not_updated_by_its_holder_and_none_other(put, store):
    found = plan(put(store))
    assert plan_words.request(found) == (
        "Please update these actions of the delivery plan by 29 Oct 2026 for the tactical meeting on 5 Nov 2026.\n"
        "\nCrime Manager, Fenland:\n- A1 Work (last updated 30 Sep 2026)"
    )


def test_overdue_and_proposed_are_those_of_the_plan_the_oldest_first(put, store):
    found = plan(put(store))
    assert plan_tables.overdue(found)["Action"].tolist() == ["A4", "A1"]
    assert plan_tables.proposed(found)["Action"].tolist() == ["A4"]
    assert plan_tables.key_actions(found)["Open"].sum() == 4 and "Discharged" not in plan_tables.holders(found)


def test_a_district_row_counts_its_month_its_actions_and_what_is_not_loaded(put, store):
    context = put(store, Filters("month"))
    rows = {one.id: one for one in by_district(context, plan(context), work_list(put(store, Filters("all"))))}
    fenland = rows["fenland"]
    assert (fenland.crimes, fenland.open, fenland.overdue) == (1, 2, 1)
    due = {id: (n, of) for id, n, of in fenland.due}
    assert due["recorded_within_24h"] == (1, 1) and due["supervisor_contact_24h"] == (None, None)
    table = agenda_tables.districts(tuple(rows.values()), {id: id for id in due}, "Oct 2026")
    assert table.set_index("District").loc["Fenland", "Supervisor_contact_24h"] == "not loaded"


def test_district_rows_add_up_to_the_force(small_demonstration):
    served = answers.at(small_demonstration.store)
    rows, month = served.district_rows(YEAR, LOCAL), served.figures(Filters("month"), LOCAL, "recorded_hate_crimes", ())
    assert sum(one.crimes for one in rows) == month["n"].iloc[0]
    assert sum(one.to_put_right for one in rows) == len(served.work_list(YEAR, LOCAL).crimes)


def test_figures_known_at_the_last_meeting_are_those_of_that_day(small_demonstration):
    served = answers.at(small_demonstration.store)
    then = served.known_then(YEAR, LOCAL, date(2026, 10, 1))
    assert then == served.performance(Filters("12m", as_at=date(2026, 10, 1)), LOCAL)
    assert served.known_then(YEAR, LOCAL, date(2000, 1, 1)) is None
    said = agenda_words.moved(then, served.performance(YEAR, LOCAL))
    assert said and all(" then, " in one for one in said)
