"""Reviews of open crimes, where the review sheet is not loaded, ends earlier, begins late or lacks a district."""

from datetime import date, datetime

import pandas as pd
import pytest

from hcdata.measures import run
from hcdata.store.coverage import Coverage, Lack
from tests.measures.conftest import crime, one

ID = "review_current"
CLOSED = crime("2024-01-05", outcome_code="1")
OLD = crime("2026-01-05", supervisor_review_on="2026-10-20")


def test_without_a_review_sheet_it_is_not_loaded_and_never_nought(make):
    store = make(crimes=[CLOSED, OLD], feeds=["crime"])
    row = one(run.figures(store, ID))
    assert pd.isna(row["n"]) and pd.isna(row["of"]) and not row["complete"]
    assert run.cases(store, ID).empty
    assert run.figures(store, ID, ("month", "district"))["n"].isna().all()


def test_crimes_recorded_before_the_sheet_began_are_asked_for_their_last_review_all_the_same(make):
    store = make(crimes=[CLOSED, OLD, crime("2026-02-05")], begins={"review": "2026-09-10"})
    row = one(run.figures(store, ID))
    assert (row["n"], row["of"], row["not_recorded"]) == (1, 2, 1)
    months = run.figures(store, ID, ("month",))
    assert months["of"].sum() == 2 and months["n"].notna().all()


@pytest.mark.parametrize(("begins", "counted"), [("2026-09-30", 1), ("2026-10-02", 1), ("2026-11-01", 0)])
def test_where_the_sheet_begins_within_the_days_asked_about_nothing_is_counted(make, begins, counted):
    store = make(crimes=[CLOSED, OLD], begins={"review": begins})
    assert len(run.cases(store, ID)) == counted


@pytest.mark.parametrize(
    ("ends", "reviewed", "state"),
    [
        (datetime(2026, 9, 30, 23, 59), "2026-09-02", "met"),
        (datetime(2026, 9, 30, 23, 59), "2026-09-01", "not_met"),
        (datetime(2026, 10, 31, 23, 59), "2026-10-03", "met"),
        (datetime(2026, 10, 31, 12, 0), "2026-10-02", "met"),
        (datetime(2026, 11, 30, 23, 59), "2026-11-20", "met"),
        (datetime(2026, 11, 30, 23, 59), "2026-10-02", "not_met"),
    ],
)
def test_the_day_it_stands_on_is_the_last_that_both_are_loaded_to(make, ends, reviewed, state):
    store = make(crimes=[CLOSED, {**OLD, "supervisor_review_on": reviewed}])
    store.__dict__["_feeds"] = store._feeds | {"review": (ends, True)}
    assert one(run.cases(store, ID))["state"] == state


def test_a_district_whose_reviews_are_not_loaded_is_left_out_and_has_no_figure(make, monkeypatch):
    store = make(crimes=[CLOSED, OLD, {**OLD, "district": "peterborough"}])
    lack = Lack("fenland", date(2026, 10, 1), "none")
    coverage = Coverage(date(2026, 1, 1), date(2026, 10, 1), {("fenland", date(2026, 10, 1)): lack})
    monkeypatch.setitem(store.__dict__, "_coverage", {"review": coverage})
    assert run.cases(store, ID)["district"].tolist() == ["peterborough"]
    found = run.figures(store, ID, ("district",)).set_index("district")["of"]
    assert pd.isna(found["fenland"]) and found["peterborough"] == 1


@pytest.mark.parametrize(("month", "counted"), [(8, 1), (9, 0), (10, 0)])
def test_each_month_that_the_28_days_touch_has_to_be_loaded(make, monkeypatch, month, counted):
    store = make(crimes=[CLOSED, OLD])
    store.__dict__["_feeds"] = store._feeds | {"review": (datetime(2026, 10, 15, 23, 59), True)}
    lacking = date(2026, month, 1)
    coverage = Coverage(date(2026, 1, 1), date(2026, 10, 1), {("fenland", lacking): Lack("fenland", lacking, "none")})
    monkeypatch.setitem(store.__dict__, "_coverage", {"review": coverage})
    assert len(run.cases(store, ID)) == counted


def test_the_list_says_when_the_review_fell_due(make):
    store = make(crimes=[CLOSED, crime("2026-01-05"), crime("2026-01-05", supervisor_review_on="2026-09-01")])
    due = run.cases(store, ID)["due_on"].dt.date.tolist()
    assert sorted(due) == [date(2026, 2, 2), date(2026, 9, 29)]
