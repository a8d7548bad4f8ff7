"""What a layout's field holds: a part of a person, a date, something personal (which there are: schema/feeds.py)."""

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
    "reviewed",
    "risk_review_due",
    "risk_reviewed",
    "support_begun",
    "dissatisfied_on",
    "audited",
    "raised",
    "due",
    "updated",
    "discharged",
    "event_date",
}

# Fields that may say something of a person, or in free text anything.
PERSONAL = {
    *("address", "postcode", "uprn", "perceived_religion", "satisfaction", "dissatisfied_reason", "learned"),
    *("title", "owner", "latest_update", "note"),
}
