"""A layout tried on a file: read, mapped, cleaned and checked as a load would, and nothing written anywhere."""

import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

import duckdb

from hcdata.common.config import Config
from hcdata.common.progress import say
from hcdata.common.sql import Sql, fill, join
from hcdata.ingest import stages, texts
from hcdata.ingest.files import month_columns
from hcdata.ingest.judged import Judged
from hcdata.ingest.layouts.layout import Moment
from hcdata.ingest.people import pseudonym
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values import day_order, one_column
from hcdata.ingest.values.clean import normalise
from hcdata.ingest.values.unmapped import EXAMPLES, Unmapped, gather
from hcdata.loading import row_counts
from hcdata.loading.receipt import remark_lines
from hcdata.schema import ledger, tables
from hcdata.schema.reject_reasons import REASONS
from hcdata.store.load_points import write_moment

_BOOKS = (ledger.REJECT, ledger.FAULT)
# Unmapped values of one field named in the text.
LISTED = 20

_ROWS = """
    SELECT {kind} AS kind, count(*) AS n, list(row_no ORDER BY row_no)[:$examples]
    FROM {book}
    GROUP BY kind
    ORDER BY n DESC, kind
"""
_FILLED = "SELECT {counts} FROM {raw} SEMI JOIN (SELECT row_no FROM {typed} WHERE reason IS NULL) USING (row_no)"
_FLAGGED = "SELECT count(*) FROM {typed} WHERE reason IS NULL AND len(strand_ids) > 0"


@dataclass(frozen=True)
class Rows:
    """How many rows, and the numbers of the first of them as a spreadsheet shows them."""

    rows: int
    examples: tuple[int, ...]

    def __str__(self) -> str:
        """Name them as a person would."""
        dots = " ..." if self.rows > len(self.examples) else ""
        return f"{self.rows:,} ({'rows' if self.rows > 1 else 'row'} {', '.join(map(str, self.examples))}{dots})"


