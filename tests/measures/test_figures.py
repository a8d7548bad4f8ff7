"""Figures by parts: hand-counted numbers, zeros, splits that add up and those that must not."""

from datetime import date, datetime

import pandas as pd
import pytest

from hcdata.access import LOCAL, Scope
from hcdata.errors import MeasureError
from hcdata.filters import Filters
from hcdata.measures import registry, run

JUNE = Filters(period="custom", start=date(2026, 6, 1), end=date(2026, 7, 1))


def crime(day, **more):
    return {"recorded_on": day, "recorded_at": f"{day} 09:00:00", "reported_at": f"{day} 08:00:00", **more}


def one(frame):
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_figure_without_parts_is_one_row(make):
    store = make(crimes=[crime("2026-06-01"), crime("2026-06-30"), crime("2026-07-01"), crime("2026-05-31")])
    row = one(run.figures(store, "recorded_hate_crimes", filters=JUNE))
    assert (row["n"], row["value"], row["complete"]) == (2, 2.0, True)
    assert pd.isna(row["of"])


def test_months_districts_and_strands_are_all_there_with_zeros(make):
    store = make(crimes=[crime("2026-05-05"), crime("2026-07-05", strands=["race", "religion"])])
    by = ("month", "district", "strand")
    frame = run.figures(store, "recorded_hate_crimes", by)
    assert len(frame) == 6 * 6 * 7  # May to October, six districts, seven strands
    assert frame["n"].sum() == 3
    assert list(frame.columns[:3]) == list(by)
    assert frame["month"].iloc[0] == pd.Timestamp(2026, 5, 1)


def test_strands_never_add_to_the_total(make):
    store = make(crimes=[crime("2026-06-05", strands=["race", "religion"]), crime("2026-06-06")])
    by_strand = run.figures(store, "recorded_hate_crimes", ("strand",)).set_index("strand")["n"]
    assert by_strand["race"] == 2
    assert by_strand["religion"] == 1
    assert one(run.figures(store, "recorded_hate_crimes"))["n"] == 2


def test_a_strand_filter_is_any_match_and_shows_only_what_was_asked(make):
    store = make(
        crimes=[crime("2026-06-05", strands=["race", "religion"]), crime("2026-06-06", strands=["disability"])]
    )
    asked = Filters(strands=("religion", "transgender"))
    assert one(run.figures(store, "recorded_hate_crimes", filters=asked))["n"] == 1
    by_strand = run.figures(store, "recorded_hate_crimes", ("strand",), asked)
    assert dict(zip(by_strand["strand"], by_strand["n"], strict=True)) == {"religion": 1, "transgender": 0}


def test_months_add_to_the_total_for_every_measure_of_crimes(make):
    rows = [
        crime(
            f"2026-{month:02d}-{day:02d}",
            aggravated=day % 3 == 0,
            outcome_code=["1", "14", "18", None][day % 4],
            outcome_on="2026-09-09" if day % 4 < 3 else None,
            assigned_at=f"2026-{month:02d}-{day:02d} 10:00:00",
            victims=["p1"],
            supervisor_contact_at=f"2026-{month:02d}-{day:02d} 12:00:00" if day % 2 else None,
        )
        for month in range(4, 11)
        for day in (1, 7, 12, 22, 28)
    ]
    store = make(crimes=rows)
    for id, measure in registry.all().items():
        if measure.counts != "crime" or measure.kind == "rate":
            continue
        months, total = run.figures(store, id, ("month",)), one(run.figures(store, id))
        assert months["n"].sum() == total["n"], id
        if measure.kind in ("proportion", "ratio"):
            assert months["of"].sum() == total["of"], id


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
    assert store.population_year() == 2021
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


def test_a_snapshot_takes_no_notice_of_the_period(make):
    store = make(crimes=[crime("2026-03-05"), crime("2026-10-30"), crime("2026-09-01", outcome_code="18")])
    row = one(run.figures(store, "open_caseload", filters=JUNE))
    assert (row["n"], row["median"], row["complete"]) == (2, 120.5, True)
    bands = run.figures(store, "open_caseload", ("age_band",)).set_index("age_band")["n"]
    assert bands.to_dict() == {"0-30": 1, "31-60": 0, "61-90": 0, "91-180": 0, "181+": 1}


