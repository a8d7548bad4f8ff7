"""Commands on a disk that fills at any point: said plainly, nothing changed, and done once there is room."""

import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hcdata.store import inspection
from tests.soak import commands
from tests.soak.duration import LONG
from tests.store import store_exports

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may mount a small disk to fill"),
]
# Bytes of a page, by which a tmpfs counts.
PAGE = 4096
# Sizes drawn for each action.
DRAWN = 12 if LONG else 2
ALIAS = ("alias", "add", "district", commands.UNKNOWN[1], "peterborough", "--by", "analyst")


@contextmanager
def _disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(place)], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _leave(disk: Path, room: int) -> None:
    """Leave so many bytes of room on a disk."""
    about = os.statvfs(disk)
    used = (about.f_blocks - about.f_bfree) * about.f_frsize
    subprocess.run(["mount", "-o", f"remount,size={used + room}", str(disk)], check=True)


@pytest.mark.parametrize("action", ["load", "re-apply", "alias"])
def test_a_full_disk_is_said_and_the_old_snapshot_served(action: str, made: Path, tmp_path: Path) -> None:
    dice = random.Random()
    files = commands.month(tmp_path / "exports", 3, dice)
    command = {"load": ("load", *files), "re-apply": ("reapply",), "alias": ALIAS}[action]
    needs = PAGE if action == "alias" else sum(file.stat().st_size for file in made.rglob("*"))
    with _disk(tmp_path / "disk") as disk:
        store = commands.copy(made, disk / "store")
        before, digests = commands.held(store), store_exports.digests(store)
        refused = 0
        for share in [0.0, *(dice.random() for _ in range(DRAWN))]:
            _leave(disk, int(needs * share) // PAGE * PAGE + PAGE * (action != "alias"))
            code, message = commands.run_here(store, command)
            if code == 0:
                store = commands.copy(made, store)
                continue
            refused += 1
            assert code == 3 and "What to do: free some" in message, message
            assert store_exports.digests(store) == digests and commands.held(store) == before
            assert inspection.faults(store) == []
        assert refused
        _leave(disk, 10 * needs + (1 << 20))
        assert commands.run_here(store, command)[0] == 0
        undisturbed = commands.copy(made, tmp_path / "undisturbed" / "store")
        assert commands.run_here(undisturbed, command)[0] == 0
        assert commands.held(store) == commands.held(undisturbed) and inspection.faults(store) == []
