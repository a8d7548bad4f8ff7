"""What changes the store, stopped: killed at any moment, beside another, on a full disk. Done whole, or never done."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hcdata.config import ROOT
from hcdata.errors import StoreError
from hcdata.store import inspection, lock, query, register, snapshot
from tests.store import store_exports

pytestmark = pytest.mark.slow
# Kills in all, as `make soak` asks for; without, the few of each action.
KILLS = int(os.environ.get("HCDATA_SOAK_KILLS", "0"))


def _figures(store: Path) -> dict[str, Any]:
    with query.open(store) as opened:
        return {
            "snapshot": opened.snapshot,
            "data_to": opened.data_to(),
            "hate": opened.tuples("SELECT district, count(*) FROM hate_crime GROUP BY district ORDER BY district"),
            "status": inspection.status(store).to_json(),
        }


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A month's crimes, incidents and contacts: some new, some corrected."""
    folder = tmp_path_factory.mktemp("month")
    crimes = [store_exports.crime(f"35/{number}/26", district="Fenland") for number in range(30, 90)]
    incidents = [
        {"incident_ref": f"I-{number}", "recorded": "06/01/2026 10:00", "kind": "NCHI"} for number in range(20)
    ]
    contacts = [
        {"crime_ref": f"35/{number}/26", "contact": "07/01/2026 10:00", "rank": "PS"} for number in range(1, 50)
    ]
    return [
        store_exports.write(folder / "crime_2026-02-28.csv", store_exports.CRIME_HEADERS, crimes),
        store_exports.write(folder / "incident_2026-02-28.csv", store_exports.INCIDENT_HEADERS, incidents),
        store_exports.write(folder / "contact_2026-02-28.csv", store_exports.CONTACT_HEADERS, contacts),
    ]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one full extract."""
    place = tmp_path_factory.mktemp("first")
    crimes = [store_exports.crime(f"35/{number}/26", strands="Race; Faith") for number in range(1, 60)]
    file = store_exports.write(place / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes, "Full extract")
    store_exports.load(place / "store", file)
    return place / "store"


@dataclass(frozen=True)
class Action:
    """A command that changes the store, the share of its time from which on it is killed, and how often in short."""

    command: tuple[str, ...]
    kills: int = 3
    begin: float = 0.0
    snapshots_kept: int | None = None


ACTIONS = {
    "load": Action(("load", "MONTHS"), kills=10),
    "load that removes snapshots": Action(("load", "MONTHS"), begin=0.6, snapshots_kept=0),
    "re-apply": Action(("reapply",)),
    "alias": Action(("alias", "add", "district", "Area 51", "fenland", "--by", "analyst")),
}


def _run(action: Action, months: list[Path], store: Path) -> subprocess.Popen[bytes]:
    arguments = [part for word in action.command for part in (map(str, months) if word == "MONTHS" else [word])]
    surroundings = dict(os.environ)
    if action.snapshots_kept is not None:
        text = (ROOT / "config.toml").read_text(encoding="utf-8")
        own = store.parent / "config.toml"
        own.write_text(re.sub(r"snapshots_kept = \d+", f"snapshots_kept = {action.snapshots_kept}", text), "utf-8")
        surroundings["HCDATA_CONFIG"] = str(own)
    command = [sys.executable, "-m", "hcdata", *arguments, "--store", str(store)]
    return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _held(store: Path) -> tuple[str, Any, int]:
    """What a store holds: the served snapshot, its records, and how many aliases are entered."""
    served = snapshot.current(store)
    assert served is not None
    return served.name, store_exports.state(store), len(register.entries(store, "alias"))


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is what POSIX systems do")
@pytest.mark.parametrize("name", ACTIONS)
def test_a_command_killed_at_any_moment_is_done_or_never_was(
    name: str, first: Path, months: list[Path], tmp_path: Path
) -> None:
    action = ACTIONS[name]
    undisturbed, store = tmp_path / "undisturbed" / "store", tmp_path / "killed" / "store"
    shutil.copytree(first, undisturbed)
    shutil.copytree(first, store)
    begun = time.monotonic()
    process = _run(action, months, undisturbed)
    _, message = process.communicate()
    assert process.returncode == 0, message
    duration = time.monotonic() - begun
    before, after = _held(first), _held(undisturbed)
    assert before != after
    kills, wanted = 0, KILLS // len(ACTIONS) if KILLS else action.kills
    for _ in range(5 * wanted):
        process = _run(action, months, store)
        pause = duration * random.uniform(action.begin, 1)
        time.sleep(pause)
        process.kill()
        process.communicate()
        if process.returncode == 0:  # it was quicker than the first time
            duration = pause
        kills += process.returncode == -9
        if (found := _held(store)) != before:
            assert found == after
            shutil.rmtree(store)
            shutil.copytree(first, store)
        if kills == wanted:
            break
    assert kills == wanted
    assert _run(action, months, store).wait() == 0
    assert _held(store) == after
    assert inspection.faults(store) == []


@pytest.mark.skipif(os.name == "nt", reason="two processes, as POSIX systems start them")
def test_of_two_loads_at_once_one_waits_its_turn_or_is_told(first: Path, months: list[Path], tmp_path: Path) -> None:
    store, undisturbed = tmp_path / "both" / "store", tmp_path / "one" / "store"
    shutil.copytree(first, store)
    shutil.copytree(first, undisturbed)
    ends = []
    for process in [_run(ACTIONS["load"], months, store) for _ in range(2)]:
        _, message = process.communicate()
        ends.append((process.returncode, b"another load is running" in message))
    assert (0, False) in ends and set(ends) <= {(0, False), (3, True)}
    store_exports.load(undisturbed, *months)
    assert _held(store) == _held(undisturbed)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may mount a small disk to fill")
def test_a_full_disk_is_said_and_the_old_snapshot_served(first: Path, months: list[Path], tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(file.stat().st_size for file in first.rglob("*")) + (1 << 20)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    try:
        shutil.copytree(first, disk / "store")
        before = store_exports.digests(disk / "store")
        with pytest.raises(StoreError, match="the disk is full; the store is as it was"):
            store_exports.load(disk / "store", *months)
        assert store_exports.digests(disk / "store") == before
        assert _figures(disk / "store") == _figures(first)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_load_beside_a_running_one_is_refused_with_a_clear_message(first: Path, months: list[Path]) -> None:
    before = store_exports.digests(first)
    with lock.hold(first):
        process = _run(ACTIONS["load"], months, first)
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
    assert _figures(store)["snapshot"] > served["snapshot"]
    assert inspection.faults(store) == []
