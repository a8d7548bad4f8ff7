"""Rows without a reference, under a layout that keeps each as a record of its own."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts import layout_text
from tests.store import store_exports
from tests.store.store_exports import crime

HEADERS = ["crime_ref", "recorded", "district", "strands"]
ALIKE = [crime(""), crime("35/1/26"), crime(""), crime("")]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store whose own layout for our column names keeps rows without a reference."""
    own = layouts.read()["generic_crime"].model_copy(update={"no_reference": "row"})
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "own.toml").write_text(layout_text.write(own, "own"), encoding="utf-8")
    return tmp_path / "store"


def references(store: Path) -> list[str]:
    """The references in the store, in order."""
    return [ref for (ref,) in store_exports.query(store, "SELECT crime_ref FROM crime_version ORDER BY row_no")]


def test_rows_that_look_alike_are_each_kept(store: Path, tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", HEADERS, ALIKE)
    receipt = store_exports.load(store, file).files[0]
    assert (receipt.rows_read, receipt.rows_accepted, receipt.records) == (4, 4, 4)
    found = references(store)
    assert found[1] == "35/1/26" and len(set(found)) == 4
    assert [ref.rsplit("-", 1)[1] for ref in found if ref.startswith("ROW-")] == ["2", "4", "5"]


def test_the_same_file_again_under_another_name_or_date_adds_nothing(store: Path, tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", HEADERS, ALIKE)
    store_exports.load(store, file)
    before = references(store)
    (tmp_path / "again").mkdir()
    copy = tmp_path / "again" / "other_2026-02-28.csv"
    copy.write_bytes(file.read_bytes())
    store_exports.load(store, copy)
    assert references(store) == before


def test_two_sheets_of_one_workbook_are_not_taken_for_one(store: Path, tmp_path: Path) -> None:
    book = Workbook()
    for sheet in (book.active, book.create_sheet("second")):
        sheet.append(HEADERS)
        sheet.append(["", "05/01/2026 10:00", "Hunts", "Race"])
    book.save(tmp_path / "crime_2026-01-31.xlsx")
    store_exports.load(store, tmp_path / "crime_2026-01-31.xlsx")
    assert len(references(store)) == 2


def test_a_total_line_is_still_no_record(store: Path, tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", HEADERS, [*ALIKE, {"crime_ref": "Total 4"}])
    receipt = store_exports.load(store, file).files[0]
    assert receipt.rejected_by_reason == {"footer_row": 1} and receipt.records == 4


def test_without_the_option_such_rows_are_rejected(tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", HEADERS, ALIKE)
    receipt = store_exports.load(tmp_path / "plain", file).files[0]
    assert receipt.rejected_by_reason == {"missing_reference": 3}


def test_incidents_without_a_reference_are_each_kept_too(tmp_path: Path) -> None:
    own = layouts.read()["generic_incident"].model_copy(update={"no_reference": "row"})
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "own.toml").write_text(layout_text.write(own, "own"), encoding="utf-8")
    row = {"recorded": "05/01/2026 10:00", "kind": "NCHI", "district": "Fenland", "strands": "Race"}
    rows = [row, row, row | {"incident_ref": "HI-1-2026"}]
    file = store_exports.write(tmp_path / "incidents_2026-01-31.csv", store_exports.INCIDENT_HEADERS, rows)
    receipt = store_exports.load(tmp_path / "store", file).files[0]
    assert (receipt.rows_accepted, receipt.records) == (3, 3)
    found = store_exports.query(tmp_path / "store", "SELECT incident_ref FROM incident_version ORDER BY row_no")
    assert [ref.startswith("ROW-") for (ref,) in found] == [True, True, False]
