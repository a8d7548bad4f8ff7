"""Each planted bad row and bad cell stands where the truth says, and is bad in the way it says."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.demo.reread import crime_files, rows, sheet_rows

READERS = {"crime": (0, 2), "incident": (0, 1), "supervision": (0, 1), "supervisor": (0, 1), "flag": (0, 1)}
GOOD_REFERENCE = re.compile(r"(?i)\s*(cri-)?99/\d+/\d+\s*|ZZ-\d{8}-\d{4,}\s*")


@pytest.fixture(scope="module")
def sheets(folder: Path, truth: dict[str, Any]) -> dict[tuple[str, str | None], list[list[Any]]]:
    found: dict[tuple[str, str | None], list[list[Any]]] = {}
    for entry in [*truth["rejects"], *truth["faults"]]:
        path, sheet = folder / entry["file"], entry["sheet"]
        if (entry["file"], sheet) not in found:
            found[entry["file"], sheet] = rows(path) if sheet is None else sheet_rows(path, sheet)
    return found


def reason_of(file: str, row: list[Any]) -> str:
    """Return what is wrong with a row, judged by its cells alone."""
    blank = {None, "", "NULL"}
    kind = file.split("/")[1].split("_")[0]
    if row[0] in {"End of report", "Total"}:
        return "footer_row"
    reference, recorded = (row[index] for index in READERS[kind])
    data_to = datetime.fromisoformat(re.search(r"\d{4}-\d{2}-\d{2}", file.split("/")[1])[0]).replace(hour=23, minute=59)
    if reference in blank:
        return "missing_reference"
    if not GOOD_REFERENCE.fullmatch(reference):
        return "bad_reference"
    if kind == "supervision" and (recorded in blank or row[2] in blank):
        return "missing_contact_time"
    if recorded in blank:
        return "missing_date" if kind == "supervisor" else "missing_recorded_date"
    if str(recorded).startswith("01/01/1900"):
        return "placeholder_date"
    if isinstance(recorded, str):
        try:
            recorded = datetime.strptime(recorded, "%d/%m/%Y" if kind in ("supervision", "flag") else "%d/%m/%Y %H:%M")
        except ValueError:
            return "unreadable_date"
    if datetime(recorded.year, recorded.month, recorded.day) > data_to:
        return "future_date"
    return "unknown_record_kind" if kind == "incident" and row[3] == "Misc log" else ""


def test_rejects_are_the_bad_rows_and_no_others(truth: dict[str, Any], sheets: dict[Any, list[list[Any]]]) -> None:
    expected = {(reject["file"], reject["sheet"], reject["row"]): reject["reason"] for reject in truth["rejects"]}
    found = {}
    for (file, sheet), cells in sheets.items():
        first = len(cells) - truth["rows"][file][sheet or ""]
        for number, row in enumerate(cells[first:], first + 1):
            if reason := reason_of(file, row):
                found[file, sheet, number] = reason
    assert found == expected


def test_every_reason_is_planted(truth: dict[str, Any]) -> None:
    assert {reject["reason"] for reject in truth["rejects"]} == {
        "missing_reference", "bad_reference", "missing_recorded_date", "unreadable_date", "placeholder_date",
        "future_date", "footer_row", "unknown_record_kind", "missing_contact_time", "missing_date",
    }  # fmt: skip


def test_faults_point_at_the_cells(truth: dict[str, Any], sheets: dict[Any, list[list[Any]]]) -> None:
    assert {fault["field"] for fault in truth["faults"]} >= {"Reported Date", "Reported", "Easting", "Officer Assigned"}
    for fault in truth["faults"]:
        cells = sheets[fault["file"], fault["sheet"]]
        header = next(row for row in cells if fault["field"] in row)
        assert fault["what"] == f"cannot be read: {cells[fault['row'] - 1][header.index(fault['field'])]}"


def test_crime_files_are_as_forces_send_them(folder: Path) -> None:
    for path in crime_files(folder):
        raw = path.read_bytes()
        assert raw.startswith(b"OFFICIAL-SENSITIVE\r\n")
        assert b"SYNTHETIC DEMONSTRATION DATA" in raw
        assert rows(path)[5][0] == "Crime Reference"
    with pytest.raises(UnicodeDecodeError):
        crime_files(folder)[0].read_text(encoding="utf-8")


def test_a_line_feed_in_a_cell_makes_no_new_row(folder: Path) -> None:
    path = crime_files(folder)[0]
    assert path.read_bytes().count(b"\n") > len(rows(path))
