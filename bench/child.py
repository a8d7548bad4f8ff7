"""One run in a process of its own: `python -m bench.child JSON` is told what to run, and answers, in JSON.

Start-up and imports are outside the seconds on both sides; the memory is the peak of the whole process.
"""

import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from bench import bare, workbook
from hcdata.common import config as configuration
from hcdata.loading.run import load


def run(what: str, files: Sequence[str], folder: str, recode: bool, parallel: bool) -> dict[str, float]:
    """Do what is asked with the files and return rows, seconds, processor seconds and peak memory in MB."""
    config, paths, place = configuration.load(), [Path(file) for file in files], Path(folder)
    work: dict[str, Callable[[], int]] = {
        "load": lambda: sum(file.rows_read for file in load(paths, place / "store", config).files),
        "typed": lambda: bare.create_typed(paths, place, recode, parallel),
        "normalised": lambda: bare.create_normalised(paths, place),
        "workbook": lambda: workbook.read(paths[0]),
        "openpyxl": lambda: workbook.read_with_openpyxl(paths[0]),
    }
    begun, start = _processor(), perf_counter()
    rows = work[what]()
    seconds, processor = perf_counter() - start, _processor() - begun
    # ru_maxrss is in kilobytes on Linux: getrusage(2).
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {"rows": rows, "seconds": seconds, "processor": processor, "memory": memory}


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    print(json.dumps(run(**json.loads(sys.argv[1]))))
