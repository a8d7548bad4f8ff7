"""Incoming records against current versions: new, changed, unchanged, older; a correction never overwrites."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.sql import Sql, as_written, bind, fill, join, read, split
from hcdata.schema.columns import Table
from hcdata.schema.records import CRIME

SQL = Path(__file__).parent / "sql"
_CHANGED = "SELECT key FROM verdict WHERE verdict IN ('new', 'changed')"
_WANTED = "(SELECT * FROM {records} WHERE {key} IN ({changed}))"


@dataclass(frozen=True)
class Merged:
    """What a merge did, in records."""

    new: int
    changed: int
    unchanged: int
    older: int


def merge(con: duckdb.DuckDBPyConnection, table: Table, records: str, load: int, as_of: datetime) -> Merged:
    """Bring `records`, named or as SQL (columns of `table`, file_id, row_no), into the versions of `table`.

    A record last seen in a newer extract is left alone (older). One that differs closes the current version at this
    load and opens another; within one load it replaces it. One that is the same only moves `seen` forward; a crime that
    is back after a full extract without it opens a version too, for as at that extract it is still missing.
    """
    names = {"stored": table.stored, "key": table.key}
    if not con.execute(fill("SELECT 1 FROM {stored} LIMIT 1", stored=table.stored)).fetchone():
        return Merged(_insert(con, table, records, load, as_of), 0, 0, 0)
    # The raw spelling of a reference and the row's place are provenance: they alone make no new version.
    content = [name for name in table.names if name not in (table.key, "raw_ref", "recorded_text")]
    same = join(" AND ", (fill("c.{name} IS NOT DISTINCT FROM r.{name}", name=name) for name in content))
    con.execute(fill(read(SQL / "verdict.sql"), records=records, same=same, **names), {"as_of": as_of})
    counts = dict(con.execute("SELECT verdict, count(*) FROM verdict GROUP BY verdict").fetchall())
    if "unchanged" in counts:
        if table is CRIME:
            con.execute(read(SQL / "returned.sql"), {"load": load, "as_of": as_of})
            _run(con, "reopened", {"stored": table.stored}, {"load": load})
        _run(con, "seen_again", names, {"as_of": as_of})
    if "changed" in counts:
        _run(con, "superseded", names, {"load": load})
    if counts.keys() & {"new", "changed"}:
        wanted = (
            fill(_WANTED, records=records, key=table.key, changed=Sql(_CHANGED))
            if counts.keys() - {"new", "changed"}
            else records
        )
        _insert(con, table, wanted, load, as_of)
    return Merged(*(counts.get(word, 0) for word in ("new", "changed", "unchanged", "older")))


def _run(con: duckdb.DuckDBPyConnection, file: str, names: dict[str, str], given: dict[str, Any]) -> None:
    for statement in split(fill(read(SQL / f"{file}.sql"), **names)):
        con.execute(statement, bind(statement, given))


def _insert(con: duckdb.DuckDBPyConnection, table: Table, records: str, load: int, as_of: datetime) -> int:
    sql = fill(read(SQL / "entered.sql"), stored=table.stored, columns=join(", ", table.names), records=records)
    with as_written(con):
        inserted = con.execute(sql, {"as_of": as_of, "load": load}).fetchone()
    return int(inserted[0]) if inserted else 0
