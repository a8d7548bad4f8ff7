"""What each file holds of a district and month, entered when it is merged: it tells what an extract speaks for."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import duckdb

from hcdata.common.sql import Sql, fill, join, name, read
from hcdata.ingest.sheet import Sheet
from hcdata.loading.merge import Merged
from hcdata.schema.feeds import Feed
from hcdata.store.dated import local_day

SQL = Path(__file__).parent / "sql"
_OF_CRIME = Sql("LEFT JOIN crime_version AS c ON c.crime_ref = r.crime_ref AND c.to_load IS NULL")
_VERDICT = "LEFT JOIN verdict AS v ON v.key = r.{key}"


class RowsOf(NamedTuple):
    """Rows of a file of one district (None where not known) and month (None without a date), accepted and rejected."""

    district: str | None
    month: object
    accepted: int
    rejected: int


def count_rows(con: duckdb.DuckDBPyConnection, feed: Feed, rows: str) -> dict[int, list[RowsOf]]:
    """Return judged `rows` (a relation) by file, district and month; none for feeds that are counted by no day."""
    if not feed.day:
        return {}
    found: dict[int, list[RowsOf]] = {}
    district = Sql("NULL") if feed.is_of_crime else "district"
    text = fill(read(SQL / "rows_by_month.sql"), district=district, rows=rows)
    for file_id, *rest in con.execute(text).fetchall():
        found.setdefault(file_id, []).append(RowsOf(*rest))
    return found


def enter(con: duckdb.DuckDBPyConnection, item: Sheet, merged: Merged, records: int, rows: Iterable[RowsOf]) -> None:
    """Enter what a merged sheet holds; where every record has entered the store, they are read there."""
    if not item.feed.day:
        return
    of_crime, table = item.feed.is_of_crime, item.feed.table
    all_new, entered = merged.new == records, merged.new + merged.changed == records
    joins = [*([_OF_CRIME] if of_crime else []), *([] if all_new else [fill(_VERDICT, key=table.key)])]
    text = fill(
        read(SQL / "file_month.sql"),
        day=local_day(item.feed, "r"),
        district=name("c" if of_crime else "r", "district"),
        records=table.stored if entered else item.records,
        is_new=Sql("true" if all_new else "v.verdict = 'new'"),
        joined=join(" ", joins),
    )
    con.execute(text, {"file_id": item.file_id})
    kept = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    con.execute(
        "INSERT INTO file_month SELECT ?, unnest(?::VARCHAR[]), unnest(?::DATE[]), 0, 0, unnest(?::INTEGER[]),"
        " unnest(?::INTEGER[])",
        [item.file_id, *kept],
    )
