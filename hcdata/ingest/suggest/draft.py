"""A file nobody has seen, weighed: which feed it is, which column is which field, and what stays open."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import duckdb

from hcdata.common.config import Config
from hcdata.common.errors import LoadError
from hcdata.ingest.files import month_columns, month_header
from hcdata.ingest.files.grid import Grid
from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.layouts.layout import Layout, PersonSource
from hcdata.ingest.suggest import (
    columns,
    counts,
    dates,
    fields,
    kinds,
    left_open,
    names,
    persons,
    reference,
    row_kinds,
    shape,
    strands,
)
from hcdata.ingest.suggest.columns import DOUBTFUL_BLANKS, Column
from hcdata.ingest.suggest.counts import Counted
from hcdata.ingest.suggest.dates import Reading, Until
from hcdata.ingest.suggest.fields import Weighed
from hcdata.ingest.suggest.listable import listable
from hcdata.ingest.suggest.row_kinds import RowKinds
from hcdata.ingest.suggest.strands import StrandGuess
from hcdata.ingest.values import clean, maps
from hcdata.schema.feeds import FEEDS

# Weight of a needed field that is there, against one column more; and of one that is not.
_NEEDED_WEIGHT, _MISSED_WEIGHT = 2.0, 0.2
# A label that sums others up.
_TOTAL = re.compile(r"(?:(?:grand|sub|overall)[ -]?)?totals?", re.IGNORECASE)
# What a list of crimes says of each that a list of their outcomes need not repeat.
_OF_THE_CRIME = {"offence_code", "offence_title", "strands", "reported", "committed"}
# The feeds of records, one a row; counts are told by their headers.
_RECORDS = [feed.name for feed in FEEDS.values() if not feed.is_counts]


@dataclass(frozen=True)
class Draft:
    """Everything weighed for one grid, ready to be written as a layout."""

    grid: Grid
    header: Headers
    columns: list[Column]
    weighed: Weighed
    strands: list[StrandGuess]
    persons: list[PersonSource]
    reading: Reading
    until: Until
    clocks: dict[str, str] = field(default_factory=dict)
    pattern: str | None = None
    blanks: list[str] = field(default_factory=list)
    doubtful_blanks: dict[str, int] = field(default_factory=dict)
    no_reference: int = 0
    shared: int = 0
    unknown: dict[str, dict[str, int]] = field(default_factory=dict)
    counted: Counted | None = None
    rows: RowKinds | None = None

    @property
    def missing(self) -> list[str]:
        """Needed fields that no column was mapped to."""
        return [name for name in self.weighed.needed if name not in self.weighed.mapped]


def draft(
    con: duckdb.DuckDBPyConnection, grid: Grid, config: Config, layouts: Iterable[Layout], feed: str | None = None
) -> Draft:
    """Weigh a grid and return what a layout for it would say; LoadError when no row looks like headers."""
    known_layouts = [layout for layout in layouts if not layout.synthetic]
    header = columns.header_row(grid.head, names.anything(known_layouts))
    monthly = counts.header_row(grid.head, header, 1 if feed == "series" else month_columns.LEAST)
    if monthly and feed in (None, "series"):
        return _draft_counts(con, grid, monthly, config, known_layouts)
    refused = month_columns.refusal(grid.head)
    if feed == "series" or (refused and (header is None or month_columns.counts_stand_in(grid.head))):
        raise LoadError(grid.label, "no month stands as a column", "headers such as Apr-25 or April 2025", refused)
    named = header is not None
    header = header or shape.header_row(grid.head)
    if header is None:
        raise LoadError(
            grid.label,
            "not read, no row of it is one of headers: words that differ, over columns of dates, numbers or references",
            "a table of records, or of counts by month, under a row of headers",
            "leave it out where it is neither, else name its columns in a row above them and try again",
        )
    found = columns.read(con, grid, header)
    plain = Layout(name="plain", title="", feed="crime", match=("any",), fields={})
    shares = kinds.shares(found, config, plain)
    weighed = left_open.settle(_choose(found, shares, known_layouts, feed if named else feed or "crime"), found, shares)
    if not named:
        weighed = left_open.nothing_sure(weighed)
    known = names.of_fields(weighed.feed, known_layouts)
    people = persons.guess(found, weighed.feed, flagged="threshold_met" in weighed.mapped)
    marked: list[StrandGuess] = []
    if FEEDS[weighed.feed].is_case:
        vocabulary = strands.Vocabulary(config, known_layouts)
        taken = {guess.column.header for name, guess in weighed.mapped.items() if name != "strands"}
        taken |= persons.about(found)
        free = [column for column in found if column.header not in taken]
        marked = strands.guess(free, shares, known["strands"], vocabulary)
        if not named:
            marked = [replace(one, sure="unsure") for one in marked]
    show = listable(found, weighed, config.people.unknown_names)
    marked = [replace(one, unknown={text: n for text, n in one.unknown.items() if show(text)}) for one in marked]
    mapped = weighed.mapped
    counted = weighed.best(FEEDS[weighed.feed].counted_by)
    dated = [guess.column.header for name, guess in mapped.items() if fields.KIND_OF.get(name) == "date"]
    if counted and counted.column.header not in dated:
        dated.append(counted.column.header)
    dated = dated or weighed.candidates_of("date")
    reading = dates.order(shares[header] for header in dated)
    last = dates.last_day(counted.column.values, reading.order) if counted else None
    titles = [" ".join(filter(None, row)) for row in grid.head[: header.first] if any(row)]
    ref = weighed.best("incident_ref" if weighed.feed == "incident" else "crime_ref")
    return Draft(
        grid,
        header,
        found,
        weighed,
        marked,
        people,
        reading,
        dates.until(titles, grid.file.name, last, reading.order),
        clocks={one: clock for one in dated if (clock := dates.clock_of(one, found, shares))},
        pattern=reference.draft(ref.column.values, config.reference) if ref else None,
        blanks=sorted({clean.normalise(text).upper() for column in found for text in column.blanks}),
        doubtful_blanks=_doubtful([guess.column for guess in mapped.values()]),
        no_reference=ref.column.rows - ref.column.present if ref else 0,
        shared=ref.column.present - ref.column.distinct if ref else 0,
        unknown=_unknown(weighed, config, plain, show),
        rows=row_kinds.guess(_left(found, weighed, people), show) if weighed.feed == "crime" else None,
    )


def _left(found: list[Column], weighed: Weighed, people: list[PersonSource]) -> list[Column]:
    """Return the columns no field is mapped to and that say nothing of a person."""
    used = {guess.column.header for guess in weighed.mapped.values()} | persons.about(found)
    used |= {header for person in people for header in person.columns}
    return [column for column in found if column.header not in used]


def _draft_counts(
    con: duckdb.DuckDBPyConnection, grid: Grid, header: Headers, config: Config, layouts: list[Layout]
) -> Draft:
    """Weigh the labels of a table with months as columns."""
    months, found = month_columns.find(header.texts), columns.read(con, grid, header)
    labels = [_without_totals(column) for column in found if column.place not in months]
    plain = Layout(name="plain", title="", feed="series", match=("any",), fields={})
    shares = kinds.shares(labels, config, plain)
    weighed = fields.weigh("series", labels, shares, names.of_fields("series", layouts))
    weighed = counts.propose_category(weighed, labels, header, grid.head[header.last + 1 :])
    titles = [" ".join(filter(None, row)) for row in grid.head[: header.first] if any(row)]
    return Draft(
        grid,
        header,
        labels,
        weighed,
        strands=[],
        persons=[],
        reading=Reading("month", ""),
        until=dates.until(titles, grid.file.name, counts.last_day(found, header), "month"),
        unknown=_unknown(weighed, config, plain, listable(labels, weighed, config.people.unknown_names)),
        counted=counts.describe(grid, header, titles),
    )


def _without_totals(column: Column) -> Column:
    return replace(column, values={text: n for text, n in column.values.items() if not _TOTAL.fullmatch(text)})


def _choose(
    found: list[Column], shares: dict[str, dict[str, float]], layouts: list[Layout], feed: str | None
) -> Weighed:
    every = [fields.weigh(one, found, shares, names.of_fields(one, layouts)) for one in ([feed] if feed else _RECORDS)]
    chosen = max(every, key=_explains)
    by_feed = {one.feed: one for one in every}
    if feed is None and chosen.feed == "contact" and _is_of_the_crime(by_feed["crime"], chosen):
        chosen = by_feed["crime"]
    if feed is None and chosen.feed in ("crime", "outcome"):
        return by_feed["outcome" if _only_outcomes(by_feed["crime"], by_feed["outcome"]) else "crime"]
    return chosen


def _explains(weighed: Weighed) -> float:
    held = sum(map(weighed.holds, weighed.needed))
    return weighed.weight + _NEEDED_WEIGHT * held - _MISSED_WEIGHT * (len(weighed.needed) - held)


def _is_of_the_crime(crimes: Weighed, contacts: Weighed) -> bool:
    """Whether a file of ranks without a date of contact says what only crimes have: they are the officers'."""
    return "contact" not in contacts.mapped and bool({*crimes.mapped, *crimes.candidates} & _OF_THE_CRIME)


