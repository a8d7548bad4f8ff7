"""What can still be put right: open crimes with nothing recorded, one row each, the longest waiting first."""

import pytest

from hcdata.common.access import Scope
from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.views.cases import cases
from hcdata.views.missing import NotLoaded
from hcdata.views.work_list import work_list
from tests.views.conftest import YEAR, crime

EVER = Filters("all")
VICTIM = {"victims": ["V1"]}
DUE = {"assigned_at": "2026-09-01 08:00:00", "assigned_on": "2026-09-01"}
# Data to 31 October 2026. Of each crime: what it lacks, and for how many days.
CRIMES = {
    "lacks both; the older waits since it was recorded": (
        crime("2026-08-01", **VICTIM, **DUE),
        {"hub_referral": 91, "supervisor_call": 91, "supervisor_contact_24h": 60},
    ),
    "contact late: nothing is left to record": (
        crime("2026-09-01", **VICTIM, **DUE, supervisor_contact_at="2026-09-09 08:00:00", contacts=1),
        {"hub_referral": 60},
    ),
    "closed: it stays as it is": (crime("2026-09-01", **VICTIM, **DUE, outcome_code="16"), {}),
    "no victim known: nothing is promised": (crime("2026-09-01"), {}),
    "no report time, in another district": (
        {**crime("2026-10-01", district="peterborough"), "reported_at": None},
        {"recorded_within_24h": 30},
    ),
    "no supervisor named": (crime("2026-10-11", supervisor_named=False), {"supervisor_named": 20}),
    "nothing said of a supervisor": ({**crime("2026-10-21"), "supervisor_named": None}, {"supervisor_named": 10}),
    "reviewed two months ago: the next fell due four weeks later": (
        crime("2026-06-01", supervisor_review_on="2026-09-01"),
        {"review_current": 32},
    ),
    "never reviewed": ({**crime("2026-09-21"), "supervisor_review_on": None}, {"review_current": 12}),
    "closed without a supervisor": (crime("2026-09-01", supervisor_named=False, outcome_code="16"), {}),
}


@pytest.fixture
def store(make):
    crimes = [crime("2022-11-05", outcome_code="1"), *(given for given, _ in CRIMES.values())]
    return make(crimes=[{"supervisor_named": True, "supervisor_review_on": "2026-10-20", **given} for given in crimes])


def test_each_promise_counts_its_open_crimes_and_says_how_long_the_oldest_waits(put, store):
    promises = work_list(put(store, EVER)).promises
    found = {one.measure: (one.n, one.longest) for one in promises if one.missing is None}
    expected = {}
    for _, lacks in CRIMES.values():
        for measure, days in lacks.items():
            n, longest = expected.get(measure, (0, 0))
            expected[measure] = n + 1, max(days, longest)
    assert found == expected
    assert {one.measure for one in promises} == {
        one.id for one in registry.all().values() if one.duty and not one.of_closed
    }


def test_a_crime_stands_once_with_all_it_lacks_and_the_longest_waiting_first(put, store):
    found = work_list(put(store, EVER)).crimes
    lacks = {one.id: one.lacks for one in registry.all().values()}
    assert found[["district", "lacks", "waiting"]].values.tolist() == [
        ["Fenland", f"{lacks['hub_referral']}; {lacks['supervisor_contact_24h']}", 91],
        ["Fenland", lacks["hub_referral"], 60],
        ["Fenland", lacks["review_current"], 32],
        ["Peterborough", lacks["recorded_within_24h"], 30],
        ["Fenland", lacks["supervisor_named"], 20],
        ["Fenland", lacks["review_current"], 12],
        ["Fenland", lacks["supervisor_named"], 10],
    ]


def test_by_district_it_adds_up_to_the_promises(put, store):
    found = work_list(put(store, EVER))
    assert found.by_district.groupby("measure")["n"].sum().to_dict() == {
        one.measure: one.n for one in found.promises if one.missing is None
    }
    assert set(found.by_district["name"]) == {"Fenland", "Peterborough"}


@pytest.mark.parametrize("filters", [EVER, Filters("all", districts=("fenland",)), Filters("month")])
def test_it_lists_the_cases_that_each_figure_calls_to_put_right(put, store, filters):
    context = put(store, filters)
    for one in work_list(context).promises:
        assert one.n == len(cases(context, one.measure, "to_put_right").rows), one.measure


def test_a_reader_is_told_of_the_records_of_their_own_district_alone(put, store):
    own = Scope(records=("peterborough",), aggregates=None, people=False, audience="internal")
    found = work_list(put(store, EVER, own))
    assert set(found.crimes["district"]) == {"Peterborough"} and sum(one.n for one in found.promises) == 1


def test_what_is_not_loaded_is_not_nought(make, put):
    found = {
        one.measure: one for one in work_list(put(make(crimes=[crime("2026-08-01")], feeds=["crime"]), YEAR)).promises
    }
    assert (
        found["supervisor_contact_24h"].missing == NotLoaded(("contact",))
        and found["recorded_within_24h"].missing is None
    )
