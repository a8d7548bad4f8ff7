"""Private folders of files in hand: one stays while its process lives, and goes with the next after a kill."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from hcdata.loading import private
from hcdata.loading.scratch import scratch
from hcdata.loading.staging import Staging
from hcdata.store import half_built, lock, register

EVENT = {"event_on": "2026-05-04", "name": "Derby", "scope": "fenland", "kind": "festival"}
HOLD = """
import sys, time
from pathlib import Path
from hcdata.loading.staging import Staging
tray = Staging(Path("none") / "store", [("crimes.csv", b"crime_ref,recorded\\n")])
print(tray.files[0].parent.parent, flush=True)
time.sleep(300)
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for private folders that nobody else uses."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(private, "SETTLED", 0)
    return tmp_path


def left(place: Path) -> list[str]:
    """The private folders there."""
    return sorted(folder.name for folder in place.glob(f"{private.PREFIX}*"))


def test_a_killed_process_leaves_a_folder_that_the_next_one_removes(place: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None
            folder = Path(other.stdout.readline().strip())
            assert left(place) == [folder.name] and folder.stat().st_mode & 0o077 == 0
            with scratch():
                pass
            assert left(place) == [folder.name], "a folder in use was removed"
        finally:
            os.kill(other.pid, signal.SIGKILL)
    assert (folder / "0" / "crimes.csv").is_file()
    with scratch() as (_, own):
        assert left(place) == [own.name]
    assert left(place) == []


def test_a_folder_just_being_made_is_left_alone(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "SETTLED", 60)
    made = place / f"{private.PREFIX}made"
    made.mkdir()
    private.clear()
    (made / "lock").touch()
    private.clear()
    assert left(place) == [made.name]
    hour_ago = time.time() - 3600
    os.utime(made / "lock", (hour_ago, hour_ago))
    private.clear()
    assert left(place) == []


def test_a_tray_nobody_comes_back_to_is_removed(place: Path) -> None:
    staging = Staging(place / "store", [("crimes.csv", b"crime_ref\n")])
    assert len(left(place)) == 1
    del staging
    assert left(place) == []


def test_what_a_killed_load_left_half_built_goes_with_the_next_entry_but_not_under_a_running_load(
    tmp_path: Path,
) -> None:
    left_over = tmp_path / "building" / "work"
    left_over.mkdir(parents=True)
    with lock.hold(tmp_path):
        assert not half_built.is_left(tmp_path)
        register.add(tmp_path, "event", EVENT, by="analyst")
        assert left_over.exists()
    assert half_built.is_left(tmp_path)
    register.add(tmp_path, "event", EVENT, by="analyst")
    assert not left_over.parent.exists()
