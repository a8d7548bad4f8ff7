"""Choices one click away, answered while nobody waits: the reader's next click then finds its answer kept."""

import atexit
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from threading import Condition, Thread
from time import monotonic

from streamlit import runtime

from hcdata.common.errors import HcdataError
from hcdata.common.filters import COMPARES, PERIODS, Filters
from hcdata.ui.frame import Page

# Seconds without a page being drawn before the next answer is begun, so that it is in nobody's way.
QUIET = 1.0

Answer = Callable[[Filters], object]


class Ahead:
    """One worker that answers the choices planned last, one at a time, whenever it is quiet."""

    def __init__(self, quiet: float = QUIET) -> None:
        """Keep the worker unstarted until there is a plan."""
        self._quiet = quiet
        self._plan: deque[tuple[Answer, Filters]] = deque()
        self._since = 0.0
        self._changed = Condition()
        self._worker: Thread | None = None
        self._ended = False

    def plan(self, answer: Answer, choices: Iterable[Filters]) -> None:
        """Put these choices in the place of those planned before, and wait for quiet anew."""
        with self._changed:
            self._plan = deque((answer, choice) for choice in choices)
            self._since = monotonic()
            if self._worker is None:
                self._worker = Thread(target=self._work, daemon=True)
                self._worker.start()
                atexit.register(self.end)
            self._changed.notify_all()

    def end(self) -> None:
        """Finish the answer in hand and stop: the interpreter must not end below a running query."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._worker:
            self._worker.join()

    def _work(self) -> None:
        while taken := self._take():
            answer, choice = taken
            with suppress(HcdataError):  # whoever makes the choice is told
                answer(choice)

    def _take(self) -> tuple[Answer, Filters] | None:
        """Return the next of the plan once it has been quiet; None at the end."""
        with self._changed:
            while not self._ended:
                wait = self._since + self._quiet - monotonic()
                if self._plan and wait <= 0:
                    return self._plan.popleft()
                self._changed.wait(wait if self._plan else None)
        return None


_ahead = Ahead()


def prepare(page: Page) -> None:
    """Have the Performance Updates one click away from this page answered while nobody waits."""
    if runtime.exists():  # a server, and not a single run of a page
        found = likely(page.filters, page.answers.districts, page.answers.strands)
        _ahead.plan(lambda filters: page.answers.performance(filters, page.scope), found)


def likely(filters: Filters, districts: Iterable[str], strands: Iterable[str]) -> Iterator[Filters]:
    """Yield the choices that differ in one list of the filter bar: district, period, comparison, strand."""
    areas = [(), *((one,) for one in districts)]
    flags = [(), *((one,) for one in strands)]
    yield from (replace(filters, districts=one) for one in areas if one != filters.districts)
    for period in PERIODS:
        if period not in (filters.period, "custom"):
            yield replace(filters, period=period, start=None, end=None)
    yield from (replace(filters, compare=one) for one in COMPARES if one != filters.compare)
    yield from (replace(filters, strands=one) for one in flags if one != filters.strands)
