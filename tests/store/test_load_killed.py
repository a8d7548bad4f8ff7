"""A load killed at any moment: the old snapshot is served whole, and the next load ends as if nothing had happened."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from hcdata.config import ROOT
from hcdata.store import inspection, lock, query, snapshot
from tests.store import store_exports

pytestmark = pytest.mark.slow
KILLS = 10


def _start(paths: list[Path], store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hcdata", "load", *map(str, paths), "--store", str(store)]
    return subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _figures(store: Path) -> dict[str, Any]:
    with query.open(store) as opened:
        return {
            "snapshot": opened.snapshot,
            "data_to": opened.data_to(),
            "hate": opened.tuples("SELECT district, count(*) FROM hate_crime GROUP BY district ORDER BY district"),
            "status": inspection.status(store).to_json(),
        }


@pytest.fixture(scope="module")
def months(small_demonstration: Any) -> list[Path]:
    return sorted(small_demonstration.exports.glob("monthly_*"))[:1]


@pytest.fixture(scope="module")
def first(small_demonstration: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("first") / "store"
    store_exports.load(store, *small_demonstration.exports.glob("full_*"))
    return store


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is what POSIX systems do")
def test_a_load_killed_at_ten_moments_changes_nothing_and_the_next_one_succeeds(
    first: Path, months: list[Path], tmp_path: Path
) -> None:
    undisturbed, store = tmp_path / "undisturbed" / "store", tmp_path / "killed" / "store"
    shutil.copytree(first, undisturbed)
    shutil.copytree(first, store)
    begun = time.monotonic()
    assert _start(months, undisturbed).wait() == 0
    duration = time.monotonic() - begun
    expected, served = store_exports.state(undisturbed), _figures(first)
    interrupted = 0
    for attempt in range(3 * KILLS):
        process = _start(months, store)
        pause = duration * (attempt % KILLS + random.random()) / KILLS
        time.sleep(pause)
        process.kill()
        process.communicate()
        if snapshot.current(store) != store / "snapshots" / served["snapshot"]:
            # The pointer had moved: the load was complete.
            assert store_exports.state(store) == expected
            shutil.rmtree(store)
            shutil.copytree(first, store)
            duration = pause
            continue
        assert _figures(store) == served
        interrupted += 1
        if interrupted == KILLS:
            break
    assert interrupted == KILLS
    assert _start(months, store).wait() == 0
    assert store_exports.state(store) == expected
    assert inspection.faults(store) == []


def test_a_load_beside_a_running_one_is_refused_with_a_clear_message(first: Path, months: list[Path]) -> None:
    before = store_exports.digests(first)
    with lock.hold(first):
        process = _start(months, first)
        _, message = process.communicate()
    assert process.returncode == 3
    assert b"another load is running" in message and b"What to do" in message
    assert store_exports.digests(first) == before


@pytest.mark.parametrize("stage", ["snapshot folder moved", "pointer not yet replaced"])
def test_a_stop_between_moving_the_folder_and_the_pointer_is_mended_by_the_next_load(
    first: Path, months: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    store = tmp_path / "store"
    shutil.copytree(first, store)
    served = _figures(store)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if stage == "snapshot folder moved":
            patched.setattr(snapshot, "_flush", lambda file: stop() if file.name == "current.new" else None)
        else:
            patched.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            store_exports.load(store, *months)
    assert _figures(store) == served
    store_exports.load(store, *months)
    assert _figures(store)["snapshot"] == "000002"
    assert inspection.faults(store) == []
