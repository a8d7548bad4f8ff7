"""What may be noted of a crime's data: what is missing or contradicts itself, what that does, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """One note: the words after 'crimes', what it does to a figure, and what to do."""

    crimes: str
    does: str
    do: str


# The twelve key fields of the completeness table, each with the note a crime without it has (domain brief, measure 35).
FIELDS = {
    "no_recorded_time": "Recorded time",
    "no_reported_time": "Reported time",
    "no_committed_date": "Committed date",
    "no_district": "District",
    "no_offence_code": "Home Office code",
    "no_channel": "How reported",
    "no_place_type": "Location type",
    "no_square": "National grid reference",
    "no_assigned_time": "Officer assigned",
    "no_supervisor": "Supervisor named or not",
    "no_victim": "Victim",
    "no_contact": "Any victim contact",
}
# Dates in an order that cannot be, in the order of a crime's life.
ORDERS = (
    "committed_after_report",
    "committed_after_recording",
    "reported_after_recording",
    "assigned_before_report",
    "contact_before_report",
    "outcome_before_recording",
    "outcome_after_extract",
)
NOTES = {
    "no_recorded_time": Note(
        "without a time of recording",
        "Not counted as recorded within 24 hours, nor as late.",
        "Ask for an extract with the time of recording.",
    ),
    "no_reported_time": Note(
        "without a readable time of report",
        "Not counted as recorded within 24 hours, nor as late.",
        "Complete the time of report in the records system.",
    ),
    "no_committed_date": Note(
        "without a date of offence", "Not in any figure by hour or weekday.", "Complete the date of offence."
    ),
    "no_district": Note(
        "in no known district",
        "In the force's figures and in no district's.",
        "Map the district's spelling to one of the six, or complete it.",
    ),
    "no_offence_code": Note(
        "without a known Home Office code",
        "In no offence group, and never found as an aggravated offence.",
        "Complete the code.",
    ),
    "no_channel": Note(
        "without how it was reported",
        "In no channel: the share from reporting centres is too low or too high.",
        "Complete the channel, or map its spelling.",
    ),
    "no_place_type": Note(
        "without a location type", "In no setting.", "Complete the location type, or map its spelling."
    ),
    "no_square": Note(
        "without a usable grid reference", "Not on the map.", "Complete easting and northing; online crimes have none."
    ),
    "no_assigned_time": Note(
        "without a time an officer was assigned",
        "The 24-hour contact promise has no start: not in that figure at all.",
        "Complete the time of assignment.",
    ),
    "no_supervisor": Note(
        "not saying whether a supervisor is named", "Not known to be overseen (plan 2.2).", "Complete the field."
    ),
    "no_victim": Note(
        "without any victim on record",
        "No contact promise, no referral and no repeat victim can be counted.",
        "Link the victim, or record the victim type.",
    ),
    "no_contact": Note(
        "without any contact with the victim on record",
        "Contact that is not documented counts as not evidenced (plan 2.2).",
        "Send the contact sheet with what was done.",
    ),
    "committed_after_report": Note(
        "committed after the report", "One of the two dates is wrong.", "Correct the date of offence or report."
    ),
    "committed_after_recording": Note(
        "committed after the recording",
        "One of the two dates is wrong; the month counted may be.",
        "Correct the date of offence or of recording.",
    ),
    "reported_after_recording": Note(
        "reported after the recording",
        "Counted as not recorded in the 24-hour figure, never as met.",
        "Correct the time of report or of recording.",
    ),
    "assigned_before_report": Note(
        "assigned to an officer before the report",
        "The 24-hour contact promise starts too early.",
        "Correct the time of assignment or of report.",
    ),
    "contact_before_report": Note(
        "with a supervisor's contact before the report",
        "The contact counts as in time, and may belong to another crime.",
        "Correct the contact sheet, or the time of report.",
    ),
    "outcome_before_recording": Note(
        "with an outcome before the recording",
        "The outcome counts in a month before the crime does.",
        "Correct the date of the outcome.",
    ),
    "outcome_after_extract": Note(
        "with an outcome after the extract ends", "The outcome counts in a month to come.", "Correct its date."
    ),
    "outcome_without_date": Note(
        "with an outcome that has no date",
        "Left out of positive outcome rates, but for that of crimes recorded.",
        "Complete the date of the outcome.",
    ),
    "outcome_without_code": Note(
        "with the date of an outcome but no code", "Counted as still open.", "Complete the outcome."
    ),
    "outcome_not_known": Note(
        "with an outcome that is not recognised",
        "Counted neither as open nor as positive, whatever it means.",
        "Map the words once (`alias add outcome`), or add the code to [outcome] in config.toml.",
    ),
    "outcomes_disagree": Note(
        "with one outcome on the crime's own row and another in the outcomes file",
        "The later counts; where their dates do not tell, the one on the crime's own row.",
        "Ask which is right, and correct the other where it was entered.",
    ),
    "outcome_dated_back": Note(
        "for which a later extract gives an outcome dated before the one in force",
        "The later date counts. Where extracts hold only what is new, a correction cannot be told from an older outcome"
        " entered late.",
        "Ask which is right; a full extract of outcomes shows what was withdrawn.",
    ),
    "outcomes_on_one_day": Note(
        "with different outcomes on one day, or in one month, in the outcomes files",
        "The one the framework lists first counts, as where several suspects are dealt with at once.",
        "Ask whether one of them was put right.",
    ),
    "outcome_missing_from_full_extract": Note(
        "with an outcome that is missing from a later full extract of outcomes",
        "Still counted, though the records system may have let it go.",
        "Query each reference in the records system.",
    ),
    "flag_without_race_or_religion": Note(
        "of an aggravated code, flagged as hate but as neither race nor religion",
        "In the total, and missing from race or religion.",
        "Check the flag with the officer in the case.",
    ),
    "several_strands": Note(
        "with several strands", "Strands add to more than the total.", "Nothing to do, unless the share looks odd."
    ),
    "recorded_after_72_hours": Note(
        "recorded more than 72 hours after the report",
        "Late by the present rule and by the older one.",
        "Ask why; complete and timely recording is plan 1.11.",
    ),
    "missing_from_full_extract": Note(
        "missing from a later full extract",
        "Still counted, though the records system may have let them go.",
        "Query each reference in the records system.",
    ),
    "no_strand": Note(
        "in a file of hate crimes without a strand, or with only one nobody has mapped",
        "In no figure of hate crime.",
        "Map the value once (`alias add strand`), complete it, or say in the layout that every row is one (all_hate).",
    ),
    "aggravated_not_counted": Note(
        "of an aggravated code without any hate flag",
        "Missing from every figure of hate crime.",
        "Check the flag with the officer in the case.",
    ),
}
