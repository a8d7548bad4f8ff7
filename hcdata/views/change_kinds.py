"""What kind of change a difference between two loads is."""

from hcdata.store.changes import Change, Difference
from hcdata.store.reference import LEFT_OVER

# What can have happened to a record, in the order it is told.
KINDS = (
    "new",
    "cancelled",
    "reinstated",
    "moved",
    "placed",
    "reclassified",
    "strand_added",
    "strand_removed",
    "strand_changed",
    "outcome_given",
    "outcome_changed",
    "changed",
    "withdrawn",
    "vanished",
    "returned",
    "outcome_vanished",
)
# Fields that change together with another, and tell nothing of their own then.
_GOES_WITH = {
    "outcome_on": "outcome_code",
    "offence_title": "offence_code",
    "offence_group": "offence_code",
    "aggravated": "offence_code",
    "cancel_reason": "cancelled",
    "cancelled_on": "cancelled",
}


def sort_kinds(found: list[Change]) -> list[str]:
    """Return the kind of each change; a field that only goes with another is of the other's kind."""
    own = {(one.ref, one.field): _find_kind(one) for one in found}
    return [own.get((one.ref, _GOES_WITH.get(one.field or "")), own[one.ref, one.field]) for one in found]


def both_known(district: Change | Difference) -> bool:
    """Say whether a record went from one known district to another, and was not in none that is known."""
    return not {district.before, district.after} & dict(LEFT_OVER).keys()


def _find_kind(change: Change) -> str:
    match change.field:
        case None:
            return "new"
        case "cancelled":
            return "cancelled" if change.after == "true" else "reinstated"
        case "district":
            return "moved" if both_known(change) else "placed"
        case "offence_code":
            return "reclassified"
        case "strands":
            return f"strand_{strand_change(change)}"
        case "outcome_code":
            return "outcome_changed" if change.before else "outcome_given"
        case _:
            return "changed"


def strand_change(strands: Change | Difference) -> str:
    """Return whether strands were added, removed, or changed: some of each."""
    before, after = _split(strands.before), _split(strands.after)
    if after - before:
        return "changed" if before - after else "added"
    return "removed"


def _split(text: str | None) -> set[str]:
    return set(text.split(", ")) if text else set()
