"""What changed between two loads: records new, changed, moved, cancelled, vanished; and why a figure moved."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from hcdata.common.access import Scope
from hcdata.common.filters import AsAt, Filters, Period
from hcdata.measures.wrap import bind_filters
from hcdata.schema.records import CRIME, INCIDENT
from hcdata.store.changes import (
    Change,
    list_changes,
    list_outcomes_vanished,
    list_returned,
    list_vanished,
    list_withdrawn,
)
from hcdata.store.load_points import LoadPoint
from hcdata.store.query import Store
from hcdata.views.about import about
from hcdata.views.change_kinds import KINDS, sort_kinds
from hcdata.views.field_words import field_words
from hcdata.views.load_points import find_moment, find_since
from hcdata.views.missing import Missing
from hcdata.views.references import as_written

COUNTS = ["kind", "records"]
STEPS = ["reason", "how", "n"]
# The kinds of change that full extracts tell by what they hold, and not the fields of a record.
_OF_EXTRACTS = {"vanished": list_vanished, "returned": list_returned, "outcome_vanished": list_outcomes_vanished}
CASES = ["ref", "counted_at", "district", "strands", "change", "reason", "how", "field", "before", "after"]


@dataclass(frozen=True)
class Changes:
    """What differs between two loads in the records of a period, district and strand, as either load has them.

    counts: kind, records (distinct); a record that was cancelled and moved counts in both. rows: kind, ref,
    recorded_on, district, strands, field, before, after, one row for each field that differs; a personal field says
    that it differs, never how. No period is all dates. `records` are the distinct records among them.
    """

    kind: str
    before: LoadPoint
    after: LoadPoint
    period: Period | None
    counts: pd.DataFrame
    rows: pd.DataFrame
    records: int


@dataclass(frozen=True)
class Part:
    """One number of a figure, `n` or what it stands over (`of`), at both loads, and what makes the difference.

    steps: reason, how (an outcome became what it is), n (below 0 for what left); they add up to `after` less `before`
    exactly. cases: ref, counted_at, district, strands, change (1 or -1), reason, how, field, before,
    after: each thing counted once, by the record that made it enter or leave, and the field that shows why.
    """

    name: Literal["n", "of"]
    before: int
    after: int
    steps: pd.DataFrame
    cases: pd.DataFrame


@dataclass(frozen=True)
class Movement:
    """Why a figure over the same dates is another at a later load; `missing` says why it cannot be told.

    `begun` is whether the earlier load's data reach into these dates, `whole` whether they reach to their end. A
    state of one day has no period: it counts records whenever recorded.
    """

    measure: str
    title: str
    kind: str
    counts: str
    before: LoadPoint
    after: LoadPoint
    period: Period | None
    districts: tuple[str, ...]
    strands: tuple[str, ...]
    begun: bool
    whole: bool
    parts: tuple[Part, ...] = ()
    missing: Missing | None = None


def changes(store: Store, filters: Filters, scope: Scope, since: AsAt) -> Changes:
    """Return what differs between the load `since` names (None = the one before) and the one the store is seen at."""
    before, after = find_since(store, since), find_moment(store, store.as_at)
    period = None if filters.period == "all" else about(store, filters, scope).period
    within = bind_filters(filters, scope.records, period)
    table = CRIME if filters.kind == "crime" else INCIDENT
    found = list_changes(store, table, before.load, after.load, within)
    kinds = sort_kinds(found)
    gone = list_withdrawn(store, table, before.load, after.load, within)
    found, kinds = found + gone, kinds + ["withdrawn"] * len(gone)
    if table is CRIME:
        for kind, list_kind in _OF_EXTRACTS.items():
            told = list_kind(store, before.load, after.load, within)
            found, kinds = found + told, kinds + [kind] * len(told)
    rows = pd.DataFrame(found, columns=Change._fields, dtype=object)
    rows.insert(0, "kind", kinds)
    rows = field_words(store).name(rows)
    records = rows.groupby("kind")["ref"].nunique()
    counts = pd.DataFrame([(kind, int(records.get(kind, 0))) for kind in KINDS], columns=COUNTS)
    shown = rows.assign(ref=as_written(store, rows["ref"])) if table is CRIME else rows
    return Changes(filters.kind, before, after, period, counts, shown, int(rows["ref"].nunique()))
