"""One crime in two files of one load keeps what both say."""

import pytest

from tests.store import store_exports as exports

VICTIM = {"person_role": "Victim", "person_type": "Individual", "person_id": "P1"}
SUSPECT = {"person_role": "Suspect", "person_id": "S1"}


@pytest.mark.parametrize("turned", [False, True])
def test_strands_people_and_blanks_are_joined(tmp_path, turned):
    first = exports.crime("35/1/26", strands="Race", district="", **VICTIM)
    second = exports.crime("35/1/26", strands="Religion", district="Fenland", outcome="18", **SUSPECT)
    rows = [second, first] if turned else [first, second]
    files = [
        exports.write(tmp_path / f"{name}_2026-01-31.csv", exports.CRIME_HEADERS, [row])
        for name, row in zip("ab", rows, strict=True)
    ]
    receipt = exports.load(tmp_path / "store", *files)
    assert receipt.totals["crime"] == 1
    wanted = "strands, district, outcome_code, len(victims), len(suspects)"
    found = exports.query(tmp_path / "store", f"SELECT {wanted} FROM crime_version WHERE to_load IS NULL")
    assert found == [(["race", "religion"], "fenland", "18", 1, 1)]


def test_of_many_files_each_is_joined_with_those_that_know_its_crimes_whatever_their_columns(tmp_path):
    few = ["crime_ref", "recorded", "strands", "district"]
    told = {
        "a": (few, [exports.crime("35/1/26", strands="Race", district="")]),
        "b": (exports.CRIME_HEADERS, [exports.crime("35/2/26", strands="Race")]),
        "c": (few, [exports.crime("35/3/26", strands="Race")]),
        "d": (exports.CRIME_HEADERS, [exports.crime("35/1/26", strands="Religion"), exports.crime("35/4/26")]),
        "e": (few, [exports.crime("35/2/26", strands="Disability"), exports.crime("35/1/26", strands="Disability")]),
    }
    files = [exports.write(tmp_path / f"{name}_2026-01-31.csv", *content) for name, content in told.items()]
    receipt = exports.load(tmp_path / "store", *files)
    assert [(file.records, file.new) for file in receipt.files] == [(1, 1), (1, 1), (1, 1), (2, 1), (2, 0)]
    found = exports.query(
        tmp_path / "store", "SELECT strands, district FROM crime_version WHERE to_load IS NULL ORDER BY crime_ref"
    )
    every = ["disability", "race", "religion"]
    assert found == [(strands, "huntingdonshire") for strands in (every, ["disability", "race"], ["race"], ["race"])]


def test_a_subject_needs_the_threshold_in_both_files(tmp_path):
    row = {
        "incident_ref": "I-1", "recorded": "05/01/2026 10:00", "kind": "NCHI", "district": "Fenland",
        "strands": "Race", "subject_id": "X1",
    }  # fmt: skip
    files = [
        exports.write(tmp_path / f"{flag}_2026-01-31.csv", exports.INCIDENT_HEADERS, [row | {"threshold_met": flag}])
        for flag in ("Y", "N")
    ]
    exports.load(tmp_path / "store", *files)
    found = "SELECT threshold_met, subjects FROM incident_version WHERE to_load IS NULL"
    assert exports.query(tmp_path / "store", found) == [(False, [])]


def test_a_crime_the_first_file_leaves_unchanged_keeps_what_the_second_does_not_say(tmp_path):
    whole = exports.crime("35/1/26", strands="Race", outcome="18", **VICTIM)
    part = {"crime_ref": "35/1/26", "recorded": "05/01/2026 10:00"}
    for day in ("2026-01-31", "2026-02-28"):
        files = [
            exports.write(tmp_path / f"{name}_{day}.csv", exports.CRIME_HEADERS, [row])
            for name, row in (("a", whole), ("b", part))
        ]
        receipt = exports.load(tmp_path / "store", *files)
    assert [(file.changed, file.unchanged) for file in receipt.files] == [(0, 1), (0, 1)]
    found = "SELECT strands, outcome_code, len(victims) FROM crime_version"
    assert exports.query(tmp_path / "store", found) == [(["race"], "18", 1)]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ({"outcome": "16"}, {"outcome": "14", "outcome_date": "20/01/2026"}, "'16', NULL"),
        ({"outcome": "16"}, {"outcome": "16", "outcome_date": "20/01/2026"}, "'16', DATE '2026-01-20'"),
        ({}, {"outcome": "14", "outcome_date": "20/01/2026"}, "'14', DATE '2026-01-20'"),
        (
            {"outcome": "words nobody knows", "outcome_date": "09/01/2026"},
            {"outcome": "14", "outcome_date": "20/01/2026"},
            "'14', DATE '2026-01-20'",
        ),
    ],
)
def test_an_outcome_keeps_its_own_day(tmp_path, first, second, wanted):
    files = [
        exports.write(tmp_path / f"{name}_2026-01-31.csv", exports.CRIME_HEADERS, [exports.crime("35/1/26", **cells)])
        for name, cells in (("a", first), ("b", second))
    ]
    exports.load(tmp_path / "store", *files)
    found = (
        f"SELECT (outcome_code, outcome_on) IS NOT DISTINCT FROM ({wanted}) FROM crime_version WHERE to_load IS NULL"
    )
    assert exports.query(tmp_path / "store", found) == [(True,)]


@pytest.mark.parametrize(("second", "hour"), [("05/01/2026 10:00", 10), ("07/01/2026 10:00", None)])
def test_a_time_is_taken_from_the_other_file_only_for_the_same_day(tmp_path, second, hour):
    rows = [
        exports.crime("35/1/26", "05/01/2026", committed="05/01/2026"),
        exports.crime("35/1/26", second, committed=second),
    ]
    files = [
        exports.write(tmp_path / f"{name}_2026-01-31.csv", exports.CRIME_HEADERS, [row])
        for name, row in zip("ab", rows, strict=True)
    ]
    exports.load(tmp_path / "store", *files)
    days = "strftime(recorded_on, '%d'), strftime(committed_on, '%d')"
    found = f"SELECT {days}, hour(recorded_at), hour(committed_at) FROM crime_version WHERE to_load IS NULL"
    assert exports.query(tmp_path / "store", found) == [("05", "05", hour, hour)]
