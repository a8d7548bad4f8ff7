"""Audited records, loaded: what was found of each, on which day, and what is no record of a sample."""

from pathlib import Path

import pytest

from tests.store import store_exports

HEADERS = ["crime_ref", "audited", "flag_right"]
# As auditors write what they found.
FOUND = {
    "Y": True, "yes": True, "TRUE": True, "1": True, "Correct": True, "CORRECT ": True, "Right": True, "Pass": True,
    "Passed": True, "Correctly flagged": True, "Accurate": True, "Compliant": True, "Agree": True, "N": False,
    "no": False, "0": False, "Incorrect": False, "Not correct": False, "Wrong": False, "Fail": False, "Failed": False,
    "Wrongly flagged": False, "Non-compliant": False, "Inaccurate": False, "Missed flag": False, "": None, "TBC": None,
    "N/A": None, "Unknown": None, "Partly": None, "Ask the FCR": None, "Correct?": None,
}  # fmt: skip
# As a day is written, and what it is read as; or why the row is rejected.
DAYS = {
    "28/09/2026": "2026-09-28", "2026-09-28": "2026-09-28", "28-Sep-26": "2026-09-28", "28/9/26": "2026-09-28",
    "28 September 2026": "2026-09-28", "46293": "2026-09-28", "28/09/2026 23:59": "2026-09-28",
    "29/03/2026 00:30": "2026-03-29", "26/10/2025 01:30": "2025-10-26", "30/09/2026": "2026-09-30",
    "": "missing_date", "N/A": "missing_date", "31/09/2026": "unreadable_date", "September": "unreadable_date",
    "Q2": "unreadable_date", "01/01/1900": "placeholder_date", "01/10/2026": "future_date",
    "2031-01-01": "future_date",
}  # fmt: skip
REJECTED = {"missing_date", "unreadable_date", "placeholder_date", "future_date"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of every value above, each on a crime of its own, from one load."""
    folder = tmp_path_factory.mktemp("audits")
    good = {"audited": "28/09/2026", "flag_right": "Y"}
    varied = [("flag_right", one) for one in FOUND] + [("audited", one) for one in DAYS]
    rows = [{"crime_ref": f"35/{n}/26", **good, field: text} for n, (field, text) in enumerate(varied, 1)]
    rows += [{**good, "crime_ref": ref} for ref in ("", "not found", "Total")]
    # One crime: a line sent twice and judged anew that day, and sampled again in another audit.
    again = ({}, {}, {"flag_right": "N"}, {"audited": "28/06/2026"})
    rows += [{**good, "crime_ref": "35/900/26", **more} for more in again]
    store_exports.load(folder / "store", store_exports.write(folder / "audit_2026-09-30.csv", HEADERS, rows))
    return folder / "store"


def test_what_was_found_is_right_wrong_or_not_said(store: Path) -> None:
    found = dict(store_exports.query(store, "SELECT crime_ref, flag_right FROM flag_audit_version"))
    assert {text: found[f"35/{n}/26"] for n, text in enumerate(FOUND, 1)} == FOUND


def test_a_record_is_of_the_day_it_was_judged(store: Path) -> None:
    found = dict(store_exports.query(store, "SELECT crime_ref, CAST(audited_on AS VARCHAR) FROM flag_audit_version"))
    read = {text: found.get(f"35/{n}/26") for n, text in enumerate(DAYS, 1 + len(FOUND))}
    assert read == {text: None if day in REJECTED else day for text, day in DAYS.items()}


def test_every_row_is_a_record_or_rejected_and_says_why(store: Path) -> None:
    asked = "SELECT rows_read, rows_accepted, rows_rejected FROM load_file"
    ((read, accepted, rejected),) = store_exports.query(store, asked)
    assert read == accepted + rejected == len(FOUND) + len(DAYS) + 3 + 4
    expected = [day for day in DAYS.values() if day in REJECTED] + ["missing_reference", "bad_reference", "footer_row"]
    assert sorted(one for (one,) in store_exports.query(store, "SELECT reason FROM reject")) == sorted(expected)


def test_a_crime_sampled_on_two_days_is_two_records(store: Path) -> None:
    asked = "SELECT CAST(audited_on AS VARCHAR) FROM flag_audit_version WHERE crime_ref = '35/900/26' ORDER BY 1"
    assert store_exports.query(store, asked) == [("2026-06-28",), ("2026-09-28",)]
