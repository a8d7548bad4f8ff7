"""The monthly counts behind every trend of a view: asked once by district and once by strand, then added up."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hcdata.common.filters import Period
from hcdata.stats import periods
from hcdata.stats.arrays import Floats
from hcdata.views.context import Context

# Complete months drawn at least; R12 of the first looks back over eleven more, the last year's season over twelve.
SHOWN, LOOK_BACK = 36, 12


@dataclass(frozen=True)
class Months:
    """Counts of one measure: months and whether each is over, by district (rows), and by district and strand.

    A month of a district that is not loaded is missing; `whole` says of each district which months are loaded whole.

    A record has one district, so districts add up; it can have several strands, so strands never do.
    """

    starts: NDArray[Any]
    complete: NDArray[np.bool_]
    drawn_from: date
    districts: list[str]
    strands: list[str]
    by_district: Floats
    by_both: Floats
    whole: NDArray[np.bool_]

    @property
    def total(self) -> Floats:
        """All records loaded, each once; missing where no district is loaded."""
        return _add(self.by_district)

    @property
    def by_strand(self) -> Floats:
        """Records of each strand (rows) in all districts together."""
        return _add(self.by_both)

    def complete_of(self, district: str | None) -> NDArray[np.bool_]:
        """Say of each month whether it is over and loaded whole: of one district, or of all that are ever loaded."""
        rows = self.whole if district is None else self.whole[[self.districts.index(district)]]
        ever = rows[~np.isnan(self.by_district).all(axis=1)] if district is None else rows
        return np.asarray(self.complete & ever.all(axis=0))


def _add(rows: Floats) -> Floats:
    """Add up what is loaded; missing where nothing is."""
    return np.where(np.isnan(rows).all(axis=0), np.nan, np.nansum(rows, axis=0))


def months(context: Context, measure: str) -> Months | None:
    """Count a measure of records month by month; None where nothing is loaded or nothing is within reach."""
    window = find_window(context)
    districts, strands = context.districts["id"].tolist(), context.strands["id"].tolist()
    if context.missing(measure) or window is None or not districts:
        return None
    by_district = context.ask(measure, ("district", "month"), window[0])
    by_both = context.ask(measure, ("district", "strand", "month"), window[0])
    wide = len(by_district["month"]) // len(districts)
    starts = np.array(by_district["month"][:wide], dtype="datetime64[us]")
    return Months(
        starts=starts,
        complete=starts < np.datetime64(_find_end(context, window[0]), "us"),
        drawn_from=window[1],
        districts=districts,
        strands=strands,
        by_district=np.array(by_district["n"], dtype=float).reshape(len(districts), wide),
        by_both=np.array(by_both["n"], dtype=float).reshape(len(districts), len(strands), wide),
        whole=np.array(by_district["complete"], dtype=bool).reshape(len(districts), wide),
    )


def _find_end(context: Context, window: Period) -> date:
    """Return the first day of the month that is not over in the data or the window."""
    data_to = context.about.data_to
    after = data_to + timedelta(days=1) if data_to else window.end
    return periods.month_start(min(window.end, after))


def find_window(context: Context) -> tuple[Period, date] | None:
    """Return the dates to count and the first month drawn: the period's, at least 36 complete, and any begun since."""
    about, first = context.about, context.first
    if first is None or about.data_to is None:
        return None
    loaded_to = about.data_to + timedelta(days=1)
    end = min(about.period.end, loaded_to) if about.filters.period == "custom" else loaded_to
    drawn = min(periods.month_start(about.period.start), periods.add_months(periods.month_start(end), -SHOWN))
    start = max(periods.month_start(first), periods.add_months(drawn, -LOOK_BACK))
    return (Period(start, end, True), drawn) if start < end else None
