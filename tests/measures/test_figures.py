"""Figures by parts: hand-counted numbers, zeros, splits that add up and those that must not."""

import pandas as pd

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from tests.measures.conftest import JUNE, crime, one


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
            supervisor_named=day % 3 == 1,
            supervisor_contact_at=f"2026-{month:02d}-{day:02d} 12:00:00" if day % 2 else None,
        )
        for month in range(4, 11)
        for day in (1, 7, 12, 22, 28)
    ]
    answered = {"support_offered": True, "vps_offered": False, "referred_on": "2026-06-02", "assessed_on": "2026-06-02"}
    given = answered | {"satisfied": "satisfied", "dissatisfied": True, "review_due_on": "2026-09-20"}
    services = [{"crime_ref": f"C{n}", **given} for n in range(1, len(rows), 2)]
    store = make(crimes=rows, services=services)
    for id, measure in registry.all().items():
        if measure.counts != "crime" or measure.kind == "rate":
            continue
        months, total = run.figures(store, id, ("month",)), one(run.figures(store, id))
        if id == "completeness":  # these crimes have no square at all
            assert pd.isna(total["n"]) and months["n"].isna().all()
            continue
        assert months["n"].sum() == total["n"], id
        if measure.kind in ("proportion", "ratio"):
            assert months["of"].sum() == total["of"], id


def test_a_share_of_how_things_stand_takes_no_notice_of_the_period(make):
    closed = crime("2026-06-06", supervisor_named=True, outcome_code="1")
    open_still = [crime("2024-01-05", supervisor_named=True), crime("2026-06-05", supervisor_named=False)]
    store = make(crimes=[closed, *open_still])
    row = one(run.figures(store, "supervisor_named", filters=JUNE))
    assert (row["n"], row["of"], row["value"]) == (1, 2, 0.5)
    assert len(run.cases(store, "supervisor_named", JUNE)) == 2


def test_a_snapshot_takes_no_notice_of_the_period(make):
    store = make(crimes=[crime("2026-03-05"), crime("2026-10-30"), crime("2026-09-01", outcome_code="18")])
    row = one(run.figures(store, "open_caseload", filters=JUNE))
    assert (row["n"], row["median"], row["complete"]) == (2, 120.5, True)
    bands = run.figures(store, "open_caseload", ("age_band",)).set_index("age_band")["n"]
    assert bands.to_dict() == {"0-30": 1, "31-60": 0, "61-90": 0, "91-180": 0, "181+": 1}


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


def test_the_query_can_be_shown_with_its_parameters(make):
    text = run.query(make(crimes=[crime("2026-06-05")]), "positive_outcome_in_period", ("month",), JUNE, LOCAL)
    assert "-- $start = 2026-06-01" in text
    assert "-- divided by" in text
    assert "FROM hate_crime" in text


def test_the_query_comes_with_every_macro_it_names_and_no_other(make):
    store, macros = (
        make(crimes=[crime("2026-06-05")]),
        {"fields_lacking": "completeness", "summary_limit": "summary_limit_near"},
    )
    for id in (*macros.values(), "recorded_hate_crimes"):
        text = run.query(store, id)
        assert {name for name in macros if f"CREATE MACRO {name}(" in text} == {
            name for name, of in macros.items() if of == id
        }
        assert "CREATE MACRO in_scope(" in text
