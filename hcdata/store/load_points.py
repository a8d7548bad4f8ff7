"""The moments a store can be seen at: its loads, and the load that was known on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import duckdb

from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt
from hcdata.common.sql import read

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class LoadPoint:
    """One load: its number, the local time the data then run to, and the day from which it was known."""

    load: int
    as_of: datetime
    known_on: date


def list_moments(con: duckdb.DuckDBPyConnection) -> tuple[LoadPoint, ...]:
    """Return every load of the snapshot attached as `base`, in order; StoreError when there is none."""
    found = tuple(LoadPoint(*row) for row in con.execute(read(SQL / "moments.sql")).fetchall())
    if not found:
        raise StoreError("store", "the snapshot holds no load", do="run `python -m hcdata load PATH`")
    return found


def write_moment(as_of: datetime) -> str:
    """Write the local time data run to: '5 Jan 2026' to the end of that day, else '5 Jan 2026 14:30'."""
    day = f"{as_of.day} {as_of:%b %Y}"
    return day if as_of.time() >= time(23, 59) else f"{day} {as_of:%H:%M}"


def choose(moments: Sequence[LoadPoint], as_at: AsAt) -> LoadPoint:
    """Return the load asked for: the newest, the one of this number, or the last before any that came after the day.

    StoreError when there is no such load, or nothing was known on that day.
    """
    first, newest = moments[0], moments[-1]
    if as_at is None:
        return newest
    if isinstance(as_at, int):
        found = next((moment for moment in moments if moment.load == as_at), None)
        if found is None:
            expected = f"a load from {first.load} to {newest.load}"
            raise StoreError("as at", f"no load {as_at}", expected, "choose one of them")
        return found
    later = (place for place, moment in enumerate(moments) if moment.known_on > as_at)
    place = next(later, len(moments))
    if not place:
        raise StoreError(
            "as at",
            "nothing had been loaded that runs to this day",
            f"{first.known_on.isoformat()} or later, where the first load's data end",
            "choose a later date",
        )
    return moments[place - 1]
