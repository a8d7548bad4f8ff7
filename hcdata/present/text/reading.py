"""How to read one series: what would change what is said of it, where its range comes from, and any one month."""

from collections.abc import Callable, Sequence

from hcdata.present.text import numbers, series
from hcdata.views.annotations import RECORDING
from hcdata.views.results import Trend

# How a series is named among its like.
Name = Callable[[Trend], str]
# From so many months on, how seldom something happens is said in years.
LONG = 24


def what_would_change(trend: Trend) -> str:
    """Say which next month would stand out by itself."""
    if trend.usual is None or trend.headline is None:
        return ""
    low, high = trend.headline.turns()
    below = "" if low is None else f", or with {low:,} or fewer" if low else ", or without any"
    return f"A single month would stand out with {high:,} or more{below}."


def recording(trend: Trend) -> str:
    """Name the changes of recording practice in the months drawn, and where the limits start anew."""
    changes = trend.events[trend.events["kind"] == RECORDING]
    named = numbers.listed([f"{row['name']} ({numbers.day(row['event_on'])})" for _, row in changes.iterrows()])
    said = (
        [f"A step at a change of recording practice may be the practice and not the crime: {named}."] if named else []
    )
    for one in trend.rebases:
        why = one.reason.rstrip(". ")
        said.append(f"Limits start anew in {one.month:%B %Y}: {why} ({one.by}, {numbers.day(one.on)}).")
    return " ".join(said)


def alarms_sentence(trends: Sequence[Trend]) -> str:
    """Say how often one of several series would stand out though nothing had changed."""
    judged = [one.false_alarm for one in trends if one.false_alarm]
    if len(judged) < 2:
        return ""
    expected = sum(judged)
    months = 1 / expected
    often = f"about {expected:.0f} each month" if expected >= 1 else f"one about every {months:.0f} months"
    if months >= LONG:
        often = f"one about every {months / 12:.0f} years"
    charts = numbers.counted(len(judged), "chart", "charts")
    return f"With {charts} judged at once, {often} would stand out by chance alone."


def fold_empty(trends: Sequence[Trend], name: Name = series.name) -> tuple[tuple[Trend, ...], str]:
    """Return the trends with any record in their months, and a sentence that names the others; all where none has."""
    shown = tuple(one for one in trends if one.months["n"].sum() > 0)
    empty = [name(one) for one in trends if not one.months["n"].sum() > 0]
    if not shown or not empty:
        return tuple(trends), ""
    return shown, f"Nothing in the months shown for {numbers.listed(empty)}."


def panels_title(trends: Sequence[Trend], part: str, name: Name = series.name) -> str:
    """Name the parts in whose judgement anything was found."""
    if all(one.choice.method == "none" for one in trends):
        return "Too few months are loaded to say what is usual"
    named = [name(one) for one in trends if one.unlikely]
    if not named:
        return f"No {part} stands out"
    rest = "" if len(named) == len(trends) else f"; no other {part} does"
    return f"{numbers.listed(named)} {'stands' if len(named) == 1 else 'stand'} out{rest}"
