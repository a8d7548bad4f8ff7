"""The register: small edits people make (events, rebases, aliases), apart from the snapshots and never rewritten.

One entry a line in `register.jsonl` of the store's folder. A mistake is withdrawn by a further entry, which names it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator

from hcdata.common import durable
from hcdata.common.config import describe
from hcdata.common.errors import StoreError
from hcdata.common.model import Model
from hcdata.ingest.values.lookup import ALIAS_OF
from hcdata.store import failures, half_built, lock

FILE = "register.jsonl"
ID = r"^[a-z0-9_]+$"
Kind = Literal["event", "rebase", "alias"]


class Event(Model):
    """A dated event or a break in recording practice; scope is `force` or a district's id."""

    event_on: date
    name: str = Field(min_length=1, max_length=120)
    scope: str = Field("force", pattern=ID)
    kind: str = Field(min_length=1, max_length=40)
    note: str = Field("", max_length=400)


class Rebase(Model):
    """Limits of a measure's series start anew from the first day of a month; None: the series of all of them."""

    measure: str = Field(pattern=ID)
    month: date
    district: str | None = Field(None, pattern=ID)
    strand: str | None = Field(None, pattern=ID)


class Alias(Model):
    """A value as exports write it, and the id it means."""

    field: str
    text: str = Field(min_length=1, max_length=200)
    id: str = Field(min_length=1, max_length=40)

    @field_validator("field")
    @classmethod
    def _is_looked_up(cls, field: str) -> str:
        if field not in ALIAS_OF.values():
            raise ValueError(f"one of {', '.join(dict.fromkeys(ALIAS_OF.values()))}")
        return field


class Withdrawal(Model):
    """An entry no longer in force."""

    number: int


ABOUT: dict[str, type[Model]] = {"event": Event, "rebase": Rebase, "alias": Alias, "withdrawal": Withdrawal}


class Entry(Model):
    """What was entered, when (UTC), by whom and why."""

    number: int
    kind: str
    at: datetime
    by: str = Field(min_length=1)
    reason: str
    about: Event | Rebase | Alias | Withdrawal

    def day(self, timezone: str) -> date:
        """Return the day it was entered, by the clock of a time zone."""
        return self.at.astimezone(ZoneInfo(timezone)).date()


def add(folder: Path, kind: Kind, about: Mapping[str, Any], by: str, reason: str = "") -> Entry:
    """Enter an event, a rebase or an alias and return the entry; StoreError names what is wrong with it.

    An event needs a name, a rebase a reason.
    """
    if kind == "event" and not str(about.get("name", "")).strip():
        raise StoreError("register", "an event without a name", "what happened, in a few words", "give it a name")
    if kind == "rebase" and not reason.strip():
        raise StoreError(
            "register", "new limits without a reason", "a reason on record", "say why the limits start anew"
        )
    return _append(folder, kind, about, by, reason)


def withdraw(folder: Path, number: int, by: str, reason: str = "") -> Entry:
    """Take an entry out of force and return the withdrawal; StoreError where there is none in force of that number."""
    if number not in {entry.number for entry in entries(folder)}:
        raise StoreError("register", f"no entry {number} in force", "the number of one listed", "list the entries")
    return _append(folder, "withdrawal", {"number": number}, by, reason)


def entries(folder: Path, kind: Kind | None = None, to: int | None = None) -> tuple[Entry, ...]:
    """Return the entries in force, of one kind or all, oldest first; as they were with the entry `to` the newest."""
    found = history(folder)[:to]
    gone = {entry.about.number for entry in found if isinstance(entry.about, Withdrawal)}
    return tuple(
        entry
        for entry in found
        if entry.number not in gone and entry.kind != "withdrawal" and kind in (None, entry.kind)
    )


def history(folder: Path) -> tuple[Entry, ...]:
    """Return every entry ever made, withdrawals among them, oldest first."""
    file = folder / FILE
    if not file.exists():
        return ()
    # Not splitlines: a text may hold other line ends, such as U+2028, as they are.
    lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    try:
        return tuple(_read(json.loads(line)) for line in lines)
    except (ValueError, KeyError, TypeError):
        raise StoreError(
            FILE, "an entry cannot be read", "one entry a line", "restore the file from a backup"
        ) from None


def stamp(folder: Path) -> int:
    """Return the number of the newest entry, for what is kept by the state of the register; 0 without one."""
    found = history(folder)
    return found[-1].number if found else 0


def _append(folder: Path, kind: str, about: Mapping[str, Any], by: str, reason: str) -> Entry:
    if not by.strip():
        raise StoreError("register", "an entry that does not say who made it", "a role or account", "say who enters it")
    with failures.told(folder), lock.hold(folder, "register"):
        before = history(folder)
        stated = {"number": len(before) + 1, "kind": kind, "at": datetime.now(UTC), "by": by, "reason": reason.strip()}
        try:
            entry = _read(stated | {"about": dict(about)})
        except ValidationError as fault:
            raise StoreError("register", describe(fault.errors()), f"a sound {kind}", "mend it and try again") from None
        _write(folder / FILE, [*before, entry])
        half_built.clear(folder)
    return entry


def _read(stated: dict[str, Any]) -> Entry:
    return Entry(**stated | {"about": ABOUT[stated["kind"]].model_validate(stated["about"])})


def _write(file: Path, found: list[Entry]) -> None:
    """Write the file anew beside the old one and put it in its place: a reader sees one or the other, whole."""
    new = file.with_suffix(".new")
    try:
        with new.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{entry.model_dump_json()}\n" for entry in found)
        durable.flush(new)
        new.replace(file)
        durable.flush_names(file.parent)
    finally:
        new.unlink(missing_ok=True)
