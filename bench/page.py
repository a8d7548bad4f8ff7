"""How long a change of filter takes on the Performance Update: in the server, and until Chromium has redrawn it.

`python -m bench.page [STORE]`; without a store it writes and loads the four-year demonstration first.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.demo import write
from hcdata.loading.run import load
from hcdata.views import answers

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ("what", "times", "least s", "median s", "slowest s", "processor s")
# Choices nobody has made before, and then the same ones again, kept from the first time.
CHOICES = ("month", "quarter", "fytd", "36m", "all")

# What a reader chooses in the browser, the first page being the last of them.
LABELS = ("Last month", "Last whole quarter", "Last 12 months")
# Resolves once every chart has been drawn after the click and nothing was for a fifth of a second; in milliseconds.
REDRAWN = """() => new Promise(done => {
  const start = performance.now(); let last = start;
  const watch = new MutationObserver(() => { last = performance.now(); });
  const all = {subtree: true, childList: true, attributes: true, characterData: true};
  watch.observe(document.querySelector('[data-testid=stMain]'), all);
  const look = () => {
    const busy = document.querySelector('[data-testid=stStatusWidget], [data-stale=true]');
    const still = !busy && last > start && performance.now() - last > 200;
    if (still) { watch.disconnect(); done(last - start); } else setTimeout(look, 20);
  };
  setTimeout(look, 20);
})"""


def run(store: Path) -> list[tuple[str, ...]]:
    """Return a line each for a new choice, one answered ahead and a known one, in the server and in the browser.

    The processor's time is the median and the server's alone; other work on the machine moves it less.
    """
    os.environ["HCDATA_STORE"] = str(store)
    logging.disable(logging.WARNING)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    first, again = [[_rerun(page, choice) for choice in CHOICES] for _ in range(2)]
    ahead = [_rerun(page, choice) for choice in _answer_ahead(page, store)]
    told = {"first time asked": first, "answered ahead": ahead, "asked before": again}
    lines = [_line(f"server, {what}", *zip(*took, strict=True)) for what, took in told.items()]
    if Path("/usr/bin/chromium").exists():
        with _served(store) as url:
            lines += [_line(what, took) for what, took in _redraw(url)]
    return lines


def _line(what: str, took: Sequence[float], used: Sequence[float] = ()) -> tuple[str, ...]:
    times = (f"{one:.3f}" for one in (min(took), median(took), max(took)))
    return what, str(len(took)), *times, f"{median(used):.3f}" if used else "-"


def _rerun(page: AppTest, choice: str) -> tuple[float, float]:
    page.selectbox(key="period").set_value(choice)
    start, used = perf_counter(), process_time()
    page.run()
    return perf_counter() - start, process_time() - used


def _answer_ahead(page: AppTest, store: Path) -> Iterator[str]:
    """Yield the same periods beside the year before, each answered but not drawn, as hcdata.ui.prefetch leaves them."""
    page.selectbox(key="compare").set_value("year").run()
    served = answers.at(store)
    assert served
    for choice in CHOICES[:-1]:  # the last is the one the page stands on
        served.performance(Filters(period=choice, compare="year"), LOCAL)
        yield choice


@contextmanager
def _served(store: Path) -> Iterator[str]:
    port = "8699"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port]
    environment, quiet = os.environ | {"HCDATA_STORE": str(store)}, subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _redraw(url: str) -> list[tuple[str, list[float]]]:
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        for _ in range(100):
            try:
                page.goto(url)
                break
            except Error:
                page.wait_for_timeout(200)
        page.wait_for_selector(".js-plotly-plot", timeout=60_000)
        page.wait_for_timeout(3000)
        first, again = [[_choose(page, label) for label in LABELS] for _ in range(2)]
        browser.close()
    return [("browser, first time asked", first), ("browser, asked before", again)]


def _choose(page: "Page", label: str) -> float:
    page.get_by_role("combobox", name="Period").click()
    option = page.get_by_role("option", name=label, exact=True)
    option.wait_for()
    waiting = page.evaluate_handle(f"() => {{ window.redrawn = ({REDRAWN})(); }}")
    option.click()
    took = page.evaluate("() => window.redrawn")
    waiting.dispose()
    page.wait_for_timeout(500)
    return float(took) / 1000


def main() -> None:
    """Print the lines."""
    with TemporaryDirectory() as folder:
        store = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "store"
        if len(sys.argv) < 2:
            load([write(Path(folder) / "exports", years=4, seed=1, scale=1.0)], store, configuration.load())
        for row in (COLUMNS, *run(store)):
            print("{:<28}{:>8}{:>12}{:>12}{:>12}{:>12}".format(*row))


if __name__ == "__main__":
    main()
