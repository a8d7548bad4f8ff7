"""Seconds and memory of a load and of what it is compared with, each run in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True)
class Run:
    """What one run took: rows in the files, seconds, seconds of processor, peak memory in MB."""

    rows: int
    seconds: float
    processor: float
    memory: float


def once(what: str, files: Sequence[Path], folder: Path, recode: bool = False, parallel: bool = True) -> Run:
    """Do `what` (bench.child) with the files in a new process, in a folder that may hold a store and its key."""
    order = {
        "what": what,
        "files": [str(file) for file in files],
        "folder": str(folder),
        "recode": recode,
        "parallel": parallel,
    }
    environment = os.environ | {"HCDATA_KEY_FILE": str(folder / "key")}
    command = [sys.executable, "-m", "bench.child", json.dumps(order)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return Run(**json.loads(done.stdout))


def best(what: str, files: Sequence[Path], repeat: int, recode: bool = False, parallel: bool = True) -> Run:
    """Return the quickest of so many runs, each in a new folder."""
    runs = []
    for _ in range(repeat):
        with TemporaryDirectory() as folder:
            runs.append(once(what, files, Path(folder), recode, parallel))
    return min(runs, key=lambda run: run.seconds)
