"""The tables under the charts of one series, and its events."""

from collections.abc import Mapping

import pandas as pd

from hcdata.present.tables import tables
from hcdata.present.text import absences
from hcdata.present.text.event_words import KINDS
from hcdata.views.closeup import Closeup
from hcdata.views.daily import Around, Daily


def quarters(found: Closeup) -> pd.DataFrame:
    """Return Quarter starting, Number, Complete, A year before, Change since."""
    frame = found.quarters
    return pd.DataFrame(
        {
            "Quarter starting": tables.dates(frame["quarter"], "%b %Y"),
            "Number": tables.whole(frame["n"], absences.NOT_LOADED),
            "Complete": tables.yes(frame["complete"]),
            "A year before": tables.whole(frame["prior_n"], tables.NO_FIGURE),
            "Change since": tables.since(frame),
        }
    )


def years(found: Closeup) -> pd.DataFrame:
    """Return Financial year, Month, Number, From April."""
    frame = found.years
    return pd.DataFrame(
        {
            "Financial year": frame["year"],
            "Month": tables.dates(frame["month"], "%b %Y"),
            "Number": tables.whole(frame["n"], absences.NOT_LOADED),
            "From April": tables.whole(frame["to_date"], tables.NOT_RECORDED),
        }
    )


def seasons(found: Closeup) -> pd.DataFrame:
    """Return Month, Number, Earlier years, Least, Most."""
    frame = found.season
    return pd.DataFrame(
        {
            "Month": tables.dates(frame["month"], "%b %Y"),
            "Number": tables.whole(frame["n"], absences.NOT_LOADED),
            "Earlier years": tables.whole(frame["years"], tables.NO_FIGURE),
            "Least": tables.whole(frame["least"], tables.NO_FIGURE),
            "Most": tables.whole(frame["most"], tables.NO_FIGURE),
        }
    )


def gaps(found: Daily) -> pd.DataFrame:
    """Return Recorded on, Days since the one before, Beyond the limits."""
    frame = found.gaps
    return pd.DataFrame(
        {
            "Recorded on": tables.dates(frame["day"], "%d %b %Y"),
            "Days since the one before": tables.whole(frame["value"], tables.NO_FIGURE),
            "Beyond the limits": tables.yes(frame["signal"]),
        }
    )


def windows(found: Around) -> pd.DataFrame:
    """Return Window, From, To, Number, Usual, Ratio, Lower 95 %, Upper 95 %."""
    frame = found.windows
    named = {"expected": "Usual", "ratio": "Ratio", "lower": "Lower 95 %", "upper": "Upper 95 %"}
    table = pd.DataFrame(
        {
            "Window": frame["window"].map({"before": "Before", "after": "From the day on"}),
            "From": tables.dates(frame["first"], "%d %b %Y"),
            "To": tables.dates(frame["last"], "%d %b %Y"),
            "Number": tables.whole(frame["n"], absences.NOT_LOADED),
        }
    )
    return table.assign(**{name: tables.rounded(frame[key], 2, tables.NO_FIGURE) for key, name in named.items()})


def rates(found: Closeup) -> pd.DataFrame:
    """Return 12 months to, Number, Residents, Rate per 1,000, Lower 95 %, Upper 95 %."""
    frame = found.rate
    named = {"value": "Rate per 1,000", "lower": "Lower 95 %", "upper": "Upper 95 %"}
    table = pd.DataFrame(
        {
            "12 months to": tables.dates(frame["month"], "%b %Y"),
            "Number": tables.whole(frame["n"], absences.NOT_LOADED),
            "Residents": tables.whole(frame["of"], tables.NOT_RECORDED),
        }
    )
    return table.assign(**{name: tables.rounded(frame[key], 2, tables.NO_FIGURE) for key, name in named.items()})


def events(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return Date, Event, Where, Kind, Note, Entry (its number in the register, blank for the events list)."""
    return pd.DataFrame(
        {
            "Date": tables.dates(frame["event_on"], "%d %b %Y"),
            "Event": frame["name"],
            "Where": [names.get(scope, "Force" if scope == "force" else scope) for scope in frame["scope"]],
            "Kind": [KINDS.get(kind, str(kind).replace("_", " ").capitalize()) for kind in frame["kind"]],
            "Note": frame["note"].fillna(""),
            "Entry": ["" if pd.isna(one) else str(one) for one in frame["entry"]],
        }
    )
