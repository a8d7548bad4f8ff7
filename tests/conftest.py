"""What every test shares: the reference folder, a key of its own, and demonstration stores loaded once."""

import json
import os
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from hcdata.common import config as configuration
from hcdata.common.errors import StoreError
from hcdata.demo import write
from hcdata.loading import run as loading
from hcdata.store import lock

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is slow, not wrong.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# As many rows are rejected of a demonstration of any size: of a small one they may be most of a month, which is then
# not loaded. With this seed no month of crimes is.
SMALL_SEED = 6
# What takes minutes in one file comes first, or a worker would be left with it alone when the others are done.
LONGEST = (
    "browser/test_meeting.py",
    "soak/test_fuzz.py",
    "loading/test_load_killed.py",
    "views/test_as_at.py",
    "pages/test_pages.py",
    "pages/test_planted_names.py",
    "browser",
    "soak",
    "bench",
    "gauntlet",
    "pages",
    "loading",
)
SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """One worker more than processors: one of them waits for a disk, a browser or the end of a command it killed."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors + 1


def pytest_configure() -> None:
    """Choose the seed of the demonstration before any worker starts, so that all have the same."""
    os.environ.setdefault("HCDATA_TEST_SEED", str(secrets.randbelow(10_000)))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest files first, then those of most tests: what is left at the end is short, for every worker."""
    tests = Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[int, int]:
        name = item.path.relative_to(Path(__file__).parent).as_posix()
        first = (number for number, start in enumerate(LONGEST) if name.startswith(start))
        return next(first, len(LONGEST)), -tests[item.path]

    items.sort(key=place)


def pytest_report_header() -> str:
    """Print the seed: HCDATA_TEST_SEED=n repeats this run's demonstration data."""
    return f"demonstration seed: HCDATA_TEST_SEED={os.environ['HCDATA_TEST_SEED']}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("reference data are absent: no folder ../shared beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder all workers of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session", autouse=True)
def own_surroundings(common: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the force's store, key and configuration."""
    for name in ("HCDATA_STORE", "HCDATA_CONFIG"):
        os.environ.pop(name, None)
    new = tmp_path_factory.mktemp("key") / "pseudonym.key"
    new.write_text("5a" * 32, encoding="ascii")
    new.replace(common / "pseudonym.key")
    os.environ["HCDATA_KEY_FILE"] = str(common / "pseudonym.key")


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """A Chromium of this machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Demonstration:
    """Demonstration exports and the store they were loaded into, in one go."""

    exports: Path
    store: Path

    @cached_property
    def truth(self) -> dict[str, Any]:
        """What was planted in the exports."""
        return dict(json.loads((self.exports / "truth.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def seed() -> int:
    """The seed of this run's demonstration data."""
    return int(os.environ["HCDATA_TEST_SEED"])


@pytest.fixture(scope="session")
def demonstration(common: Path, seed: int) -> Demonstration:
    """Four years at full size, loaded."""
    return _made(common / "demonstration", lambda folder: write(folder, years=4, seed=seed, scale=1.0))


@pytest.fixture(scope="session")
def small_demonstration(common: Path) -> Demonstration:
    """Two years at a twentieth of the size, loaded."""
    return _made(common / "small_demonstration", lambda folder: write(folder, years=2, seed=SMALL_SEED, scale=0.05))


def _made(place: Path, make: Callable[[Path], Path]) -> Demonstration:
    found = Demonstration(place / "exports", place / "store")
    with _alone(place):
        if not (found.store / "current").exists():
            make(found.exports)
            loading.load([found.exports], found.store, configuration.load())
    return found


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    until = time.monotonic() + 300
    while True:
        try:
            with lock.hold(place):
                yield
                return
        except StoreError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
