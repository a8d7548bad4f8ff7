"""Records whose rows were read again and give them no more: a reading put right leaves nothing of the wrong one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from hcdata.common.sql import read
from hcdata.ingest.sheet import Sheet
from hcdata.loading import ledger
from hcdata.schema.columns import Table
from hcdata.schema.feeds import FEEDS
from hcdata.schema.records import CRIME
from hcdata.schema.tables import CRIME_FACT

SQL = Path(__file__).parent / "sql"


def retract(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], load: int) -> Iterator[str]:
    """Close at this load what the sheets, read again and merged, no longer give; say of each feed how many records."""
    whole = [item.file_id for item in sheets if item.source.grid.is_whole]
    for feed in FEEDS.values():
        table = feed.table
        if ledger.is_empty(con, table):
            continue
        told = [item for item in sheets if item.feed is feed]
        given = " UNION ALL ".join(
            f"SELECT {table.key} AS key FROM {item.records} WHERE file_id = {item.file_id}" for item in told
        )
        con.execute(f"CREATE OR REPLACE TEMP TABLE given AS {given or 'SELECT CAST(NULL AS VARCHAR) AS key LIMIT 0'}")
        text = read(SQL / "withdrawn.sql").replace("{version}", table.stored).replace("{key}", table.key)
        con.execute(text, {"load": load, "feed": feed.name, "whole": whole})
        gone = _close(con, table, load)
        if table is CRIME:
            _close(con, CRIME_FACT, load)
        if gone:
            yield f"{feed.name}: {gone:,} no longer given by the rows read again, and withdrawn from this load on"


def _close(con: duckdb.DuckDBPyConnection, table: Table, load: int) -> int:
    closed = con.execute(
        f"UPDATE {table.stored} SET to_load = $load"
        f" WHERE to_load IS NULL AND {table.key} IN (SELECT key FROM withdrawn)",
        {"load": load},
    ).fetchone()
    return int(closed[0]) if closed else 0
