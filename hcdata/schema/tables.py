"""Every table and column: type, unit, meaning, personal or not; it drives DDL, cleaning and dictionary."""

from hcdata.common.sql import Sql, fill, join, name
from hcdata.schema.columns import Column, Table
from hcdata.schema.feeds import FEEDS
from hcdata.schema.ledger import BOOKS

# Where a version came from and which loads it holds for; `seen` is the newest extract that said the same.
PROVENANCE = (
    Column("file_id", "INTEGER", "File and sheet the row came from (load_file)"),
    Column("row_no", "INTEGER", "Row as a spreadsheet shows it, 1-based"),
    Column("as_of", "TIMESTAMP", "Data-to time of the extract that said so, local"),
    Column("seen", "TIMESTAMP", "Data-to time of the newest extract that said the same, local"),
    Column("from_load", "INTEGER", "First load this version holds for"),
    Column("to_load", "INTEGER", "First load it no longer holds for; empty while current"),
)

CRIME_FACT = Table(
    "crime_fact",
    "crime_ref",
    "What a crime's measures need from other rows, computed once at load",
    (
        Column("crime_ref", "VARCHAR", "Crime reference"),
        Column("supervisor_contact_at", "TIMESTAMP", "First contact with the victim by a supervisor, UTC"),
        Column("contacts", "INTEGER", "Contacts with the victim on record, by anyone"),
        Column(
            "supervisor_review_on",
            "DATE",
            "Local date of the last review by a supervisor that is not said to be undone",
        ),
        Column("repeat_victims", "VARCHAR[]", "Victims for whom an earlier record lies within repeat_days", True),
        Column("repeat_suspects", "VARCHAR[]", "Suspects for whom an earlier hate crime lies within repeat_days", True),
        Column(
            "repeat_place", "BOOLEAN", "At least the repeat_place_crimes-th incident at its place within repeat_days"
        ),
        Column(
            "repeat_victim_days",
            "INTEGER",
            "Days since the newest of those earlier records of its victims; empty for no repeat, and in old stores",
        ),
        Column("event_outcome_code", "VARCHAR", "Home Office outcome of its latest outcome row; empty without one"),
        Column(
            "event_outcome_on", "DATE", "Local date of that outcome; of a month, the first day the crime was on record"
        ),
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

RECORDS = tuple(feed.table for feed in FEEDS.values())
VERSIONED = (*RECORDS, CRIME_FACT, OUTCOME_NOTE)
TABLES = (*VERSIONED, *BOOKS)
# Read beside the records when a store is opened.
REFERENCE = (PUBLISHED_FIGURE,)


def ddl(table: Table, database: str = "") -> str:
    """Return the CREATE TABLE statement of a stored table, in the attached `database` or the connection's own."""
    columns = table.columns + (PROVENANCE if table.versioned else ())
    body = join(", ", (fill("{name} {type}", name=column.name, type=Sql(column.type)) for column in columns))
    stored = name(database, table.stored) if database else name(table.stored)
    return fill("CREATE TABLE {stored} ({body})", stored=stored, body=body)
