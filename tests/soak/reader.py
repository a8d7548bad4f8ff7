"""A reader that asks a store over and over in a process of its own, and says what it was told.

`python -m tests.soak.reader STORE` writes one line of JSON for each answer: [snapshot, figures], or [null, fault].
"""

import json
import select
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcdata.common.config import ROOT
from hcdata.store import inspection, query, register
from tests.soak.commands import FIGURES

# Snapshots a reader holds open at once, while newer ones come and older ones are removed.
HOLDS = 4
# Seconds between two questions, so that a reader leaves the machine to those who change the store.
PAUSE = 0.05


def main(store: Path) -> None:
    """Ask until something is said on stdin: each time anew, and of the snapshots opened before."""
    kept: deque[query.Store] = deque()
    while not select.select([sys.stdin], [], [], 0)[0]:
        try:
            kept.append(query.open(store))
            if len(kept) > HOLDS:
                kept.popleft().close()
            for opened in kept:
                print(json.dumps([opened.snapshot, repr(opened.tuples(FIGURES))]), flush=True)
            inspection.status(store)
            register.history(store)
            time.sleep(PAUSE)
        except Exception as fault:
            print(json.dumps([None, f"{type(fault).__name__}: {fault}"]), flush=True)


@contextmanager
def reading(store: Path) -> Iterator[list[tuple[str | None, str]]]:
    """Let a reader ask while the block runs; what it was told is in the list afterwards, each answer once."""
    told: list[tuple[str | None, str]] = []
    out = store.parent / "told.jsonl"
    with out.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.reader", str(store)], cwd=ROOT, stdin=subprocess.PIPE, stdout=file
        )
        try:
            yield told
        finally:
            process.communicate(b"\n")
    lines = dict.fromkeys(out.read_text(encoding="utf-8").splitlines())
    told.extend((snapshot, said) for snapshot, said in map(json.loads, lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
