"""Rejected rows under their own headers, as the raw rows kept of their files have them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from hcdata.common.errors import StoreError
from hcdata.store import query, rejected, snapshot
from tests.store import store_exports

GOOD = store_exports.crime("35/1/26")
BAD = [
    store_exports.crime("", surname="=HYPERLINK(1)", address="1 Teal Row"),
    store_exports.crime("35/3/26", "n/k soon", surname="Teal-Lamp"),
]


def read(store: Path) -> dict[str, list[dict[str, object]]]:
    """The rejected rows of a store, cells without a text left out."""
    with query.open(store) as opened:
        found = rejected.read_rejected(opened)
    return {
        layout: [{name: value for name, value in row.items() if isinstance(value, str | int) and value} for row in rows]
        for layout, rows in ((layout, frame.to_dict("records")) for layout, frame in found.items())
    }


def test_every_rejected_row_is_found_by_its_number_with_the_text_it_came_with(tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crimes.csv", store_exports.CRIME_HEADERS, [GOOD, *BAD], title="OFFICIAL")
    store_exports.load(tmp_path / "store", file)
    first, second = read(tmp_path / "store")["generic_crime"]
    assert (first["file"], first["row_no"], first["reason"]) == ("crimes.csv", 4, "missing_reference")
    assert first["surname"] == "=HYPERLINK(1)" and first["address"] == "1 Teal Row" and "crime_ref" not in first
    assert (second["row_no"], second["reason"]) == (5, "unreadable_date")
    assert second["recorded"] == "n/k soon" and second["surname"] == "Teal-Lamp"


def test_nothing_is_kept_of_a_subject_without_leave(tmp_path: Path) -> None:
    row = {"incident_ref": "HI-1-2026", "recorded": "n/k", "kind": "Non-crime hate incident", "district": "Fenland"}
    row |= {"threshold_met": "N", "subject_surname": "Teal-Lamp", "victim_surname": "Rust-Comb"}
    other = row | {"incident_ref": "HI-2-2026", "recorded": "05/01/2026"}
    file = store_exports.write(tmp_path / "incidents.csv", store_exports.INCIDENT_HEADERS, [row, other])
    store_exports.load(tmp_path / "store", file)
    ((found,),) = read(tmp_path / "store").values()
    assert found["victim_surname"] == "Rust-Comb" and "Teal-Lamp" not in found.values()


def test_a_column_called_like_the_place_of_a_row_stays_apart(tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    file.write_text("date,name,file\n31/02/2026,Fair,own\n01/02/2026,Fair,own\n", encoding="utf-8")
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    (layouts / "fairs.toml").write_text(
        'name = "fairs"\ntitle = "Fairs"\nfeed = "event"\nmatch = ["date", "name", "file"]\n'
        '[fields]\nevent_date = "date"\nname = "name"\nnote = "file"\n',
        encoding="utf-8",
    )
    store_exports.load(tmp_path / "store", file, extract_date=date(2026, 2, 28))
    ((found,),) = read(tmp_path / "store").values()
    assert found["file"] == "events.csv" and found["file (2)"] == "own"


def test_a_reader_of_a_snapshot_removed_since_is_told_so(tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crimes.csv", store_exports.CRIME_HEADERS, [GOOD, *BAD])
    store_exports.load(tmp_path / "store", file)
    with query.open(tmp_path / "store") as opened:
        shutil.rmtree(snapshot.current(tmp_path / "store"))
        with pytest.raises(StoreError, match="later loads have removed it"):
            rejected.read_rejected(opened)
