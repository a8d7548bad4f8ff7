"""The districts a full extract speaks for: a crime of another district is not missing from it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from hcdata.common.sql import fill, read
from hcdata.ingest.sheet import Sheet
from hcdata.store.load_points import write_moment
from hcdata.store.reference import LEFT_OVER

SQL = Path(__file__).parent / "sql"


def list_districts(con: duckdb.DuckDBPyConnection, item: Sheet, entered: bool) -> list[str] | None:
    """Return the district ids of a merged sheet's crimes, of outcomes those of the crimes they were given; no strays.

    None where it speaks for all, since none of its crimes has one recorded, and for feeds that have no crimes to lack.
    Where every record has `entered` the store, they are read there: those of a large file need not be made again.
    """
    if not item.feed.queries_missing:
        return None
    records = item.feed.table.stored if entered else item.records
    text = fill(read(SQL / f"spoken_for_{item.feed.name}.sql"), records=records)
    row = con.execute(text, {"file_id": item.file_id}).fetchone()
    return list(row[0]) if row else None


def note_lost(con: duckdb.DuckDBPyConnection, item: Sheet, districts: Sequence[str]) -> Iterator[str]:
    """Say which districts the last full extract that shares a district with this one spoke for, and this does not."""
    row = con.execute(
        read(SQL / "spoken_for_before.sql"),
        {"feed": item.feed.name, "as_of": item.as_of, "districts": list(districts)},
    ).fetchone()
    if row and (lost := sorted(set(row[1]) - {*districts, *dict(LEFT_OVER)})):
        yield (
            f"{item.source.grid.label}: a full extract without {', '.join(lost)}, of which the one to"
            f" {write_moment(row[0])} held crimes: none there is taken to be missing."
            " If it should hold them, ask for it again"
        )
