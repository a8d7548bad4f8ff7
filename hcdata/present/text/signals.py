"""What a judgement found in a series, in words that fit into a sentence, a title and a tooltip."""

import pandas as pd

from hcdata.present.text import numbers
from hcdata.stats.headline import Look
from hcdata.views.results import Trend

USUAL = {"Above UCL": "above", "Below LCL": "below"}
RUN = {
    "7 Points Above CL": "above the average for {n} months running",
    "7 Points Below CL": "below the average for {n} months running",
    "7 Point Trend (Increasing)": "rising for {n} months running",
    "7 Point Trend (Decreasing)": "falling for {n} months running",
    "2 in 3 Above CL": "near the top of the usual range in two of the last three months",
    "2 in 3 Below CL": "near the bottom of the usual range in two of the last three months",
}
SIDES = {1: "more", -1: "fewer"}
HIGH = {1: "high", -1: "low"}


def run(look: Look) -> str:
    """Say the run that the last month ends: 'above the average for 8 months running'."""
    return RUN[look.signal].format(n=len(look.places))


def months_named(trend: Trend, look: Look) -> str:
    """Name the months a look speaks of, each with its number: 'Aug 2026 (41) and Oct 2026 (44)'."""
    rows = trend.complete.iloc[list(look.places)]
    pairs = zip(rows["month"], rows["n"], strict=True)
    return numbers.listed([f"{numbers.month(month)} ({n:,.0f})" for month, n in pairs])


def meaning(trend: Trend) -> str:
    """Say what the marked months of a trend show, in a few words; nothing where none is marked."""
    look = trend.headline.finds("month", "quarter") if trend.headline else None
    if look is None:
        return ""
    if look.kind == "quarter":
        return f"in a quarter with {SIDES[look.direction]} than usual"
    return f"{USUAL[look.signal]} the usual range" if look.signal in USUAL else run(look)


def year(trend: Trend) -> str:
    """Say what is found in the last twelve months: '325 in 12 months, more than usual'; nothing where nothing is."""
    look = trend.headline.finds("year", "years") if trend.headline else None
    return f"{look.n:,.0f} in 12 months, {SIDES[look.direction]} than usual" if look else ""


def unsteady(trend: Trend) -> str:
    """Name the stretches of the months that set the range which were not steady themselves; nothing where all were."""
    if trend.headline is None:
        return ""
    months = trend.complete["month"]
    return numbers.listed(
        [stretch(months.iloc[one.first], months.iloc[one.last], one.direction) for one in trend.headline.unsteady]
    )


def stretch(first: pd.Timestamp, last: pd.Timestamp, side: int) -> str:
    """Say one stretch: 'high from Oct 2023 to Apr 2024', 'low in Mar 2024'."""
    if first == last:
        return f"{HIGH[side]} in {numbers.month(first)}"
    return f"{HIGH[side]} from {numbers.month(first)} to {numbers.month(last)}"
