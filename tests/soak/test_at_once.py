"""Two commands that change a store at once: each is done or told why not, as though one had come after the other."""

import itertools
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from hcdata.store import inspection
from tests.soak import commands
from tests.soak.duration import LONG
from tests.soak.reader import reading

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="processes as POSIX systems start them")]
EVENT = ("event", "add", "2026-02-01", "Derby", "--kind", "trigger", "--by", "analyst")
PAIRS = (("load", "load"), ("load", "alias"), ("load", "event"), ("re-apply", "load"), ("re-apply", "alias"))
ROUNDS = 4 if LONG else 1


def _in_turn(store: Path, to: Path, turns: Sequence[Sequence[object]]) -> list[dict[str, object]]:
    """Return what a store holds after the commands in every order they can be done in."""
    ends = []
    for order in itertools.permutations(turns):
        mirror = commands.copy(store, to)
        for command in order:
            assert commands.run_here(mirror, command)[0] == 0
        ends.append(commands.held(mirror))
    return ends


@pytest.mark.parametrize("pair", PAIRS if LONG else PAIRS[:2], ids="+".join)
def test_of_two_at_once_each_is_done_or_told(pair: tuple[str, str], made: Path, tmp_path: Path) -> None:
    dice = random.Random()
    store = commands.copy(made, tmp_path / "store")
    for number in range(ROUNDS):
        files = commands.month(tmp_path / "exports", 3 + number, dice)
        known = {
            "load": ("load", *files),
            "alias": ("alias", "add", "district", dice.choice(commands.UNKNOWN), "peterborough", "--by", "analyst"),
            "event": EVENT,
            "re-apply": ("reapply",),
        }
        turns = [known[name] for name in pair]
        before = commands.copy(store, tmp_path / "before" / "store")
        with reading(store) as told:
            processes = [commands.start(store, command) for command in turns]
            for process in processes:
                commands.wait(process)
            for process in processes:
                commands.release(process)
                time.sleep(dice.choice([0, dice.uniform(0, 1)]))
            said = [process.communicate()[1] for process in processes]
        ends = [(process.returncode, message) for process, message in zip(processes, said, strict=True)]
        assert {code for code, _ in ends} <= {0, 3} and 0 in [code for code, _ in ends]
        assert all("another load is running" in message for code, message in ends if code == 3)
        done = [command for command, (code, _) in zip(turns, ends, strict=True) if code == 0]
        assert commands.held(store) in _in_turn(before, tmp_path / "mirror" / "store", done)
        assert inspection.faults(store) == [] and None not in {snapshot for snapshot, _ in told}
