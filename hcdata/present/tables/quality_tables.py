"""The state of the data as tidy frames with readable column names."""

import pandas as pd

from hcdata.present.tables.tables import rounded
from hcdata.present.text import numbers
from hcdata.present.text.largest import SPOKEN_BASE
from hcdata.schema.issues import NOTES, ORDERS
from hcdata.views.quality.answer import Quality
from hcdata.views.quality.incidents import Incidents
from hcdata.views.quality.issues import NotedCases

_CASES = {
    "crime_ref": "Crime",
    "incident_ref": "Incident",
    "kind": "Kind",
    "recorded_on": "Recorded on",
    "district": "District",
    "committed_on": "Committed on",
    "reported": "Reported",
    "recorded": "Recorded",
    "assigned": "Officer assigned",
    "supervisor_contact": "First supervisor contact",
    "outcome_code": "Outcome",
    "outcome_on": "Outcome on",
    "own_outcome_code": "On its own row",
    "own_outcome_on": "Own outcome on",
    "event_outcome_code": "In the outcomes file",
    "event_outcome_on": "There on",
    "outcome_rows": "In the outcomes files",
    "strands": "Strands",
    "offence_title": "Offence",
    "channel": "Reported through",
    "place_type": "Place type",
}
_MOMENTS = ("reported", "recorded", "assigned", "supervisor_contact")


def completeness(found: Quality | Incidents) -> pd.DataFrame:
    """Return Key field, All, and each district: shares recorded, between 0 and 1; of fewer than 20 '7 of 12'."""
    shown = pd.DataFrame({"Key field": found.completeness["field"], "All": _shares(found.completeness)})
    for name in found.by_district["name"].unique():
        part = found.by_district[found.by_district["name"] == name]
        shown[str(name)] = found.completeness["note"].map(dict(zip(part["note"], _shares(part), strict=True)))
    return shown


def months(found: Quality | Incidents) -> pd.DataFrame:
    """Return Key field and each month, as `completeness`."""
    if found.by_month.empty:
        return pd.DataFrame({"Key field": found.completeness["field"]})
    said = found.by_month.assign(said=_shares(found.by_month))
    wide = said.pivot(index="field", columns="month", values="said").loc[list(found.completeness["field"])]
    wide.columns = pd.Index([f"{month:%b %y}" for month in wide.columns])
    return wide.rename_axis("Key field").reset_index()


def holds_few(*tables: pd.DataFrame) -> bool:
    """Say whether a share of tables is one of so few that it is said as '7 of 12'."""
    return any(isinstance(cell, str) for table in tables for cell in table.iloc[:, 1:].to_numpy().ravel())


def _shares(rows: pd.DataFrame) -> pd.Series:
    """Return the shares of rows (recorded, of, share), as '7 of 12' where they are of too few to say a percentage."""
    said = [
        f"{row.recorded:,} of {row.of:,}" if 0 < row.of < SPOKEN_BASE else float(row.share) for row in rows.itertuples()
    ]
    return pd.Series(said, index=rows.index, dtype=object)


def delay(found: Quality) -> pd.DataFrame:
    """Return District, Hate crimes, median hours from report, shares over the thresholds, median days from offence."""
    return _delay(found.delay.districts, found.delay.hours, "District", list(found.delay.districts["name"]))


def delay_months(found: Quality) -> pd.DataFrame:
    """Return the columns of `delay` by month recorded."""
    table = found.delay.months
    return _delay(table, found.delay.hours, "Month", [numbers.month(month) for month in table["month"]])


def _delay(table: pd.DataFrame, hours: int, part: str, names: list[str]) -> pd.DataFrame:
    known = table["known"].where(table["known"] >= SPOKEN_BASE)
    return pd.DataFrame(
        {
            part: names,
            "Both times known": table["known"],
            "Median hours from report": rounded(table["median_hours"], 1, "-"),
            f"Over {hours} h": table["late"],
            f"Over {hours} h, %": rounded(table["late"] / known, 1, "-", 100),
            "Over 72 h": table["very_late"],
            "Over 72 h, %": rounded(table["very_late"] / known, 1, "-", 100),
            "Median days from offence": rounded(table["median_days"], 1, "-"),
            "Offence over 28 days before": table["long_before"],
        }
    )


def orders(found: Quality) -> pd.DataFrame:
    """Return what is out of order, Crimes, What it does, What to do; orders that occur."""
    rows = [(NOTES[note], found.noted.count(note)) for note in ORDERS]
    return pd.DataFrame(
        [(f"{one.crimes[0].upper()}{one.crimes[1:]}", n, one.does, one.do) for one, n in rows if n],
        columns=["Crimes", "Number", "What it does", "What to do"],
    )


def published(found: Quality) -> pd.DataFrame:
    """Return published figures beside ours, with difference, source and how sure the source is."""
    table = found.published.compared
    return pd.DataFrame(
        {
            "Measure": table["title"],
            "Area": table["area"],
            "Strand": table["strand"],
            "From": table["start"],
            "To": table["end"],
            "Published": table["published"],
            "Ours": table["ours"],
            "Difference": table["difference"],
            "Difference, %": rounded(table["share"], 1, "-", 100),
            "Source": table["source"],
            "Confidence": table["confidence"],
        }
    )


def cases(found: NotedCases) -> pd.DataFrame:
    """Return the crimes or incidents with a note: the columns that say something, moments to the minute, local time."""
    rows = found.rows
    moments = {name: rows[name].dt.strftime("%d %b %Y %H:%M") for name in _MOMENTS if name in rows}
    rows = rows.assign(**moments)
    return rows[[name for name in _CASES if name in rows and rows[name].notna().any()]].rename(columns=_CASES)


def count(found: NotedCases, record: str) -> str:
    """Write how many crimes or incidents have a note: '1 crime', '0 crimes'."""
    return f"{len(found.rows):,} {record}{'' if len(found.rows) == 1 else 's'}"
