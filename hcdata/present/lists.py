"""Lists for reading and putting right: cases, outcomes, and the state of the data, with readable column names."""

import pandas as pd

from hcdata.views.cases import Cases
from hcdata.views.outcomes import Outcomes
from hcdata.views.quality import Quality

# What a reader may ask to see of a duty's cases.
STATES = {
    "to_put_right": "To put right",
    "not_recorded": "Nothing recorded",
    "not_met": "Not met",
    "met": "Met",
    "not_due": "Not due yet",
    "all": "All",
}
_CASES = {
    "crime_ref": "Crime",
    "incident_ref": "Incident",
    "ref": "Pseudonym",
    "state": "State",
    "counted_at": "Counted on",
    "recorded_on": "Recorded on",
    "district": "District",
    "strands": "Strands",
    "offence_title": "Offence",
    "outcome_code": "Outcome",
    "channel": "Reported through",
    "place_type": "Place type",
    "contacts": "Contacts on record",
    "supervisor_named": "Supervisor named",
    "flag_missing": "Hate flag missing",
    "age_band": "Days open",
    "value": "Value",
}


def cases(found: Cases) -> pd.DataFrame:
    """Return the case list: one row a row of the measure, the columns that say something."""
    rows = found.rows
    if "ref" in rows and "crime_ref" in rows and rows["ref"].equals(rows["crime_ref"]):
        rows = rows.drop(columns="ref")
    if found.measure.counts == "incident":
        rows = rows.rename(columns={"ref": "incident_ref"})
    if "counted_at" in rows and "recorded_on" in rows and rows["counted_at"].equals(rows["recorded_on"]):
        rows = rows.drop(columns="counted_at")
    used = [name for name in _CASES if name in rows and rows[name].notna().any()]
    return rows[used].rename(columns=_CASES)


def outcomes(found: Outcomes) -> pd.DataFrame:
    """Return the outcome mix: code, outcome, group, crimes, share, counted as positive."""
    named = found.mix.rename(
        columns={
            "code": "Code",
            "title": "Outcome",
            "group": "Group",
            "n": "Crimes",
            "share": "Share",
            "positive": "Positive",
        }
    )
    return named.assign(Share=(named["Share"].astype("float64") * 100).round(1)).rename(columns={"Share": "Share, %"})


def completeness(found: Quality) -> pd.DataFrame:
    """Return the share of hate crimes with each key field recorded."""
    named = found.completeness.rename(
        columns={"field": "Field", "recorded": "Recorded", "of": "Hate crimes", "share": "Share, %"}
    )
    return named.assign(**{"Share, %": (named["Share, %"].astype("float64") * 100).round(1)})


def rejects(found: Quality) -> pd.DataFrame:
    """Return rejected rows by reason with what to do."""
    return found.rejects.rename(columns={"reason": "Reason", "rows": "Rows", "do": "What to do"})


def faults(found: Quality) -> pd.DataFrame:
    """Return fields of accepted rows that could not be read."""
    return found.faults.rename(columns={"field": "Field", "reason": "Why", "rows": "Rows"})


def files(found: Quality) -> pd.DataFrame:
    """Return every file and sheet loaded, newest load first."""
    return found.files.rename(columns=lambda name: str(name).replace("_", " ").capitalize())