def test_states_can_be_counted(make):
    store = make(crimes=[crime("2026-06-05"), crime("2026-06-05", reported_at=None)])
    states = run.figures(store, "recorded_within_24h", ("state",)).set_index("state")["n"]
    assert states.to_dict() == {"met": 1, "not_met": 0, "not_recorded": 1, "not_due": 0}


def test_two_lists_are_crossed_not_zipped(make):
    store = make(crimes=[crime("2026-06-05", strands=["race", "religion"], settings=["online", "school", "transport"])])
    frame = run.figures(store, "recorded_hate_crimes", ("strand", "setting"))
    assert frame["n"].sum() == 6


def test_a_setting_or_outcome_not_recorded_has_a_row_of_its_own(make):
    store = make(
        crimes=[crime("2026-06-05", settings=[]), crime("2026-06-06", outcome_code="1", outcome_on="2026-06-07")]
    )
    settings = run.figures(store, "recorded_hate_crimes", ("setting",)).set_index("setting")["n"]
    assert settings.to_dict() == {"not_recorded": 1, "public_place": 1}
    outcomes = run.figures(store, "recorded_hate_crimes", ("outcome",))
    assert outcomes["outcome"].isna().tolist() == [False, True]


def test_weekday_and_hour_are_local_time_of_the_offence(make):
    store = make(
        crimes=[crime("2026-06-10", committed_at="2026-06-07 23:30:00"), crime("2026-06-10", committed_at=None)]
    )
    hours = run.figures(store, "recorded_hate_crimes", ("hour",))
    assert hours.loc[hours["n"] > 0, "hour"].tolist()[0] == 0  # 00:30 British Summer Time
    days = run.figures(store, "recorded_hate_crimes", ("weekday",))
    assert days.loc[days["n"] > 0, "weekday"].tolist()[0] == 1  # Monday 8 June
    assert len(days) == 8  # seven days and "not recorded"


def test_an_assignment_counts_on_its_local_date(make):
    store = make(crimes=[crime("2026-06-10", assigned_at="2026-06-30 23:30:00", victims=["p1"])])
    months = run.figures(store, "supervisor_contact_24h", ("month",)).set_index("month")["of"]
    assert months["2026-06-01"] == 0
    assert months["2026-07-01"] == 1


def test_the_scope_limits_totals_and_cases_apart(make):
    store = make(crimes=[crime("2026-06-05"), crime("2026-06-06", district="peterborough")])
    scope = Scope(records=("fenland",), aggregates=None, people=False, audience="internal")
    assert one(run.figures(store, "recorded_hate_crimes", scope=scope))["n"] == 2
    assert run.cases(store, "recorded_hate_crimes", scope=scope)["district"].tolist() == ["fenland"]
    narrow = Scope(records=(), aggregates=("fenland",), people=False, audience="internal")
    assert one(run.figures(store, "recorded_hate_crimes", scope=narrow))["n"] == 1
    assert run.figures(store, "recorded_hate_crimes", ("district",), scope=narrow)["district"].tolist() == ["fenland"]
    assert run.cases(store, "recorded_hate_crimes", scope=narrow).empty


def test_cases_come_newest_first_and_by_state(make):
    store = make(crimes=[crime("2026-06-05"), crime("2026-06-09"), crime("2026-06-07", reported_at=None)])
    assert run.cases(store, "recorded_within_24h")["crime_ref"].tolist() == ["C2", "C3", "C1"]
    assert run.cases(store, "recorded_within_24h", state="not_recorded")["crime_ref"].tolist() == ["C3"]


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


def test_the_query_can_be_shown_with_its_parameters(make):
    text = run.query(make(crimes=[crime("2026-06-05")]), "positive_outcome_in_period", ("month",), JUNE, LOCAL)
    assert "-- $start = 2026-06-01" in text
    assert "-- divided by" in text
    assert "FROM hate_crime" in text


@pytest.mark.parametrize("measure", ["charge_rate", "open_caseload", "positive_outcome_in_period"])
def test_an_extract_without_outcomes_says_nothing_of_them(make, measure):
    assert pd.isna(one(run.figures(make(crimes=[crime("2026-09-05")]), measure))["n"])
