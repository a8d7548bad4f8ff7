"""The people and places that were a repeat in a period, one row each, and the earlier records that make them one."""

from datetime import date
from typing import Any, NamedTuple

from hcdata.common import sql
from hcdata.common.access import Districts
from hcdata.common.filters import Filters, Period
from hcdata.measures import registry, wrap
from hcdata.measures.registry import Measure
from hcdata.store.query import Store

# For each measure that looks back, the records that may make a later crime a repeat.
EARLIER = registry.FOLDER.parent / "earlier"


class Repeat(NamedTuple):
    """One person or place by its pseudonym.

    `crimes` are those asked for with the earlier ones that make a repeat, wherever they were, and `incidents` the
    earlier non-crime incidents; `asked` are the crimes asked for alone, of `incidents_asked` incidents. Districts and
    outcomes are those in scope. `first_on` is the first day it was a repeat on any record loaded; `on_incidents`
    whether no earlier crime makes it one, only incidents that were none.
    """

    ref: str
    crimes: int
    incidents: int
    asked: int
    incidents_asked: int
    last_recorded: date
    districts: list[str]
    outcomes: list[str | None]
    district: str
    place_type: str
    first_on: date
    on_incidents: bool


class Earlier(NamedTuple):
    """One record that makes a crime a repeat of a person or place."""

    ref: str
    crime_ref: str
    record: str
    is_crime: bool
    recorded_on: date
    district: str


def counts_repeats(measure: Measure) -> bool:
    """Say whether a measure counts people or places met again."""
    return measure.counts in ("person", "place")


def repeats(store: Store, id: str, filters: Filters, scope: Districts, period: Period) -> list[Repeat]:
    """List the people or places a measure counts as met in a period, most crimes first.

    Nobody where a feed the measure needs is not loaded. `scope` is of records for people, else of aggregates.
    """
    return [Repeat(*row) for row in _ask("repeats.sql", store, id, filters, scope, period)]


def earlier(store: Store, id: str, filters: Filters, scope: Districts, period: Period) -> list[Earlier]:
    """List the records that make each crime of the period a repeat, oldest first."""
    return [Earlier(*row) for row in _ask("earlier_rows.sql", store, id, filters, scope, period)]


def _ask(tail: str, store: Store, id: str, filters: Filters, scope: Districts, period: Period) -> list[tuple[Any, ...]]:
    measure = registry.one(id)
    if not all(store.has(feed) for feed in measure.needs):
        return []
    text = sql.read(wrap.FOLDER / "earlier.sql") + sql.read(wrap.FOLDER / tail)
    text = text.replace("{relation}", measure.select).replace("{earlier}", sql.read(EARLIER / f"{id}.sql"))
    bound = wrap.bind(store, measure) | wrap.bind_filters(filters, scope, period)
    return store.tuples(text, bound | {"repeat_days": store.config.thresholds.repeat_days})
