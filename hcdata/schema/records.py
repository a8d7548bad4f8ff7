"""The tables of records that feeds fill: one row a thing, in versions."""

from hcdata.schema.columns import Column, Table

# What `located` of a record may say; only a square is drawn on a map.
_LOCATED = (
    "'square', 'not_recorded', or why it is off the map: 'outside', 'unreadable', 'zero', 'swapped', 'sign_flipped',"
    " 'other_units', 'default_point'"
)
# Where a crime or an incident happened.
_WHERE = (
    Column("place_type", "VARCHAR", "Setting id of the location type, 'unmapped' or 'not_recorded'"),
    Column("east_km", "INTEGER", "1 km square: OSGB36 easting in whole kilometres"),
    Column("north_km", "INTEGER", "1 km square: OSGB36 northing in whole kilometres"),
    Column("located", "VARCHAR", _LOCATED),
)

CRIME = Table(
    "crime",
    "crime_ref",
    "One recorded crime; total = distinct references",
    (
        Column("crime_ref", "VARCHAR", "Crime reference in its canonical form"),
        Column("raw_ref", "VARCHAR", "Crime reference as the export wrote it"),
        Column(
            "incident_ref",
            "VARCHAR",
            "Incident the crime arose from; crimes of one incident are never repeats of each other",
        ),
        Column("recorded_at", "TIMESTAMP", "Instant of recording, UTC; empty when the export gives no time"),
        Column("recorded_on", "DATE", "Local date of recording: the counting date"),
        Column("recorded_text", "VARCHAR", "Recorded date and time as the export wrote it"),
        Column("reported_at", "TIMESTAMP", "Instant of the report, UTC"),
        Column("committed_at", "TIMESTAMP", "Start of the offence, UTC"),
        Column("committed_on", "DATE", "Local date the offence was committed"),
        Column("offence_code", "VARCHAR", "Home Office code, letter form, no leading zeros"),
        Column("offence_title", "VARCHAR", "Offence title as the export wrote it"),
        Column("offence_group", "VARCHAR", "Offence group from config"),
        Column("aggravated", "BOOLEAN", "Code was a racially or religiously aggravated one on the recorded date"),
        Column("district", "VARCHAR", "District id; 'unmapped' for a value not known, 'not_recorded' for a blank"),
        Column(
            "strands", "VARCHAR[]", "Hate strands, sorted; empty when not flagged as hate, else at least 'not_stated'"
        ),
        Column("perceived_religion", "VARCHAR", "Perceived religion of the victim as the export wrote it", True),
        Column("channel", "VARCHAR", "How it was reported: channel id, 'unmapped' or 'not_recorded'"),
        Column("settings", "VARCHAR[]", "Settings (transport, night-time economy, online ...), sorted"),
        Column("place_id", "VARCHAR", "Pseudonym of the place by exact key; empty when there is none", True),
        *_WHERE,
        Column("assigned_at", "TIMESTAMP", "Instant an officer was assigned, UTC"),
        Column("supervisor_named", "BOOLEAN", "A supervisor is named on the crime; empty when not recorded"),
        Column("outcome_code", "VARCHAR", "Home Office outcome, parent code; empty while none is assigned"),
        Column("outcome_on", "DATE", "Local date the outcome was assigned"),
        Column("cancelled", "BOOLEAN", "Cancelled or transferred (C1 to C5): leaves the volume"),
        Column("cancel_reason", "VARCHAR", "C1 to C5"),
        Column("cancelled_on", "DATE", "Local date of cancellation"),
        Column("victims", "VARCHAR[]", "Pseudonyms of identified individual victims, sorted", True),
        Column("suspects", "VARCHAR[]", "Pseudonyms of identified suspects, sorted", True),
        Column("other_victims", "INTEGER", "Victims that are a business, the state or an officer"),
    ),
)

