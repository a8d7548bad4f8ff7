"""Month by month: which months are drawn and judged, their sums, and the year beside the year before."""

from datetime import date, datetime

import numpy as np
import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import series
from hcdata.views.results import Subject
from hcdata.views.trends import Trends
from tests.views.conftest import YEAR, crime, monthly

# 48 months to Oct 2026, between 18 and 22 a month.
WAVE = [20 + (-1) ** n * (n % 3) for n in range(48)]
START = date(2022, 11, 1)
MIDDLE = [datetime(2026, 11, 15, 12, 0)]


def all_trends(context):
    return Trends(context, context.volume)


def test_thirty_six_complete_months_and_the_one_begun(make, put):
    store = make(crimes=[*monthly(START, WAVE), crime("2026-11-02"), crime("2026-11-14")], as_of=MIDDLE)
    trend = all_trends(put(store)).total
    assert len(trend.months) == 37
    assert trend.months["complete"].tolist() == [True] * 36 + [False]
    assert trend.months["month"].iloc[0].date() == date(2023, 11, 1)
    assert trend.months["n"].iloc[:-1].tolist() == WAVE[12:]
    assert trend.months["n"].iloc[-1] == 2
    assert trend.months["r12"].iloc[0] == sum(WAVE[1:13])  # looks back beyond what is drawn
    assert np.isnan(trend.months["r12"].iloc[-1])
    assert (trend.baseline_months, series.baseline(trend)) == (24, "Nov 2023 to Oct 2025")
    assert trend.months["mean"].iloc[0] == pytest.approx(sum(WAVE[12:36]) / 24)
    assert trend.headline.look("year").places[-1] == 35  # the month begun is not judged
    assert (trend.year.n, trend.year.prior_n) == (sum(WAVE[36:]), sum(WAVE[24:36]))


def test_the_usual_range_holds_exactly_the_counts_within_the_limits(make, put):
    places = ("fenland", "peterborough", "huntingdonshire", "cambridge_city", "south_cambridgeshire")
    crimes = [
        row
        for step, place in enumerate(places)
        for row in monthly(START, [n + step * (n % 2) for n in WAVE], district=place)
    ]
    trends = all_trends(put(make(crimes=crimes))).districts
    parts = []
    for trend in trends:
        if trend.usual:
            (low, high), (lower, upper) = trend.usual, trend.months[["lower", "upper"]].iloc[-1]
            assert low - 1 < lower <= low
            assert high <= upper < high + 1
            parts += [lower % 1, upper % 1]
    assert min(parts[::2]) < 0.5 < max(parts[1::2])  # so that rounding would give other numbers


def test_all_months_are_drawn_when_all_are_asked_for(make, put):
    store = make(crimes=[*monthly(START, WAVE), crime("2026-11-02")], as_of=MIDDLE)
    assert len(all_trends(put(store, Filters("all"))).total.months) == 49


def test_a_period_in_the_past_ends_its_trend(make, put):
    asked = Filters("custom", start=date(2025, 3, 10), end=date(2025, 6, 21))
    trend = all_trends(put(make(crimes=monthly(START, WAVE)), asked)).total
    assert trend.months["month"].iloc[-1].date() == date(2025, 6, 1)
    assert trend.months["complete"].tolist() == [True] * 31 + [False]
    assert trend.complete["month"].iloc[-1].date() == date(2025, 5, 1)


def test_a_period_in_the_future_is_not_drawn(make, put):
    asked = Filters("custom", start=date(2026, 6, 1), end=date(2027, 6, 1))
    trend = all_trends(put(make(crimes=monthly(START, WAVE)), asked)).total
    assert trend.months["month"].iloc[-1].date() == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("start", "months", "baseline", "year", "prior", "method"),
    [
        (date(2026, 4, 1), 7, 7, None, None, "none"),
        (date(2025, 12, 1), 11, 11, None, None, "xmr"),
        (date(2025, 11, 1), 12, 12, 240, None, "xmr"),
        (date(2024, 12, 1), 23, 23, 240, None, "xmr"),
        (date(2024, 11, 1), 24, 12, 240, 240, "xmr"),
    ],
)
def test_data_shorter_than_two_years(start, months, baseline, year, prior, method, make, put):
    counts = [19 + 2 * (n % 2) for n in range(months)]
    trend = all_trends(put(make(crimes=monthly(start, counts)))).total
    assert (trend.baseline_months, trend.choice.method) == (baseline, method)
    assert bool(trend.year.missing) == (year is None)
    assert year is None or trend.year.n == year
    assert trend.year.prior_n == prior


