"""Why one thing entered a figure or left it: read from its rows and from the fields of its record that differ."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from hcdata.measures.members import Row
from hcdata.measures.registry import Measure
from hcdata.store.changes import Difference
from hcdata.views.change_kinds import both_known, strand_change

# What is said of a thing that entered, and of one that left.
WORDS = {
    "new": ("New record", "Record no longer there"),
    "cancelled": ("No longer cancelled", "Cancelled or transferred"),
    "moved": ("Moved in from another district", "Moved to another district"),
    "placed": ("District recognised or recorded", "District no longer recognised or recorded"),
    "date": ("Its date moved into the period", "Its date moved out of the period"),
    "strand": ("Strand added", "Strand removed"),
    "strand_changed": ("Strand changed: added, and another removed", "Strand changed: removed, and another added"),
    "offence": ("Reclassified as an offence counted here", "Reclassified as an offence not counted here"),
    "assigned": ("Officer assigned, or at another time", "Officer no longer assigned, or at another time"),
    "contact": ("Contact with the victim recorded", "Contact with the victim recorded otherwise"),
    "support": ("Hub record added or changed", "Hub record changed or withdrawn"),
    "victim": ("Victim identified, or another one", "Victim no longer identified, or another one"),
    "suspect": ("Suspect identified, or another one", "Suspect no longer identified, or another one"),
    "place": ("Place identified, or another one", "Place no longer identified, or another one"),
    "repeat": ("Became a repeat of an earlier record", "No longer a repeat of an earlier record"),
    "setting": ("Setting recorded or changed", "Setting changed or no longer recorded"),
    "committed": ("Date of the offence recorded or changed", "Date of the offence changed or no longer recorded"),
    "channel": ("Channel recorded or changed", "Channel changed or no longer recorded"),
    "kind": ("Became a kind of record counted here", "Became a kind of record not counted here"),
    "due": ("Fell due, or was met before", "No longer due"),
    "other": ("Another field changed", "Another field changed"),
    "population": ("Population of another year", "Population of another year"),
}
# The reason each field stands for, the one that explains most first.
_OF_FIELD = {
    "cancelled": "cancelled",
    "kind": "kind",
    "strands": "strand",
    "offence_code": "offence",
    "aggravated": "offence",
    "outcome_code": "outcome",
    "outcome_on": "outcome",
    "victims": "victim",
    "suspects": "suspect",
    "place_id": "place",
    "repeat_victims": "repeat",
    "repeat_suspects": "repeat",
    "repeat_place": "repeat",
    "supervisor_contact_at": "contact",
    "contacts": "contact",
    "assigned_at": "assigned",
    "settings": "setting",
    "channel": "channel",
    "committed_on": "committed",
    "reported_at": "date",
    "recorded_at": "date",
    "recorded_on": "date",
    "service": "support",
    "support_offered": "support",
    "referred_on": "support",
}
_DATES = ("recorded_on", "outcome_on", "assigned_at")


class Reason(NamedTuple):
    """Why, and the field that shows it; None where no field does."""

    code: str
    shown_by: Difference | None


def explain(
    measure: Measure, part: Literal["n", "of"], was: Row | None, now: Row | None, differences: Sequence[Difference]
) -> Reason:
    """Return why a thing entered or left: what the filters say of its row first, then the fields the measure reads."""
    by_field = {one.field or "": one for one in differences}
    if "" in by_field:
        return Reason("new", None)
    if was and now:
        if was.placed != now.placed:
            shown_by = by_field.get("district")
            return Reason("moved" if shown_by is None or both_known(shown_by) else "placed", shown_by)
        if was.dated != now.dated:
            return Reason("date", next((by_field[name] for name in _DATES if name in by_field), None))
        if was.flagged != now.flagged:
            return _of_strands(by_field.get("strands"))
        if part == "of":
            return Reason("due", None)
    read = {"cancelled", *measure.reads}
    for name, code in _OF_FIELD.items():
        if name in by_field and _matters(by_field[name], read):
            return _of_strands(by_field[name]) if code == "strand" else Reason(code, by_field[name])
    unknown = next((one for name, one in by_field.items() if name in read), None)
    return Reason("other", unknown) if unknown else Reason("due", None)


def _of_strands(strands: Difference | None) -> Reason:
    return Reason("strand_changed" if strands and strand_change(strands) == "changed" else "strand", strands)


def say(reason: Reason, entered: bool) -> str:
    """Return what a reason says of a thing that entered, or of one that left; an outcome as it became what it is."""
    one = reason.shown_by
    if reason.code != "outcome" or one is None:
        return WORDS[reason.code][not entered]
    if one.field == "outcome_on":
        return "Outcome dated otherwise"
    return "Outcome given" if one.before is None else "Outcome changed" if one.after else "Outcome withdrawn"


def _matters(one: Difference, read: set[str]) -> bool:
    """Say whether a measure reads a field; strands matter to every one of them when there were, or are, none."""
    return one.field in read or (one.field == "strands" and not (one.before and one.after))
