"""The feeds: each kind of export, the table of records it fills, and how it is read, counted and spoken of.

Everything that differs from feed to feed stands here, and the rest of the program asks. Besides this a feed has its
own SQL (`NAME_typed.sql` in `ingest/sql`), which makes records of the looked-up texts of its rows, and a layout.
"""

from dataclasses import dataclass
from typing import Literal

from hcdata.schema import records
from hcdata.schema.columns import Table

Role = Literal["victim", "suspect", "subject"]
# A case stands in a district and has strands and people; what is of a crime names it by its reference and stands where
# the crime does; counts are figures of a table with months as columns; a list has neither cases nor months.
Kind = Literal["case", "of a crime", "counts", "list"]
# Whether the first row of a record is kept as it is typed, its rows are made one by the feed's own NAME_record.sql, or
# they are gathered before the first of them is typed.
Rows = Literal["first", "joined", "gathered"]


@dataclass(frozen=True)
class Feed:
    """One feed.

    `title`: its file in words. `fields`: what a layout may say of it; a record cannot be without those `needed`.
    `counted_by`: the field whose last date says up to when a file runs; `day`: the column records are counted by, a
    date or an instant. `roles`: whom a row may tell of (None: anybody, by a column of the role). `queries_missing`: a
    full extract speaks for districts, and what it lacks there is queried; it also ends by itself, whatever crimes do.
    `follows`: something is entered of each crime soon after it, so that crimes tell which months should hold some.
    `turn`: the order within one load; crimes come first, as of what is about them the district is known then.
    """

    name: str
    table: Table
    kind: Kind
    title: str
    fields: tuple[str, ...]
    needed: tuple[str, ...] = ()
    counted_by: str = ""
    day: str = ""
    rows: Rows = "first"
    roles: tuple[Role | None, ...] = ()
    queries_missing: bool = False
    follows: bool = False
    turn: int = 1

    @property
    def is_case(self) -> bool:
        """Whether its records are cases: with districts, strands and people, told once though several rows say so."""
        return self.kind == "case"

    @property
    def is_of_crime(self) -> bool:
        """Whether its records name the crime they are about."""
        return self.kind == "of a crime"

    @property
    def is_counts(self) -> bool:
        """Whether its rows are counts by month and no records."""
        return self.kind == "counts"

    @property
    def is_numbered(self) -> bool:
        """Whether its first field is a reference in a known form."""
        return self.is_case or self.is_of_crime

    @property
    def is_one_a_reference(self) -> bool:
        """Whether a second row of a reference stands for the first; else it is one more thing that came of a crime."""
        return not self.is_of_crime or self.table.key == "crime_ref"


_FEEDS = (
    Feed(
        "crime",
        records.CRIME,
        "case",
        "crime extract",
        fields=(
            *("crime_ref", "incident_ref", "recorded", "reported", "committed", "offence_code", "offence_title"),
            *("district", "strands", "perceived_religion", "channel", "place_type", "address", "postcode", "uprn"),
            *("easting", "northing", "latitude", "longitude", "online", "assigned", "supervisor_named", "outcome"),
            *("outcome_date", "status", "cancel_reason", "cancelled_date"),
        ),
        needed=("crime_ref", "recorded"),
        counted_by="recorded",
        day="recorded_on",
        rows="gathered",
        roles=("victim", "suspect", None),
        queries_missing=True,
        turn=0,
    ),
    Feed(
        "incident",
        records.INCIDENT,
        "case",
        "incident extract",
        fields=(
            *("incident_ref", "recorded", "reported", "kind", "district", "strands", "channel", "place_type", "online"),
            *("easting", "northing", "latitude", "longitude", "linked_crime", "threshold_met", "status"),
        ),
        needed=("incident_ref", "recorded", "kind"),
        counted_by="recorded",
        day="recorded_on",
        rows="joined",
        roles=("victim", "subject"),
    ),
    Feed(
        "contact",
        records.VICTIM_CONTACT,
        "of a crime",
        "victim-contact sheet",
        fields=("crime_ref", "contact", "rank", "contact_kind"),
        needed=("crime_ref", "contact", "rank"),
        counted_by="contact",
        day="contact_at",
        follows=True,
    ),
    Feed(
        "outcome",
        records.OUTCOME_EVENT,
        "of a crime",
        "outcomes file",
        fields=("crime_ref", "outcome", "outcome_date"),
        needed=("crime_ref", "outcome", "outcome_date"),
        counted_by="outcome_date",
        day="outcome_on",
        queries_missing=True,
        turn=2,
    ),
    Feed(
        "service",
        records.SERVICE,
        "of a crime",
        "Victim and Witness Hub extract",
        fields=(
            *("crime_ref", "referred", "support_offered", "support_accepted", "vps_offered", "vps_taken"),
            *("assessed", "risk_level", "risk_review_due", "risk_reviewed", "support_begun", "satisfaction"),
            *("dissatisfied", "dissatisfied_on", "dissatisfied_reason", "learned"),
        ),
        needed=("crime_ref", "referred", "support_offered"),
        day="referred_on",
        follows=True,
    ),
    Feed(
        "review",
        records.REVIEW,
        "of a crime",
        "supervisor-review sheet",
        fields=("crime_ref", "reviewed", "rank", "review_done"),
        needed=("crime_ref", "reviewed", "rank"),
        counted_by="reviewed",
        day="reviewed_on",
        follows=True,
    ),
    # A sample is drawn now and then: a month without one lacks nothing, so its records have no day to be expected by.
    Feed(
        "audit",
        records.FLAG_AUDIT,
        "of a crime",
        "audit of hate flags",
        fields=("crime_ref", "audited", "flag_right"),
        needed=("crime_ref", "audited", "flag_right"),
        counted_by="audited",
    ),
    Feed(
        "action",
        records.ACTION,
        "list",
        "delivery plan",
        fields=(
            *("action_no", "key_action", "title", "district_or_force", "owner", "action_status", "raised", "due"),
            *("updated", "latest_update", "discharged"),
        ),
        needed=("action_no", "key_action", "owner"),
    ),
    Feed(
        "event",
        records.EVENT,
        "list",
        "events list",
        fields=("event_date", "name", "district_or_force", "kind", "note"),
        needed=("event_date", "name"),
    ),
    # The fields of a row of counts are its labels; its months are headers and no fields.
    Feed(
        "series",
        records.SERIES,
        "counts",
        "table of monthly counts",
        fields=("district", "strand", "category"),
        rows="joined",
    ),
)
FEEDS = {feed.name: feed for feed in _FEEDS}
# Those whose records are counted by a day: a month without any shows.
DATED = {feed.name: feed for feed in _FEEDS if feed.day}
