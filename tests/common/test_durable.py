"""Power may go at any moment: each name is on the disk before the next step builds on it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hcdata.common import config as configuration
from hcdata.common.config import Loading
from hcdata.ingest.people import pseudonym
from hcdata.loading import run as loading
from hcdata.store import register
from tests.store import store_exports
from tests.store.store_exports import crime

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not name what is flushed")
Steps = list[tuple[str, str]]


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """What is flushed, moved and removed below the folder, in order."""
    told: Steps = []

    def tell(what: str, place: Any) -> None:
        if Path(place).is_relative_to(tmp_path):
            told.append((what, str(Path(place).relative_to(tmp_path))))

    def watch(module: Any, name: str, what: str, find: Callable[..., Any]) -> None:
        own = getattr(module, name)

        def done(*given: Any, **more: Any) -> Any:
            tell(what, find(*given))
            return own(*given, **more)

        monkeypatch.setattr(module, name, done)

    watch(os, "fsync", "flushed", lambda number: Path(f"/proc/self/fd/{number}").readlink())
    watch(os, "rename", "moved", lambda old, new: new)
    watch(os, "replace", "moved", lambda old, new: new)
    watch(shutil, "rmtree", "removed", lambda place, *_: place)
    return told


def _load(folder: Path, day: str) -> None:
    file = store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, [crime("35/1/26")])
    config = configuration.load().model_copy(update={"loading": Loading(snapshots_kept=0)})
    loading.load([file], folder / "store", config)


def test_a_snapshot_is_whole_before_it_is_served_and_served_before_the_old_one_goes(
    tmp_path: Path, steps: Steps
) -> None:
    _load(tmp_path, "2026-01-31")
    steps.clear()
    _load(tmp_path, "2026-02-28")
    published = steps.index(("moved", "store/snapshots/000002"))
    whole = {
        f"store/building/{file.relative_to(tmp_path / 'store/snapshots/000002')}"
        for file in (tmp_path / "store/snapshots/000002").rglob("*")
    }
    flushed = {place for what, place in steps[:published] if what == "flushed"}
    assert {*whole, "store/building", "store/building/current"} <= flushed
    assert steps[published + 1 : published + 5] == [
        ("flushed", "store/snapshots"),
        ("moved", "store/current"),
        ("flushed", "store"),
        ("moved", "store/snapshots/removed-000001"),
    ]


def test_an_entry_in_the_register_and_a_new_key_outlast_the_power(
    tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = {"event_on": "2026-05-04", "name": "Derby", "kind": "trigger"}
    register.add(tmp_path / "store", "event", about, by="analyst")
    assert steps[-3:] == [
        ("flushed", "store/register.new"),
        ("moved", "store/register.jsonl"),
        ("flushed", "store"),
    ]
    monkeypatch.setenv("HCDATA_KEY_FILE", str(tmp_path / "secrets" / "own.key"))
    pseudonym.load(None)
    assert [what for what, _ in steps[-3:]] == ["flushed", "moved", "flushed"]
    assert steps[-2:] == [("moved", "secrets/own.key"), ("flushed", "secrets")]
