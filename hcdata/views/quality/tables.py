"""Tables of monthly counts that others have made, beside the same figure counted here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

import pandas as pd

from hcdata.common.access import keep_in_scope
from hcdata.common.filters import Filters
from hcdata.common.sql import read
from hcdata.measures import registry, run
from hcdata.stats.periods import add_months
from hcdata.store.query import SQL
from hcdata.views.context import Context
from hcdata.views.quality.left_out import LeftOut

DAY = timedelta(days=1)
# What a label stands for when it stands for all (schema).
FORCE, EVERY = "force", "all"
FORCE_NAME = "Force"
_ROWS = ["area", "strand", "category", "month", "given"]
_COMPARED = ["area", "strand", "month", "given", "ours", "difference"]


@dataclass(frozen=True)
class CountTable:
    """One table of monthly counts, within the districts in scope.

    rows: area, strand, category, month (first day), given; sources: file, sheet, data_to, counts. Of a table that says
    which measure it is of, compared has area, strand, month, given, ours, difference; `left_out` says of the other
    counts why they cannot be compared, with how many.
    """

    series: str
    title: str
    measure: str | None
    counted_as: str
    rows: pd.DataFrame
    sources: pd.DataFrame
    compared: pd.DataFrame
    left_out: dict[LeftOut, int]
    tolerance: float

    @property
    def apart(self) -> pd.DataFrame:
        """The counts that differ from ours, furthest first."""
        found = self.compared[self.compared["difference"] != 0]
        return found.sort_values("difference", key=abs, ascending=False, kind="stable").reset_index(drop=True)

    @property
    def beyond(self) -> bool:
        """Whether what differs is more than the tolerance of all that is given."""
        return bool(self.compared["difference"].abs().sum() > self.tolerance * self.compared["given"].sum())

    @property
    def widest(self) -> tuple[bool, bool]:
        """Whether some of what is compared is of the whole force, and of all strands: what to add up by month."""
        kinds = set(zip(self.compared["area"] == FORCE_NAME, self.compared["strand"] == "", strict=True))
        return max(kinds, key=lambda kind: (kind[1], kind[0]), default=(True, True))

    def by_month(self) -> pd.DataFrame:
        """Return month, given, ours, difference (sums of the widest counts), and how many of all differ, and of."""
        force, every = self.widest
        widest = self.compared[
            ((self.compared["area"] == FORCE_NAME) == force) & ((self.compared["strand"] == "") == every)
        ]
        sums = widest.groupby("month", as_index=False)[["given", "ours", "difference"]].sum()
        return sums.merge(self._differing(["month"]), on="month")

    def by_part(self) -> pd.DataFrame:
        """Return area, strand, given, ours, difference, added over the months, and how many differ, and of."""
        parts = ["area", "strand"]
        sums = self.compared.groupby(parts, sort=False, as_index=False)[["given", "ours", "difference"]].sum()
        return sums.merge(self._differing(parts), on=parts)

    def _differing(self, parts: list[str]) -> pd.DataFrame:
        marked = self.compared.assign(differ=(self.compared["difference"] != 0).astype("int64"), of=1)
        return marked.groupby(parts, as_index=False)[["differ", "of"]].sum()


def comparable() -> dict[str, str]:
    """Return the measures a table's counts can be set beside: id to title."""
    return {id: measure.title for id, measure in registry.all().items() if measure.kind == "count"}


def tables(context: Context) -> tuple[CountTable, ...]:
    """Return every table of counts loaded, over all its months, whatever period the filters say."""
    found = keep_in_scope(context.store.rows(read(SQL / "series_counts.sql")), context.scope.aggregates)
    return tuple(_table(context, str(series), rows) for series, rows in found.groupby("series"))


def _table(context: Context, series: str, rows: pd.DataFrame) -> CountTable:
    newest = rows.sort_values(["seen", "file_id"]).iloc[-1]
    measure = None if pd.isna(newest["measure"]) else str(newest["measure"])
    areas, strands = {**context.names, FORCE: FORCE_NAME}, {**context.store.strand_names, EVERY: ""}
    rows = rows.assign(
        area=rows["district"].map(lambda one: areas.get(one, one)),
        strand_name=rows["strand"].map(lambda one: strands.get(one, one)),
        month=rows["month"].dt.date,
    )
    known = registry.all().get(measure or "")
    answered = _answer(context, measure, rows) if measure else rows.assign(why="", ours=0)
    compared = answered[answered["why"] == ""] if measure else answered.iloc[:0]
    compared = compared.assign(difference=compared["ours"].astype("int64") - compared["given"])
    left_out = answered.loc[answered["why"] != "", "why"].value_counts()
    shown = {"strand": "strand_name"}
    return CountTable(
        series=series,
        title=str(newest["title"]),
        measure=measure,
        counted_as=known.title if known else "",
        rows=_named(rows.assign(category=rows["category"].where(rows["category"] != EVERY, "")), _ROWS, shown),
        sources=rows.groupby(["file", "sheet", "data_to"], dropna=False, as_index=False)
        .agg(counts=("given", "size"))
        .sort_values("data_to", ascending=False, kind="stable"),
        compared=_named(compared, _COMPARED, shown).astype({"ours": "int64"}),
        left_out={cast(LeftOut, why): int(n) for why, n in left_out.items()},
        tolerance=context.store.config.quality.published_tolerance,
    )


def _named(rows: pd.DataFrame, columns: list[str], shown: dict[str, str]) -> pd.DataFrame:
    picked = rows[[shown.get(name, name) for name in columns]]
    return picked.set_axis(columns, axis=1).reset_index(drop=True)


def _answer(context: Context, measure: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Add ours, and why a count cannot be compared: an empty text where it can."""
    whole = _why_none(measure)
    if whole:
        return rows.assign(ours=0, why=whole)
    filters = Filters("custom", rows["month"].min(), add_months(rows["month"].max(), 1), as_at=context.filters.as_at)
    ours: dict[tuple[date, str, str], int | None] = {}
    for by in _splits(rows):
        found = run.figures(context.store, measure, by, filters, context.scope)
        for row in found.itertuples():
            key = row.month.date(), getattr(row, "district", FORCE), getattr(row, "strand", EVERY)
            ours[key] = int(row.n) if row.complete and not pd.isna(row.n) else None
    keys = list(zip(rows["month"], rows["district"], rows["strand"], strict=True))
    here = rows["district"].isin([FORCE, *context.names]) & rows["strand"].isin([EVERY, *context.store.strand_names])
    why = [
        _why_not(key[0], seen, category, there, ours.get(key))
        for key, seen, category, there in zip(keys, rows["seen"], rows["category"], here, strict=True)
    ]
    return rows.assign(ours=[ours.get(key) or 0 for key in keys], why=why)


def _splits(rows: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for by_district, by_strand in sorted(set(zip(rows["district"] != FORCE, rows["strand"] != EVERY, strict=True))):
        yield ("month", *(["district"] if by_district else []), *(["strand"] if by_strand else []))


def _why_none(measure: str) -> LeftOut | Literal[""]:
    if measure in comparable():
        return ""
    return "no_count" if measure in registry.all() else "no_measure"


def _why_not(month: date, seen: pd.Timestamp, category: str, here: bool, ours: int | None) -> LeftOut | Literal[""]:
    if category != EVERY:
        return "by_category"
    if not here:
        return "area_or_strand"
    if seen.date() < add_months(month, 1) - DAY:
        return "month_not_over"
    return "month_not_loaded" if ours is None else ""
