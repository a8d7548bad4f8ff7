"""Figures others have published, beside the same figure counted here."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from hcdata.common.access import in_scope
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.stats.periods import month_start
from hcdata.views.context import Context
from hcdata.views.quality.left_out import LeftOut

DAY = timedelta(days=1)
_COLUMNS = ["measure", "title", "area", "strand", "start", "end", "published", "source", "confidence"]
COMPARED = [*_COLUMNS, "ours", "difference", "share"]


@dataclass(frozen=True)
class Reconciliation:
    """Published figures beside ours: compared has one row each with ours, difference and its share of the published.

    `left_out` says of the others why they cannot be compared, with how many: nothing loaded for their dates, an area,
    strand or count that is not here, or made-up data that no published figure speaks of. A published 0 has no share.
    """

    compared: pd.DataFrame
    left_out: dict[LeftOut, int]
    tolerance: float

    @property
    def apart(self) -> pd.DataFrame:
        """Those that differ by more than the tolerance of what was published."""
        return self.compared[self.compared["difference"].abs() > self.tolerance * self.compared["published"]]


def reconcile(context: Context) -> Reconciliation:
    """Compare published figures with ours over the same dates and area, whatever the filters say."""
    store, tolerance = context.store, context.store.config.quality.published_tolerance
    strands = store.strand_names
    rows, left_out = [], dict[LeftOut, int]()
    for measure, area, strand, start, end, value, source, confidence in store.tuples(
        "SELECT measure, district, strand, start_on, end_on, value, source, confidence FROM published_figure"
        " ORDER BY end_on DESC, measure, district, strand"
    ):
        why = _why_not(context, measure, area, strand, start, end)
        ours = None if why else _count(context, measure, area, strand, start, end)
        if ours is None:
            why = why or "not_recorded"
            left_out[why] = left_out.get(why, 0) + 1
            continue
        known = [measure, registry.one(measure).title, context.names.get(area, "Force"), strands.get(strand, "")]
        apart = ours - value
        share = apart / value if value else None
        rows.append([*known, start, end - DAY, value, source, confidence, ours, apart, share])
    return Reconciliation(pd.DataFrame(rows, columns=COMPARED), left_out, tolerance)


def _count(context: Context, measure: str, area: str, strand: str | None, start: date, end: date) -> int | None:
    filters = Filters(
        "custom",
        start,
        end,
        districts=() if area == "force" else (area,),
        strands=(strand,) if strand else (),
        as_at=context.filters.as_at,
    )
    ours = run.figures(context.store, measure, (), filters, context.scope)["n"].iloc[0]
    return None if pd.isna(ours) else int(ours)


def _why_not(context: Context, measure: str, area: str, strand: str | None, start: date, end: date) -> LeftOut | None:
    store = context.store
    first, last = store.first(), store.data_to()
    own = {district.id for district in store.config.district} & set(context.names)
    if store.synthetic:
        return "made_up"
    if first is None or last is None or start < month_start(first) or end > last + DAY:
        return "dates_not_loaded"
    if measure not in registry.all() or area not in (own | {"force"} if own else own):
        return "not_here"
    if strand and strand not in store.strand_names:
        return "no_strand"
    if not in_scope(area, context.scope.aggregates):
        return "out_of_scope"
    return None