INCIDENT = Table(
    "incident",
    "incident_ref",
    "One incident record; never added to crimes",
    (
        Column("incident_ref", "VARCHAR", "Incident number"),
        Column("kind", "VARCHAR", "crime, nchi_legacy, asb_hate or intel_only"),
        Column("recorded_at", "TIMESTAMP", "Instant of creation, UTC"),
        Column("recorded_on", "DATE", "Local date of creation: the counting date"),
        Column("reported_at", "TIMESTAMP", "Instant of the report, UTC"),
        Column("district", "VARCHAR", "District id, 'unmapped' or 'not_recorded'"),
        Column("strands", "VARCHAR[]", "Hate strands, sorted"),
        Column("channel", "VARCHAR", "Channel id, 'unmapped' or 'not_recorded'"),
        Column("settings", "VARCHAR[]", "Settings, sorted"),
        *_WHERE,
        Column("linked_crimes", "VARCHAR[]", "Crime references the incident led to, canonical, sorted"),
        Column(
            "threshold_met",
            "BOOLEAN",
            "Subject's data may be kept: real risk of significant harm or future crime (2023 Code)",
        ),
        Column("victims", "VARCHAR[]", "Pseudonyms of complainants, sorted", True),
        Column("subjects", "VARCHAR[]", "Pseudonyms of subjects, only where threshold_met", True),
        Column("cancelled", "BOOLEAN", "Closed as cancelled or duplicate: leaves the count"),
    ),
)

VICTIM_CONTACT = Table(
    "victim_contact",
    "contact_id",
    "One documented contact with a victim",
    (
        Column(
            "contact_id", "VARCHAR", "Digest of crime, instant, rank and kind: the same line sent twice is one contact"
        ),
        Column("crime_ref", "VARCHAR", "Crime reference, canonical"),
        Column("contact_at", "TIMESTAMP", "Instant of the contact, UTC"),
        Column("rank", "VARCHAR", "Rank id (hcdata/ingest/values/ranks.py), 'unmapped' or 'not_recorded'"),
        Column("supervisor", "BOOLEAN", "Rank is sergeant or above (config)"),
        Column("kind", "VARCHAR", "initial, update, pre_closure, dissatisfaction, 'unmapped' or 'not_recorded'"),
    ),
)

OUTCOME_EVENT = Table(
    "outcome_event",
    "outcome_id",
    "One outcome given to a crime, from an export of outcomes apart from the crimes",
    (
        Column(
            "outcome_id", "VARCHAR", "Digest of crime, outcome as written and date: the same line sent twice is one"
        ),
        Column("crime_ref", "VARCHAR", "Crime reference, canonical; the crime may not be loaded yet"),
        Column(
            "outcome_code", "VARCHAR", "Home Office outcome, parent code; 'unmapped', or empty where none is assigned"
        ),
        Column("outcome_on", "DATE", "Local date the outcome was assigned; of a month, its first day"),
        Column("month_only", "BOOLEAN", "The export gives the month and no day"),
        Column("outcome_text", "VARCHAR", "Outcome as the export wrote it; empty for words nobody has mapped"),
    ),
)

SERVICE = Table(
    "service",
    "crime_ref",
    "What the Victim and Witness Hub offered on a crime",
    (
        Column("crime_ref", "VARCHAR", "Crime reference, canonical"),
        Column("referred_on", "DATE", "Date referred to the Hub"),
        Column("support_offered", "BOOLEAN", "Support offered; empty when not recorded"),
        Column("support_accepted", "BOOLEAN", "Support accepted; empty when not recorded"),
        Column("vps_offered", "BOOLEAN", "Victim personal statement offered; empty when not recorded"),
        Column("vps_taken", "BOOLEAN", "Victim personal statement taken; empty when not recorded"),
        Column("assessed_on", "DATE", "Date of the needs assessment"),
        Column("satisfaction", "VARCHAR", "Satisfaction as the Hub wrote it", True),
        Column(
            "satisfied",
            "VARCHAR",
            "What that answer means: satisfied, neither, dissatisfied or 'unmapped'; empty where nobody answered",
        ),
        Column("risk_level", "VARCHAR", "Level of risk: standard, medium, high or 'unmapped'; empty when not recorded"),
        Column("review_due_on", "DATE", "Date a review of the risk is or was due"),
        Column("risk_reviewed_on", "DATE", "Date of the review that was due"),
        Column("support_begun_on", "DATE", "Date support began"),
        Column("dissatisfied", "BOOLEAN", "The victim is dissatisfied; empty when not recorded"),
        Column("dissatisfied_on", "DATE", "Date the victim's dissatisfaction became known"),
        Column(
            "dissatisfied_because",
            "VARCHAR",
            "Why: not_informed, time_taken, outcome, not_taken_seriously, treatment, support, other or 'unmapped'",
        ),
        Column("learned", "BOOLEAN", "Something learned from it is written down; its words are not kept"),
    ),
)

