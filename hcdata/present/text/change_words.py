"""What can have happened to a record between two loads, and why a thing entered a figure or left it, in words."""

KINDS = {
    "new": "New",
    "cancelled": "Cancelled or transferred",
    "reinstated": "No longer cancelled",
    "moved": "Moved to another district",
    "placed": "District recognised or recorded, or no longer",
    "reclassified": "Reclassified",
    "strand_added": "Strand added",
    "strand_removed": "Strand removed",
    "strand_changed": "Strand changed: one added, another removed",
    "outcome_given": "Outcome given",
    "outcome_changed": "Outcome changed or withdrawn",
    "changed": "Another field changed",
    "withdrawn": "Withdrawn: its rows, read again, give no such record",
    "vanished": "Vanished: missing from a later full extract",
    "returned": "Back after being missing from a full extract",
    "outcome_vanished": "Outcome vanished: missing from a later full extract of outcomes",
}
# What is said of a thing that entered, and of one that left.
REASONS = {
    "new": ("New record", "Record no longer there"),
    "cancelled": ("No longer cancelled", "Cancelled or transferred"),
    "moved": ("Moved in from another district", "Moved to another district"),
    "placed": ("District recognised or recorded", "District no longer recognised or recorded"),
    "date": ("Its date moved into the period", "Its date moved out of the period"),
    "strand": ("Strand added", "Strand removed"),
    "strand_changed": ("Strand changed: added, and another removed", "Strand changed: removed, and another added"),
    "offence": ("Reclassified as an offence counted here", "Reclassified as an offence not counted here"),
    "assigned": ("Officer assigned, or at another time", "Officer no longer assigned, or at another time"),
    "supervisor": ("Supervisor named, or said otherwise", "Supervisor no longer named, or said otherwise"),
    "review": ("Review by a supervisor recorded", "Review by a supervisor recorded otherwise, or out of date"),
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
    "due": ("Fell due, or was met before", "No longer due, or out of date"),
    "other": ("Another field changed", "Another field changed"),
    "population": ("Population of another year", "Population of another year"),
}
# An outcome as it became what it is.
OUTCOMES = {
    "dated": "Outcome dated otherwise",
    "given": "Outcome given",
    "changed": "Outcome changed",
    "withdrawn": "Outcome withdrawn",
}


def reason(code: str, how: str, entered: bool) -> str:
    """Say why a thing entered a figure, or left it; `how` an outcome became what it is."""
    return OUTCOMES[how] if how else REASONS[code][not entered]
