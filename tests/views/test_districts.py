"""Districts side by side: pooled figure, limits, and why there are none."""

import pandas as pd
import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import period_words, words
from hcdata.views import districts
from hcdata.views.missing import NotLoaded, Simply
from tests.views.conftest import crime, monthly
from tests.views.test_signals import START, duties

OLD = crime("2022-11-05")


def compare(context, measure):
    (found,) = districts.compare(context, measure)
    return found


def test_a_share_by_district_against_all_pooled(make, put):
    crimes = [OLD, *duties("fenland", 10, 50), *duties("peterborough", 45, 50)]
    found = compare(put(make(crimes=crimes)), "supervisor_contact_24h")
    rows = found.rows.set_index("district")
    assert found.baseline == pytest.approx(0.55)
    assert rows.loc["fenland", ["n", "of", "not_recorded"]].tolist() == [10, 50, 40]
    assert rows.loc["fenland", "significance"] == "Low (0.001)"
    assert rows.loc["peterborough", "significance"] == "High (0.001)"
    assert pd.isna(rows.loc["huntingdonshire", "significance"])
    assert rows.index.tolist()[:2] == ["cambridge_city", "east_cambridgeshire"]  # as configured, never ranked


def test_a_rate_without_population_keeps_its_counts(make, put):
    asked = Filters("12m", districts=("huntingdonshire",))
    store = make(crimes=[*monthly(START, [2] * 36, district="huntingdonshire")])
    found = compare(put(store, asked), "hate_crime_rate")
    assert found.missing == Simply("no_rate_by_district")
    assert found.rows["n"].tolist() == [24]
    assert found.limits.empty


def test_the_pooled_rate_leaves_out_what_has_no_population(make, put):
    crimes = [OLD, *monthly(START, [2] * 36), *monthly(START, [1] * 36, district="unmapped")]
    found = compare(put(make(crimes=crimes)), "hate_crime_rate")
    rows = found.rows.set_index("district")
    assert rows.loc["unmapped", "n"] == 12
    assert pd.isna(rows.loc["unmapped", "significance"])
    assert found.baseline == pytest.approx(24 / 300_000 * 1000)  # Fenland and Peterborough have a population


def test_a_rate_is_set_against_the_twelve_months_before(make, put):
    crimes = [*monthly(START, [1] * 12 + [2] * 12 + [5] * 12)]
    rows = compare(put(make(crimes=crimes), Filters("month")), "hate_crime_rate").rows.set_index("district")
    assert rows.loc["fenland", ["n", "prior_n"]].tolist() == [60, 24]
    assert rows.loc["fenland", "chance"] == "unlikely to be chance"


def test_a_comparison_of_how_things_stand_says_its_day(make, put):
    rows = [crime("2025-03-05", supervisor_named=n < 30, supervisor_review_on="2026-10-20") for n in range(40)]
    found = compare(
        put(make(crimes=[crime("2022-11-05", outcome_code="1"), *rows]), Filters("quarter")), "supervisor_named"
    )
    assert found.rows[["n", "of"]].sum().tolist() == [30, 40]
    assert "on 31 Oct 2026" in words.districts_sentence(found) and "31 Oct 2026" in words.districts_subtitle(found)
    assert "Aug" not in words.districts_sentence(found) + words.districts_subtitle(found)


def test_a_comparison_says_its_months_and_a_rate_its_twelve_whatever_is_asked(make, put):
    store = make(crimes=[OLD, *monthly(START, [2] * 36), *duties("fenland", 30, 50)])
    asked = [(Filters("month"), "hate_crime_rate"), (Filters("quarter"), "supervisor_contact_24h")]
    found = [compare(put(store, filters), measure) for filters, measure in asked]
    assert [period_words.say(one.over, one.named) for one in found] == ["12 months to Oct 2026", "quarter to Sep 2026"]


def test_incidents_have_no_denominator(make, put):
    store = make(crimes=[OLD], incidents=[{"recorded_on": "2022-11-05"}, {"recorded_on": "2026-05-05"}])
    found = compare(put(store, Filters("12m", kind="incident")), "non_crime_incidents")
    assert found.missing == Simply("counts_by_district")
    assert found.rows.set_index("district").loc["fenland", "n"] == 1


def test_a_measure_that_is_not_loaded_has_no_rows(make, put):
    found = compare(put(make(crimes=[OLD], feeds=["crime"])), "supervisor_contact_24h")
    assert found.rows.empty
    assert isinstance(found.missing, NotLoaded)
    assert districts.details(put(make(crimes=[OLD], feeds=["crime"])), "supervisor_contact_24h") == {}
