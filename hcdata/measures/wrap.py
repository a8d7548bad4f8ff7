"""A measure's relation wrapped from outside: filters, scope and parts around its SELECT, and what is bound."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hcdata.common import sql
from hcdata.common.access import Districts
from hcdata.common.filters import Filters, Period
from hcdata.measures.dimensions import DIMENSIONS
from hcdata.measures.registry import OBLIGATORY, Measure
from hcdata.schema.feeds import FEEDS
from hcdata.stats.periods import month_start
from hcdata.store.query import Store

FOLDER = Path(__file__).parent / "wrap"
# The feeds that speak of crimes from a month on, and not of all districts and months.
_FOLLOWING = tuple(name for name, feed in FEEDS.items() if feed.follows)
OPEN = """
one_{name} AS (
    SELECT
        *,
        {sql} AS one_{name}
    FROM {split}
),
"""


@cache
def write_figures(relation: str, by: tuple[str, ...], *, one_row_each: bool) -> str:
    """Return the SQL that counts a relation by parts; lists are opened one after the other so that they cross.

    Where each thing has one row it is not looked for in others, which took a third of a page's queries (measured).
    """
    split, steps, parts = "kept", "", ""
    for name in by:
        dimension = DIMENSIONS[name]
        if dimension.opens:
            steps += OPEN.format(name=name, sql=dimension.sql, split=split)
            split = f"one_{name}"
        parts += f"{split if dimension.opens else dimension.sql} AS {name},\n        "
    thing = "thing_once" if one_row_each else "thing_of_rows"
    return (
        sql.read(FOLDER / "figures.sql")
        .replace("{thing}", sql.read(FOLDER / f"{thing}.sql"))
        .replace("{relation}", relation)
        .replace("{steps}", steps)
        .replace("{parts}", parts.rstrip())
        .replace("{split}", split)
        .replace("{names}", "".join(f"{name}, " for name in by).rstrip())
    )


@cache
def write_together(measures: tuple[Measure, ...], by: tuple[str, ...]) -> str:
    """Return the SQL that counts several relations at once by parts, the number of the request being the first part."""
    needed = dict.fromkeys([*OBLIGATORY, *(column for name in by for column in DIMENSIONS[name].columns)])
    relations = (
        f"SELECT '{measure.id}' AS measure, {', '.join(needed)} FROM (\n{measure.select}\n)"  # noqa: S608 (files, not data)
        for measure in measures
    )
    relation = sql.read(FOLDER / "together.sql").replace("{relations}", "\nUNION ALL\n".join(relations))
    return write_figures(relation, ("number", *by), one_row_each=all(one.one_row_each for one in measures))


@cache
def write_cases(measure: Measure) -> str:
    """Return the SQL that lists a relation, newest first."""
    text = sql.read(FOLDER / "cases.sql").replace("{relation}", measure.select)
    return text if "crime_ref" in measure.columns else text.replace(", crime_ref", "")


def bind(store: Store, measure: Measure) -> dict[str, Any]:
    """Return the values of the parameters a relation declares: thresholds and outcome sets of config, ends of data."""
    config = store.config
    known: dict[str, Any] = {
        **config.thresholds.model_dump(mode="json"),
        **{f"{name}_outcomes": list(codes) for name, codes in config.outcomes.sets.items()},
        "data_to": store.data_to(measure.needs[0]),
        "data_end": store.data_end(measure.needs[0]),
        "contact_due_before": store.data_end("contact"),
        "review_to": store.data_to("review"),
        **{f"{feed}_begins": _begins(store, feed) for feed in _FOLLOWING},
        **{f"{feed}_lacks": _list_lacks(store, feed) for feed in _FOLLOWING},
    }
    return {name: known[name] for name in measure.parameters}


def _list_lacks(store: Store, feed: str) -> list[str]:
    """Return the months of districts that a feed does not speak of whole: '2026-08 fenland'."""
    return sorted(f"{month:%Y-%m} {district}" for district, month in store.coverage(feed).lacks)


def _begins(store: Store, feed: str) -> date | None:
    """Return the first day of the first month a feed speaks of."""
    first = store.first(feed)
    return first and month_start(first)


def bind_filters(filters: Filters, scope: Districts, period: Period | None) -> dict[str, Any]:
    """Return the values of the wrap: period (None = any date), districts, strands and scope."""
    return {
        "start": period.start if period else None,
        "end": period.end if period else None,
        "districts": list(filters.districts),
        "strands": list(filters.strands),
        "scope": None if scope is None else list(scope),
    }


def show(text: str, bound: dict[str, Any]) -> str:
    """Return SQL with its parameters written above it, for reading."""
    return "".join(f"-- ${name} = {value}\n" for name, value in bound.items()) + text
