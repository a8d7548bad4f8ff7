"""One month of a series in words: its place in the usual range, the arithmetic, the events near it."""

from hcdata.present.text import absences, numbers, series
from hcdata.present.text.series import noun
from hcdata.stats.spc import LIMIT_FACTOR
from hcdata.views.one_month import OneMonth
from hcdata.views.results import Trend


def month_words(one: OneMonth, trend: Trend) -> str:
    """Say one month: its count, its place in the usual range, and the same month of earlier years."""
    lacking = absences.by_month(trend.absences).get(one.month, "")
    if one.n is None:
        return f"{one.month:%B %Y} is not loaded: it has no number, and nothing is judged by it. {_before(one)}"
    things = numbers.counted(one.n, noun(trend, 1), noun(trend))
    if not one.complete:
        if lacking:
            return f"{one.month:%B %Y}: {things} {lacking}. It is not judged. {_before(one)}"
        return f"{one.month:%B %Y} is not complete: {things} so far. It is not judged."
    said = f"{one.month:%B %Y}: {things}"
    if one.lower is None or one.upper is None:
        said += f"; {trend.choice.reason}" if trend.usual is None else "; no usual range holds for this month"
    else:
        side = "above" if one.n > one.upper else "below" if one.n < one.lower else "within"
        marked = ", and part of what stands out" if one.marked else ""
        said += f", {side} the usual range{marked}"
    return f"{said}. {_before(one)}"


def _before(one: OneMonth) -> str:
    if one.before.empty:
        return "The same month of an earlier year is not loaded."
    years = numbers.listed([f"{n:,.0f} in {month:%Y}" for month, n in one.before.itertuples(index=False)])
    chance = {
        "could be chance": "; the difference from the year before could be chance",
        "unlikely to be chance": "; the difference from the year before is unlikely to be chance",
    }.get(one.verdict.chance if one.n != one.before["n"].iloc[0] else "", "")
    return f"The same month before: {years}{chance}."


def arithmetic(one: OneMonth, trend: Trend) -> str:
    """Show where the limits of a month come from."""
    if one.mean is None or one.upper is None or one.lower is None:
        return ""
    width = one.upper - one.mean
    sums = (
        f"mean {one.mean:,.2f} a month; neighbouring months differ by {width / LIMIT_FACTOR:,.2f} on average;"
        f" {one.mean:,.2f} \u00b1 {LIMIT_FACTOR} \u00d7 {width / LIMIT_FACTOR:,.2f} = {max(0.0, one.mean - width):,.1f}"
        f" to {one.upper:,.1f}"
    )
    held = not trend.rebases or one.month >= trend.rebases[-1].month
    rests = f", from {trend.baseline_months} months ({series.baseline(trend)})" if held else ""
    return f"The arithmetic{rests}: {sums}."


def events_near(one: OneMonth) -> str:
    """Name the events of a month and of the fortnight before it."""
    if one.events.empty:
        return "No event is on record for this month or the fortnight before it."
    named = [
        f"{row['name']} ({': '.join(filter(None, (numbers.day(row['event_on']), row['note'])))})"
        for _, row in one.events.iterrows()
    ]
    return f"Events in the month or the fortnight before it: {'; '.join(named)}."
