"""Versions: a correction opens one, an older extract never rolls back, a full extract queries what it misses."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import LoadError, StoreError
from hcdata.store import inspection, lock
from tests.store import store_exports
from tests.store.store_exports import crime, load, query


def _crimes(folder: Path, day: str, *rows: dict[str, str], title: str = "") -> Path:
    return store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows, title)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_correction_opens_a_version_and_keeps_the_old_one(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26"), crime("35/2/26")))
    receipt = load(
        store, _crimes(tmp_path, "2026-02-28", crime("35/1/26", outcome="16"), crime("35/2/26"), crime("35/3/26"))
    )
    file = receipt.files[0]
    assert (file.new, file.changed, file.unchanged, file.older) == (1, 1, 1, 0)
    versions = query(
        store, "SELECT from_load, to_load, outcome_code FROM crime_version WHERE crime_ref = '35/1/26' ORDER BY 1"
    )
    assert versions == [(1, 2, None), (2, None, "16")]


def test_an_older_extract_never_rolls_a_newer_one_back(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-02-28", crime("35/1/26", outcome="16")))
    before = store_exports.state(store)
    receipt = load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26"), crime("35/2/26")))
    file = receipt.files[0]
    assert (file.new, file.changed, file.unchanged, file.older) == (1, 0, 0, 1)
    after = store_exports.state(store)
    assert set(before["crime"]) <= set(after["crime"])
    assert query(store, "SELECT outcome_code FROM crime_version WHERE crime_ref = '35/1/26'") == [("16",)]


def test_the_same_reference_written_otherwise_is_the_same_crime(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26")))
    receipt = load(store, _crimes(tmp_path, "2026-02-28", crime("cri-35/00001/2026")))
    assert (receipt.files[0].unchanged, receipt.totals["crime"]) == (1, 1)


def test_a_full_extract_queries_the_crimes_it_misses_and_keeps_them(tmp_path: Path, store: Path) -> None:
    late = crime("35/9/26", "20/01/2026 10:00")
    load(
        store,
        _crimes(
            tmp_path, "2026-01-31", crime("35/1/26", "05/01/2026 10:00"), crime("35/2/26", "06/01/2026 10:00"), late
        ),
    )
    again = [crime("35/1/26", "05/01/2026 10:00"), late | {"outcome": "16"}]
    receipt = load(store, _crimes(tmp_path, "2026-02-28", *again, title="Full extract"))
    assert receipt.files[0].full and receipt.vanished == 1
    assert receipt.totals["crime"] == 3
    assert any("Vanished, crimes missing from a later full extract: 1;" in line for line in receipt.lines())
    # It comes back with the next extract that holds it.
    receipt = load(store, _crimes(tmp_path, "2026-03-31", crime("35/2/26", "06/01/2026 10:00")))
    assert receipt.vanished == 0


def test_a_crime_outside_the_dates_of_a_full_extract_has_not_vanished(tmp_path: Path, store: Path) -> None:
    load(
        store,
        _crimes(tmp_path, "2026-01-31", crime("35/1/26", "05/01/2026 10:00"), crime("35/2/26", "20/01/2026 10:00")),
    )
    receipt = load(store, _crimes(tmp_path, "2026-02-28", crime("35/2/26", "20/01/2026 10:00")), full=True)
    assert receipt.files[0].full and receipt.vanished == 0


def test_only_a_full_extract_says_what_is_missing(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26", "15/01/2026 10:00")))
    around = [crime("35/2/26", "05/01/2026 10:00"), crime("35/3/26", "25/01/2026 10:00")]
    receipt = load(store, _crimes(tmp_path, "2026-02-28", *around))
    assert not receipt.files[0].full and receipt.vanished == 0


def test_cancelling_is_counted_apart_and_keeps_the_crime(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26"), crime("35/2/26")))
    receipt = load(
        store, _crimes(tmp_path, "2026-02-28", crime("35/1/26", status="Cancelled", cancel_reason="C3 Duplicate"))
    )
    assert receipt.files[0].cancelled == 1
    assert query(
        store, "SELECT cancelled, cancel_reason FROM crime_version WHERE crime_ref = '35/1/26' AND to_load IS NULL"
    ) == [(True, "C3")]


def test_rows_of_one_crime_are_one_record_with_all_its_strands_and_people(tmp_path: Path, store: Path) -> None:
    rows = [
        crime("35/1/26", person_role="Victim", person_id="U1", strands="Race"),
        crime("35/1/26", person_role="Victim", person_id="U2", strands="Faith"),
        crime("35/1/26", person_role="Suspect", person_id="U3", strands="Race"),
        crime("35/1/26", person_role="Victim", person_type="Business", surname="Acme", strands="Race"),
    ]
    receipt = load(store, _crimes(tmp_path, "2026-01-31", *rows))
    assert (receipt.files[0].rows_read, receipt.files[0].records, receipt.files[0].disagreeing) == (4, 1, 0)
    found = query(store, "SELECT strands, len(victims), len(suspects), other_victims FROM crime_version")
    assert found == [(["race", "religion"], 2, 1, 1)]


def test_rows_of_one_crime_that_disagree_are_counted(tmp_path: Path, store: Path) -> None:
    receipt = load(
        store, _crimes(tmp_path, "2026-01-31", crime("35/1/26"), crime("35/1/26", district="Fenland"), crime("35/2/26"))
    )
    assert receipt.files[0].disagreeing == 1


def test_identical_rows_without_a_reference_are_all_rejected_and_all_kept(tmp_path: Path, store: Path) -> None:
    receipt = load(store, _crimes(tmp_path, "2026-01-31", *[crime("")] * 3, crime("35/1/26")))
    assert receipt.files[0].rejected_by_reason == {"missing_reference": 3}
    assert [row.row for row in inspection.rejects(store, reason="missing_reference")] == [2, 3, 4]


def test_a_file_already_loaded_is_passed_over_and_makes_no_snapshot(tmp_path: Path, store: Path) -> None:
    file = _crimes(tmp_path, "2026-01-31", crime("35/1/26"))
    load(store, file)
    before = store_exports.digests(store)
    receipt = load(store, file)
    assert receipt.already_loaded == [file.name] and receipt.snapshot is None and receipt.usable
    assert store_exports.digests(store) == before


def test_the_same_file_twice_in_one_load_counts_once(tmp_path: Path, store: Path) -> None:
    file = _crimes(tmp_path / "one", "2026-01-31", crime("35/1/26"))
    copy = _crimes(tmp_path / "two", "2026-01-31", crime("35/1/26"))
    receipt = load(store, file, copy)
    assert len(receipt.files) == 1 and receipt.already_loaded == [copy.name]


def test_the_same_bytes_under_a_later_date_carry_the_data_to_date_forward(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26")))
    receipt = load(store, _crimes(tmp_path, "2026-02-28", crime("35/1/26")))
    assert receipt.files[0].unchanged == 1
    assert query(store, "SELECT CAST(max(as_of) AS VARCHAR) FROM load_file") == [("2026-02-28 23:59:00",)]


def test_without_a_stated_date_the_last_record_says_it_and_a_slip_of_the_pen_does_not(
    tmp_path: Path, store: Path
) -> None:
    rows = [crime("35/1/26", "05/01/2024 10:00"), crime("35/2/26", "05/01/2062 10:00")]
    file = store_exports.write(tmp_path / "crimes.csv", store_exports.CRIME_HEADERS, rows)
    receipt = load(store, file)
    assert receipt.files[0].data_to == "5 Jan 2024"
    assert receipt.files[0].rejected_by_reason == {"future_date": 1}


def test_nothing_that_says_up_to_when_is_refused_and_nothing_is_changed(tmp_path: Path, store: Path) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26")))
    before = store_exports.digests(store)
    file = store_exports.write(
        tmp_path / "events.csv", ["event_date", "name"], [{"event_date": "2026-01-05", "name": "Fair"}]
    )
    with pytest.raises(LoadError, match="--extract-date"):
        load(store, file)
    assert store_exports.digests(store) == before


def test_a_second_load_at_the_same_time_is_refused(tmp_path: Path, store: Path) -> None:
    file = _crimes(tmp_path, "2026-01-31", crime("35/1/26"))
    with lock.hold(store), pytest.raises(StoreError, match="another load is running"):
        load(store, file)
    assert load(store, file).snapshot == "000001"


def test_another_key_is_refused(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26")))
    other = tmp_path / "other.key"
    other.write_text("77" * 32, encoding="ascii")
    monkeypatch.setenv("HCDATA_KEY_FILE", str(other))
    with pytest.raises(StoreError, match="another key"):
        load(store, _crimes(tmp_path, "2026-02-28", crime("35/2/26")))


def test_old_snapshots_are_kept_for_their_readers_and_no_longer(tmp_path: Path, store: Path) -> None:
    for month in range(1, 6):
        load(store, _crimes(tmp_path, f"2026-0{month}-28", crime(f"35/{month}/26", f"05/0{month}/2026 10:00")))
    kept = sorted(place.name for place in (store / "snapshots").iterdir())
    assert kept == ["000003", "000004", "000005"] and len(kept) == configuration.load().loading.snapshots_kept + 1
    assert not (store / "building").exists()
