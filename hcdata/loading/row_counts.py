"""What became of the rows of each file before its records are merged, and the books that keep it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from hcdata.common.sql import fill
from hcdata.ingest import raw
from hcdata.ingest.kept_rows import Kept
from hcdata.ingest.people import identifiable
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import unflagged
from hcdata.loading import file_months
from hcdata.loading.file_months import RowsOf
from hcdata.store import snapshot


@dataclass
class RowCounts:
    """One file: rows read, rejected by reason, dates covered, by month, records, disagreeing, faults, what to say."""

    rows: int = 0
    covers: tuple[date | None, date | None] = (None, None)
    rejected: dict[str, int] = field(default_factory=dict)
    months: list[RowsOf] = field(default_factory=list)
    records: int = 0
    disagreeing: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    strands: tuple[str, ...] = ()
    register_entry: int = 0


def keep_raw(con: duckdb.DuckDBPyConnection, item: Sheet, folder: Path) -> list[str]:
    """Write the raw rows of a file to the folder and return the headers kept; rows read again are kept as they were."""
    target = folder / f"{item.file_id:06d}.parquet"
    if isinstance(item.source.grid, Kept):
        snapshot.link(item.source.grid.file, target)
        return item.source.headers
    return raw.keep(con, item.source, item.every_row or item.raw, item.file_id, target)


def keep_rejects(con: duckdb.DuckDBPyConnection) -> None:
    """Enter the rows of `checked` that are rejected, and the faults of those that are not."""
    con.execute("INSERT INTO reject SELECT file_id, row_no, reason FROM checked WHERE reason IS NOT NULL")
    con.execute(
        "INSERT INTO fault SELECT file_id, row_no, split_part(f, ' ', 1), split_part(f, ' ', 2), NULL"
        " FROM (SELECT file_id, row_no, unnest(faults) AS f FROM checked WHERE reason IS NULL AND len(faults) > 0)"
    )
    con.execute("INSERT INTO fault SELECT DISTINCT *, NULL FROM person_fault")


def count(con: duckdb.DuckDBPyConnection, sheets: list[Sheet]) -> dict[int, RowCounts]:
    """Return the row counts of each file in checked, record and the book of faults."""
    tallies = {item.file_id: RowCounts() for item in sheets}
    for file_id, rows, first, last in con.execute(
        "SELECT file_id, count(*), min(recorded_on) FILTER (WHERE reason IS NULL),"
        " max(recorded_on) FILTER (WHERE reason IS NULL) FROM checked GROUP BY file_id"
    ).fetchall():
        tallies[file_id].rows, tallies[file_id].covers = rows, (first, last)
    for file_id, reason, rows in con.execute(
        "SELECT file_id, reason, count(*) FROM checked WHERE reason IS NOT NULL GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        tallies[file_id].rejected[reason] = rows
    for file_id, rows_of in file_months.count_rows(con, sheets[0].feed).items():
        tallies[file_id].months = rows_of
    records_of = "gathered" if sheets[0].feed.rows == "gathered" else "record"
    counting = "SELECT file_id, count(*), count(*) FILTER (WHERE disagree) FROM {records} GROUP BY file_id"
    for file_id, records, disagreeing in con.execute(fill(counting, records=records_of)).fetchall():
        tallies[file_id].records, tallies[file_id].disagreeing = records, disagreeing
    for file_id, fault, rows in con.execute(
        "SELECT file_id, field || ' ' || reason, count(*) FROM fault SEMI JOIN extract USING (file_id)"
        " GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        tallies[file_id].faults[fault] = rows
    for file_id, said in unflagged.words(con, sheets[0].layout).items():
        tallies[file_id].strands = (said,)
    people = identifiable.words(con, sheets[0].layout.persons, len(sheets))
    for tally in tallies.values():
        tally.people = people
    return tallies
