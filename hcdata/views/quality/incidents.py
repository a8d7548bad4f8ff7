"""Incidents with something missing or contradictory: how complete their fields are, and which incidents lack what."""

from dataclasses import dataclass

import pandas as pd

from hcdata.common.sql import read
from hcdata.schema.incident_issues import FIELDS, NOTES
from hcdata.store.query import SQL
from hcdata.views.cases import name_codes
from hcdata.views.context import Context
from hcdata.views.quality.issues import Noted, NotedCases, bind_asked, completeness, count_notes, in_order


@dataclass(frozen=True)
class Incidents:
    """How complete incidents of every kind are: the columns of `Quality.completeness`, by district and by month."""

    completeness: pd.DataFrame
    by_district: pd.DataFrame
    by_month: pd.DataFrame
    noted: Noted


def incidents(context: Context) -> Incidents | None:
    """Count the notes on the period's incidents; None where no incident extract is loaded."""
    if not context.store.has("incident"):
        return None
    noted = count_notes(context, "incident_noted_counts")
    return Incidents(
        completeness=completeness(noted, fields=FIELDS),
        by_district=in_order(context, completeness(noted, "district", FIELDS)),
        by_month=completeness(noted, "month", FIELDS),
        noted=noted,
    )


def noted_incidents(context: Context, note: str) -> NotedCases:
    """List the incidents with a note, within the records in scope."""
    bound = bind_asked(context, context.scope.records)
    rows = context.store.rows(read(SQL / "incident_noted_cases.sql"), bound | {"note": note})
    kinds = {kind.id: kind.name for kind in context.store.config.record_kind}
    return NotedCases(NOTES[note], rows.assign(**name_codes(context, rows), kind=rows["kind"].map(kinds)))
