"""Why one thing entered a figure or left it: read from its rows and from the fields of its record that differ."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from hcdata.measures.members import Row
from hcdata.measures.registry import Measure
from hcdata.store.changes import Difference
from hcdata.views.change_kinds import both_known, strand_change

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
    "repeat_victim_days": "repeat",
    "repeat_place": "repeat",
    "supervisor_contact_at": "contact",
    "contacts": "contact",
    "assigned_at": "assigned",
    "supervisor_review_on": "review",
    "supervisor_named": "supervisor",
    "settings": "setting",
    "channel": "channel",
    "committed_on": "committed",
    "reported_at": "date",
    "recorded_at": "date",
    "recorded_on": "date",
    "service": "support",
    "support_offered": "support",
    "referred_on": "support",
    "vps_offered": "support",
    "assessed_on": "support",
    "satisfied": "support",
    "review_due_on": "support",
    "risk_reviewed_on": "support",
    "dissatisfied": "support",
    "dissatisfied_on": "support",
    "support_accepted": "support",
}
How = Literal["", "dated", "given", "changed", "withdrawn"]
_DATES = ("recorded_on", "outcome_on", "assigned_at")


class Reason(NamedTuple):
    """Why, and the field that shows it; None where no field does."""

    code: str
    shown_by: Difference | None

    @property
    def how(self) -> How:
        """How an outcome became what it is, where that is the reason: dated otherwise, given, changed, withdrawn."""
        one = self.shown_by
        if self.code != "outcome" or one is None:
            return ""
        if one.field == "outcome_on":
            return "dated"
        return "given" if one.before is None else "changed" if one.after else "withdrawn"


def explain(
    measure: Measure, part: Literal["n", "of"], was: Row | None, now: Row | None, differences: Sequence[Difference]
) -> Reason:
    """Return why a thing entered or left: what the filters say of its row first, then the fields the measure reads."""
    by_field = {one.field or "": one for one in differences}
    if "" in by_field:
        return Reason("new", None)
    if was and now:
        if was.placed != now.placed:
            return _of_place(by_field.get("district"))
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
    if "district" in by_field and "district" in read:  # a sheet speaks for one of the two districts alone
        return _of_place(by_field["district"])
    unknown = next((one for name, one in by_field.items() if name in read), None)
    return Reason("other", unknown) if unknown else Reason("due", None)


def _of_place(district: Difference | None) -> Reason:
    return Reason("moved" if district is None or both_known(district) else "placed", district)


def _of_strands(strands: Difference | None) -> Reason:
    return Reason("strand_changed" if strands and strand_change(strands) == "changed" else "strand", strands)


def _matters(one: Difference, read: set[str]) -> bool:
    """Say whether a measure reads a field; strands matter to every one of them when there were, or are, none."""
    return one.field in read or (one.field == "strands" and not (one.before and one.after))
