"""The demonstration, loaded: what was planted in it is what the store found, row by row."""

from collections import Counter
from pathlib import PurePosixPath
from typing import Any

import pytest

from hcdata.store import inspection
from tests.store import store_exports

pytestmark = pytest.mark.slow
# A demonstration file's column, and the field its fault is kept under; a column not listed is not read.
FAULT_FIELDS = {
    "Officer Assigned": "assigned",
    "Easting": "coordinates",
    "Reported": "reported",
    "Reported Date": "reported",
}


def _place(planted: dict[str, Any]) -> tuple[str, str | None, int]:
    return PurePosixPath(planted["file"]).name, planted["sheet"], planted["row"]


def test_rejected_rows_are_exactly_the_planted_ones(demonstration: Any) -> None:
    planted = Counter((*_place(row), row["reason"]) for row in demonstration.truth["rejects"])
    found = Counter((row.file, row.sheet, row.row, row.reason) for row in inspection.rejects(demonstration.store))
    assert found == planted


def test_planted_faults_are_found_and_their_rows_kept(demonstration: Any) -> None:
    planted = {
        (*_place(row), FAULT_FIELDS[row["field"]])
        for row in demonstration.truth["faults"]
        if row["field"] in FAULT_FIELDS
    }
    found = store_exports.query(
        demonstration.store,
        "SELECT file, sheet, row_no, field FROM fault JOIN load_file USING (file_id)"
        " WHERE reason NOT IN ('unmapped', 'not_recorded')",
    )
    assert set(found) == planted


def test_every_row_of_every_file_is_accounted_for(demonstration: Any) -> None:
    asked = "SELECT file, coalesce(sheet, ''), rows_read FROM load_file"
    found = {(file, sheet): rows for file, sheet, rows in store_exports.query(demonstration.store, asked)}
    planted = {
        (PurePosixPath(file).name, sheet): rows
        for file, sheets in demonstration.truth["rows"].items()
        for sheet, rows in sheets.items()
    }
    assert found == planted
    assert not store_exports.query(
        demonstration.store, "SELECT file FROM load_file WHERE rows_read <> rows_accepted + rows_rejected"
    )


def test_distinct_records_are_the_worlds(demonstration: Any) -> None:
    distinct = demonstration.truth["distinct"]
    found = {
        "crime": "SELECT count(*) FROM crime_version WHERE to_load IS NULL",
        "hate_crime": "SELECT count(*) FROM crime_version WHERE to_load IS NULL AND NOT cancelled AND len(strands) > 0",
        "incident": "SELECT count(*) FROM incident_version WHERE to_load IS NULL",
        "contact": "SELECT count(*) FROM victim_contact_version WHERE to_load IS NULL",
        "referral": "SELECT count(*) FROM service_version WHERE to_load IS NULL",
        "review": "SELECT count(*) FROM review_version WHERE to_load IS NULL",
        "audit": "SELECT count(*) FROM flag_audit_version WHERE to_load IS NULL",
    }
    counts = {name: store_exports.query(demonstration.store, sql)[0][0] for name, sql in found.items()}
    assert counts == {name: distinct[name] for name in counts}


def test_nothing_the_demonstration_writes_is_unmapped(demonstration: Any) -> None:
    found = store_exports.query(
        demonstration.store, "SELECT DISTINCT field FROM fault WHERE reason = 'unmapped' ORDER BY field"
    )
    # An unknown outcome code is planted on purpose.
    assert found == [("outcome",)]


def test_versions_hold_together(demonstration: Any) -> None:
    assert inspection.faults(demonstration.store) == []