def _only_outcomes(crimes: Weighed, outcomes: Weighed) -> bool:
    """Whether a file that may hold crimes holds their outcomes: no word of the crime, and one date, the outcome's."""
    says_the_crime = {*crimes.mapped, *crimes.candidates} & _OF_THE_CRIME
    if says_the_crime or any(name not in outcomes.mapped for name in outcomes.needed):
        return False
    recorded, given = crimes.mapped.get("recorded"), outcomes.mapped["outcome_date"]
    return recorded is None or recorded.column.header == given.column.header


def _doubtful(mapped: list[Column]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column in mapped:
        for text, n in column.values.items():
            if clean.normalise(text) in DOUBTFUL_BLANKS:
                found[text] = found.get(text, 0) + n
    return found


def _unknown(weighed: Weighed, config: Config, plain: Layout, show: Callable[[str], bool]) -> dict[str, dict[str, int]]:
    """Return the values of look-up fields that nobody knows, with their rows.

    Values of any other field may be about a person and are not shown; nor those of a column whose header does not say
    that it is looked up.
    """
    guesses = [*weighed.mapped.values(), *(found[0] for found in weighed.candidates.values() if found[0].named)]
    cleaners, codes = maps.cleaners(config, plain), set(config.outcome)
    found: dict[str, dict[str, int]] = {}
    for guess in guesses:
        if guess.field in kinds.LOOKED_UP and guess.field in cleaners:
            known = partial(kinds.is_known, cleaners[guess.field], codes=codes if guess.field == "outcome" else None)
            told = {text: n for text, n in guess.column.values.items() if not known(text) and show(text)}
            if told:
                found[guess.field] = told
    return found


def file_stem(file: Path) -> str:
    """Return a layout's name made from a file's: letters and underscores, its dates and months left out."""
    words = "".join(mark if mark.isalpha() else " " for mark in file.stem).split()
    lasting = [word for word in words if not month_header.names_month(word)] or words
    return clean.area_id(" ".join(lasting)) if lasting else "own"
