"""What people have put beside the figures: dated events, and months from which limits start anew."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hcdata.common.sql import read
from hcdata.store import register
from hcdata.store.query import SQL, Store

COLUMNS = ["event_on", "name", "scope", "kind", "note", "entry"]
# The kind of event that changes what is recorded, and not what happens.
RECORDING = "recording_change"
KINDS = ("trigger", "festival", "campaign", RECORDING)


@dataclass(frozen=True)
class Rebase:
    """A person's decision that the limits of one series start anew: its number in the register, by whom, when, why."""

    number: int
    measure: str
    month: date
    district: str | None
    strand: str | None
    by: str
    on: date
    reason: str


def list_events(store: Store) -> pd.DataFrame:
    """Return events of the events list and of the register, by date: event_on, name, scope, kind, note, entry.

    `entry` is the number in the register, missing for those of the events list; a kind nobody gave is not_recorded.
    """
    loaded = store.rows(read(SQL / "events.sql")).assign(entry=pd.NA)
    entered = [
        (one.about.event_on, one.about.name, one.about.scope, one.about.kind, one.about.note, one.number)
        for one in (register.entries(store.folder, "event") if store.folder else ())
        if isinstance(one.about, register.Event)
    ]
    added = pd.DataFrame(entered, columns=COLUMNS)
    frame = pd.concat([loaded, added]) if entered else loaded
    days = pd.to_datetime(frame["event_on"]).astype("datetime64[us]")
    found = frame.assign(event_on=days, entry=frame["entry"].astype("Int64"))
    return found.sort_values(["event_on", "name"], ignore_index=True)


def list_rebases(store: Store) -> tuple[Rebase, ...]:
    """Return the months from which limits start anew, by month."""
    found = [
        Rebase(
            one.number,
            one.about.measure,
            one.about.month.replace(day=1),
            one.about.district,
            one.about.strand,
            one.by,
            one.day(store.config.force.timezone),
            one.reason,
        )
        for one in (register.entries(store.folder, "rebase") if store.folder else ())
        if isinstance(one.about, register.Rebase)
    ]
    return tuple(sorted(found, key=lambda one: (one.month, one.number)))
