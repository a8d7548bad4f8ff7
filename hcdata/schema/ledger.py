"""The books of a store: its loads and files, every row accounted for, and what nobody could read or map."""

from hcdata.schema.columns import Column, Table
from hcdata.schema.feeds import FEEDS

LOAD = Table(
    "load",
    "load",
    "One extract date applied to the store",
    (
        Column("load", "INTEGER", "Load number, from 1"),
        Column("as_of", "TIMESTAMP", "Data-to time of its extracts, local"),
        Column("loaded_at", "TIMESTAMP", "When it was loaded, UTC"),
        Column("program", "VARCHAR", "Version of the program that loaded it"),
    ),
    versioned=False,
)

LOAD_FILE = Table(
    "load_file",
    "file_id",
    "One file and sheet, with every row accounted for",
    (
        Column("file_id", "INTEGER", "Number of the file and sheet, from 1"),
        Column("load", "INTEGER", "Load it belongs to"),
        Column("file", "VARCHAR", "File name"),
        Column("sheet", "VARCHAR", "Sheet name; empty for text files"),
        Column("sha256", "VARCHAR", "Digest of the file's bytes"),
        Column("layout", "VARCHAR", "Layout that read it"),
        Column("layout_version", "INTEGER", "Version of that layout"),
        Column("synthetic", "BOOLEAN", "The layout says the data are made up"),
        Column("feed", "VARCHAR", f"{', '.join([*FEEDS][:-1])} or {[*FEEDS][-1]}"),
        Column("as_of", "TIMESTAMP", "Data-to time, local"),
        Column("is_full", "BOOLEAN", "A full extract: a crime or outcome missing from it is queried"),
        Column("covers_from", "DATE", "First recorded date in the file"),
        Column("covers_to", "DATE", "Last recorded date in the file; of a full extract the last day its data run to"),
        Column("header_row", "INTEGER", "Row the headers were found on"),
        Column("rows_read", "INTEGER", "Rows read: accepted + rejected"),
        Column("rows_accepted", "INTEGER", "Rows accepted"),
        Column("rows_rejected", "INTEGER", "Rows rejected, each in `reject` with its reason"),
        Column("records", "INTEGER", "Distinct records among the accepted rows"),
        Column("records_new", "INTEGER", "Records the store did not have"),
        Column("records_changed", "INTEGER", "Records that differ from what the store had"),
        Column("records_unchanged", "INTEGER", "Records the store had just so"),
        Column("records_older", "INTEGER", "Records the store has from a newer extract: kept as they were"),
        Column("records_cancelled", "INTEGER", "Records that became cancelled with this file"),
        Column("disagreeing", "INTEGER", "Records whose rows disagree with each other; the first row counts"),
        Column("layout_digest", "VARCHAR", "Digest of what the layout said, whatever its version"),
        Column("register_entry", "INTEGER", "Newest entry of the register then: the aliases in force"),
        Column(
            "districts",
            "VARCHAR[]",
            "Districts a full extract of crimes or outcomes speaks for: a crime of another is not missing from it;"
            " empty where it speaks for all, having none or being loaded by an earlier release, and for any other file",
        ),
    ),
    versioned=False,
)

REJECT = Table(
    "reject",
    "",
    "A row that could not be used; its text is in the raw rows, not here",
    (
        Column("file_id", "INTEGER", "File and sheet"),
        Column("row_no", "INTEGER", "Row as a spreadsheet shows it, 1-based"),
        Column("reason", "VARCHAR", "Reason code"),
    ),
    versioned=False,
)

FAULT = Table(
    "fault",
    "",
    "A field of an accepted row that could not be read and counts as not recorded",
    (
        Column("file_id", "INTEGER", "File and sheet"),
        Column("row_no", "INTEGER", "Row as a spreadsheet shows it, 1-based"),
        Column("field", "VARCHAR", "Field"),
        Column(
            "reason",
            "VARCHAR",
            "unreadable, unmapped, placeholder; time_unreadable (of a time in a column of its own); of coordinates also"
            " outside, zero, swapped and the like; of a count also suppressed, not_given, negative, fractional; of a"
            " number that joins records shared, damaged, no_number",
        ),
        Column("load", "INTEGER", "Later load that showed it; empty where the row itself did, or its own load"),
    ),
    versioned=False,
)

UNMAPPED = Table(
    "unmapped",
    "",
    "A value of a look-up field that nobody has mapped, so that it can be given an alias",
    (
        Column("file_id", "INTEGER", "File and sheet"),
        Column("field", "VARCHAR", "Field"),
        Column("text", "VARCHAR", "Value as the export wrote it; empty where it may be about a person"),
        Column("rows", "INTEGER", "Rows it stands in"),
        Column("examples", "INTEGER[]", "The first of these rows, as a spreadsheet shows them"),
    ),
    versioned=False,
)

DECLARED = Table(
    "declared",
    "",
    "Districts and strands that a layout brought with it",
    (
        Column("kind", "VARCHAR", "district or strand"),
        Column("id", "VARCHAR", "Id"),
        Column("name", "VARCHAR", "Name shown"),
        Column("monitored", "BOOLEAN", "Strand of the national return"),
    ),
    versioned=False,
)

NO_IDENTITY = Table(
    "no_identity",
    "",
    "A number under which records contradict each other: it links nothing, in later loads too",
    (
        Column("kind", "VARCHAR", "person, incident or place"),
        Column("id", "VARCHAR", "Pseudonym of the person or place it would be; of an incident the number"),
        Column("reason", "VARCHAR", "shared or no_number, as in `fault`"),
    ),
    versioned=False,
)

FILE_MONTH = Table(
    "file_month",
    "",
    "What a file holds of one district and month, by which is known what it speaks for",
    (
        Column("file_id", "INTEGER", "File and sheet"),
        Column(
            "district", "VARCHAR", "District of the records, or of the crimes they are about; empty where not known"
        ),
        Column("month", "DATE", "First day of the month they are counted in; empty for rows without a readable date"),
        Column("records", "INTEGER", "Distinct records of that district and month in the file"),
        Column("records_new", "INTEGER", "Those of them the store did not have"),
        Column("rows_accepted", "INTEGER", "Rows of that month accepted"),
        Column("rows_rejected", "INTEGER", "Rows of that month rejected, footers apart"),
    ),
    versioned=False,
)

BOOKS = (LOAD, LOAD_FILE, REJECT, FAULT, UNMAPPED, DECLARED, NO_IDENTITY, FILE_MONTH)
