"""What in the data would change a figure read out, limits what can be said, or wants looking into: worst first."""

from collections.abc import Iterator
from datetime import date, timedelta

from hcdata.common.filters import Period
from hcdata.measures import registry
from hcdata.schema.feeds import DATED, FEEDS
from hcdata.schema.issues import FIELDS, ORDERS
from hcdata.schema.unjoined import WHY
from hcdata.stats.periods import count_months
from hcdata.store.coverage import Why
from hcdata.views.absences import find_absences
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.quality.impact_kinds import (
    LEVELS,
    Absent,
    BeginsLate,
    Contradiction,
    EndsEarly,
    Gap,
    Impact,
    InPart,
    Lacking,
    Lost,
    NeverLoaded,
    OutcomeUncertain,
    PublishedApart,
    StillCounted,
    StrandsOdd,
    TableApart,
    TimeUnrecorded,
    Uncounted,
    Unflagged,
    Unjoined,
    Unrecorded,
)
from hcdata.views.quality.issues import Noted, noted_cases
from hcdata.views.quality.ledger import Books
from hcdata.views.quality.published import Reconciliation
from hcdata.views.quality.strand_share import StrandShare
from hcdata.views.quality.tables import CountTable

# Key fields without which a duty's figure says it already, as nothing recorded.
_SAID = ("no_recorded_time", "no_reported_time", "no_contact", "no_assigned_time")
# What else contradicts itself.
_CONTRADICTIONS = (
    "outcome_without_code",
    "outcomes_disagree",
    "outcome_dated_back",
    "outcomes_on_one_day",
    "flag_without_race_or_religion",
)
# The notes that change what is counted.
_ON_COUNTS: dict[str, type[Uncounted | StillCounted | OutcomeUncertain]] = {
    "aggravated_not_counted": Uncounted,
    "missing_from_full_extract": StillCounted,
    "outcome_not_known": OutcomeUncertain,
    "outcome_without_date": OutcomeUncertain,
    "outcome_missing_from_full_extract": OutcomeUncertain,
}
DAY = timedelta(days=1)
# References named in a finding; the list behind it has them all.
NAMED = 5


def impacts(
    context: Context,
    found: Noted,
    books: Books,
    strands: StrandShare,
    published: Reconciliation,
    tables: tuple[CountTable, ...],
) -> tuple[Impact, ...]:
    """Return what is wrong, what changes figures first, each kind of harm by the share it touches."""
    every = [
        *_on_register(context, found),
        *_on_counts(found, books),
        *_on_duties(context, found),
        *_on_feeds(context, books),
        *_on_months(context, books),
        *_on_fields(context, found),
        *_on_joins(books),
        *_to_check(found, strands, published),
        *(TableApart(len(one.apart), len(one.compared), one) for one in tables if one.beyond),
    ]
    return tuple(
        sorted(
            every,
            # Hate crimes in no figure at all come before everything: of one more nobody would ask.
            key=lambda one: (
                LEVELS.index(one.level),
                not isinstance(one, Unflagged),
                -one.weight,
                one.kind,
                one.detail,
            ),
        )
    )


def _on_register(context: Context, found: Noted) -> Iterator[Impact]:
    """Yield the crimes of registers of hate crimes that carry no strand."""
    n = found.count("no_strand")
    if n:
        refs = noted_cases(context, "no_strand").rows["crime_ref"]
        yield Unflagged(n, found.total, "no_strand", tuple(refs[:NAMED]))


def _on_counts(found: Noted, books: Books) -> Iterator[Impact]:
    for note, kind in _ON_COUNTS.items():
        if found.count(note):
            yield kind(found.count(note), found.total, note)
    lost = books.feeds[books.feeds["lost"] > 0]
    if len(lost):
        yield Lost(int(lost["lost"].sum()), int(lost["rows_read"].sum()))


def _on_duties(context: Context, found: Noted) -> Iterator[Impact]:
    for figure in figures(context, [id for id, header in registry.all().items() if header.duty]):
        if not figure.missing and figure.not_recorded:
            yield Unrecorded(figure.not_recorded, figure.of or 0, figure)
    if found.count("no_assigned_time") and "no_assigned_time" not in _absent(found):
        yield TimeUnrecorded(found.count("no_assigned_time"), found.total, "no_assigned_time")


def _on_feeds(context: Context, books: Books) -> Iterator[Impact]:
    """Yield feeds that begin after the period does, or end before it does."""
    start, end = context.about.period.start, context.about.period.end
    days = (end - start).days
    for row in books.feeds[books.feeds["feed"].isin(DATED)].itertuples() if days else ():
        # What came before an outcomes file may stand on the crimes' own rows.
        if row.first and row.first > start and row.feed != "outcome":
            yield BeginsLate((min(row.first, end) - start).days, days, row.feed, row.first)
        # Whole months after a feed's end are asked for by name (_on_months).
        ended = row.data_to and row.feed != "outcome" and (row.data_to + DAY).day == 1
        if row.data_to and row.data_to + DAY < end and not ended:
            yield EndsEarly((end - max(row.data_to + DAY, start)).days, days, row.feed, row.data_to)


def _on_months(context: Context, books: Books) -> Iterator[Impact]:
    """Yield what feeds lack of the months of the period and of the one compared with, by district and cause."""
    about = context.about
    if about.empty:
        return
    start = about.prior.start if about.prior else about.period.start
    asked, of = context.districts["id"].tolist(), count_months(start, about.period.end)
    for feed in books.feeds["feed"]:
        causes: dict[tuple[tuple[str, ...], Why, bool], list[date]] = {}
        for one in find_absences(context.store, [feed], Period(start, about.period.end, True), asked):
            causes.setdefault((one.districts, one.why, one.part), []).append(one.month)
        for (areas, why, part), months in causes.items():
            kind = InPart if part else Gap
            yield kind(len(months), max(of, len(months)), feed, tuple(months), areas, why)
        never = context.store.coverage(feed).never.intersection(asked) if FEEDS[feed].is_case else ()
        if never:
            names = tuple(name for one, name in context.names.items() if one in never)
            yield NeverLoaded(len(names), len(asked), feed, names)


def _on_fields(context: Context, found: Noted) -> Iterator[Impact]:
    """Yield key fields that no crime has recorded, together, and those recorded less often than config expects."""
    absent, most = _absent(found), 1 - context.store.config.quality.complete
    if absent:
        yield Absent(found.total, found.total, absent)
    for note in FIELDS:
        lacking = found.count(note)
        if note not in (*_SAID, *absent) and lacking > most * found.total:
            yield Lacking(lacking, found.total, note)


def _on_joins(books: Books) -> Iterator[Impact]:
    """Yield the numbers that join nothing: several people's, no incident's, no place's."""
    rows_read = int(books.files["rows_read"].sum())
    for row in books.faults.itertuples():
        unjoined = Unjoined(int(row.rows), rows_read, row.field, row.reason)
        if unjoined.detail in WHY:
            yield unjoined


def _absent(found: Noted) -> tuple[str, ...]:
    return tuple(note for note in FIELDS if found.total and found.count(note) == found.total)


def _to_check(found: Noted, strands: StrandShare, published: Reconciliation) -> Iterator[Impact]:
    for note in (*ORDERS, *_CONTRADICTIONS):
        if found.count(note):
            yield Contradiction(found.count(note), found.total, note)
    if strands.side in ("above", "below", "none"):
        yield StrandsOdd(strands.n, strands.of, "several_strands", strands)
    if len(published.apart):
        yield PublishedApart(len(published.apart), len(published.compared))
