"""The fields a layout may fill for each feed, and which of them are looked up by value."""

PERSON = (
    "person_role",
    "person_type",
    "person_system_id",
    "person_surname",
    "person_forenames",
    "person_born",
    "person_sex",
)
NAMES = ("person_surname", "person_forenames")

FIELDS: dict[str, tuple[str, ...]] = {
    "crime": (
        "crime_ref",
        "incident_ref",
        "recorded",
        "reported",
        "committed",
        "offence_code",
        "offence_title",
        "district",
        "strands",
        "perceived_religion",
        "channel",
        "place_type",
        "address",
        "postcode",
        "uprn",
        "easting",
        "northing",
        "latitude",
        "longitude",
        "online",
        "assigned",
        "supervisor_named",
        "outcome",
        "outcome_date",
        "status",
        "cancel_reason",
        "cancelled_date",
    ),
    "incident": (
        "incident_ref",
        "recorded",
        "reported",
        "kind",
        "district",
        "strands",
        "channel",
        "place_type",
        "online",
        "easting",
        "northing",
        "latitude",
        "longitude",
        "linked_crime",
        "threshold_met",
        "status",
    ),
    "contact": ("crime_ref", "contact", "rank", "contact_kind"),
    "outcome": ("crime_ref", "outcome", "outcome_date"),
    "service": (
        "crime_ref",
        "referred",
        "support_offered",
        "support_accepted",
        "vps_offered",
        "vps_taken",
        "assessed",
        "satisfaction",
    ),
    "action": (
        "action_no",
        "key_action",
        "title",
        "district_or_force",
        "owner",
        "action_status",
        "raised",
        "due",
        "updated",
        "latest_update",
        "discharged",
    ),
    "event": ("event_date", "name", "district_or_force", "kind", "note"),
    # The labels of a row of counts; its months are headers and no fields.
    "series": ("district", "strand", "category"),
}

# The fields that hold a date.
DATES = {
    "recorded",
    "reported",
    "committed",
    "assigned",
    "outcome_date",
    "cancelled_date",
    "contact",
    "referred",
    "assessed",
    "raised",
    "due",
    "updated",
    "discharged",
    "event_date",
}

# The field each feed's record is counted by, where it has one.
COUNTED_BY = {"crime": "recorded", "incident": "recorded", "contact": "contact", "outcome": "outcome_date"}

# Fields that may say something of a person, or in free text anything.
PERSONAL = {
    *("address", "postcode", "uprn", "perceived_religion", "satisfaction"),
    *("title", "owner", "latest_update", "note"),
}
