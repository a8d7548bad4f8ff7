"""The people and places that were a repeat in a period, one row each."""

from datetime import date
from typing import NamedTuple

from hcdata import sql
from hcdata.filters import Filters, Period
from hcdata.measures import registry, wrap
from hcdata.store.query import Store


class Repeat(NamedTuple):
    """One person or place: its pseudonym, what it has in the period, and the days on which it was a repeat."""

    ref: str
    crimes: int
    last_recorded: date
    districts: list[str]
    outcomes: list[str | None]
    district: str
    place_type: str
    repeated_on: list[date]


def repeats(
    store: Store, id: str, filters: Filters, reach: tuple[str, ...] | None, period: Period, since: date
) -> list[Repeat]:
    """List the people or places a measure counts as met on or after `since`, most crimes first.

    `period` starts at or before `since`: it says how far back `repeated_on` looks; all else speaks of `since` on.
    Nobody where a feed the measure needs is not loaded. `reach` is the scope's: records for people, else aggregates.
    """
    measure = registry.one(id)
    if not all(store.has(feed) for feed in measure.needs):
        return []
    text = sql.read(wrap.FOLDER / "repeats.sql").replace("{relation}", measure.select)
    bound = wrap.bind(store, measure) | wrap.bind_filters(filters, reach, period) | {"since": since}
    return [Repeat(*row) for row in store.tuples(text, bound)]
