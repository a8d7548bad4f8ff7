"""Rejected rows as their files had them, read from the raw rows a snapshot keeps."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd

from hcdata.common.errors import StoreError
from hcdata.common.sql import fill, join, read
from hcdata.ingest.files.grid import columns
from hcdata.ingest.raw import KEPT, ROW_NO
from hcdata.store import snapshot
from hcdata.store.query import LIMITS, SQL, Store

# What is said of a row before its cells.
PLACE = ("file", "sheet", "row_no", "reason")

_ROWS = """
    SELECT row_no, {cells}
    FROM (SELECT * REPLACE ({row_no} AS row_no) FROM {kept})
    WHERE row_no IN (SELECT unnest($wanted::INTEGER[]))
    ORDER BY row_no
"""


def read_rejected(store: Store) -> dict[str, pd.DataFrame]:
    """Return rejected rows by layout, newest file first: file, sheet, row_no, reason, then the cells kept, by header.

    A header is in lower case and numbered where it is called like one of the four; what the layout does not use is not
    kept, nor the cells of somebody of whom nothing may be without leave.
    """
    if store.folder is None:
        return {}
    place = store.folder / "snapshots" / store.snapshot
    if not place.is_dir():
        raise StoreError(
            f"snapshot {store.snapshot}", "later loads have removed it", "the snapshot now served", "ask again"
        )
    headers = snapshot.manifest(place)["headers"]
    found: dict[str, list[pd.DataFrame]] = {}
    with duckdb.connect(":memory:", config=LIMITS) as con:
        for file_id, layout, file, sheet, header_row in store.tuples(read(SQL / "rejected_files.sql")):
            raw = place / snapshot.RAW / f"{file_id:06d}.parquet"
            if not raw.is_file():
                continue
            rows = _read(con, raw, header_row + 1, headers[str(file_id)], _reasons(store, file_id))
            rows.insert(0, "file", file)
            rows.insert(1, "sheet", sheet)
            found.setdefault(layout, []).append(rows)
    return {layout: pd.concat(parts, ignore_index=True) for layout, parts in found.items()}


def _reasons(store: Store, file_id: int) -> dict[int, str]:
    return dict(store.tuples("SELECT row_no, reason FROM reject WHERE file_id = $id ORDER BY ALL", {"id": file_id}))


def _read(
    con: duckdb.DuckDBPyConnection, raw: Path, first: int, headers: list[str], reasons: dict[int, str]
) -> pd.DataFrame:
    cells = join(", ", columns(len(headers)))
    try:
        rows = con.execute(
            fill(_ROWS, cells=cells, row_no=ROW_NO, kept=KEPT),
            {"file": str(raw), "first": first, "wanted": list(reasons)},
        ).df()
    except duckdb.Error:
        raise StoreError("raw rows", "a file of them cannot be read", do="restore the store's folder") from None
    found = rows.set_axis(["row_no", *_apart(headers)], axis=1)
    found.insert(1, "reason", found["row_no"].map(reasons))
    return found


def _apart(headers: list[str]) -> Iterator[str]:
    return (f"{header} (2)" if header in PLACE else header for header in headers)
