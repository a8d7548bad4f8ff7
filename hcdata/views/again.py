"""What must be said beside a figure of repeats: how many are new, and what the others rest on."""

from collections import defaultdict
from datetime import date

import pandas as pd

from hcdata.common.access import Districts, in_scope
from hcdata.common.filters import Period
from hcdata.measures import registry
from hcdata.measures.repeats import Earlier, Repeat, counts_repeats, earlier
from hcdata.stats.periods import add_months
from hcdata.views.apart import Again
from hcdata.views.context import Context
from hcdata.views.references import written

# Months in which a repeat is new: the group meets quarterly (plan 1.3).
NEW_MONTHS = 3


def again(context: Context, measure: str, period: Period) -> Again | None:
    """Return how the people or places of a figure became repeats; None for a figure of something else."""
    if not counts_repeats(registry.one(measure)):
        return None
    found = context.repeats(measure, period, context.scope.aggregates)
    least = context.store.config.thresholds.repeat_place_crimes
    return Again(
        new=sum(is_new(one, period) for one in found),
        new_in_quarter=new_since(period) > period.start,
        on_incidents=sum(one.on_incidents for one in found),
        within=sum(one.incidents_asked >= least for one in found),
    )


def new_since(period: Period) -> date:
    """Return the first day from which a first repeat is new: the last three months of a period, or all of a shorter."""
    return max(period.start, add_months(period.end, -NEW_MONTHS))


def is_new(one: Repeat, period: Period) -> bool:
    """Say whether somebody or some place became a repeat for the first time, on any record loaded, this quarter."""
    return one.first_on >= new_since(period)


def list_repeats(context: Context, measure: str, rows: pd.DataFrame, period: Period, *, only_new: bool) -> pd.DataFrame:
    """Put the records that make each repeat one beside it, in a column `earlier`.

    `only_new` leaves the rows of who or where was a repeat for the first time. Records of a district out of scope are
    counted and not named.
    """
    scope = context.scope.records
    if only_new:
        new = {one.ref for one in context.repeats(measure, period, scope) if is_new(one, period)}
        rows = rows[rows["ref"].isin(new)]
    beside = defaultdict[tuple[str, str], list[Earlier]](list)
    for one in earlier(context.store, measure, context.filters, scope, period):
        beside[one.ref, one.crime_ref].append(one)
    names = written(context.store, (one.record for found in beside.values() for one in found))
    told = [_tell(beside[key], scope, names) for key in zip(rows["ref"], rows["crime_ref"], strict=True)]
    return rows.assign(earlier=pd.Series(told, index=rows.index, dtype=object))


def _tell(found: list[Earlier], scope: Districts, names: dict[str, str]) -> str | None:
    """Name records with their days: '35/1/26 (3 Mar 2026); incident ZZ-7 (4 Mar 2026); 1 in another district'."""
    near = [one for one in found if in_scope(one.district, scope)]
    named = [
        f"{names.get(one.record, one.record) if one.is_crime else f'incident {one.record}'}"
        f" ({one.recorded_on.day} {one.recorded_on:%b %Y})"
        for one in near
    ]
    hidden = [f"{len(found) - len(near):,} in another district"] if len(near) < len(found) else []
    return "; ".join([*named, *hidden]) or None
