"""Progress is told to whoever listens, from wherever it is said; a listener that is gone ends the work."""

from collections.abc import Callable
from threading import Thread

import pytest

from hcdata.common.progress import again, say, told_to


def test_what_is_said_is_heard_by_the_nearest_listener_and_by_nobody_after_it() -> None:
    outer: list[str] = []
    inner: list[str] = []
    say("before")
    with told_to(outer.append):
        say("one")
        with told_to(inner.append):
            say("two")
        say("three")
    say("after")
    assert (outer, inner) == (["one", "three"], ["two"])


def test_the_last_thing_is_said_again_and_nothing_where_nothing_was_said() -> None:
    heard: list[str] = []
    again()
    with told_to(heard.append):
        again()
        say("reading")
        again()
        again()
        say("checking")
        again()
    assert heard == ["reading", "reading", "reading", "checking", "checking"]


@pytest.mark.parametrize("work", [lambda: say("more"), again])
def test_a_listener_that_is_gone_ends_the_work_and_listens_no_more(work: Callable[[], None]) -> None:
    calls = iter(["reading"])
    with pytest.raises(StopIteration), told_to(lambda _: next(calls) and None):
        say("reading")
        work()
    say("after")


def test_another_thread_is_not_heard() -> None:
    heard: list[str] = []
    with told_to(heard.append):
        other = Thread(target=say, args=("elsewhere",))
        other.start()
        other.join()
        say("here")
    assert heard == ["here"]
