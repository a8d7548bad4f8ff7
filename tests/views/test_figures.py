"""One measure beside the period compared with: dates, verdict, and what is said where they do not compare."""

from datetime import date, datetime

import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import words
from hcdata.views.figures import figure, figures, judge
from hcdata.views.missing import NotLoaded, Simply
from hcdata.views.notes import Begins, FeedEnds, LooksBack, StillOpen
from tests.views.conftest import crime, monthly

LONG = [crime("2023-11-05"), crime("2026-10-20")]
# unit, n, of, prior n, prior of, what is said.
VERDICTS = [
    ("count", 60, None, 30, None, "unlikely to be chance"),
    ("count", 35, None, 30, None, "could be chance"),
    ("count", 5, None, 0, None, "too few to say"),
    ("count", 6, None, 0, None, "unlikely to be chance"),
    ("count", 0, None, 0, None, "too few to say"),
    ("count", None, None, 30, None, "nothing to compare with"),
    ("count", 30, None, None, None, "nothing to compare with"),
    ("rate", 60, 1000, 30, 1000, "unlikely to be chance"),
    ("rate", 60, 2000, 30, 1000, "could be chance"),
    ("percent", 90, 100, 60, 100, "unlikely to be chance"),
    ("percent", 62, 100, 60, 100, "could be chance"),
    ("percent", 19, 19, 0, 100, "too few to say"),
    ("percent", 90, 100, 19, 19, "too few to say"),
    ("percent", 5, 0, 5, 50, "nothing to compare with"),
    ("percent", 55, 50, 20, 50, "nothing to compare with"),
]


@pytest.mark.parametrize(("unit", "n", "of", "prior_n", "prior_of", "chance"), VERDICTS)
def test_the_verdict(unit, n, of, prior_n, prior_of, chance):
    assert judge(unit, n, of, prior_n, prior_of, minimum_n=20, level=0.05).chance == chance


@pytest.mark.parametrize(
    ("n", "prior_n", "chance"),
    [
        (9, 0, "too few to say"),
        (10, 0, "unlikely to be chance"),
        (5, 4, "too few to say"),
        (60, 35, "could be chance"),
        (70, 30, "unlikely to be chance"),
    ],
)
def test_the_level_of_evidence_decides_what_is_chance_and_what_too_few(n, prior_n, chance):
    assert judge("count", n, None, prior_n, None, level=0.002).chance == chance


def test_a_count_beside_the_period_before(make, put):
    found = figure(put(make(crimes=[*LONG, *monthly(date(2025, 1, 1), [1, 2])])), "recorded_hate_crimes")
    assert (found.n, found.prior_n, found.value) == (1, 3, 1.0)
    assert found.lower is None


def test_a_snapshot_has_no_period_and_nothing_before(make, put):
    found = figure(put(make(crimes=[*LONG, crime("2026-01-05", outcome_code="1")])), "open_caseload")
    assert (found.n, found.prior_n, found.on) == (2, None, date(2026, 10, 31))


@pytest.mark.parametrize("period", ["month", "quarter", "12m", "36m"])
def test_a_rate_is_always_twelve_months_beside_the_twelve_before(period, make, put):
    crimes = [*monthly(date(2024, 11, 1), [1] * 12), *monthly(date(2025, 11, 1), [2] * 12), crime("2023-11-05")]
    asked = Filters(period, districts=("fenland",))
    found = figure(put(make(crimes=crimes), asked), "hate_crime_rate")
    if period == "quarter":
        assert (found.n, found.prior_n, found.over.end) == (23, 11, date(2026, 10, 1))
    else:
        assert (found.n, found.prior_n, found.over.end) == (24, 12, date(2026, 11, 1))
    assert found.of == 100_000
    assert found.against.end == found.over.start


def test_a_rate_needs_two_years_to_be_compared_and_one_to_be_given(make, put):
    asked = Filters("12m", districts=("fenland",))
    found = figure(put(make(crimes=monthly(date(2025, 8, 1), [1] * 15)), asked), "hate_crime_rate")
    assert (found.n, found.prior_n) == (12, None)
    short = figure(put(make(crimes=monthly(date(2026, 8, 1), [1] * 3)), asked), "hate_crime_rate")
    assert short.missing == Simply("under_12_months")


