"""What became of the rows of each file before its records are merged, and the books that keep it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from hcdata.ingest import sheet
from hcdata.ingest.sheet import Sheet


@dataclass
class Tally:
    """One file: rows read, rejected by reason, dates covered, records, records whose rows disagree, faults."""

    rows: int = 0
    covers: tuple[date | None, date | None] = (None, None)
    rejected: dict[str, int] = field(default_factory=dict)
    records: int = 0
    disagreeing: int = 0
    faults: dict[str, int] = field(default_factory=dict)


def keep_raw(con: duckdb.DuckDBPyConnection, item: Sheet, folder: Path) -> list[str]:
    """Write the raw rows of a file to the folder and return the headers kept."""
    headers, body, guarded = sheet.raw_columns(item)
    reason = " LEFT JOIN typed AS t USING (file_id, row_no)" if guarded else ""
    target = str(folder / f"{item.file_id:06d}.parquet").replace("'", "''")
    con.execute(
        f"COPY (SELECT r.row_no, {body} FROM {item.raw} AS r{reason} WHERE r.file_id = {item.file_id})"
        f" TO '{target}' (FORMAT parquet)"
    )
    return headers


def keep_rejects(con: duckdb.DuckDBPyConnection) -> None:
    """Enter the rows of `typed` that are rejected, and the faults of those that are not."""
    con.execute("INSERT INTO reject SELECT file_id, row_no, reason FROM typed WHERE reason IS NOT NULL")
    con.execute(
        "INSERT INTO fault SELECT file_id, row_no, split_part(f, ' ', 1), split_part(f, ' ', 2)"
        " FROM (SELECT file_id, row_no, unnest(faults) AS f FROM typed WHERE reason IS NULL AND len(faults) > 0)"
    )


def count(con: duckdb.DuckDBPyConnection, sheets: list[Sheet]) -> dict[int, Tally]:
    """Return the tally of each file in typed, record and the book of faults."""
    tallies = {item.file_id: Tally() for item in sheets}
    for file_id, rows, first, last in con.execute(
        "SELECT file_id, count(*), min(recorded_on) FILTER (WHERE reason IS NULL),"
        " max(recorded_on) FILTER (WHERE reason IS NULL) FROM typed GROUP BY file_id"
    ).fetchall():
        tallies[file_id].rows, tallies[file_id].covers = rows, (first, last)
    for file_id, reason, rows in con.execute(
        "SELECT file_id, reason, count(*) FROM typed WHERE reason IS NOT NULL GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        tallies[file_id].rejected[reason] = rows
    for file_id, records, disagreeing in con.execute(
        "SELECT file_id, count(*), count(*) FILTER (WHERE disagree) FROM record GROUP BY file_id"
    ).fetchall():
        tallies[file_id].records, tallies[file_id].disagreeing = records, disagreeing
    for file_id, fault, rows in con.execute(
        "SELECT file_id, field || ' ' || reason, count(*) FROM fault SEMI JOIN extract USING (file_id)"
        " GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        tallies[file_id].faults[fault] = rows
    return tallies
