"""Notes on crimes: each note on a crime made to have it and on no ordinary one, counted and listed alike."""

import re
from datetime import date

import pandas as pd
import pytest

from hcdata.common import sql
from hcdata.common.access import Scope
from hcdata.common.filters import Filters
from hcdata.schema.issues import FIELDS, NOTES, ORDERS
from hcdata.store import query
from hcdata.store.query import SQL
from hcdata.views.quality import quality
from hcdata.views.quality.issues import completeness, noted, noted_cases
from tests.store import store_exports
from tests.views.conftest import YEAR, crime

OLD = crime("2022-11-05")
DAY = "2026-05-05"
WHOLE = {
    "committed_on": "2026-05-04",
    "assigned_at": f"{DAY} 10:00:00",
    "supervisor_named": True,
    "victims": ["p"],
    "contacts": 1,
    "located": "square",
}
# An outcome that the outcomes file alone gives.
FILED = {"event_outcome_code": "18", "event_outcome_on": "2026-05-20"}
# What makes an ordinary crime, which has no note, have one.
MADE = {
    "no_recorded_time": {"recorded_at": None},
    "no_reported_time": {"reported_at": None},
    "no_committed_date": {"committed_on": None},
    "no_district": {"district": "unmapped"},
    "no_offence_code": {"offence_code": "unmapped"},
    "no_channel": {"channel": "not_recorded"},
    "no_place_type": {"place_type": "unmapped"},
    "no_square": {"located": "outside"},
    "no_assigned_time": {"assigned_at": None},
    "no_supervisor": {"supervisor_named": None},
    "no_victim": {"victims": []},
    "no_contact": {"contacts": 0},
    "committed_after_report": {"committed_on": DAY, "reported_at": "2026-05-04 20:00:00"},
    "committed_after_recording": {"committed_on": "2026-05-06", "reported_at": None},
    "reported_after_recording": {"reported_at": f"{DAY} 09:30:00"},
    "assigned_before_report": {"assigned_at": f"{DAY} 07:59:59"},
    "contact_before_report": {"supervisor_contact_at": f"{DAY} 07:59:59"},
    "outcome_before_recording": {"outcome_code": "1", "outcome_on": "2026-05-04"},
    "outcome_after_extract": {"outcome_code": "1", "outcome_on": "2026-11-01", "as_of": "2026-10-31 23:59:00"},
    "outcome_without_date": {"outcome_code": "1"},
    "outcome_without_code": {"outcome_on": "2026-05-09"},
    "outcome_not_known": {"outcome_code": "23", "outcome_on": "2026-05-09"},
    "outcomes_disagree": {
        **{"outcome_code": "1", "outcome_on": "2026-05-20", "seen": "2026-06-30 23:59:00"},
        **{"event_outcome_code": "16", "event_outcome_on": "2026-05-20"},
    },
    "outcome_dated_back": {**FILED, "notes": ["outcome_dated_back"]},
    "outcomes_on_one_day": {**FILED, "notes": ["outcomes_on_one_day"]},
    "outcome_missing_from_full_extract": {**FILED, "notes": ["outcome_missing_from_full_extract"]},
    "flag_without_race_or_religion": {"aggravated": True, "strands": ["disability"]},
    "several_strands": {"strands": ["race", "religion"]},
    "recorded_after_72_hours": {"reported_at": "2026-05-02 08:59:59", "committed_on": "2026-05-01"},
    "aggravated_not_counted": {"aggravated": True, "strands": []},
}


def test_every_note_is_made_here_and_said_in_words():
    written = set(re.findall(r"'([a-z0-9_]+)' END", sql.read(SQL / "noted.sql") + sql.read(SQL / "key_fields.sql")))
    written |= {"aggravated_not_counted", "no_strand"}
    assert written == NOTES.keys()
    # Two need a file that was read: tests/loading/test_unflagged.py has the second.
    assert MADE.keys() | {"missing_from_full_extract", "no_strand"} == NOTES.keys()
    assert NOTES.keys() >= FIELDS.keys() | set(ORDERS)
    assert len(FIELDS) == 12


@pytest.mark.parametrize("note", MADE)
def test_a_crime_has_the_note_it_is_made_for_and_only_that(make, put, note):
    context = put(make(crimes=[OLD, crime(DAY, **WHOLE), crime(DAY, **{**WHOLE, **MADE[note]})]))
    found = noted(context)
    also = {"committed_after_recording": {"no_reported_time"}}
    assert set(found.counts["note"]) - also.get(note, set()) == {note}
    assert found.count(note) == 1
    assert noted_cases(context, note).rows["crime_ref"].tolist() == ["C3"]


def test_a_cancelled_crime_has_no_note(make, put):
    gone = [crime(DAY, **{**WHOLE, **made, "cancelled": True}) for made in MADE.values()]
    found = noted(put(make(crimes=[OLD, *gone])))
    assert found.counts.empty
    assert found.total == 0


