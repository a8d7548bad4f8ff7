"""What a rerun nobody has to count for costs the processor, and how much memory many of them take.

`python -m bench.reruns [STORE] [--reruns 1000]`, with and without a full garbage collection after each; without a store
it writes and loads the four-year demonstration first.
"""

import logging
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import click

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.common.store_folder import store_folder
from hcdata.ui import prefetch
from hcdata.views import answers

ROOT = Path(__file__).resolve().parents[1]
# Streamlit reads the setting from here before .streamlit/config.toml.
SETTING = "STREAMLIT_RUNNER_POST_SCRIPT_GC"
CHOICES = ("month", "quarter", "12m")
# Reruns after which memory is told.
MARKS = 10


def drive(reruns: int) -> None:
    """Draw the choices until all is kept, then again and again: print seconds of processor and MiB held."""
    from streamlit.testing.v1 import AppTest

    logging.disable(logging.WARNING)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    _keep_answers()
    took, held = [], []
    for number in range(-len(CHOICES), reruns):
        page.selectbox(key="period").set_value(CHOICES[number % len(CHOICES)])
        start = process_time()
        page.run()
        if number >= 0:
            took.append(process_time() - start)
            if (number + 1) % max(1, reruns // MARKS) == 0:
                held.append(_held())
    click.echo(f"processor s a rerun, median {median(took):.3f}; MiB {' '.join(f'{one:.0f}' for one in held)}")


def _keep_answers() -> None:
    """Have every choice one click away answered and kept, as a server that has been used for a while has."""
    served = answers.at(store_folder())
    assert served
    for choice in prefetch.likely(Filters(period="12m"), served.districts, served.strands):
        served.performance(choice, LOCAL)


def _held() -> float:
    """Return the memory of this process in MiB, as Linux tells it."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


@click.command()
@click.argument("store", required=False, type=click.Path(path_type=Path))
@click.option("--reruns", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--here", is_flag=True, hidden=True)
def main(store: Path | None, reruns: int, here: bool) -> None:
    """Measure reruns with and without a collection after each, in processes of their own."""
    if here:
        drive(reruns)
        return
    with TemporaryDirectory() as folder:
        if store is None:
            store = Path(folder) / "store"
            _demonstrate(Path(folder) / "exports", store)
        for setting, said in (("true", "a full collection after each"), ("false", "as served")):
            environment = os.environ | {"HCDATA_STORE": str(store), SETTING: setting}
            command = [sys.executable, "-m", "bench.reruns", "--here", "--reruns", str(reruns)]
            done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
            click.echo(f"{said}: {done.stdout.strip()}")


def _demonstrate(exports: Path, store: Path) -> None:
    from hcdata.demo import write
    from hcdata.loading.run import load

    load([write(exports, years=4, seed=1, scale=1.0)], store, configuration.load())


if __name__ == "__main__":
    main()
