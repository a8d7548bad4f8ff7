"""Seconds and memory of a load, in turn with bare DuckDB on the same files, each run in a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal


@dataclass(frozen=True)
class Case:
    """Files to load; `bare` says whether bare DuckDB can read them (not workbooks), `recode` and `parallel` how."""

    name: str
    files: tuple[Path, ...]
    recode: bool = False
    parallel: bool = True
    bare: bool = True


@dataclass(frozen=True)
class Run:
    """What one run took: rows in the files, seconds, peak memory in MB."""

    rows: int
    seconds: float
    memory: float


def best(case: Case, what: Literal["load", "bare"], repeat: int) -> Run:
    """Return the quickest of so many runs."""
    return min((once(case, what) for _ in range(repeat)), key=lambda run: run.seconds)


def once(case: Case, what: Literal["load", "bare"]) -> Run:
    """Run a case in a new process, into a new folder, with a key of its own."""
    with TemporaryDirectory() as folder:
        files = [str(file) for file in case.files]
        order = {"what": what, "files": files, "folder": folder, "recode": case.recode, "parallel": case.parallel}
        command = [sys.executable, "-m", "bench.child", json.dumps(order)]
        environment = os.environ | {"HCDATA_KEY_FILE": str(Path(folder) / "key")}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        return Run(**json.loads(done.stdout))
