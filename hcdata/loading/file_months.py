"""What each file holds of a district and month, entered when it is merged: it tells what an extract speaks for."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import duckdb

from hcdata.common.sql import read
from hcdata.ingest.sheet import Sheet
from hcdata.loading.merge import Merged
from hcdata.schema.feeds import Feed
from hcdata.store.dated import local_day

SQL = Path(__file__).parent / "sql"
_OF_CRIME = "LEFT JOIN crime_version AS c ON c.crime_ref = r.crime_ref AND c.to_load IS NULL"
_VERDICT = " LEFT JOIN verdict AS v ON v.key = r.{key}"


class RowsOf(NamedTuple):
    """Rows of a file of one district (None where not known) and month (None without a date), accepted and rejected."""

    district: str | None
    month: object
    accepted: int
    rejected: int


def count_rows(con: duckdb.DuckDBPyConnection, feed: Feed) -> dict[int, list[RowsOf]]:
    """Return the rows of `checked` by file, district and month; none for feeds that are counted by no day."""
    if not feed.day:
        return {}
    found: dict[int, list[RowsOf]] = {}
    text = read(SQL / "rows_by_month.sql").replace("{district}", "NULL" if feed.is_of_crime else "district")
    for file_id, *rest in con.execute(text).fetchall():
        found.setdefault(file_id, []).append(RowsOf(*rest))
    return found


def enter(con: duckdb.DuckDBPyConnection, item: Sheet, merged: Merged, records: int, rows: Iterable[RowsOf]) -> None:
    """Enter what a merged sheet holds; where every record has entered the store, they are read there."""
    if not item.feed.day:
        return
    of_crime, table = item.feed.is_of_crime, item.feed.table
    all_new, entered = merged.new == records, merged.new + merged.changed == records
    joined = _OF_CRIME if of_crime else ""
    text = (
        read(SQL / "file_month.sql")
        .replace("{day}", local_day(item.feed, "r"))
        .replace("{district}", "c.district" if of_crime else "r.district")
    )
    text = text.replace("{records}", table.stored if entered else item.records)
    text = text.replace("{is_new}", "true" if all_new else "v.verdict = 'new'")
    text = text.replace("{joined}", joined if all_new else joined + _VERDICT.replace("{key}", table.key))
    con.execute(text, {"file_id": item.file_id})
    kept = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    con.execute(
        "INSERT INTO file_month SELECT ?, unnest(?::VARCHAR[]), unnest(?::DATE[]), 0, 0, unnest(?::INTEGER[]),"
        " unnest(?::INTEGER[])",
        [item.file_id, *kept],
    )
