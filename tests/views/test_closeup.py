"""One series looked at closely: quarters, financial years, rate, season, and one month of it."""

from datetime import date, datetime

import pytest

from hcdata.common.filters import Filters
from hcdata.views.closeup import closeup
from hcdata.views.missing import Simply
from hcdata.views.one_month import one_month
from tests.views.conftest import crime, monthly

# 48 months to Oct 2026: 20 a month, 21 in odd ones.
START, COUNTS = date(2022, 11, 1), [20 + n % 2 for n in range(48)]


def test_quarters_are_of_the_calendar_and_one_begun_is_not_judged(make, put):
    quarters = closeup(put(make(crimes=monthly(START, COUNTS)))).quarters.set_index("quarter")
    assert quarters.loc["2026-07-01", ["n", "complete", "prior_n", "chance"]].tolist() == [
        61,
        True,
        61,
        "could be chance",
    ]
    begun = quarters.loc["2026-10-01"]
    assert (begun["n"], begun["complete"], begun["chance"]) == (21, False, "nothing to compare with")
    assert quarters.index[0] == datetime(2023, 10, 1)  # the quarter of the first month drawn


def test_a_first_quarter_that_lacks_a_month_is_left_out(make, put):
    quarters = closeup(put(make(crimes=monthly(date(2025, 11, 1), [5] * 12)))).quarters
    assert quarters["quarter"].iloc[0] == datetime(2026, 1, 1)


def test_financial_years_add_up_from_april(make, put):
    found = closeup(put(make(crimes=monthly(START, COUNTS))))
    years = found.years.groupby("year")
    assert list(years.groups) == ["2024/25", "2025/26", "2026/27"]
    assert years["to_date"].last().tolist() == [246, 246, 144]
    assert years["month"].first().dt.month.tolist() == [4, 4, 4]
    assert (found.to_date.n, found.to_date.prior_n) == (144, 144)


def test_a_financial_year_loaded_in_part_is_no_year(make, put):
    found = closeup(put(make(crimes=monthly(date(2026, 6, 1), [5] * 5))))
    assert found.years.empty
    assert found.to_date.missing


def test_the_season_is_the_same_month_of_the_years_before(make, put):
    crimes = [*monthly(START, COUNTS), *[crime("2024-08-03") for _ in range(9)]]
    season = closeup(put(make(crimes=crimes))).season.set_index("month")
    assert len(season) == 12
    assert season.loc["2026-08-01", ["n", "years", "least", "most"]].tolist() == [21, 3, 21, 30]


def test_the_rate_is_of_twelve_months_over_residents(make, put):
    found = closeup(put(make(crimes=monthly(START, COUNTS)), Filters("12m", districts=("fenland",))))
    last = found.rate.iloc[-1]
    assert (last["n"], last["of"], last["value"]) == (246, 100_000, pytest.approx(2.46))
    assert last["lower"] < last["value"] < last["upper"]
    assert closeup(put(make(crimes=monthly(START, COUNTS)))).rate_missing  # not every district has a population
    incidents = [{"recorded_on": row["recorded_on"]} for row in monthly(START, COUNTS)]
    asked = Filters("12m", kind="incident")
    found = closeup(put(make(crimes=monthly(START, COUNTS), incidents=incidents), asked))
    assert found.rate_missing == Simply("incidents_have_no_rate")


def test_one_month_with_its_limits_its_past_and_its_events(make, put):
    events = [
        {"event_id": day, "event_on": day, "name": day, "scope": "force", "kind": "trigger"}
        for day in ("2026-07-17", "2026-07-18", "2026-08-31", "2026-09-01")
    ]
    store = make(crimes=monthly(START, COUNTS), events=events, feeds=["crime", "event"])
    found = closeup(put(store))
    one = one_month(found, date(2026, 8, 1))
    assert (one.n, one.complete, one.marked) == (21, True, False)
    assert one.before["n"].tolist() == [21, 21, 21]
    assert one.before["month"].dt.year.tolist() == [2025, 2024, 2023]
    assert one.events["name"].tolist() == ["2026-07-18", "2026-08-31"]
    assert one.lower < one.mean < one.upper
    assert one_month(found, date(2020, 1, 1)) is None


def test_a_month_begun_has_no_verdict(make, put):
    store = make(crimes=[*monthly(START, COUNTS), crime("2026-11-02")], as_of=[datetime(2026, 11, 15, 12, 0)])
    one = one_month(closeup(put(store)), date(2026, 11, 1))
    assert (one.n, one.complete, one.marked, one.mean) == (1, False, False, None)
    assert one.verdict.chance == "nothing to compare with"


def test_nothing_loaded_says_so(make, put):
    found = closeup(put(make()))
    assert found.trend.missing and found.to_date.missing and found.rate_missing
    assert found.quarters.empty and found.years.empty and found.season.empty