def test_incidents_that_begin_later_are_not_zeros_before(make, put):
    incidents = [{"recorded_on": row["recorded_on"]} for row in monthly(date(2025, 8, 1), [10, 12] * 7 + [11])]
    store = make(crimes=monthly(START, WAVE), incidents=incidents)
    trend = all_trends(put(store, Filters("12m", kind="incident"))).total
    assert trend.months["month"].iloc[0].date() == date(2025, 8, 1)
    assert len(trend.months) == 15
    assert trend.months["r12"].notna().sum() == 4
    assert trend.year.n == 6 * 12 + 5 * 10 + 11
    assert trend.year.prior_n is None


def test_districts_add_up_and_strands_do_not(make, put):
    crimes = [
        *monthly(START, WAVE),
        crime("2026-10-03", strands=["race", "religion"], district="peterborough"),
        crime("2026-10-04", strands=["religion"], district="peterborough"),
    ]
    trends = all_trends(put(make(crimes=crimes)))
    last = {series.name(trend): trend.months["n"].iloc[-1] for trend in (*trends.strands, *trends.districts)}
    assert last["Race"] == WAVE[-1] + 1
    assert last["Religion"] == 2
    assert last["Fenland"] == WAVE[-1]
    assert last["Peterborough"] == 2
    assert trends.total.months["n"].iloc[-1] == WAVE[-1] + 2
    assert [trend.subject for trend in trends.pairs] == [Subject(("Race",), ("Fenland",))]


def test_filters_narrow_every_trend_and_say_so(make, put):
    crimes = [*monthly(START, WAVE), *monthly(START, WAVE, strands=["disability"], district="peterborough")]
    asked = Filters("12m", districts=("peterborough",), strands=("disability", "race"))
    trends = all_trends(put(make(crimes=crimes), asked))
    assert trends.total.months["n"].tolist() == WAVE[12:]
    assert trends.total.subject == Subject(("Race", "Disability"), ("Peterborough",))
    assert [trend.subject for trend in trends.strands] == [
        Subject(("Race",), ("Peterborough",)),
        Subject(("Disability",), ("Peterborough",)),
    ]
    assert [trend.subject for trend in trends.districts] == [Subject(("Race", "Disability"), ("Peterborough",))]
    assert trends.strands[0].months["n"].sum() == 0


def test_events_are_those_of_the_months_drawn_and_the_district(make, put):
    names = [("2020-01-01", "too early", "force"), ("2026-02-01", "here", "fenland"), ("2026-03-01", "all", "force")]
    names += [("2026-04-01", "elsewhere", "peterborough"), ("2026-12-01", "too late", "force")]
    events = [
        {"event_id": name, "event_on": day, "name": name, "scope": scope, "kind": "trigger"}
        for day, name, scope in names
    ]
    store = make(crimes=monthly(START, WAVE), events=events, feeds=["crime", "event"])
    trends = all_trends(put(store))
    assert trends.total.events["name"].tolist() == ["here", "all", "elsewhere"]
    fenland = next(trend for trend in trends.districts if trend.district == "fenland")
    assert fenland.events["name"].tolist() == ["here", "all"]
    assert all_trends(put(make(crimes=monthly(START, WAVE)))).total.events.empty


def test_few_a_month_get_no_limits(make, put):
    trend = all_trends(put(make(crimes=monthly(START, [2, 3] * 24)))).total
    assert trend.usual is None
    assert trend.headline.look("month") is None
    assert "mean" not in trend.months
    weak = all_trends(put(make(crimes=monthly(START, [6, 8] * 24)))).total
    assert weak.usual is not None
    assert weak.choice.low_power


def test_an_empty_store_has_no_trends(make, put):
    trends = all_trends(put(make()))
    assert trends.total.missing
    assert len({(trend.strand, trend.district) for trend in (trends.total, *trends.strands, *trends.districts)}) == 14
    assert trends.pairs == ()
    assert trends.total.complete.empty
    assert list(trends.total.months) == ["month", "n", "complete", "r12", "mark"]


def test_the_year_asked_for_is_not_more_than_what_is_loaded(make, put):
    trend = all_trends(put(make(crimes=monthly(date(2026, 9, 1), [5, 5])), YEAR)).total
    assert len(trend.months) == 2
