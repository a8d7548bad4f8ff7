"""When offences are committed, in words and as a table."""

import pandas as pd

from hcdata.present.text import about_words, missing_words, numbers
from hcdata.views.results import About
from hcdata.views.rhythm import NIGHTS, WEEK, Rhythm

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Shares are spoken from this base up (domain brief, comparison of two periods).
BASE = 20


def title(rhythm: Rhythm) -> str:
    """State the share of Friday and Saturday nights, the plan's night-time economy."""
    if rhythm.missing or rhythm.known < BASE:
        return "Hour and weekday of the offence"
    share, even = numbers.percent(rhythm.night / rhythm.known), numbers.percent(NIGHTS / WEEK)
    return f"{share} fall on Friday and Saturday nights, which are {even} of the week's hours"


def sentence(rhythm: Rhythm, about: About) -> str:
    """Say when, by the date and hour of the offence, and how many have no known hour."""
    if rhythm.missing:
        return missing_words.say(rhythm.missing)
    said = [f"By the date and hour of the offence, {about_words.period(about)}: {rhythm.known:,} with a known hour."]
    if rhythm.known >= BASE:
        if rhythm.busiest is None:
            said.append("No weekday stands out from the others.")
        else:
            n = int(rhythm.cells.loc[rhythm.cells["weekday"] == rhythm.busiest, "n"].sum())
            share = numbers.percent(n / rhythm.known)
            said.append(f"{DAYS[rhythm.busiest - 1]} has the most ({n:,}, {share}; an even week would give 14.3 %).")
        said.append(_peak(rhythm))
    else:
        said.append("Too few to say more.")
    if rhythm.unknown:
        said.append(f"{rhythm.unknown:,} without a known hour are left out.")
    if rhythm.placeholders:
        said.append(
            f"{rhythm.placeholders:,} stand at exactly 00:00, as systems write an hour they do not know: left out."
        )
    return " ".join(said)


def _peak(rhythm: Rhythm) -> str:
    """Name the hour of the week with most, or the several with as many, where one stands out."""
    if not rhythm.peaks:
        return "No hour of the week stands out from the others."
    named, n = numbers.listed([name_hour(*one) for one in rhythm.peaks]), rhythm.cells["n"].max()
    if len(rhythm.peaks) == 1:
        return f"The highest hour is {named}, with {n:,}."
    return f"The highest hours are {named}, with {n:,} each."


def peak(rhythm: Rhythm) -> tuple[str, str] | None:
    """Return the hour of the week with most, as an address writes it and in words; None where none stands out."""
    if rhythm.missing or rhythm.known < BASE or not rhythm.peaks:
        return None
    weekday, hour = rhythm.peaks[0]
    return f"{weekday}.{hour}", name_hour(weekday, hour)


def name_hour(weekday: int, hour: int) -> str:
    """Name an hour of the week: 'Saturday 22:00 to 23:00'."""
    return f"{DAYS[weekday - 1]} {hour:02d}:00 to {(hour + 1) % 24:02d}:00"


def read_hour(text: str) -> tuple[int, int] | None:
    """Read an hour of the week as an address writes it: '6.22' is weekday 6 (Saturday), hour 22; None for others."""
    known = {f"{weekday}.{hour}": (weekday, hour) for weekday in range(1, 8) for hour in range(24)}
    return known.get(text)


def table(rhythm: Rhythm) -> pd.DataFrame:
    """Return Hour and one column of numbers for each weekday."""
    if rhythm.missing:
        return pd.DataFrame()
    wide = rhythm.cells.pivot(index="hour", columns="weekday", values="n").reindex(
        index=range(24), columns=range(1, 8), fill_value=0
    )
    frame = wide.fillna(0).astype(int).set_axis(list(DAYS), axis=1)
    return frame.rename_axis(None, axis=1).assign(Hour=[f"{hour:02d}:00" for hour in frame.index])[["Hour", *DAYS]]
