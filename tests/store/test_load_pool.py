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
