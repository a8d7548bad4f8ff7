"""Commands drawn at random on a store with a past, killed -9 at random moments while a reader asks: done, or never."""

import os
import random
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from hcdata.store import inspection, register
from tests.soak import commands
from tests.soak.reader import reading

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is what POSIX systems do")]
# Kills in all, shared out among runs that go on beside each other; without `make soak` one of each action.
KILLS = int(os.environ.get("HCDATA_SOAK_KILLS", "0"))
RUNS = 4 if KILLS else 2
WANTED = -(-KILLS // RUNS) if KILLS else 2
ACTIONS = ("load", "alias", "re-apply", "removal")
# Seconds within which a removal is killed once the new snapshot stands.
REMOVAL = 0.03


class Past:
    """A copy of the store with a past, the months loaded into it, and how long each action takes undisturbed."""

    def __init__(self, made: Path, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice, self.months = folder, dice, 3
        self.place = commands.copy(made, folder / "store")
        self.duration = {"load": 2.0, "removal": 2.0, "re-apply": 2.0, "alias": 0.1}
        self.next = commands.month(folder / "exports", self.months, dice)

    def draw(self, action: str) -> list[object]:
        """Return the command of an action that changes the store as it now stands."""
        if action in ("load", "removal"):
            return ["load", *self.next]
        if action == "re-apply":
            return ["reapply"]
        entered = register.entries(self.place, "alias")
        if entered and self.dice.random() < 0.3:
            return ["alias", "withdraw", self.dice.choice(entered).number, "--by", "analyst"]
        text, target = self.dice.choice(commands.UNKNOWN), self.dice.choice(["fenland", "peterborough"])
        return ["alias", "add", "district", text, target, "--by", "analyst"]

    def go_on(self) -> None:
        """Take the next month for the loads to come."""
        self.months += 1
        self.next = commands.month(self.folder / "exports", self.months, self.dice)


def _kill(past: Past, action: str, command: Sequence[object]) -> bool:
    """Start a command, kill it at a random moment, and say whether it was killed before it ended."""
    process = commands.start(past.place, command, kept=0 if action == "removal" else 5)
    there = set((past.place / "snapshots").iterdir())
    commands.wait(process)
    commands.release(process)
    begun = time.monotonic()
    if action == "removal":
        while process.poll() is None and set((past.place / "snapshots").iterdir()) <= there:
            time.sleep(0.0005)
        time.sleep(past.dice.uniform(0, REMOVAL))
    else:
        try:
            process.wait(past.dice.uniform(0, past.duration[action]))
            past.duration[action] = time.monotonic() - begun
        except subprocess.TimeoutExpired:
            pass
    process.kill()
    said = process.communicate()[1]
    assert process.returncode in (0, -9), said
    return process.returncode == -9


@pytest.mark.parametrize("run", range(RUNS))
def test_a_command_killed_at_any_moment_is_done_or_never_was(run: int, made: Path, tmp_path: Path) -> None:
    dice = random.Random()
    past = Past(made, tmp_path, dice)
    kills: Counter[str] = Counter()
    known = [commands.figures(past.place)]
    with reading(past.place) as told:
        for turn in range(4 * WANTED):
            action = ACTIONS[(2 * run + turn) % len(ACTIONS)]
            command, before = past.draw(action), commands.held(past.place)
            mirror = commands.copy(past.place, tmp_path / "mirror" / "store")
            kills[action] += _kill(past, action, command)
            held = commands.held(past.place)
            half_way = "store: a load was stopped half-way"
            assert [one for one in inspection.faults(past.place) if not one.startswith(half_way)] == []
            if held != before:
                assert commands.run_here(mirror, command)[0] == 0
                assert held == commands.held(mirror), action
                known.append(commands.figures(past.place))
                if command[0] == "load":
                    past.go_on()
            if kills.total() >= WANTED:
                break
        code, said = commands.run(past.place, past.draw("load"))
        assert code == 0, said
        known.append(commands.figures(past.place))
    assert kills.total() >= WANTED, kills
    assert inspection.faults(past.place) == []
    assert told and set(told) <= set(known), set(told) - set(known)
