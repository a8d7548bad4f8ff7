"""A district's monthly review: beside the force, and what comes next."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from hcdata.common.access import LOCAL
from hcdata.common.config import District
from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.present.tables import review_tables
from hcdata.present.text import review_words
from hcdata.views import answers
from hcdata.views.plan import measures_of, plan
from hcdata.views.results import Figure
from hcdata.views.review import look_ahead
from tests.views.conftest import YEAR, crime

DATA_TO = date(2026, 10, 31)
# Actions by the day they are due, and whether the days ahead (1 November to 15 December 2026) name them.
ACTIONS = [
    ({"due_on": "2026-10-31", "status": "open"}, False),
    ({"due_on": "2026-11-01", "status": "open"}, True),
    ({"due_on": "2026-12-15", "status": "updated"}, True),
    ({"due_on": "2026-12-16", "status": "open"}, False),
    ({"due_on": "2026-11-10", "status": "discharged", "discharged_on": "2026-10-01"}, False),
    ({"due_on": None, "status": "open"}, False),
]


@pytest.fixture(scope="module")
def reviewed(small_demonstration):
    served = answers.at(small_demonstration.store)
    return {one: served.review(Filters("12m", districts=(one,)), LOCAL) for one in served.districts}


def test_open_actions_due_in_the_days_ahead_are_named_with_the_next_meeting(make, put):
    rows = [{"key_action": "prevent", "district": "force", "title": "Work", **given} for given, _ in ACTIONS]
    found = look_ahead(plan(put(make(crimes=[crime("2022-11-05")], actions=rows, feeds=["crime", "action"]))), DATA_TO)
    due = [(one.day, one.what) for one in found if one.kind == "action"]
    assert due == [
        (date.fromisoformat(given["due_on"]), f"A{n}: Work") for n, (given, named) in enumerate(ACTIONS, 1) if named
    ]
    # The configuration's next meeting is on 5 November; updates for it were due before the data end.
    assert [(one.day, one.what) for one in found if one.kind != "action"] == [(date(2026, 11, 5), "tactical")]
    assert all(one.day <= two.day for one, two in pairwise(found))


@pytest.mark.parametrize("due_on", ["2026-10-31", "2027-03-01", None])
def test_where_no_action_is_due_in_the_days_ahead_none_is_named(due_on, make, put):
    rows = [{"key_action": "prevent", "district": "force", "title": "Work", "status": "open", "due_on": due_on}] * 2
    found = look_ahead(plan(put(make(crimes=[crime("2022-11-05")], actions=rows, feeds=["crime", "action"]))), DATA_TO)
    assert [one.kind for one in found] == ["meeting"]


def test_updates_due_before_the_next_meeting_are_named_while_they_are_to_come(make, put):
    found = plan(put(make(crimes=[crime("2022-11-05")], feeds=["crime", "action"])))
    days = {one.kind: one.day for one in look_ahead(found, date(2026, 10, 28))}
    assert days["updates"] == date(2026, 10, 29)


def test_every_figure_stands_beside_that_of_the_force(reviewed):
    for district, found in reviewed.items():
        assert found.own.about.filters.districts == (district,)
        for action, rows in found.aims:
            assert (
                [one.figure.measure for one in rows]
                == [one.force.measure for one in rows]
                == list(measures_of(action.id))
            )
            for one in rows:
                if not one.figure.missing and one.figure.unit != "rate":
                    assert one.figure.n <= one.force.n


def test_a_district_lies_apart_where_the_funnel_of_all_districts_says_so(small_demonstration, reviewed):
    served = answers.at(small_demonstration.store)
    duty = served.performance(YEAR, LOCAL).duty.rows.set_index("district")["significance"]
    sides = {"High (0.001)": 1, "Low (0.001)": -1}
    for district, found in reviewed.items():
        one = next(one for _, rows in found.aims for one in rows if one.figure.measure == "supervisor_contact_24h")
        few = (one.figure.of or 0) < one.figure.minimum_n
        assert one.apart == (None if few else sides.get(duty[district], 0))


def test_numbers_people_and_places_are_not_set_beside_those_of_other_districts(reviewed):
    for found in reviewed.values():
        for _, rows in found.aims:
            for one in rows:
                counted = registry.relation(registry.one(one.figure.measure)).counts
                if one.figure.unit == "count" or counted != "crime":
                    assert one.apart is None


def test_promises_are_read_first_and_numbers_last():
    for action in ("support", "investigate"):
        ids = measures_of(action)
        duty = [registry.one(id).duty for id in ids]
        assert duty == sorted(duty, reverse=True) and any(duty)
        kinds = [registry.one(id).kind in ("count", "snapshot") for id in ids]
        assert kinds == sorted(kinds)


def test_the_month_is_said_in_three_sentences_that_agree_with_the_lists(reviewed):
    for found in reviewed.values():
        recorded, due, waiting = review_words.this_month(found)
        assert "October 2026" in recorded and recorded in review_words.findings.headline(found.own)
        for one in found.due:
            if not one.missing:
                assert f"{one.n:,} of {one.of or 0:,}" in due
        assert len(review_tables.work(found.work)) == len(found.work.crimes)
        n = len(found.work.crimes)
        assert waiting.lower().startswith(f"{n:,} open crime" if n else "no open crimes")


def test_last_months_duties_are_those_of_the_month_whatever_period_is_chosen(small_demonstration):
    served = answers.at(small_demonstration.store)
    spring = Filters("custom", date(2026, 3, 10), date(2026, 6, 21), districts=("peterborough",))
    asked = (Filters("month", districts=("peterborough",)), Filters("12m", districts=("peterborough",)), spring)
    month, *others = ([(one.measure, one.n, one.of) for one in served.review(one, LOCAL).due] for one in asked)
    assert others == [month, month]
    said = {review_words.this_month(served.review(one, LOCAL))[1] for one in asked}
    assert len(said) == 1 and "fell due in October 2026" in said.pop()


LIMITS = [
    (0, 0, 0, "No open summary offence is within 45 days of its time limit."),
    (1, 0, 0, "1 open summary offence is within 45 days of the time limit, none of them within 14."),
    (12, 3, 0, "12 open summary offences are within 45 days of the time limit, 3 of them within 14."),
    (
        2,
        2,
        5,
        "2 open summary offences are within 45 days of the time limit, 2 of them within 14; of 5 more it is not known.",
    ),
]


@pytest.mark.parametrize(("near", "close", "unknown", "said"), LIMITS)
def test_crimes_near_their_time_limit_are_told(near, close, unknown, said):
    found = tuple(
        Figure(id, registry.one(id).title, "count", "down", "Fenland", n=n, not_recorded=unknown)
        for id, n in (("summary_limit_near", near), ("summary_limit_close", close))
    )
    assert review_words.limits_sentence(found) == said


def test_who_answers_is_said_and_who_is_not_named():
    nobody = District(id="a", name="A")
    assert (
        review_words.answers_for(nobody)
        == "Not named in config.toml: Operational Chief Inspector, crime manager and SPOCs."
    )
    some = District(id="a", name="A", crime_manager="DCI of A", spocs=("DS of A", "PS of A"))
    assert review_words.answers_for(some) == (
        "crime manager DCI of A; SPOCs DS of A and PS of A. Not named in config.toml: Operational Chief Inspector."
    )


def test_the_table_leaves_blank_what_is_not_judged(reviewed):
    table = pd.concat([review_tables.aim(rows, "District") for _, rows in reviewed["fenland"].aims])
    assert set(table["Among districts"]) <= {"", *filter(None, review_words.AMONG.values())}
