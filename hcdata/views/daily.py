"""One series day by day: the days between its records, and what was recorded round an event."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from hcdata.stats import around as days_around
from hcdata.stats import rare
from hcdata.stats.choose import TOO_FEW
from hcdata.stats.compare import is_unlikely
from hcdata.stats.headline import LEVEL
from hcdata.stats.periods import add_months, month_start
from hcdata.stats.rare import Runs
from hcdata.views.context import Context
from hcdata.views.missing import Missing, NoDaysBetween, Simply
from hcdata.views.months import find_window
from hcdata.views.results import Trend

# A gap chart needs as many points as a chart of months.
FEWEST = 8


@dataclass(frozen=True)
class Daily:
    """The records of one choice of filters by day.

    counts: every day loaded to its number. gaps: day, value (days since the record before; those of one day are one
    event), centre, lower, upper, signal, over the months drawn; empty below eight gaps. `runs` is how the gaps lie
    about their centre, `waiting` the days from the last record to the end of the data, `level` the level of evidence.
    """

    counts: pd.Series
    gaps: pd.DataFrame
    runs: Runs | None
    last: date | None
    waiting: int | None
    missing: Missing | None = None
    level: float = LEVEL


@dataclass(frozen=True)
class Around:
    """What was recorded round an event.

    windows: window (before, after), first, last, days, n, expected, ratio, lower, upper, p, unlikely.
    days: day, n, from 14 days before to 13 days after it, where loaded.
    """

    event: date
    windows: pd.DataFrame
    days: pd.DataFrame

    @property
    def telling(self) -> bool:
        """Whether enough is usual for a fortnight to say anything."""
        return bool(self.windows["expected"].max() >= TOO_FEW)


def daily(context: Context) -> Daily:
    """Count the records a question asks for day by day."""
    nothing = pd.DataFrame(columns=["day", "value", "centre", "lower", "upper", "signal"])
    missing, window = context.missing(context.volume), find_window(context)
    if missing or window is None or context.first is None:
        why = missing or Simply("nothing_in_months")
        return Daily(pd.Series(dtype=float), nothing, None, None, None, why)
    (whole, drawn), level = window, context.evidence
    whole = type(whole)(context.first, whole.end, True)
    found = context.ask(context.volume, ("day",), whole)
    every = pd.date_range(whole.start, whole.end, inclusive="left")
    counts = pd.Series(found["n"], index=pd.to_datetime(found["day"]), dtype=float).reindex(every, fill_value=0.0)
    with_records = counts.index[counts > 0]
    absences = context.absences(context.volume, whole)
    for one in absences:
        after = pd.Timestamp(add_months(one.month, 1))
        counts = counts[(counts.index < pd.Timestamp(one.month)) | (counts.index >= after)]
    if any(one.month >= month_start(drawn) for one in absences):
        return Daily(counts, nothing, None, None, None, NoDaysBetween(absences))
    last = with_records[-1].date() if len(with_records) else None
    waiting = (every[-1].date() - last).days if last else None
    between = rare.gaps(with_records[with_records >= pd.Timestamp(drawn)], merge=True)
    if len(between) < FEWEST:
        return Daily(counts, nothing, None, last, waiting, None, level)
    judged = rare.t(between["gap"])
    gaps = judged.assign(day=between["day"].to_numpy())[list(nothing)]
    return Daily(counts, gaps, rare.runs(gaps["value"], float(gaps["centre"].iloc[0])), last, waiting, None, level)


def around(found: Daily, event: date) -> Around | None:
    """Compare the fortnight before and from an event with its weekdays and season; None where its day is not loaded."""
    if pd.Timestamp(event) not in found.counts.index:
        return None
    reach = pd.Timedelta(days=days_around.DAYS)
    near = found.counts[pd.Timestamp(event) - reach : pd.Timestamp(event) + reach - pd.Timedelta(days=1)]
    if not near.index.to_series().diff().dropna().eq(pd.Timedelta(days=1)).all():
        return None
    days = near.rename_axis("day").rename("n").reset_index()
    windows = days_around.around(found.counts, event)
    unlikely = [is_unlikely(p, found.level) for p in windows["p"]]
    return Around(event, windows.assign(unlikely=unlikely), days)


def area(trend: Trend, event: date, districts: Collection[str]) -> str | None:
    """Return the one district the events of a day are of; None for the force's, or where a series is of one already."""
    scopes = set(trend.events.loc[trend.events["event_on"] == pd.Timestamp(event), "scope"])
    alone = scopes.pop() if len(scopes) == 1 else None
    return alone if alone in districts and not trend.district else None


def within(trend: Trend, district: str, name: str) -> Trend:
    """Return a trend as of one district only, to name what is counted there."""
    narrowed = replace(trend, subject=replace(trend.subject, districts=(name,)))
    return narrowed if trend.strand else replace(narrowed, district=district)
