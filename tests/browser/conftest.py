"""The dashboard as it is served, seen by a real Chromium that must not speak to any other machine."""

import itertools
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import pytest

from tests.conftest import Demonstration

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

ROOT = Path(__file__).resolve().parents[2]
BUSY = '[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale="true"]'
WINDOW: "ViewportSize" = {"width": 1400, "height": 900}
STARTS_WITHIN, SETTLES_WITHIN = 60, 60


@pytest.fixture(scope="session")
def served(demonstration: Demonstration) -> Iterator[str]:
    """The address of the dashboard serving the full demonstration."""
    with serving(demonstration.store) as url:
        yield url


@contextmanager
def serving(store: Path, port: int = 0) -> Iterator[str]:
    """Serve a store as `streamlit run app.py` does, and yield the address."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = os.environ | {"HCDATA_STORE": str(store)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _await(server, url)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def _await(server: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        assert server.poll() is None, "the dashboard stopped while starting"
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the dashboard did not start within {STARTS_WITHIN} s")


@pytest.fixture(scope="session")
def windows(chromium: "Browser") -> Iterator[dict[str, "BrowserContext"]]:
    """A browser that has been here before, in either theme: what never changes of the dashboard it holds already.

    It asks for little motion: what moves while a page is made can cost as much processor as the page.
    """
    themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    still: Literal["reduce"] = "reduce"
    contexts = {one: chromium.new_context(viewport=WINDOW, color_scheme=one, reduced_motion=still) for one in themes}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture(params=["light"])
def screen(windows: dict[str, "BrowserContext"], served: str, request: pytest.FixtureRequest) -> Iterator["Screen"]:
    """A window on the dashboard; parametrise with "dark" for the other theme."""
    with looking(windows[request.param], served) as shown:
        yield shown


def visited(*paths: str, widths: Iterable[int] = (1400,), themes: Iterable[str] = ("light",)) -> pytest.MarkDecorator:
    """Look at pages, each at every width in every theme: all tests of a module look at the same visit."""
    visits = list(itertools.product(paths, widths, themes))
    return pytest.mark.parametrize("seen", visits, indirect=True, ids=lambda visit: "-".join(map(str, visit)))


@pytest.fixture(scope="module")
def seen(windows: dict[str, "BrowserContext"], served: str, request: pytest.FixtureRequest) -> Iterator["Screen"]:
    """A page opened once, to look at: press nothing. Ask for it with `visited`."""
    path, width, theme = request.param
    with looking(windows[theme], served) as shown:
        shown.page.set_viewport_size({**WINDOW, "width": width})
        yield shown.open(path)


@contextmanager
def looking(context: "BrowserContext", url: str) -> Iterator["Screen"]:
    """Open a window, and fail if anything in it spoke to another machine or met an error."""
    shown = Screen(context.new_page(), url)
    yield shown
    shown.page.close()
    assert shown.outside == [] and shown.errors == []


class Screen:
    """One window: where it goes, when it is still, and what it asked of other machines."""

    def __init__(self, page: "Page", url: str) -> None:
        """Watch every request and every error in the console."""
        self.page, self.url = page, url
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._hear)
        page.on("websocket", self._hear)
        page.on("console", lambda said: self.errors.append(said.text) if _is_ours(said) else None)

    def _hear(self, asked: Any) -> None:
        parts = urlsplit(asked.url)
        if parts.hostname != "127.0.0.1" and parts.scheme not in ("data", "blob"):
            self.outside.append(asked.url)

    def open(self, address: str = "/") -> "Screen":
        """Go to an address and wait until the page is still."""
        self.page.goto(self.url + address)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until nothing runs and the page keeps its height."""
        until, last, still = time.monotonic() + SETTLES_WITHIN, -1, 0
        self.page.wait_for_selector('[data-testid="stHeading"]')
        while still < 5:
            assert time.monotonic() < until, f"the page did not come to rest within {SETTLES_WITHIN} s"
            busy = self.page.locator(BUSY).count()
            height = self.page.evaluate("() => document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
            still = still + 1 if not busy and height == last and height > 0 else 0
            last = height
            self.page.wait_for_timeout(100)
        assert self.page.locator('[data-testid="stException"]').count() == 0

    def choose(self, label: str, option: str) -> None:
        """Choose an option in a filter and wait."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.page.keyboard.press("Escape")
        self.settle()

    def tile(self, title: str) -> str:
        """The value of a tile."""
        tile = self.page.locator(".tile", has=self.page.get_by_text(title, exact=True))
        return str(tile.locator(".value").first.inner_text())

    def facts(self) -> str:
        """The line that says what the page shows."""
        return str(self.page.locator("p", has_text=re.compile(r" · load \d")).first.inner_text())


def _is_ours(said: Any) -> bool:
    # A deep link makes Streamlit look for its own health page below the page's path first, and find none.
    return said.type == "error" and "/_stcore/" not in said.location.get("url", "")
