"""What stands out, what does not, and what is told once."""

from datetime import date
from random import Random

import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import series
from hcdata.views import districts, signals
from hcdata.views.figures import figures
from hcdata.views.performance import DUTY, MOVING, performance_update
from hcdata.views.results import DutyBelow, FigureMoved, SeriesStandsOut
from hcdata.views.trends import Trends
from tests.views.conftest import YEAR, monthly

START = date(2023, 11, 1)
# 36 quiet months with a mean of 20, no run of seven on one side, none near a limit.
QUIET = [20, 22, 19, 21, 18, 20, 23, 17, 21] * 4


def find(context):
    trends = Trends(context, context.volume)
    (duty,) = districts.compare(context, DUTY)
    details = districts.details(context, DUTY)
    parts = (*trends.strands, *trends.districts, *trends.pairs)
    moving = figures(context, (DUTY, *MOVING))
    return signals.find(trends.total, parts, duty, moving[0], details, moving)


def kind_of(one):
    return one.look.kind if isinstance(one, SeriesStandsOut) else None


def said(found):
    return [(one.look.kind, series.name(one.trend), one.look.places) for one in found]


def test_nothing_on_a_quiet_series(make, put):
    assert find(put(make(crimes=monthly(START, QUIET)))) == ()


@pytest.mark.parametrize("at", [33, 34, 35])
def test_a_month_far_outside_is_news_for_a_quarter_and_told_once(at, make, put):
    counts = list(QUIET)
    counts[at] = 60
    found = find(put(make(crimes=monthly(START, counts))))
    assert said(found) == [("month", "Race in Fenland", (at,))]  # not again for Race, Fenland and the force
    assert found[0].direction == 1


def test_a_month_outside_four_months_ago_is_no_news(make, put):
    counts = list(QUIET)
    counts[32] = 60
    assert all(kind_of(one) != "month" for one in find(put(make(crimes=monthly(START, counts)))))


def test_a_fall_is_a_signal_too(make, put):
    counts = [*QUIET[:-1], 1]
    found = find(put(make(crimes=monthly(START, counts))))
    assert [(kind_of(one), one.direction) for one in found] == [("month", -1)]


def test_a_cluster_in_a_sparse_series_is_a_signal_of_its_quarter(make, put):
    cluster = [0, 1, 0, 1, 0, 2, 0, 1, 0, 1, 0, 0] * 2 + [0, 1, 0, 1, 0, 0, 1, 0, 0, 4, 5, 4]
    crimes = [*monthly(START, cluster, strands=["transgender"]), *monthly(START, QUIET, district="peterborough")]
    (found,) = [one for one in find(put(make(crimes=crimes))) if one.trend.strand == "transgender"]
    assert (kind_of(found), found.size, found.direction) == ("quarter", 13.0, 1)
    assert found.p == found.trend.headline.look("quarter").p
    quiet = [*cluster[:-3], 0, 1, 0]
    crimes = [*monthly(START, quiet, strands=["transgender"]), *monthly(START, QUIET, district="peterborough")]
    assert find(put(make(crimes=crimes))) == ()


def test_order_of_records_is_irrelevant(make, put):
    crimes = [*monthly(START, [*QUIET[:-1], 60]), *monthly(START, QUIET, district="peterborough")]
    crimes = [{**one, "crime_ref": f"R{n}"} for n, one in enumerate(crimes)]
    shuffled = Random(1).sample(crimes, len(crimes))
    one, other = find(put(make(crimes=crimes))), find(put(make(crimes=shuffled)))
    assert said(one) == said(other) != []
    assert [signal.p for signal in one] == [signal.p for signal in other]


@pytest.mark.parametrize(("evidence", "told"), [(1e-12, 0), (0.05, 1)])
def test_the_evidence_asked_for_decides_what_is_a_finding(evidence, told, make, put, monkeypatch):
    context = put(make(crimes=monthly(START, [*QUIET[:-1], 38])))
    set_by = context.store.config.thresholds.model_copy(update={"evidence": evidence})
    config = context.store.config.model_copy(update={"thresholds": set_by})
    monkeypatch.setattr(context.store, "config", config)
    assert len(find(context)) == told


def test_months_on_both_sides_are_not_mixed(make, put):
    counts = [*QUIET[:-3], 60, 20, 1]
    (found,) = [one for one in find(put(make(crimes=monthly(START, counts)))) if kind_of(one) == "month"]
    assert found.look.places == (35,)
    assert found.direction == -1


