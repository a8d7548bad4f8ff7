"""Any one month of a series: what it is judged against, its like in earlier years, and the events near it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from hcdata.views.closeup import YEARS, Closeup
from hcdata.views.figures import judge
from hcdata.views.results import Verdict

# Days before a month's start from which an event is near it: as long as a daily look at an event goes back.
NEAR = timedelta(days=14)


@dataclass(frozen=True)
class OneMonth:
    """One month of a series: what it is judged against, the same month of earlier years, the events near it.

    before: month, n, newest first. events as in a trend. mean, lower and upper are missing where there are no limits.
    `marked` says whether the series' judgement speaks of it.
    """

    month: date
    n: int | None
    complete: bool
    marked: bool
    mean: float | None
    lower: float | None
    upper: float | None
    before: pd.DataFrame
    verdict: Verdict
    events: pd.DataFrame


def one_month(found: Closeup, month: date) -> OneMonth | None:
    """Take one month out of a series; None where it is not drawn."""
    shown = found.trend.months
    rows = shown[shown["month"] == pd.Timestamp(month)]
    if rows.empty:
        return None
    row: dict[str, Any] = rows.iloc[0].to_dict()
    start = row["month"]
    earlier = [start - pd.DateOffset(years=back) for back in range(1, YEARS + 1)]
    before = found.counts[found.counts["month"].isin(earlier)].iloc[::-1].reset_index(drop=True)
    prior = before.loc[before["month"] == earlier[0], "n"]
    judged = found.trend.headline
    verdict = Verdict("nothing to compare with")
    complete, n = bool(row["complete"]), None if pd.isna(row["n"]) else int(row["n"])
    if complete and judged and len(prior):
        verdict = judge("count", n, None, int(prior.iloc[0]), None, level=judged.level)
    days = found.trend.events["event_on"]
    near = (days >= start - NEAR) & (days < start + pd.DateOffset(months=1))
    return OneMonth(
        month=start.date(),
        n=n,
        complete=complete,
        marked=bool(row["mark"]),
        mean=_known(row.get("mean")),
        lower=_known(row.get("lower")),
        upper=_known(row.get("upper")),
        before=before,
        verdict=verdict,
        events=found.trend.events[near],
    )


def _known(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
