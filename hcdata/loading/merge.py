"""Incoming records against current versions: new, changed, unchanged, older; a correction never overwrites."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from hcdata.common.sql import as_written, read
from hcdata.schema.columns import Table
from hcdata.schema.records import CRIME

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Merged:
    """What a merge did, in records."""

    new: int
    changed: int
    unchanged: int
    older: int


def merge(con: duckdb.DuckDBPyConnection, table: Table, records: str, load: int, as_of: datetime) -> Merged:
    """Bring `records`, a table or subquery (columns of `table`, file_id, row_no), into the versions of `table`.

    A record last seen in a newer extract is left alone (older). One that differs closes the current version at this
    load and opens another; within one load it replaces it. One that is the same only moves `seen` forward; a crime that
    is back after a full extract without it opens a version too, for as at that extract it is still missing.
    """
    stored, key = table.stored, table.key
    if not con.execute(f"SELECT 1 FROM {stored} LIMIT 1").fetchone():
        return Merged(_insert(con, table, records, load, as_of), 0, 0, 0)
    # The raw spelling of a reference and the row's place are provenance: they alone make no new version.
    content = [name for name in table.names if name not in (key, "raw_ref", "recorded_text")]
    same = " AND ".join(f"c.{name} IS NOT DISTINCT FROM r.{name}" for name in content)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE verdict AS SELECT r.{key} AS key, CASE WHEN c.{key} IS NULL THEN 'new'"
        f" WHEN c.seen > $as_of THEN 'older' WHEN {same} THEN 'unchanged' ELSE 'changed' END AS verdict"
        f" FROM {records} AS r LEFT JOIN (SELECT * FROM {stored} WHERE to_load IS NULL) AS c ON c.{key} = r.{key}",
        {"as_of": as_of},
    )
    counts = dict(con.execute("SELECT verdict, count(*) FROM verdict GROUP BY verdict").fetchall())
    current = f"to_load IS NULL AND {key} IN (SELECT key FROM verdict WHERE verdict = $verdict)"
    if "unchanged" in counts:
        if table is CRIME:
            _reopen_returned(con, load, as_of)
        con.execute(f"UPDATE {stored} SET seen = $as_of WHERE {current}", {"as_of": as_of, "verdict": "unchanged"})
    if "changed" in counts:
        closing = {"load": load, "verdict": "changed"}
        con.execute(f"DELETE FROM {stored} WHERE from_load = $load AND {current}", closing)
        con.execute(f"UPDATE {stored} SET to_load = $load WHERE {current}", closing)
    if counts.keys() & {"new", "changed"}:
        wanted = f" WHERE {key} IN (SELECT key FROM verdict WHERE verdict IN ('new', 'changed'))"
        _insert(con, table, records + (wanted if counts.keys() - {"new", "changed"} else ""), load, as_of)
    return Merged(*(counts.get(word, 0) for word in ("new", "changed", "unchanged", "older")))


def _reopen_returned(con: duckdb.DuckDBPyConnection, load: int, as_of: datetime) -> None:
    con.execute(read(SQL / "returned.sql"), {"load": load, "as_of": as_of})
    stored, current = CRIME.stored, "to_load IS NULL AND crime_ref IN (SELECT crime_ref FROM returned)"
    begun = {"load": load}
    con.execute(f"INSERT INTO {stored} SELECT * REPLACE ($load AS from_load) FROM {stored} WHERE {current}", begun)
    con.execute(f"UPDATE {stored} SET to_load = $load WHERE from_load < $load AND {current}", begun)


def _insert(con: duckdb.DuckDBPyConnection, table: Table, records: str, load: int, as_of: datetime) -> int:
    names = ", ".join(f'"{name}"' for name in table.names)
    with as_written(con):
        inserted = con.execute(
            f"INSERT INTO {table.stored} SELECT {names}, file_id, row_no, $as_of, $as_of, $load, NULL FROM {records}",
            {"as_of": as_of, "load": load},
        ).fetchone()
    return int(inserted[0]) if inserted else 0
