"""Which moment a reader means: a load, a day, or a meeting."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import get_args

from hcdata.common.config import Meeting
from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt, read_moment
from hcdata.store.load_points import LoadPoint, choose
from hcdata.store.query import Store

KINDS: tuple[str, ...] = get_args(Meeting.model_fields["kind"].annotation)


@dataclass(frozen=True)
class KnownAt:
    """A moment shown: what was asked for, the load known then, and the kind of meeting held that day ('' for none)."""

    asked: int | date
    point: LoadPoint
    meeting: str


@dataclass(frozen=True)
class Choice:
    """A moment a reader can choose: this one is now."""


@dataclass(frozen=True)
class AtMeeting(Choice):
    """The day of a meeting."""

    on: date
    kind: str


@dataclass(frozen=True)
class AtLoad(Choice):
    """A load."""

    point: LoadPoint


@dataclass(frozen=True)
class AsAsked(Choice):
    """What the address asks for besides: the load known on a day, or the newest by its number (no day)."""

    on: date | None
    point: LoadPoint


def read_as_at(store: Store, text: str) -> AsAt:
    """Return what a text asks for: a load's number, a date, or the last meeting of a kind before the data end."""
    word = text.strip().casefold()
    if word in KINDS:
        held = [meeting.date for meeting in list_meetings(store) if meeting.kind == word]
        if not held:
            found = f"no {word} meeting was held while these data ran"
            raise StoreError("as at", found, "a [[meeting]] of config.toml", "give a date or a load's number")
        return held[-1]
    try:
        return read_moment(word)
    except ValueError:
        expected = f"a load's number, a date (2026-03-31) or one of {', '.join(KINDS)}"
        raise StoreError("as at", "no moment of this name", expected, "correct it") from None


def list_meetings(store: Store) -> list[Meeting]:
    """Return the meetings of config that were held while the data ran, oldest first."""
    first, last = store.moments[0].known_on, store.moments[-1].known_on
    return sorted(
        (meeting for meeting in store.config.meeting if first <= meeting.date <= last), key=lambda one: one.date
    )


def list_choices(store: Store, asked: str) -> dict[str, Choice]:
    """Return what a reader can choose from, newest first, by what an address says of it; `asked` too if it exists."""
    choices = {"": Choice()}
    for meeting in reversed(list_meetings(store)):
        choices[meeting.date.isoformat()] = AtMeeting(meeting.date, meeting.kind)
    for moment in reversed(store.moments[:-1]):
        choices[str(moment.load)] = AtLoad(moment)
    with suppress(StoreError, ValueError):
        if asked not in choices:
            moment = find_moment(store, read_moment(asked))
            choices[asked] = AsAsked(date.fromisoformat(asked) if "-" in asked else None, moment)
    return choices


def find_moment(store: Store, as_at: AsAt) -> LoadPoint:
    """Return the load a store is asked to be seen at."""
    return choose(store.moments, as_at)


def find_since(store: Store, since: AsAt) -> LoadPoint:
    """Return the load to compare with: the one asked for, else the one before; StoreError when it is no earlier one."""
    if store.as_at == store.moments[0].load:
        raise StoreError("from", "the first load is shown, with none before it", "a later load", "choose a later one")
    moment = find_moment(store, store.as_at - 1 if since is None else since)
    if moment.load >= store.as_at:
        found = f"load {moment.load} is not before load {store.as_at}, which is shown"
        raise StoreError("from", found, f"a load before {store.as_at}", "choose an earlier one")
    return moment


def find_known(store: Store, as_at: AsAt) -> KnownAt | None:
    """Return the moment shown, with the meeting held then; None for the newest."""
    if as_at is None:
        return None
    on_day = (one.kind for one in store.config.meeting if one.date == as_at)
    return KnownAt(as_at, find_moment(store, as_at), next(on_day, ""))
