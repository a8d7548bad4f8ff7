"""What became of the rows of each file before its records are merged, and the books that keep it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from hcdata.common.sql import fill, read, split
from hcdata.ingest import raw
from hcdata.ingest.judged import Judged, Records
from hcdata.ingest.kept_rows import Kept
from hcdata.ingest.people import identifiable
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import unflagged
from hcdata.loading import file_months
from hcdata.loading.file_months import RowsOf
from hcdata.store import snapshot

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
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


def keep_raw(con: duckdb.DuckDBPyConnection, judged: Judged, item: Sheet, folder: Path) -> list[str]:
    """Write the raw rows of a file to the folder and return the headers kept; rows read again are kept as they were."""
    target = folder / f"{item.file_id:06d}.parquet"
    if isinstance(item.source.grid, Kept):
        snapshot.link(item.source.grid.file, target)
        return item.source.headers
    return raw.keep(con, item.source, item.every_row or item.raw, item.file_id, target, judged.rows)


def keep_rejects(con: duckdb.DuckDBPyConnection, judged: Judged) -> None:
    """Enter the judged rows that are rejected, and the faults of those that are not."""
    names = {"rows": judged.rows, "person_faults": judged.person_faults}
    for statement in split(fill(read(SQL / "rejected.sql"), **names)):
        con.execute(statement)


def count(con: duckdb.DuckDBPyConnection, made: Records) -> dict[int, RowCounts]:
    """Return the row counts of each file whose records are made; its faults are entered before."""
    judged = made.judged
    layout, feed = judged.first.layout, judged.first.feed
    names = {"rows": judged.rows, "records": made.counted, "extract": judged.extract}
    given = [con.execute(one).fetchall() for one in split(fill(read(SQL / "row_counts.sql"), **names))]
    rows, rejected, records, faults = given
    covers = {file_id: (n, (first, last)) for file_id, n, first, last in rows}
    held = {file_id: (n, disagreeing) for file_id, n, disagreeing in records}
    months = file_months.count_rows(con, feed, judged.rows)
    unflagged_of = unflagged.words(con, layout, made.counted)
    people = identifiable.words(con, layout.persons, len(judged.sheets))
    found = {}
    for file_id in (item.file_id for item in judged.sheets):
        read_in, dates = covers.get(file_id, (0, (None, None)))
        n, disagreeing = held.get(file_id, (0, 0))
        found[file_id] = RowCounts(
            rows=read_in,
            covers=dates,
            rejected=_of_file(rejected, file_id),
            months=months.get(file_id, []),
            records=n,
            disagreeing=disagreeing,
            faults=_of_file(faults, file_id),
            people=people,
            strands=(unflagged_of[file_id],) if file_id in unflagged_of else (),
        )
    return found


def _of_file(counted: Iterable[tuple[int, str, int]], file_id: int) -> dict[str, int]:
    return {what: rows for file, what, rows in counted if file == file_id}
