"""Snapshots: as many as the configuration says stay, readers keep what they opened, and a copy is a backup."""

import os
import shutil
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.config import Config, Loading
from hcdata.loading import run as loading
from hcdata.store import inspection, query, register, snapshot
from tests.store import store_exports
from tests.store.store_exports import crime

COUNT = "SELECT count(*) FROM hate_crime"


def _config(kept: int) -> Config:
    return configuration.load().model_copy(update={"loading": Loading(snapshots_kept=kept)})


def _load(folder: Path, month: int, kept: int = 2) -> str | None:
    day = f"2026-{month:02d}-28"
    rows = [crime(f"35/{month}/26", f"05/{month:02d}/2026 10:00")]
    file = store_exports.write(folder.parent / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)
    return loading.load([file], folder, _config(kept)).snapshot


def _names(folder: Path) -> list[str]:
    return sorted(place.name for place in (folder / "snapshots").iterdir())


@pytest.mark.parametrize("kept", [0, 1])
def test_as_many_stay_as_the_configuration_says(kept: int, tmp_path: Path) -> None:
    for month in (1, 2, 3):
        _load(tmp_path / "store", month, kept)
    assert _names(tmp_path / "store") == ["000002", "000003"][1 - kept :]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the files of a reader, and so the snapshot")
def test_a_reader_keeps_the_snapshot_it_opened_though_it_is_removed(tmp_path: Path) -> None:
    _load(tmp_path / "store", 1, 0)
    with query.open(tmp_path / "store") as reader:
        _load(tmp_path / "store", 2, 0)
        assert _names(tmp_path / "store") == ["000002"]
        assert reader.tuples(COUNT) == [(1,)] and reader.tuples("SELECT count(*) FROM base.crime_version") == [(1,)]
    with query.open(tmp_path / "store") as reader:
        assert reader.tuples(COUNT) == [(2,)]


def test_a_reader_who_comes_while_one_is_removed_gets_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in (1, 2):
        _load(tmp_path / "store", month, 0)
    named = iter(["000001", "000002", "000002"])
    monkeypatch.setattr(query, "_current", lambda _: next(named))
    with query.open(tmp_path / "store") as reader:
        assert reader.snapshot == "000002"


def test_what_is_in_use_stays_until_a_later_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in (1, 2):
        _load(tmp_path / "store", month, 1)
    rename = Path.rename

    def refuse(place: Path, target: Path) -> Path:
        if place.name == "000001":
            raise PermissionError
        return rename(place, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        assert _load(tmp_path / "store", 3, 1) == "000003"
    assert _names(tmp_path / "store") == ["000001", "000002", "000003"]
    _load(tmp_path / "store", 4, 1)
    assert _names(tmp_path / "store") == ["000003", "000004"]


def test_what_a_killed_removal_left_is_cleared_away(tmp_path: Path) -> None:
    _load(tmp_path / "store", 1)
    (tmp_path / "store" / "snapshots" / "removed-000000").mkdir()
    _load(tmp_path / "store", 2)
    assert _names(tmp_path / "store") == ["000001", "000002"]


def test_after_going_back_a_number_is_never_used_twice(tmp_path: Path) -> None:
    for month in (1, 2, 3):
        _load(tmp_path / "store", month)
    (tmp_path / "store" / "current").write_text("000001", encoding="ascii")
    with query.open(tmp_path / "store") as reader:
        assert reader.tuples(COUNT) == [(1,)]
    assert _load(tmp_path / "store", 4, 0) == "000004"
    with query.open(tmp_path / "store") as reader:
        assert (reader.snapshot, reader.tuples(COUNT)) == ("000004", [(2,)])
    assert _names(tmp_path / "store") == ["000004"]


def test_a_backup_restored_elsewhere_gives_the_same_figures_and_takes_the_next_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    for month in (1, 2, 3):
        _load(store, month)
    register.add(store, "event", {"event_on": "2026-02-01", "name": "March", "kind": "trigger"}, "analyst")
    with query.open(store) as opened:
        wanted = opened.tuples("SELECT * EXCLUDE (file_id, row_no) FROM hate_crime ORDER BY ALL")
    restored = tmp_path / "elsewhere" / "store"
    served = (store / "current").read_text(encoding="ascii")
    restored.mkdir(parents=True)
    for name in ("current", register.FILE):
        shutil.copy(store / name, restored / name)
    shutil.copytree(store / "snapshots" / served, restored / "snapshots" / served)
    key = tmp_path / "elsewhere" / "pseudonym.key"
    shutil.copy(os.environ["HCDATA_KEY_FILE"], key)
    monkeypatch.setenv("HCDATA_KEY_FILE", str(key))
    shutil.rmtree(store)
    for as_at, count in ((1, 1), (2, 2), (3, 3)):
        with query.open(restored, as_at) as opened:
            assert opened.tuples(COUNT) == [(count,)]
    with query.open(restored) as opened:
        assert opened.tuples("SELECT * EXCLUDE (file_id, row_no) FROM hate_crime ORDER BY ALL") == wanted
    assert len(register.entries(restored, "event")) == 1 and inspection.faults(restored) == []
    assert _load(restored, 4) == "000004"
    assert snapshot.current(restored) == restored / "snapshots" / "000004"
