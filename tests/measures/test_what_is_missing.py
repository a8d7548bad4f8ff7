"""Figures that cannot be given, or not yet: feeds not loaded, months before a sheet begins, days not over."""

from datetime import date, datetime

import pandas as pd
import pytest

from hcdata.common.errors import MeasureError
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.store.coverage import Coverage, Lack
from tests.measures.conftest import crime, one


def test_a_feed_that_is_not_loaded_is_missing_not_zero(make):
    store = make(crimes=[crime("2026-06-05", victims=["p1"], assigned_at="2026-06-05 10:00:00")], feeds=["crime"])
    for id in ("supervisor_contact_24h", "non_crime_incidents", "hub_referral"):
        row = one(run.figures(store, id))
        assert pd.isna(row["n"]), id
        assert pd.isna(row["value"]), id
        assert not row["complete"], id
        assert run.cases(store, id).empty, id


def test_a_month_before_the_feed_begins_is_missing(make):
    store = make(crimes=[crime("2026-05-05")], incidents=[{"recorded_on": "2026-07-05"}])
    months = run.figures(store, "non_crime_incidents", ("month",))
    assert months["n"].isna().tolist() == [True, True, False, False, False, False]


BEGINS = {"contact": "2026-06-05", "service": "2026-06-09"}


def dated(month, **more):
    day = f"2026-{month:02d}-12"
    return crime(day, victims=["p1"], assigned_at=f"{day} 10:00:00", **more)


@pytest.mark.parametrize("measure", ["supervisor_contact_24h", "hub_referral"])
def test_a_duty_older_than_the_sheet_that_would_show_it_is_not_loaded_and_no_failure(make, measure):
    store = make(crimes=[dated(month) for month in (4, 5, 6, 7)], begins=BEGINS)
    row = one(run.figures(store, measure))
    assert (row["n"], row["of"], row["not_recorded"]) == (0, 2, 2)
    months = run.figures(store, measure, ("month",))
    assert months["of"].isna().tolist() == [True, True, False, False, False, False, False]
    assert run.cases(store, measure)["recorded_on"].dt.month.tolist() == [7, 6]


def test_a_sheet_speaks_of_the_whole_month_it_begins_in(make):
    store = make(crimes=[crime("2026-06-01", victims=["p1"], assigned_at="2026-06-01 10:00:00")], begins=BEGINS)
    assert one(run.figures(store, "supervisor_contact_24h"))["not_recorded"] == 1
    assert one(run.figures(store, "hub_referral"))["not_recorded"] == 1


@pytest.mark.parametrize(("measure", "feed"), [("supervisor_contact_24h", "contact"), ("hub_referral", "service")])
def test_a_duty_of_a_district_and_month_without_a_whole_sheet_is_left_out(make, monkeypatch, measure, feed):
    store = make(crimes=[dated(month, district=area) for month in (6, 7) for area in ("fenland", "peterborough")])
    lack = Lack("fenland", date(2026, 6, 1), "ends", whole=False)
    coverage = Coverage(date(2026, 6, 1), date(2026, 10, 1), {("fenland", date(2026, 6, 1)): lack})
    monkeypatch.setitem(store.__dict__, "_coverage", {feed: coverage})
    found = [(row["recorded_on"].month, row["district"]) for row in run.cases(store, measure).to_dict("records")]
    assert sorted(found) == [(6, "peterborough"), (7, "fenland"), (7, "peterborough")]


def test_contact_is_not_asked_of_a_crime_no_contact_sheet_speaks_of(make):
    whole = {"located": "square", "supervisor_named": True}
    store = make(crimes=[dated(month, **whole) for month in (5, 7)], begins=BEGINS)
    found = {
        row["recorded_on"].month: list(row["lacking"]) for row in run.cases(store, "completeness").to_dict("records")
    }
    assert found == {5: [], 7: ["no_contact"]}
    months = run.figures(store, "completeness", ("month",)).set_index("month")
    assert pd.isna(months.loc["2026-05-01", "n"]) and months.loc["2026-07-01", ["n", "of"]].tolist() == [0, 1]


def test_a_sheet_that_does_not_say_when_it_begins_speaks_of_all(make):
    store = make(crimes=[dated(month) for month in (4, 5)])
    assert one(run.figures(store, "supervisor_contact_24h"))["of"] == 2


def test_a_month_not_yet_over_is_not_complete(make):
    store = make(crimes=[crime("2026-06-05")], as_of=[datetime(2026, 10, 31, 15, 0)])
    asked = Filters(period="custom", start=date(2026, 9, 1), end=date(2026, 11, 1))
    assert run.figures(store, "recorded_hate_crimes", ("month",), asked)["complete"].tolist() == [True, False]
    assert not one(run.figures(store, "recorded_hate_crimes", filters=asked))["complete"]
    assert run.figures(store, "recorded_hate_crimes", ("month",))["month"].max() == pd.Timestamp(2026, 9, 1)


def test_an_empty_store_gives_empty_figures(make):
    store = make()
    for id in registry.all():
        assert run.figures(store, id, ("month",)).empty, id
        assert len(run.figures(store, id)) == 1, id


def test_a_part_the_measure_lacks_lists_those_it_has(make):
    store = make()
    with pytest.raises(MeasureError, match="month, quarter, year, district, strand"):
        run.figures(store, "non_crime_incidents", ("offence_group",))
    with pytest.raises(MeasureError):
        run.figures(store, "recorded_hate_crimes", ("month; DROP TABLE crime",))
    with pytest.raises(MeasureError):
        run.figures(store, "hate_crime_rate", ("quarter",))


def test_a_figure_asked_as_at_another_load_is_refused(make):
    with pytest.raises(MeasureError, match="load 1"):
        run.figures(make(), "recorded_hate_crimes", filters=Filters(as_at=3))


@pytest.mark.parametrize("measure", ["charge_rate", "open_caseload", "positive_outcome_in_period"])
def test_an_extract_without_outcomes_says_nothing_of_them(make, measure):
    assert pd.isna(one(run.figures(make(crimes=[crime("2026-09-05")]), measure))["n"])
