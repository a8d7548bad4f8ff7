"""Crimes with something missing or contradictory: how many, where and when, and which."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from hcdata.common.access import Districts
from hcdata.common.sql import read
from hcdata.measures.wrap import bind_filters
from hcdata.schema.issues import FIELDS, NOTES, Note
from hcdata.store.query import SQL
from hcdata.views.cases import name_codes
from hcdata.views.context import Context


@dataclass(frozen=True)
class Noted:
    """Notes on the hate crimes, or on the incidents, of a period.

    counts: note, district (id), month (first day), n; crimes: district, month, n of all of them.
    """

    counts: pd.DataFrame
    crimes: pd.DataFrame

    @cached_property
    def total(self) -> int:
        """All hate crimes, or incidents, of the period."""
        return int(self.crimes["n"].sum())

    @cached_property
    def totals(self) -> dict[str, int]:
        """Crimes, or incidents, with each note that occurs."""
        return {str(note): int(n) for note, n in self.counts.groupby("note")["n"].sum().items()}

    def count(self, note: str) -> int:
        """Return how many have a note."""
        return self.totals.get(note, 0)


@dataclass(frozen=True)
class NotedCases:
    """The crimes or incidents with one note, newest first: reference, recorded_on, district, strands, its fields."""

    note: Note
    rows: pd.DataFrame


def noted(context: Context) -> Noted:
    """Count the notes on the period's hate crimes, by district and month recorded."""
    return count_notes(context, "noted_counts")


def count_notes(context: Context, named: str) -> Noted:
    """Count notes by a named query: note (none in the rows that count all), district, month, n."""
    found = context.store.rows(read(SQL / f"{named}.sql"), bind_asked(context, context.scope.aggregates))
    whole = found["note"].isna()
    return Noted(found[~whole].reset_index(drop=True), found.loc[whole, ["district", "month", "n"]])


def completeness(found: Noted, part: str | None = None, fields: Mapping[str, str] = FIELDS) -> pd.DataFrame:
    """Return field, note, the part (district or month) if asked, recorded, of and share of the fields that matter."""
    by = [part] if part else []
    asked = pd.DataFrame({"note": list(fields), "field": list(fields.values())})
    crimes = found.crimes.assign(all=0).groupby(["all", *by], as_index=False)["n"].sum().drop(columns="all")
    lacking = found.counts.groupby(["note", *by], as_index=False)["n"].sum().rename(columns={"n": "lacking"})
    table = asked.merge(crimes.rename(columns={"n": "of"}), how="cross").merge(lacking, how="left", on=["note", *by])
    recorded = table["of"] - table["lacking"].fillna(0).astype("int64")
    share = recorded / table["of"].where(table["of"] > 0)
    return table.assign(recorded=recorded, share=share)[["field", "note", *by, "recorded", "of", "share"]]


def in_order(context: Context, by_district: pd.DataFrame) -> pd.DataFrame:
    """Return completeness by district with names for ids, in the order districts are shown."""
    order = {one: place for place, one in enumerate(context.names)}
    named = by_district.assign(name=by_district["district"].map(context.names))
    return named.sort_values("district", key=lambda ids: ids.map(order), kind="stable").drop(columns="district")


def noted_cases(context: Context, note: str) -> NotedCases:
    """List the crimes with a note, within the records in scope."""
    bound = bind_asked(context, context.scope.records) | {"note": note}
    rows = context.store.rows(read(SQL / "noted_cases.sql"), bound)
    words = name_codes(context, rows)
    return NotedCases(NOTES[note], rows.assign(**words))


def bind_asked(context: Context, scope: Districts) -> dict[str, Any]:
    """Return the period, districts and strands asked for, and a scope, as named SQL takes them."""
    return bind_filters(context.filters, scope, context.about.period)
