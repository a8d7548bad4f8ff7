"""One run in a process of its own: `python -m bench.child JSON` is told what to run, and answers, in JSON.

Start-up and imports are outside the seconds on both sides; the memory is the peak of the whole process.
"""

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench.bare import create
from hcdata import config as configuration
from hcdata.store.load import load


def run(what: str, files: Sequence[str], folder: str, recode: bool, parallel: bool) -> dict[str, float]:
    """Load the files, or give them to bare DuckDB, and return rows, seconds and peak memory in MB."""
    config, paths = configuration.load(), [Path(file) for file in files]
    start = perf_counter()
    if what == "load":
        rows = sum(file.rows_read for file in load(paths, Path(folder) / "store", config).files)
    else:
        rows = create(paths, Path(folder), recode, parallel)
    seconds = perf_counter() - start
    # ru_maxrss is in kilobytes on Linux: getrusage(2).
    return {"rows": rows, "seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(run(**json.loads(sys.argv[1]))))
