"""One series looked at closely: by month, quarter, financial year and rate, and any one of its months."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from hcdata.measures import registry
from hcdata.stats import intervals, periods, season
from hcdata.views.context import Context
from hcdata.views.figures import build, judge
from hcdata.views.missing import Missing, Simply
from hcdata.views.months import Months, find_window
from hcdata.views.results import Figure, Subject, Trend
from hcdata.views.trends import YEAR, Trends

# Financial years drawn beside each other, and earlier years whose same month is shown beside a month.
YEARS = 3
_QUARTERS = ["quarter", "n", "complete", "prior_n", "chance"]
_YEARS = ["year", "month", "n", "to_date"]
_RATE = ["month", "n", "of", "value", "lower", "upper"]


@dataclass(frozen=True)
class Closeup:
    """The records of one choice of filters over time.

    quarters: quarter (first day), n, complete, prior_n (the same quarter a year before), chance.
    years: year ('2025/26'), month (first day), n, to_date (from April), complete months only, the last three years.
    to_date: the financial year so far beside the same months of the year before.
    rate: month, n (12 months to its end), of (residents), value per 1,000, lower, upper (95 %); complete months.
    counts: month, n of every complete month loaded, also those before the ones drawn.
    season: month, n, years, least, most of the last twelve complete months: the same month of up to three years before.
    """

    trend: Trend
    quarters: pd.DataFrame
    years: pd.DataFrame
    to_date: Figure
    rate: pd.DataFrame
    rate_missing: Missing | None
    counts: pd.DataFrame
    season: pd.DataFrame


def closeup(context: Context) -> Closeup:
    """Look closely at the records a question asks for, all taken together."""
    trends = Trends(context, context.volume)
    counted = trends.counted
    frame = _months(counted)
    over = frame[frame["over"]].drop(columns="over").reset_index(drop=True)
    # What is not loaded whole has its place, so that a year back is twelve rows back.
    placed = over.assign(n=over["n"].where(over["complete"])).drop(columns="complete")
    whole, frame = placed[placed["n"].notna()].reset_index(drop=True), frame.drop(columns="over")
    rate, missing = _rate(context)
    return Closeup(
        trend=trends.total,
        quarters=_quarters(frame, counted.drawn_from if counted else date.min, context.evidence),
        years=_years(whole),
        to_date=_to_date(context, placed),
        rate=rate,
        rate_missing=missing,
        counts=whole,
        season=placed.join(season.band(placed["n"], YEARS)).tail(YEAR).reset_index(drop=True),
    )


def _months(counted: Months | None) -> pd.DataFrame:
    if counted is None:
        nothing = {"month": pd.Series(dtype="datetime64[us]"), "n": [], "complete": [], "over": []}
        return pd.DataFrame(nothing).astype({"complete": bool, "over": bool})
    total = counted.total
    loaded = slice(next(iter(np.flatnonzero(~np.isnan(total))), len(total)), None)
    complete = counted.complete_of(None) & ~np.isnan(total)
    columns = {"month": counted.starts, "n": total, "complete": complete, "over": counted.complete}
    return pd.DataFrame({name: values[loaded] for name, values in columns.items()})


def _quarters(frame: pd.DataFrame, drawn_from: date, level: float) -> pd.DataFrame:
    parts: dict[date, list[tuple[float, bool]]] = {}
    for month, n, complete in frame.itertuples(index=False):
        parts.setdefault(periods.quarter(month.date()).start, []).append((n, complete))
    whole = {start: sum(n for n, _ in part) for start, part in parts.items() if [c for _, c in part] == [True] * 3}
    rows = []
    for start, part in parts.items():
        # The first quarter loaded may lack a month: it is neither whole nor still to come.
        if all(np.isnan(n) for n, _ in part):
            continue
        if start < periods.quarter(drawn_from).start or (start not in whole and start == min(parts)):
            continue
        n = int(np.nansum([n for n, _ in part]))
        prior = whole.get(periods.add_months(start, -YEAR)) if start in whole else None
        chance = judge("count", n, None, None if prior is None else int(prior), None, level=level).chance
        rows.append((pd.Timestamp(start), n, start in whole, prior, chance))
    return pd.DataFrame(rows, columns=_QUARTERS)


def _years(whole: pd.DataFrame) -> pd.DataFrame:
    rows, sums, counted = [], dict[str, float](), dict[str, int]()
    for month, n in whole.itertuples(index=False):
        day = month.date()
        name = periods.name_financial_year(day)
        # From April: a year counted to a month that is not loaded goes no further.
        if periods.count_months(periods.financial_year(day).start, day) != counted.get(name, 0):
            continue
        sums[name], counted[name] = sums.get(name, 0) + n, counted.get(name, 0) + 1
        rows.append((name, month, n, sums[name]))
    frame = pd.DataFrame(rows, columns=_YEARS)
    return frame[frame["year"].isin(list(sums)[-YEARS:])].reset_index(drop=True)


def _to_date(context: Context, placed: pd.DataFrame) -> Figure:
    header, subject = registry.one(context.volume), Subject(context.about.strands, context.about.districts)
    months = placed["month"].dt.date.tolist()
    start = periods.financial_year(months[-1]).start if months else None
    if start not in months or placed.loc[placed["month"].dt.date >= start, "n"].isna().any():
        why = Simply("year_to_date_not_whole")
        return Figure(header.id, header.title, "count", header.direction, subject, missing=why)
    counts = {month: n for month, n in zip(months, placed["n"], strict=True) if not np.isnan(n)}
    now = months[months.index(start) :]
    before = [periods.add_months(month, -YEAR) for month in now]
    then = sum(counts[month] for month in before) if set(before) <= set(counts) else None
    total = _row(sum(counts[month] for month in now))
    return build(context, header, total, None if then is None else _row(then), subject)


def _row(n: float) -> dict[str, Any]:
    return {"n": int(n), "of": None, "value": float(n), "not_recorded": 0, "not_due": 0}


def _rate(context: Context) -> tuple[pd.DataFrame, Missing | None]:
    nothing = pd.DataFrame(columns=_RATE)
    if context.filters.kind != "crime":
        return nothing, Simply("incidents_have_no_rate")
    window = find_window(context)
    missing = context.missing("hate_crime_rate")
    if missing or window is None:
        return nothing, missing or Simply("nothing_in_months")
    frame = pd.DataFrame(context.ask("hate_crime_rate", ("month",), window[0]))
    frame = frame[frame["complete"].astype(bool) & frame["n"].notna()]
    if frame["of"].isna().all():
        return nothing, Simply("no_population" if len(frame) else "under_12_months")
    limits = intervals.rate(frame["n"].astype(float), frame["of"].astype(float))
    shown = frame[["month", "n", "of", "value"]].reset_index(drop=True)
    shown["month"] = pd.to_datetime(shown["month"]).astype("datetime64[us]")
    return shown.assign(lower=limits["lower"].to_numpy(), upper=limits["upper"].to_numpy()), None