REVIEW = Table(
    "review",
    "review_id",
    "One review of a crime by a supervisor",
    (
        Column("review_id", "VARCHAR", "Digest of crime, time and rank: the same line sent twice is one review"),
        Column("crime_ref", "VARCHAR", "Crime reference, canonical"),
        Column("reviewed_at", "TIMESTAMP", "Instant of the review, UTC; empty when the export gives no time"),
        Column("reviewed_on", "DATE", "Local date of the review"),
        Column("rank", "VARCHAR", "Rank id (hcdata/ingest/values/ranks.py), 'unmapped' or 'not_recorded'"),
        Column("supervisor", "BOOLEAN", "Rank is sergeant or above (config)"),
        Column("done", "BOOLEAN", "Said to have been done; empty when not recorded"),
    ),
)

FLAG_AUDIT = Table(
    "flag_audit",
    "audit_id",
    "One record of an audit's sample, and whether its hate flag was found right",
    (
        Column("audit_id", "VARCHAR", "Digest of crime and day: the same line sent twice is one record"),
        Column("crime_ref", "VARCHAR", "Crime reference, canonical; the crime may not be loaded yet"),
        Column("audited_on", "DATE", "Local date it was judged"),
        Column("flag_right", "BOOLEAN", "The flag, or the decision to record, was right; empty without a finding"),
    ),
)

ACTION = Table(
    "action",
    "action_no",
    "One action of the delivery plan",
    (
        Column("action_no", "VARCHAR", "Action number"),
        Column("key_action", "VARCHAR", "Key action id, 'unmapped' or 'not_recorded'"),
        Column("title", "VARCHAR", "What is to be done"),
        Column("district", "VARCHAR", "District id, 'force', 'unmapped' or 'not_recorded'"),
        Column("owner", "VARCHAR", "Role that holds the action"),
        Column("status", "VARCHAR", "open, updated, proposed_discharge, discharged, 'unmapped' or 'not_recorded'"),
        Column("raised_on", "DATE", "Date raised"),
        Column("due_on", "DATE", "Date due"),
        Column("updated_on", "DATE", "Date of the latest update"),
        Column("latest_update", "VARCHAR", "Latest update"),
        Column("discharged_on", "DATE", "Date discharged"),
    ),
)

EVENT = Table(
    "event",
    "event_id",
    "A dated event marked on trends",
    (
        Column("event_id", "VARCHAR", "Digest of date, name and scope"),
        Column("event_on", "DATE", "Date of the event"),
        Column("name", "VARCHAR", "Name of the event"),
        Column("scope", "VARCHAR", "'force' or a district id"),
        Column("kind", "VARCHAR", "trigger, festival, campaign, recording_change or 'unmapped'; empty when not given"),
        Column("note", "VARCHAR", "Note"),
    ),
)

SERIES = Table(
    "series",
    "series_id",
    "One count of a table with months as columns; set beside ours, never added to records",
    (
        Column("series_id", "VARCHAR", "Digest of series, district, strand, category and month"),
        Column("series", "VARCHAR", "Layout that reads the table: what is counted"),
        Column("title", "VARCHAR", "What is counted, in the layout's words"),
        Column("measure", "VARCHAR", "Measure of ours it is a count of; empty where it is none"),
        Column("district", "VARCHAR", "District id, or 'force' for all"),
        Column("strand", "VARCHAR", "Strand id, or 'all'"),
        Column("category", "VARCHAR", "Category in the table's own words, or 'all'"),
        Column("month", "DATE", "First day of the month"),
        Column("n", "BIGINT", "The count as given"),
    ),
)
