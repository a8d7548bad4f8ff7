"""Every table and column: type, unit, meaning, personal or not; it drives DDL, cleaning and dictionary."""

from hcdata.schema.columns import Column as Column
from hcdata.schema.columns import Table as Table
from hcdata.schema.ledger import BOOKS as BOOKS

# Where a version came from and which loads it holds for; `seen` is the newest extract that said the same.
PROVENANCE = (
    Column("file_id", "INTEGER", "File and sheet the row came from (load_file)"),
    Column("row_no", "INTEGER", "Row as a spreadsheet shows it, 1-based"),
    Column("as_of", "TIMESTAMP", "Data-to time of the extract that said so, local"),
    Column("seen", "TIMESTAMP", "Data-to time of the newest extract that said the same, local"),
    Column("from_load", "INTEGER", "First load this version holds for"),
    Column("to_load", "INTEGER", "First load it no longer holds for; empty while current"),
)

# What `located` of a record may say; only a square is drawn on a map.
_LOCATED = (
    "'square', 'not_recorded', or why it is off the map: 'outside', 'unreadable', 'zero', 'swapped', 'sign_flipped',"
    " 'other_units', 'default_point'"
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
        Column("place_type", "VARCHAR", "Setting id of the location type, 'unmapped' or 'not_recorded'"),
        Column("east_km", "INTEGER", "1 km square: OSGB36 easting in whole kilometres"),
        Column("north_km", "INTEGER", "1 km square: OSGB36 northing in whole kilometres"),
        Column("located", "VARCHAR", _LOCATED),
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

CRIME_FACT = Table(
    "crime_fact",
    "crime_ref",
    "What a crime's measures need from other rows, computed once at load",
    (
        Column("crime_ref", "VARCHAR", "Crime reference"),
        Column("supervisor_contact_at", "TIMESTAMP", "First contact with the victim by a supervisor, UTC"),
        Column("contacts", "INTEGER", "Contacts with the victim on record, by anyone"),
        Column("repeat_victims", "VARCHAR[]", "Victims for whom an earlier record lies within repeat_days", True),
        Column("repeat_suspects", "VARCHAR[]", "Suspects for whom an earlier hate crime lies within repeat_days", True),
        Column(
            "repeat_place", "BOOLEAN", "At least the repeat_place_crimes-th incident at its place within repeat_days"
        ),
        Column("event_outcome_code", "VARCHAR", "Home Office outcome of its latest outcome row; empty without one"),
        Column(
            "event_outcome_on", "DATE", "Local date of that outcome; of a month, the first day the crime was on record"
        ),
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
        Column("place_type", "VARCHAR", "Setting id of the location type, 'unmapped' or 'not_recorded'"),
        Column("east_km", "INTEGER", "1 km square: OSGB36 easting in whole kilometres"),
        Column("north_km", "INTEGER", "1 km square: OSGB36 northing in whole kilometres"),
        Column("located", "VARCHAR", _LOCATED),
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

OUTCOME_NOTE = Table(
    "outcome_note",
    "crime_ref",
    "What a crime's outcome rows say against each other or against a full extract, worked out at load",
    (
        Column("crime_ref", "VARCHAR", "Crime reference, canonical; the crime may not be loaded yet"),
        Column("notes", "VARCHAR[]", "Notes on the latest of its outcome rows (hcdata/schema/issues.py)"),
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

PUBLISHED_FIGURE = Table(
    "published_figure",
    "",
    "A figure somebody has published, to be set beside ours; from data/reference/published_figures.csv",
    (
        Column("measure", "VARCHAR", "Measure it is the figure of"),
        Column("district", "VARCHAR", "District id, or 'force' for all"),
        Column("strand", "VARCHAR", "Strand id; empty for all"),
        Column("start_on", "DATE", "First day it covers"),
        Column("end_on", "DATE", "Day after the last it covers"),
        Column("value", "BIGINT", "The figure"),
        Column("source", "VARCHAR", "Who published it, and where"),
        Column("confidence", "VARCHAR", "published (seen at its source), press (quoted) or unverified (in doubt)"),
    ),
    versioned=False,
)

RECORDS = (CRIME, INCIDENT, VICTIM_CONTACT, OUTCOME_EVENT, SERVICE, ACTION, EVENT, SERIES)
VERSIONED = (*RECORDS, CRIME_FACT, OUTCOME_NOTE)
TABLES = (*VERSIONED, *BOOKS)
# Read beside the records when a store is opened.
REFERENCE = (PUBLISHED_FIGURE,)


def ddl(table: Table, database: str = "") -> str:
    """Return the CREATE TABLE statement of a stored table, in the attached `database` or the connection's own."""
    columns = table.columns + (PROVENANCE if table.versioned else ())
    body = ", ".join(f'"{column.name}" {column.type}' for column in columns)
    return f"CREATE TABLE {database + '.' if database else ''}{table.stored} ({body})"
