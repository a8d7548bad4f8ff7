"""What may be noted of an incident's data: what is missing or contradicts itself, what that does, how to mend it."""

from hcdata.schema.issues import Note

# The fields that matter for an incident (domain brief, 1.4, 1.11 of the plan and measure 35), each with the note an
# incident without it has. The threshold for keeping a subject is left out: not recorded and not met read alike.
FIELDS = {
    "incident_no_recorded_time": "Created time",
    "incident_no_reported_time": "Reported time",
    "incident_no_district": "District",
    "incident_no_strand": "Hate strand",
    "incident_no_channel": "How reported",
    "incident_no_place_type": "Location type",
    "incident_no_square": "National grid reference",
    "incident_no_complainant": "Complainant",
}
NOTES = {
    "incident_no_recorded_time": Note(
        "without a time of creation",
        "In their month, and in no hour of the day.",
        "Ask for an extract with the time of creation.",
    ),
    "incident_no_reported_time": Note(
        "without a readable time of report",
        "How long the record took cannot be said.",
        "Complete the time of report.",
    ),
    "incident_no_district": Note(
        "in no known district",
        "In the force's figures and in no district's.",
        "Map the district's spelling to one of the six, or complete it.",
    ),
    "incident_no_strand": Note(
        "without a hate strand",
        "In the total of incidents and in no strand's.",
        "Complete the strand, or check that it is a hate incident.",
    ),
    "incident_no_channel": Note(
        "without how it was reported",
        "In no channel: the share from reporting centres is too low or too high.",
        "Complete the channel, or map its spelling.",
    ),
    "incident_no_place_type": Note(
        "without a location type", "In no setting.", "Complete the location type, or map its spelling."
    ),
    "incident_no_square": Note(
        "without a usable grid reference", "Not on the map.", "Complete easting and northing; online ones have none."
    ),
    "incident_no_complainant": Note(
        "without a complainant on record",
        "Nobody to be contacted or supported is known, and no repeat can be found.",
        "Link the complainant, where there is one.",
    ),
    "incident_no_link": Note(
        "recorded as a crime without the crime's reference",
        "Whether the crime stands among the crimes cannot be checked (plan 1.11).",
        "Enter the crime's reference on the incident.",
    ),
    "incident_reported_after_creation": Note(
        "reported after the creation", "One of the two times is wrong.", "Correct the time of report or creation."
    ),
}
