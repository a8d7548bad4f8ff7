"""The books of a load: which files were read, what became of every row, who stands behind a pseudonym."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.config import Config
from hcdata.common.errors import LoadError
from hcdata.common.sql import fill, named, read
from hcdata.ingest.files import month_columns
from hcdata.ingest.judged import Judged
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import day_order, one_column, unmapped
from hcdata.loading import coverage, file_months, no_identity
from hcdata.loading.building import Build
from hcdata.loading.merge import Merged
from hcdata.loading.receipt import FileReceipt, Receipt
from hcdata.loading.row_counts import RowCounts
from hcdata.schema.columns import Table
from hcdata.schema.feeds import Feed
from hcdata.schema.tables import RECORDS
from hcdata.store.extracts import last_day
from hcdata.store.load_points import write_moment

SQL = Path(__file__).parent / "sql"


def one(con: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, Any] | None = None) -> Any:
    """Return the single value of a query."""
    row = con.execute(sql, parameters or {}).fetchone()
    return row[0] if row else None


def next_id(con: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    """Return the next number of a numbered book."""
    return int(one(con, fill("SELECT coalesce(max({column}), 0) + 1 FROM {table}", column=column, table=table)))


def open_load(con: duckdb.DuckDBPyConnection, as_of: datetime, now: datetime, program: str) -> int:
    """Enter a load and return its number."""
    number = next_id(con, "load", "load")
    con.execute(
        "INSERT INTO load VALUES ($load, $as_of, $now, $program)",
        {"load": number, "as_of": as_of, "now": now, "program": program},
    )
    return number


def loaded(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], set[datetime]]:
    """Return the data-to times under which each digest and sheet was loaded before."""
    known: dict[tuple[str, str], set[datetime]] = defaultdict(set)
    for digest, name, as_of in con.execute("SELECT sha256, sheet, as_of FROM load_file").fetchall():
        known[digest, name or ""].add(as_of)
    return known


def is_empty(con: duckdb.DuckDBPyConnection, table: Table) -> bool:
    """Return whether the store holds no version of a table."""
    return not one(con, fill("SELECT count(*) FROM {table}", table=table.stored))


def count_cancelled(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    """Return how many current records are cancelled."""
    if "cancelled" not in table.names:
        return 0
    counting = "SELECT count(*) FROM {table} WHERE to_load IS NULL AND cancelled"
    return int(one(con, fill(counting, table=table.stored)))


def sum_up(con: duckdb.DuckDBPyConnection, receipt: Receipt) -> None:
    """Enter in a receipt the current records of each kind, those that have vanished, and outcomes of crimes not here.

    A record has vanished where a later full extract that covers its date did not hold it.
    """
    counting = "SELECT count(*) FROM {table} WHERE to_load IS NULL"
    receipt.totals = {table.name: int(one(con, fill(counting, table=table.stored))) for table in RECORDS}
    receipt.vanished = int(one(con, read(SQL / "vanished.sql")))
    receipt.vanished_outcomes = int(one(con, read(SQL / "outcome_vanished.sql")))
    receipt.elsewhere = int(one(con, read(SQL / "elsewhere.sql")))


def keep_identities(con: duckdb.DuckDBPyConnection, feed: Feed) -> None:
    """Add names and addresses not yet known to the file of identities, and the numbers that are none."""
    no_identity.keep(con, feed)
    con.execute(read(SQL / "keep_persons.sql"))
    if "address" in feed.fields:
        con.execute(read(SQL / "keep_places.sql"))


def keep_declared(con: duckdb.DuckDBPyConnection, judged: Judged) -> None:
    """Enter the strands that the layout of judged sheets declares, and the districts it takes as it finds them."""
    layout = judged.first.layout
    strands = [("strand", s.id, s.name, s.monitored) for s in layout.declare_strands]
    districts = []
    if layout.districts_as_found:
        taken = "SELECT id, min(text) FROM {meanings} WHERE field = 'district' AND id <> 'unmapped' GROUP BY id"
        found = con.execute(fill(taken, meanings=judged.meanings)).fetchall()
        names = {area.id: area.name for area in layout.declare_districts}
        districts = [("district", area, names.get(area, text.strip()), False) for area, text in found]
    have = {tuple(row) for row in con.execute("SELECT kind, id FROM declared").fetchall()}
    for row in [*strands, *sorted(districts)]:
        if row[:2] not in have:
            con.execute("INSERT INTO declared VALUES (?, ?, ?, ?)", list(row))


def keep_unmapped(con: duckdb.DuckDBPyConnection, sheets: Iterable[Sheet], config: Config) -> None:
    """Enter the look-up values of each sheet that nobody has mapped; reads its raw rows and the book of faults."""
    for item in sheets:
        for one in unmapped.gather(con, item, config):
            values = [item.file_id, one.field, one.text, one.rows, list(one.examples)]
            con.execute("INSERT INTO unmapped VALUES (?, ?, ?, ?, ?)", values)


def close_file(build: Build, item: Sheet, tally: RowCounts, load: int, merged: Merged, cancelled: int) -> FileReceipt:
    """Enter a file whose records are merged and return its receipt."""
    con = build.con
    layout, table = item.layout, item.feed.table
    titled = bool(layout.full_title and any(re.search(layout.full_title, title) for title in item.source.titles))
    is_full = build.options.full or titled or item.source.grid.is_full
    entered = merged.new + merged.changed == tally.records
    districts = coverage.list_districts(con, item, entered) if is_full else None
    file_months.enter(con, item, merged, tally.records, tally.months)
    bad = sum(tally.rejected.values())
    first, last = _covers(tally, item.as_of, is_full)
    entry = {
        "file_id": item.file_id,
        "load": load,
        "file": item.source.grid.file.name,
        "sheet": item.source.grid.sheet,
        "sha256": item.source.grid.sha256,
        "layout": layout.name,
        "layout_version": layout.version,
        "synthetic": layout.synthetic,
        "feed": layout.feed,
        "as_of": item.as_of,
        "is_full": is_full,
        "covers_from": first,
        "covers_to": last,
        "header_row": item.source.header + 1,
        "rows_read": tally.rows,
        "rows_accepted": tally.rows - bad,
        "rows_rejected": bad,
        "records": tally.records,
        "records_new": merged.new,
        "records_changed": merged.changed,
        "records_unchanged": merged.unchanged,
        "records_older": merged.older,
        "records_cancelled": cancelled,
        "disagreeing": tally.disagreeing,
        "layout_digest": layout.digest,
        "register_entry": build.entry,
        "districts": districts,
    }
    values = named({column: f"${column}" for column in entry})
    con.execute(fill("INSERT INTO load_file BY NAME SELECT {values}", values=values), entry)
    return FileReceipt(
        file=item.source.grid.file.name,
        sheet=item.source.grid.sheet,
        layout=layout.name,
        version=layout.version,
        digest=layout.digest,
        feed=table.name,
        data_to=write_moment(item.as_of),
        full=is_full,
        districts=tuple(districts or ()),
        header_row=item.source.header + 1,
        rows_read=tally.rows,
        rows_accepted=tally.rows - bad,
        rows_rejected=bad,
        rejected_by_reason=tally.rejected,
        records=tally.records,
        new=merged.new,
        changed=merged.changed,
        unchanged=merged.unchanged,
        older=merged.older,
        cancelled=cancelled,
        disagreeing=tally.disagreeing,
        faults=tally.faults,
        people=tally.people,
        strands=tally.strands,
        kinds=item.kinds,
        part=layout.rows is not None,
        unused_headers=item.source.unused,
        dates=(
            *day_order.words(item.source.days, layout.date_order),
            *month_columns.words(item.source.months.values()),
            *one_column.words(layout),
            *filter(None, (item.doubt,)),
            *item.unread,
        ),
    )


def _covers(tally: RowCounts, as_of: datetime, is_full: bool) -> tuple[date | None, date | None]:
    """Return the first and last day a file covers: a full extract to the day its data run to."""
    first, last = tally.covers
    return first, max(last, last_day(as_of)) if is_full and last else last


def refuse_mixture(con: duckdb.DuckDBPyConnection, made_up: list[bool]) -> None:
    """Raise LoadError when made-up and real records would stand in one store."""
    before = [flag for (flag,) in con.execute("SELECT DISTINCT synthetic FROM load_file").fetchall()]
    if len({*before, *made_up}) > 1:
        raise LoadError(
            "store",
            "demonstration and real exports would stand side by side, and be counted together",
            "a store of its own for real data",
            "name an empty folder with --store or HCDATA_STORE, and load there",
        )
