"""Progress of work in hand, told to whoever listens: whoever works says it, and nothing is carried through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str], None]


class _Reporter:
    """A listener, and what it was told last."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.last = ""


_reporter: ContextVar[_Reporter | None] = ContextVar("reporter", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Tell a listener what is said within the block, in this thread; what it raises ends the work."""
    before = _reporter.set(_Reporter(listener))
    try:
        yield
    finally:
        _reporter.reset(before)


def say(text: str) -> None:
    """Say what is done now; nobody hears it where nobody listens."""
    if reporter := _reporter.get():
        reporter.last = text
        reporter.listener(text)


def again() -> None:
    """Say again what was said last: where the listener is gone, it raises, and the work ends."""
    if (reporter := _reporter.get()) and reporter.last:
        reporter.listener(reporter.last)