@dataclass(frozen=True)
class DryRun:
    """What a load of one file or sheet would make of it; `complete` is rows with a value among those accepted."""

    file: str
    sheet: str | None
    layout: str
    version: int
    digest: str
    feed: str
    data_to: str
    header_row: int
    rows_read: int
    rows_accepted: int
    records: int
    disagreeing: int
    rejected: dict[str, Rows]
    faults: dict[str, Rows]
    unmapped: tuple[Unmapped, ...]
    complete: dict[str, int]
    missing_headers: tuple[str, ...]
    unused_headers: tuple[str, ...]
    dates: tuple[str, ...]
    people: tuple[str, ...]
    strands: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    part: bool = False

    @property
    def label(self) -> str:
        """File and sheet as a person would name them."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file

    def to_json(self) -> dict[str, Any]:
        """Return the dry run as plain values."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """Yield the dry run as lines of text."""
        yield f"{self.label}: layout {self.layout} version {self.version} ({self.digest}), data to {self.data_to}"
        if self.part:
            yield f"  its rows that are {self.feed} records"
        yield (
            f"  headers on row {self.header_row}; rows read {self.rows_read:,} = accepted {self.rows_accepted:,}"
            f" + rejected {self.rows_read - self.rows_accepted:,}; distinct records {self.records:,}"
        )
        if self.disagreeing:
            yield f"  records whose rows disagree: {self.disagreeing:,}; the first row counts"
        yield from remark_lines(self.dates, self.people, self.strands, self.kinds)
        yield from (f"  rejected {reason}: {rows}. {REASONS[reason]}" for reason, rows in self.rejected.items())
        yield from (f"  kept, but {fault}: {rows}" for fault, rows in self.faults.items())
        yield from self._unmapped_lines()
        for field, rows in self.complete.items():
            share = rows / self.rows_accepted if self.rows_accepted else 0.0
            yield f"  {field}: recorded in {rows:,} of {self.rows_accepted:,} ({share:.0%})"
        if self.missing_headers:
            yield f"  headers of the layout that are not there: {', '.join(self.missing_headers)}"
        if self.unused_headers:
            yield f"  columns not used: {', '.join(self.unused_headers)}"

    def _unmapped_lines(self) -> Iterator[str]:
        for field, found in groupby(self.unmapped, key=lambda one: one.field):
            values = list(found)
            for one in values[:LISTED]:
                said = f"{one.text!r}" if one.text else "values that may be about a person, not shown"
                yield f"  unmapped {field}: {said} {Rows(one.rows, one.examples)}"
            if len(values) > LISTED:
                yield f"  unmapped {field}: {len(values) - LISTED:,} values more (--json lists all)"


def run(
    con: duckdb.DuckDBPyConnection,
    source: Recognised,
    config: Config,
    extract_date: date | None = None,
) -> DryRun:
    """Take one recognised grid through a load's stages on a connection without a store.

    Raises LoadError where nothing says up to when its data run.
    """
    label = source.grid.label
    for table in _BOOKS:
        con.execute(fill("DROP TABLE IF EXISTS {table}", table=table.stored))
        con.execute(tables.ddl(table))
    con.execute("DROP TABLE IF EXISTS offence_group")
    stages.prepare(con, config)
    say(f"{label}: reading")
    item = replace(stages.read_raw(con, source, 0, extract_date), file_id=1)
    say(f"{label}: checking")
    # No pseudonym leaves a dry run: a key made for it alone will do.
    judged = stages.judge(con, [item], config, pseudonym.derive(secrets.token_bytes(pseudonym.LEAST)))
    made = stages.make_records(con, judged)
    row_counts.keep_rejects(con, judged)
    counted = row_counts.count(con, made)[1]
    item = judged.first
    found = DryRun(
        file=source.grid.file.name,
        sheet=source.grid.sheet,
        layout=source.layout.name,
        version=source.layout.version,
        digest=source.layout.digest,
        feed=source.layout.feed,
        data_to=write_moment(item.as_of),
        header_row=source.header + 1,
        rows_read=counted.rows,
        rows_accepted=counted.rows - sum(counted.rejected.values()),
        records=counted.records,
        disagreeing=counted.disagreeing,
        rejected=_rows(con, "reject", "reason"),
        faults=_rows(con, "fault", "field || ' ' || reason"),
        unmapped=tuple(gather(con, item, config)),
        complete=_complete(con, judged),
        missing_headers=_missing(source),
        unused_headers=source.unused,
        people=counted.people,
        strands=counted.strands,
        kinds=item.kinds,
        part=source.layout.rows is not None,
        dates=(
            *day_order.words(item.source.days, source.layout.date_order),
            *month_columns.words(source.months.values()),
            *one_column.words(source.layout),
            *filter(None, (item.doubt,)),
            *item.unread,
        ),
    )
    stages.clear(con, item.raw, item.every_row)
    return found


def _rows(con: duckdb.DuckDBPyConnection, book: str, kind: str) -> dict[str, Rows]:
    found = con.execute(fill(_ROWS, kind=Sql(kind), book=book), {"examples": EXAMPLES}).fetchall()
    return {what: Rows(n, tuple(examples)) for what, n, examples in found}


def _complete(con: duckdb.DuckDBPyConnection, judged: Judged) -> dict[str, int]:
    """Return, for each field the file has columns for, the accepted rows with something in one of them."""
    item = judged.first
    there = texts.by_header(item.source)
    headers: dict[str, list[str]] = {
        field: [spec.date] if isinstance(spec, Moment) else [spec] for field, spec in texts.read(item.layout).items()
    }
    if item.layout.strands:
        headers["strands"] = [source.column for source in item.layout.strands]
    found = {
        field: [there[normalise(name)] for name in names if normalise(name) in there]
        for field, names in headers.items()
    }
    fields = {field: names for field, names in found.items() if names}
    if not fields:
        return {}
    counts = join(", ", map(_count_filled, fields.values()))
    row = con.execute(
        fill(_FILLED, counts=counts, raw=item.raw, typed=judged.typed), {"blanks": texts.blanks(item.layout)}
    ).fetchall()[0]
    complete = dict(zip(fields, row, strict=True))
    if "strands" in complete:  # a column of each strand says no in most rows: what counts is whether one is known
        (complete["strands"],) = con.execute(fill(_FLAGGED, typed=judged.typed)).fetchall()[0]
    return complete


def _count_filled(names: list[str]) -> Sql:
    cells = join(", ", (fill("clean({name}, $blanks)", name=name) for name in names))
    return fill("count(coalesce({cells}))", cells=cells)


def _missing(source: Recognised) -> tuple[str, ...]:
    there = {normalise(header) for header in source.headers}
    return tuple(sorted(header for header in source.layout.columns if normalise(header) not in there))
