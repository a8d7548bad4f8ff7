"""Records whose rows were read again and give them no more: a reading put right leaves nothing of the wrong one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from hcdata.common.sql import Sql, fill, join, read
from hcdata.ingest.define import define
from hcdata.ingest.sheet import Sheet
from hcdata.loading import ledger
from hcdata.schema.columns import Table
from hcdata.schema.feeds import FEEDS
from hcdata.schema.records import CRIME
from hcdata.schema.tables import CRIME_FACT

SQL = Path(__file__).parent / "sql"
_GIVEN = "SELECT {key} AS key FROM {records} WHERE list_contains($read_again, file_id)"
_NOTHING = Sql("SELECT CAST(NULL AS VARCHAR) AS key LIMIT 0")
_CLOSE = "UPDATE {version} SET to_load = $load WHERE to_load IS NULL AND {key} IN (SELECT key FROM withdrawn)"


def retract(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], load: int) -> Iterator[str]:
    """Close at this load what the sheets, read again and merged, no longer give; say of each feed how many records."""
    whole = [item.file_id for item in sheets if item.source.grid.is_whole]
    for feed in FEEDS.values():
        table = feed.table
        if ledger.is_empty(con, table):
            continue
        told = {item.file_id: item.records for item in sheets if item.feed is feed}
        given = [fill(_GIVEN, key=table.key, records=records) for records in dict.fromkeys(told.values())]
        define(con, "TABLE", "given", join(" UNION ALL ", given or [_NOTHING]), {"read_again": list(told)})
        text = fill(read(SQL / "withdrawn.sql"), version=table.stored, key=table.key)
        con.execute(text, {"load": load, "feed": feed.name, "whole": whole})
        gone = _close(con, table, load)
        if table is CRIME:
            _close(con, CRIME_FACT, load)
        if gone:
            yield f"{feed.name}: {gone:,} no longer given by the rows read again, and withdrawn from this load on"


def _close(con: duckdb.DuckDBPyConnection, table: Table, load: int) -> int:
    closed = con.execute(fill(_CLOSE, version=table.stored, key=table.key), {"load": load}).fetchone()
    return int(closed[0]) if closed else 0
