"""Lists for reading and putting right: cases and outcomes, with readable column names."""

import pandas as pd

from hcdata.views.cases import Cases
from hcdata.views.outcomes import Outcomes

# What a reader may ask to see of a measure's cases.
STATES = {
    "to_put_right": "To put right: still lacking, crime open",
    "missed": "Missed: not met, or closed with nothing recorded",
    "not_recorded": "Nothing recorded",
    "not_met": "Not met",
    "met": "Met",
    "not_due": "Not due yet",
    "all": "All",
}
# Of repeats: a crime may be one, and who or where may have become one this quarter.
REPEAT_STATES = {
    "met": "Repeats",
    "new": "Repeats for the first time in the last three months, or in a shorter period",
    "not_met": "No repeats",
    "all": "All",
}
_CASES = {
    "crime_ref": "Crime",
    "incident_ref": "Incident",
    "ref": "Pseudonym",
    "state": "State",
    "waiting": "Days waiting",
    "lacks": "Missing",
    "counted_at": "Counted on",
    "recorded_on": "Recorded on",
    "district": "District",
    "strands": "Strands",
    "earlier": "Earlier ones that make it a repeat",
    "offence_title": "Offence",
    "outcome_code": "Outcome",
    "channel": "Reported through",
    "place_type": "Place type",
    "contacts": "Contacts on record",
    "supervisor_named": "Supervisor named",
    "supervisor_review_on": "Last review by a supervisor",
    "vps_taken": "Statement taken",
    "reported_on": "Reported on",
    "referred_on": "Referred on",
    "support_begun_on": "Support began on",
    "assessed_on": "Assessed on",
    "risk_level": "Risk",
    "risk_reviewed_on": "Risk reviewed on",
    "called_on": "Called on",
    "told_on": "Told on",
    "dissatisfied_on": "Dissatisfied on",
    "dissatisfied_because": "Why dissatisfied",
    "learned": "Learning recorded",
    "flag_missing": "Hate flag missing",
    "limit_on": "Time limit",
    "lacking": "Not recorded",
    "age_band": "Days open",
    "value": "Value",
}


def cases(found: Cases) -> pd.DataFrame:
    """Return the case list: one row a row of the measure, the columns that say something."""
    rows = found.rows
    if found.measure.counts in ("crime", "incident"):
        rows = rows.drop(columns="ref")
    if "counted_at" in rows and "recorded_on" in rows and rows["counted_at"].equals(rows["recorded_on"]):
        rows = rows.drop(columns="counted_at")
    if "dissatisfied_because" in rows:
        rows = rows.assign(dissatisfied_because=rows["dissatisfied_because"].str.replace("_", " "))
    used = [name for name in _CASES if name in rows and rows[name].notna().any()]
    days = {"value": "Days"} if found.measure.leaves_unknown else {}
    return rows[used].rename(columns=_CASES | days)


def states(counts: str, duty: bool) -> dict[str, str]:
    """Return what a reader may ask to see of a measure by what it counts, and of a duty what can be put right."""
    if counts in ("person", "place"):
        return REPEAT_STATES
    return {one: said for one, said in STATES.items() if duty or one not in ("to_put_right", "missed")}


def order(state: str) -> str:
    """Say in which order rows are listed: what is to be put right begins with what has waited longest."""
    return "oldest first" if state == "to_put_right" else "newest first"


def counted(found: Cases) -> str:
    """Say how the rows of a list stand to its figure: people and places have a row for each of their crimes."""
    counts, things = found.measure.counts, found.things
    if counts in ("crime", "incident"):
        return f"Each {counts} is counted once."
    many = {"person": "people", "place": "places"}[counts]
    return (
        f"One row for each {counts} and crime: {things:,} {counts if things == 1 else many} in"
        f" {len(found.rows):,} rows; the figure counts each {counts} once, as a repeat where any of its rows is one."
    )


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
