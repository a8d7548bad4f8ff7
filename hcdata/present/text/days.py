"""A series day by day, in words: how far apart its records are, and what happened round an event."""

from hcdata.present.text import missing_words, numbers
from hcdata.present.text.series import noun
from hcdata.views.daily import Around, Daily
from hcdata.views.results import Trend

# Gaps beyond the limits that are named; earlier ones are counted.
TOLD = 3


def between_title(found: Daily, trend: Trend) -> str:
    """State how far apart the records usually are."""
    if found.missing or found.gaps.empty:
        return "Days between records: too few to say"
    apart = numbers.counted(round(found.gaps["centre"].iloc[0]), "day", "days")
    text = noun(trend)
    return f"{text[0].upper()}{text[1:]} are usually about {apart} apart"


def between_sentence(found: Daily, trend: Trend) -> str:
    """Say when the last record was, and which gaps lie beyond the limits; that does not judge the series."""
    if found.missing:
        return missing_words.say(found.missing)
    if found.last is None:
        return "None is on record."
    waiting = numbers.counted(found.waiting or 0, "day", "days")
    said = f"The last was recorded on {numbers.day(found.last)}, {waiting} before the data end."
    if found.gaps.empty or found.runs is None:
        return f"{said} Too few to say how far apart they usually are."
    outside = found.gaps[found.gaps["signal"]]
    upper, told = found.gaps["upper"].iloc[0], []
    if (found.waiting or 0) > upper:
        told.append(f"That is longer than the upper limit of {upper:,.0f} days.")
    if len(outside):
        named = [f"{row['value']:,.0f} days to {numbers.day(row['day'])}" for _, row in outside.tail(TOLD).iterrows()]
        earlier = [f"{len(outside) - TOLD:,} earlier"] if len(outside) > TOLD else []
        told.append(f"Beyond the limits: {numbers.listed([*named, *earlier])}.")
    if found.runs.signal:
        told.append("Short gaps come together, and so do long ones.")
    if not told:
        return f"{said} Every gap lies within the limits."
    return " ".join([said, *told, "Whether the series has changed is judged by its quarters and years."])


def around_title(found: Around, name: str) -> str:
    """State the fortnight from the event."""
    after = found.windows.iloc[-1]
    if not after["days"] or after["expected"] != after["expected"]:
        return f"{name}: nothing is loaded from that day on"
    span = f"in the {after['days']:,.0f} days from then"
    return f"{name}: {after['n']:,.0f} {span}, where {_usual(after['expected'])} would be usual"


def around_sentence(found: Around, trend: Trend) -> str:
    """Say the fortnights before and from an event against the same weekdays of the season."""
    if not found.telling:
        usual = found.windows["expected"].max()
        return (
            f"Too few to look at day by day: {_usual(usual)} would be usual in a fortnight."
            if usual == usual
            else ("Nothing is loaded that these days could be set against.")
        )
    parts = []
    for row in found.windows.to_dict("records"):
        when = "before" if row["window"] == "before" else "from the event on"
        if not row["days"] or row["p"] != row["p"]:
            parts.append(f"For the days {when} there is nothing to compare with.")
            continue
        chance = "is unlikely to be chance" if row["unlikely"] else "could be chance"
        things = numbers.counted(row["n"], noun(trend, 1), noun(trend))
        season = "" if parts else " for these weekdays and season"
        usual = f"where {_usual(row['expected'])} would be usual{season}; this {chance}"
        if f"{row['n']:,.0f}" == _usual(row["expected"]):
            usual = f"as many as usual{season}"
        parts.append(f"In the {row['days']:,} days {when}: {things}, {usual}.")
    return f"{' '.join(parts)} That it follows an event does not show that the event caused it."


def _usual(expected: float) -> str:
    """Say an expected number: whole from ten on, with one decimal below."""
    return f"{expected:,.0f}" if expected >= 10 else f"{expected:,.1f}".removesuffix(".0")