def test_repeats_are_compared_only_where_both_periods_can_look_back_a_year(make, put):
    victims = {"victims": ["p1"], "repeat_victims": ["p1"]}
    three_years = figure(put(make(crimes=[*LONG, crime("2026-01-05", **victims)])), "repeat_victims")
    assert (three_years.n, three_years.prior_n, three_years.notes) == (1, 0, ())
    two_years = [crime("2024-11-05"), crime("2026-01-05", **victims)]
    found = figure(put(make(crimes=two_years)), "repeat_victims")
    assert (found.n, found.prior_n, found.notes) == (1, None, ())
    one_year = [crime("2025-11-05"), crime("2026-01-05", **victims)]
    found = figure(put(make(crimes=one_year)), "repeat_victims")
    assert found.notes == (LooksBack(date(2025, 11, 1)),)


def test_outcomes_to_date_of_young_crimes_are_not_compared(make, put):
    done = {"outcome_code": "1", "outcome_on": "2026-05-05"}
    store = make(crimes=[*LONG, *monthly(date(2024, 11, 1), [2] * 24, **done)])
    for measure in ("positive_outcome_cohort", "charge_rate"):
        young, old = figure(put(store), measure), figure(put(store, MATURED), measure)
        assert young.prior_n is None
        assert StillOpen(apart=True) in young.notes
        assert old.prior_n is not None
        assert StillOpen(apart=True) not in old.notes
    assert figure(put(store), "positive_outcome_closed").prior_n is not None


MATURED = Filters("custom", start=date(2025, 7, 1), end=date(2026, 7, 1))


def test_a_positive_outcome_names_its_set(make, put):
    store = make(crimes=[*LONG, crime("2026-05-05", outcome_code="1", outcome_on="2026-05-06")])
    names = [f"positive_outcome_{basis}" for basis in ("in_period", "closed", "cohort", "matured")]
    bases = ("given in the period", "of crimes closed", "of crimes recorded", "of crimes old enough")
    for found, base in zip(figures(put(store), names), bases, strict=True):
        assert found.title == f"Positive outcome rate ({base})"
        assert found.notes[0].name.startswith("core set: outcomes 1, 2, 3, 4, 6, 7, 8")


def test_a_feed_that_ends_earlier_is_said_and_not_compared(make, put):
    incidents = [{"recorded_on": day} for day in ("2023-12-05", "2025-01-05", "2025-12-05")]
    store = make(crimes=LONG, incidents=incidents, as_of=[datetime(2026, 9, 30, 23, 59)], feeds=["incident"])
    assert figure(put(store, Filters("12m", kind="incident")), "non_crime_incidents").notes == ()
    folder = make(crimes=LONG, incidents=incidents)
    folder._feeds["incident"] = (datetime(2026, 9, 30, 23, 59), True)
    found = figure(put(folder, Filters("12m", kind="incident")), "non_crime_incidents")
    assert (found.n, found.prior_n) == (1, None)
    assert found.notes == (FeedEnds("incident", date(2026, 9, 30), apart=True),)
    assert words.change(found) == "not set against an earlier period"


def test_a_feed_that_begins_within_the_period_is_said_and_not_compared(make, put):
    store = make(crimes=LONG, incidents=[{"recorded_on": "2026-05-05"}])
    found = figure(put(store, Filters("12m", kind="incident")), "non_crime_incidents")
    assert (found.n, found.prior_n) == (1, None)
    assert found.notes == (Begins(date(2026, 5, 1)),)


def test_a_contact_sheet_that_begins_within_the_period_is_said_and_what_came_before_left_out(make, put):
    due = [crime(day, victims=["p"], assigned_at=f"{day} 10:00:00") for day in ("2026-03-05", "2026-06-05")]
    store = make(crimes=[*LONG, *due], begins={"contact": "2026-05-20"})
    found = figure(put(store), "supervisor_contact_24h")
    assert (found.n, found.of, found.not_recorded, found.prior_n) == (0, 1, 1, None)
    assert found.notes == (Begins(date(2026, 5, 1)),)


def test_nothing_due_and_nothing_loaded_say_why(make, put):
    store = make(crimes=LONG, feeds=["crime"])
    assert figure(put(store), "supervisor_contact_24h").missing == NotLoaded(("contact",))
    assert figure(put(make(crimes=[*LONG, crime("2020-05-05", victims=["p"])])), "repeat_victims").missing == (
        Simply("nothing_due")
    )
    assert figure(put(make()), "recorded_hate_crimes").missing == Simply("no_complete_month")


def test_together_or_alone_a_figure_is_the_same(make, put):
    store = make(
        crimes=[*LONG, *monthly(date(2025, 1, 1), [3] * 20, victims=["p1"], outcome_code="1", outcome_on="2026-02-02")]
    )
    names = ["recorded_hate_crimes", "positive_outcome_in_period", "repeat_victims", "hub_referral", "open_caseload"]
    assert figures(put(store), names) == [figure(put(store), name) for name in names]
