"""Proportions, ratios and rates: what stands above and below the line, and what stands apart."""

from datetime import date, timedelta

import pandas as pd
import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.measures import run
from hcdata.measures.members import list_members
from hcdata.measures.request import ask
from tests.measures.conftest import crime, one


def test_a_proportion_shows_what_is_not_recorded_apart(make):
    store = make(
        crimes=[
            crime("2026-06-05"),
            crime("2026-06-05", reported_at=None),
            crime("2026-06-05", reported_at="2026-06-01 08:00:00"),
            crime("2026-06-05", reported_at="2026-06-05 07:00:00"),
        ]
    )
    row = one(run.figures(store, "recorded_within_24h"))
    assert (row["n"], row["of"], row["not_recorded"]) == (2, 4, 1)
    assert row["value"] == 0.5
    assert row["recorded_value"] == pytest.approx(2 / 3)


def test_what_is_not_due_leaves_the_denominator(make):
    young, old = crime("2026-10-20", outcome_code="1", outcome_on="2026-10-21"), crime("2026-03-02")
    row = one(run.figures(make(crimes=[young, old]), "positive_outcome_matured"))
    assert (row["n"], row["of"], row["not_due"], row["value"]) == (0, 1, 1, 0.0)


def test_a_share_of_nothing_is_missing(make):
    months = run.figures(
        make(crimes=[crime("2026-09-05", outcome_code="18", outcome_on="2026-09-20")]), "charge_rate", ("month",)
    )
    assert months["of"].tolist() == [1, 0]
    assert pd.isna(months["value"].iloc[1])
    assert months["n"].iloc[1] == 0


def test_a_ratio_counts_two_relations_each_by_its_own_date(make):
    store = make(
        crimes=[
            crime("2026-05-05", outcome_code="1", outcome_on="2026-06-20"),
            crime("2026-06-05", outcome_code="8", outcome_on="2026-07-02"),
            crime("2026-06-06"),
            crime("2026-06-07", outcome_code="18", outcome_on="2026-06-30"),
        ]
    )
    months = run.figures(store, "positive_outcome_in_period", ("month",)).set_index("month")
    assert months.loc["2026-06-01", ["n", "of"]].tolist() == [1, 3]
    assert months.loc["2026-07-01", ["n", "of"]].tolist() == [1, 0]
    assert pd.isna(months.loc["2026-07-01", "value"])


def test_the_strand_mix_stands_over_all_strands(make):
    store = make(crimes=[crime("2026-06-05", strands=["race", "religion"]), crime("2026-06-06"), crime("2026-06-07")])
    mix = run.figures(store, "strand_mix", ("strand",)).set_index("strand")
    assert mix.loc["religion", ["n", "of"]].tolist() == [1, 3]
    asked = run.figures(store, "strand_mix", ("strand",), Filters(strands=("religion",)))
    assert one(asked)[["n", "of"]].tolist() == [1, 3]


def test_a_rate_is_twelve_months_over_residents_of_the_newest_year_not_after_the_data(make):
    rows = [crime(f"{2025 + (m > 12)}-{(m - 1) % 12 + 1:02d}-15") for m in range(10, 23)]  # Oct 2025 to Oct 2026
    store = make(crimes=[*rows, crime("2026-08-01", district="peterborough")])
    assert store.residents == {"fenland": 100_000, "peterborough": 200_000}
    fenland = one(run.figures(store, "hate_crime_rate", filters=Filters(districts=("fenland",))))
    assert (fenland["n"], fenland["of"], fenland["value"]) == (12, 100_000, pytest.approx(0.12))
    both = one(run.figures(store, "hate_crime_rate", filters=Filters(districts=("fenland", "peterborough"))))
    assert (both["n"], both["of"]) == (13, 300_000)
    months = run.figures(store, "hate_crime_rate", ("month",), Filters(districts=("fenland",)))
    assert months["n"].isna().tolist() == [True] * 11 + [False] * 2  # from the twelfth month loaded
    assert months["n"].dropna().tolist() == [12, 12]
    parts = run.figures(store, "hate_crime_rate", ("district",)).set_index("district")
    assert parts.loc["peterborough", "value"] == pytest.approx(0.005)
    assert pd.isna(parts.loc["huntingdonshire", "value"])  # no population known
    assert pd.isna(one(run.figures(store, "hate_crime_rate"))["value"])  # so the force has none either


def test_a_rate_by_month_and_district_keeps_the_order_of_its_parts(make):
    rows = [crime(f"{2025 + (m > 12)}-{(m - 1) % 12 + 1:02d}-15") for m in range(10, 23)]
    store = make(crimes=[*rows, crime("2026-08-01", district="peterborough")])
    asked = Filters(districts=("fenland", "peterborough"))
    by_month = run.figures(store, "hate_crime_rate", ("month", "district"), asked)
    by_district = run.figures(store, "hate_crime_rate", ("district", "month"), asked)
    order = ["district", "month"]
    pd.testing.assert_frame_equal(
        by_month.sort_values(order, ignore_index=True)[by_district.columns],
        by_district.sort_values(order, ignore_index=True),
    )
    last = by_district[by_district["month"] == "2026-10-01"].set_index("district")["n"]
    assert last.to_dict() == {"fenland": 12, "peterborough": 1}


def test_a_repeat_across_districts_stays_a_repeat_in_each(make):
    rows = [
        crime("2026-05-05", victims=["p1"]),
        crime("2026-06-05", victims=["p1", "p2"], repeat_victims=["p1"], district="peterborough"),
    ]
    store = make(crimes=rows)
    parts = run.figures(store, "repeat_victims", ("district",)).set_index("district")
    assert parts.loc["peterborough", ["n", "of"]].tolist() == [1, 2]
    assert parts.loc["fenland", ["n", "of"]].tolist() == [0, 1]
    assert one(run.figures(store, "repeat_victims"))[["n", "of"]].tolist() == [1, 2]  # two people, not three rows


def test_a_person_counts_once_however_many_crimes(make):
    rows = [crime(f"2026-06-{day:02d}", suspects=["s1"], repeat_suspects=["s1"]) for day in (5, 6, 7)]
    assert one(run.figures(make(crimes=rows), "repeat_suspects"))[["n", "of"]].tolist() == [1, 1]


def test_states_can_be_counted(make):
    store = make(crimes=[crime("2026-06-05"), crime("2026-06-05", reported_at=None)])
    states = run.figures(store, "recorded_within_24h", ("state",)).set_index("state")["n"]
    assert states.to_dict() == {"met": 1, "not_met": 0, "not_recorded": 1, "not_due": 0}


def test_a_duration_is_what_half_and_nine_in_ten_do_not_pass(make):
    days = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    rows = [crime("2026-01-01", outcome_code="18", outcome_on=f"{date(2026, 1, 1) + timedelta(days=n)}") for n in days]
    store = make(crimes=[*rows, crime("2026-03-03", outcome_code="18", outcome_on="2026-03-02"), crime("2026-03-03")])
    found = one(run.figures(store, "days_to_outcome"))
    assert found[["n", "value", "ninth", "not_recorded"]].tolist() == [11, 50, 90, 1]
    assert len(list_members(ask(store, "days_to_outcome", (), Filters("all"), LOCAL)).n) == 11
    months = run.figures(store, "days_to_outcome", ("month",)).set_index("month")
    assert months.loc["2026-01-01", ["n", "value"]].tolist() == [4, 15]
    assert pd.isna(months.loc["2026-09-01", "value"])