def test_completeness_counts_the_same_crimes_by_district_and_month(make, put):
    crimes = [
        OLD,
        crime(DAY, **WHOLE),
        crime(DAY, **{**WHOLE, "channel": "unmapped"}),
        crime("2026-06-05", **{**WHOLE, "channel": "not_recorded", "district": "peterborough"}),
    ]
    found = noted(put(make(crimes=crimes)))
    whole = completeness(found).set_index("note")
    assert whole.loc["no_channel", ["recorded", "of"]].tolist() == [1, 3]
    assert whole.loc["no_channel", "share"] == pytest.approx(1 / 3)
    assert whole.loc["no_square", "share"] == 1
    for part in ("district", "month"):
        parts = completeness(found, part).groupby("note")[["recorded", "of"]].sum()
        assert parts.to_dict() == whole[["recorded", "of"]].to_dict()
    months = completeness(found, "month").set_index(["note", "month"])["recorded"]
    assert months["no_channel", pd.Timestamp(2026, 5, 1)] == 1
    assert months["no_channel", pd.Timestamp(2026, 6, 1)] == 0


def test_district_strand_and_period_narrow_counts_and_lists_alike(make, put):
    bad = {**WHOLE, "channel": "unmapped"}
    crimes = [OLD, crime(DAY, **bad), crime(DAY, **{**bad, "district": "peterborough"}), crime("2025-01-05", **bad)]
    crimes.append(crime(DAY, **{**bad, "strands": ["religion"]}))
    store = make(crimes=crimes)
    for filters, n in (
        (YEAR, 3),
        (Filters("12m", districts=("fenland",)), 2),
        (Filters("12m", strands=("religion",)), 1),
        (Filters("custom", start=date(2025, 1, 1), end=date(2025, 2, 1)), 1),
    ):
        context = put(store, filters)
        assert noted(context).count("no_channel") == len(noted_cases(context, "no_channel").rows) == n


def test_totals_keep_to_one_reach_and_lists_to_the_other(make, put):
    bad = {**WHOLE, "channel": "unmapped"}
    store = make(crimes=[OLD, crime(DAY, **bad), crime(DAY, **{**bad, "district": "peterborough"})])
    context = put(store, YEAR, Scope(records=("fenland",), aggregates=None, people=False, audience="internal"))
    assert noted(context).count("no_channel") == 2
    assert noted_cases(context, "no_channel").rows["district"].tolist() == ["Fenland"]


def test_cancelled_crimes_are_counted_within_the_reach_of_totals(make, put):
    there = ("fenland", "fenland", "peterborough")
    store = make(crimes=[OLD, *(crime(DAY, cancelled=True, district=one) for one in there)])
    for reach, n in ((None, 3), (("fenland",), 2)):
        assert quality(put(store, YEAR, Scope(reach, reach, False, "internal"))).cancelled == n


def test_a_crime_that_a_later_full_extract_lacks_is_noted(make, put):
    seen = {**WHOLE, "as_of": "2026-06-30 23:59:00"}
    crimes = [OLD, crime(DAY, **seen, seen="2026-06-30 23:59:00"), crime(DAY, **seen, seen="2026-10-31 23:59:00")]
    full = {"is_full": True, "covers_from": "2026-01-01", "covers_to": "2026-10-31"}
    found = noted_cases(put(make(crimes=crimes, crime_file=full)), "missing_from_full_extract")
    assert found.rows["crime_ref"].tolist() == ["C2"]
    for districts, n in ((["fenland"], 1), (["peterborough"], 0)):
        store = make(crimes=crimes, crime_file={**full, "districts": districts})
        assert len(noted_cases(put(store), "missing_from_full_extract").rows) == n


def test_outcome_rows_are_listed_with_the_newest_extract_that_gave_each(tmp_path, put):
    headers = ["crime_ref", "outcome", "outcome_date"]
    crimes = [store_exports.crime("35/1/26")]
    files = [store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes)]
    for day, given in (("2026-01-31", "20/01/2026"), ("2026-02-28", "10/01/2026")):
        rows = [dict(zip(headers, ("35/1/26", "18", given), strict=True))]
        files.append(store_exports.write(tmp_path / f"outcome_{day}.csv", headers, rows))
    store_exports.load(tmp_path / "store", *files)
    with query.open(tmp_path / "store") as store:
        found = noted_cases(put(store, Filters("all")), "outcome_dated_back").rows
    assert found["outcome_rows"].tolist() == [
        "18 No suspect identified, 10 Jan 2026 (extract to 28 Feb 2026);"
        " 18 No suspect identified, 20 Jan 2026 (extract to 31 Jan 2026)"
    ]
