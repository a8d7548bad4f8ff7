"""How long recording takes: from report to record, and from offence to record."""

from dataclasses import dataclass

import pandas as pd

from hcdata.common.sql import read
from hcdata.store.query import SQL
from hcdata.views.context import Context
from hcdata.views.quality.issues import bind_asked


@dataclass(frozen=True)
class Delay:
    """Recording delay of the period's hate crimes.

    `known` have report and recording in their order: median_hours between them, `late` over the threshold of `hours`,
    `very_late` over 72 hours. `dated` have a date of offence: median_days to recording, `long_before` over 28 days.
    districts, months: the same columns after name, or month (first day).
    """

    crimes: int
    known: int
    median_hours: float | None
    late: int
    very_late: int
    dated: int
    median_days: float | None
    long_before: int
    hours: int
    districts: pd.DataFrame
    months: pd.DataFrame


def delay(context: Context) -> Delay:
    """Measure the recording delay: whole, by district and by month recorded."""
    hours = context.store.config.thresholds.recorded_within_hours
    bound = bind_asked(context, context.scope.aggregates) | {"recorded_within_hours": hours}
    found = context.store.rows(read(SQL / "recording_delay.sql"), bound)
    whole = found[found["district"].isna() & found["month"].isna()].iloc[0]
    places = found[found["district"].notna()].set_index("district")
    order = [one for one in context.names if one in places.index]
    districts = places.loc[order].reset_index().drop(columns="month")
    return Delay(
        crimes=int(whole["crimes"]),
        known=int(whole["known"]),
        median_hours=_or_none(whole["median_hours"]),
        late=int(whole["late"]),
        very_late=int(whole["very_late"]),
        dated=int(whole["dated"]),
        median_days=_or_none(whole["median_days"]),
        long_before=int(whole["long_before"]),
        hours=hours,
        districts=districts.assign(name=districts["district"].map(context.names)).drop(columns="district"),
        months=found[found["month"].notna()].sort_values("month").drop(columns="district").reset_index(drop=True),
    )


def _or_none(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
