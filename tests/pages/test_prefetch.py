"""Corrections ahead: the choices one click away, when it is quiet, and never in anybody's way."""

from datetime import date
from threading import Event

import pytest

from hcdata.common.errors import StoreError
from hcdata.common.filters import PERIODS, Filters
from hcdata.ui.prefetch import Ahead, likely


def test_every_choice_one_click_away_comes_once_and_the_present_one_never():
    now = Filters(period="12m", districts=("fenland",))
    found = list(likely(now, ["fenland", "peterborough"], ["race"]))
    assert len(found) == len(set(found)) and now not in found
    assert {one.districts for one in found} == {(), ("fenland",), ("peterborough",)}
    assert {one.period for one in found} == set(PERIODS) - {"custom"}
    assert Filters(period="12m", districts=("fenland",), strands=("race",)) in found


def test_days_as_asked_are_left_behind_with_the_custom_period():
    from_custom = likely(Filters(period="custom", start=None, end=date(2026, 1, 1)), [], [])
    assert {(one.period, one.end is None) for one in from_custom if one.period != "custom"} == {
        (period, True) for period in PERIODS if period != "custom"
    }


@pytest.fixture
def ahead():
    made = Ahead(quiet=0)
    yield made
    made.end()


def test_choices_are_answered_in_order_and_one_that_fails_stops_nothing(ahead):
    done, answered = Event(), []

    def answer(choice):
        answered.append(choice.period)
        if choice.period == "all":
            done.set()
        raise StoreError("store", "gone")

    ahead.plan(answer, [Filters(period="month"), Filters(period="quarter"), Filters(period="all")])
    assert done.wait(10)
    assert answered == ["month", "quarter", "all"]


def test_a_new_plan_takes_the_place_of_the_old_one(ahead):
    begun, go_on, done, answered = Event(), Event(), Event(), []

    def slow(choice):
        answered.append(choice.period)
        begun.set()
        go_on.wait(10)

    def quick(choice):
        answered.append(choice.period)
        done.set()

    ahead.plan(slow, [Filters(period="month"), Filters(period="quarter")])
    assert begun.wait(10)
    ahead.plan(quick, [Filters(period="36m")])
    go_on.set()
    assert done.wait(10)
    assert answered == ["month", "36m"]


def test_nothing_is_answered_before_it_is_quiet():
    patient, answered = Ahead(quiet=60), []
    patient.plan(answered.append, [Filters()])
    patient.end()
    assert answered == []