def test_a_month_not_yet_over_is_never_a_signal(make, put):
    counts = [*QUIET, 0]
    asked = Filters("custom", start=date(2025, 11, 1), end=date(2026, 11, 1))
    assert find(put(make(crimes=monthly(START, counts)), asked)) == ()


def test_two_districts_that_move_apart_are_both_told(make, put):
    up, down = [*QUIET[:-1], 60], [*QUIET[:-1], 1]
    crimes = [*monthly(START, up), *monthly(START, down, district="peterborough", strands=["disability"])]
    sides = {
        series.name(one.trend): one.direction
        for one in find(put(make(crimes=crimes)))
        if isinstance(one, SeriesStandsOut)
    }
    assert sides == {"Race in Fenland": 1, "Disability in Peterborough": -1}


def test_a_strand_and_a_district_that_share_a_rise_are_told_once(make, put):
    spike, rise = [*QUIET[:-1], 50], [*QUIET[:-1], 45]
    crimes = [*monthly(START, spike), *monthly(START, rise, district="peterborough")]
    crimes += monthly(START, QUIET, district="cambridge_city", strands=["disability"])
    found = find(put(make(crimes=crimes)))
    # Not Fenland and Peterborough again.
    assert [series.name(one.trend) for one in found if kind_of(one) == "month"] == ["Race"]


def test_a_year_well_above_the_year_before(make, put):
    counts = [*QUIET[:24], *[n + 8 for n in QUIET[24:]]]
    found = find(put(make(crimes=monthly(START, counts))))
    assert len(found) == 1
    assert found[0].direction == 1


def test_a_drift_that_the_year_before_hides_is_told_against_all_years(make, put):
    drift = [*QUIET[:12], *[n + 4 for n in QUIET[12:24]], *[n + 8 for n in QUIET[24:]]]
    found = find(put(make(crimes=monthly(START, drift))))
    assert [one.direction for one in found] == [1]
    judged = found[0].trend.headline
    assert judged.finds("years") and not judged.finds("year")
    assert judged.look("years").p < judged.look("year").p == found[0].trend.year.verdict.p


def test_the_strongest_evidence_comes_first(make, put):
    places = ("fenland", "peterborough", "huntingdonshire", "cambridge_city", "south_cambridgeshire")
    crimes = []
    for step, (place, strand) in enumerate(
        zip(places, ("race", "religion", "disability", "gender", "race"), strict=True)
    ):
        counts = [*QUIET[:-1], 60 + 10 * step if step % 2 else 1]
        crimes += monthly(START, counts, district=place, strands=[strand])
    found = find(put(make(crimes=crimes)))
    assert [len(one.also) > 0 for one in found] == [True] * 4  # race fell in two districts: one story
    assert [one.p for one in found] == sorted(one.p for one in found)
    assert all(one.p <= 0.002 for one in found)


def duty(day, met, **more):
    times = {"assigned_at": f"{day} 10:00:00", "victims": [f"p{day}"]}
    return {"recorded_on": day, **times, "supervisor_contact_at": f"{day} 11:00:00" if met else None, **more}


def duties(place, met, of):
    return [duty(f"2026-{1 + n % 9:02d}-{1 + n // 9:02d}", n < met, district=place) for n in range(of)]


def test_the_duty_names_districts_below_all_and_the_weakest_first(make, put):
    crimes = [*duties("fenland", 20, 80), *duties("peterborough", 6, 80), *duties("cambridge_city", 150, 160)]
    (found,) = [one for one in find(put(make(crimes=crimes))) if isinstance(one, DutyBelow)]
    counts = [(*one.subject.districts, one.n, one.of) for one in found.details]
    assert counts == [("Peterborough", 6, 80), ("Fenland", 20, 80)]
    assert (found.figure.n, found.figure.of, found.size) == (176, 320, 144.0)
    assert found.p < 1e-10


def test_a_district_with_few_cases_or_without_a_name_is_not_accused(make, put):
    crimes = [*duties("fenland", 0, 19), *duties("unmapped", 0, 60), *duties("cambridge_city", 200, 200)]
    assert [one for one in find(put(make(crimes=crimes))) if isinstance(one, DutyBelow)] == []


def test_a_duty_kept_less_often_than_the_year_before_stands_out(make, put):
    before = [duty(f"2025-{1 + n % 9:02d}-{1 + n // 9:02d}", n < 90) for n in range(100)]
    long_ago = duty("2022-11-05", True)
    found = find(put(make(crimes=[long_ago, *before, *duties("fenland", 50, 90)])))
    assert DUTY in [one.figure.measure for one in found if isinstance(one, FigureMoved)]


def test_an_empty_store_has_no_signals(make):
    assert performance_update(make(), YEAR).signals == ()
