"""What holds after any load of any file: the store is byte for byte as before, or every row is accounted for."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import duckdb

from hcdata.ingest.raw import KEPT
from hcdata.loading.receipt import FileReceipt, Receipt
from hcdata.schema.tables import RECORDS
from hcdata.store import inspection, snapshot
from tests.store import store_exports


def current(store: Path) -> dict[str, int]:
    """Current records of each table."""
    counts = ", ".join(f"(SELECT count(*) FROM {table.stored} WHERE to_load IS NULL)" for table in RECORDS)
    (found,) = store_exports.query(store, f"SELECT {counts}")
    return {table.name: number for table, number in zip(RECORDS, found, strict=True)}


def hold(store: Path, before: Mapping[str, str], had: Mapping[str, int], receipt: Receipt | None) -> None:
    """Fail unless nothing changed and nothing was said to, or the receipt adds up with what the store holds.

    The store is asked by another route than the receipt's: the rows kept, the rejects, the books and the records.
    """
    if receipt is None or receipt.snapshot is None:
        assert store_exports.digests(store) == dict(before)
        if receipt is not None:
            assert receipt.loads == []
            assert all(found.rows_read == found.rows_rejected == _rejects(found) for found in receipt.files)
        return
    assert receipt.files
    for found in receipt.files:
        assert found.rows_read == found.rows_accepted + found.rows_rejected
        assert found.rows_rejected == _rejects(found)
        assert found.records == found.new + found.changed + found.unchanged + found.older
        # A row of a table with months as columns holds a count for each.
        assert found.records <= found.rows_accepted or found.feed == "series"
    assert current(store) == receipt.totals == _with_new(had, receipt.files)
    assert _by_file(store, receipt.loads) == Counter(map(_says, receipt.files))
    assert inspection.faults(store) == []


def _rejects(found: FileReceipt) -> int:
    return sum(found.rejected_by_reason.values())


def _with_new(had: Mapping[str, int], files: list[FileReceipt]) -> dict[str, int]:
    tables = dict(had)
    for found in files:
        tables[found.feed] += found.new
    return tables


def _says(found: FileReceipt) -> tuple[object, ...]:
    return found.file, found.sheet, found.rows_read, tuple(sorted(found.rejected_by_reason.items())), found.new


def _by_file(store: Path, loads: list[int]) -> Counter[tuple[object, ...]]:
    """Count rows kept, rejects and new versions of each file of these loads, as the store itself holds them."""
    served = snapshot.current(store)
    assert served is not None
    headers = json.loads((served / "manifest.json").read_text(encoding="utf-8"))["headers"]
    told: Counter[tuple[object, ...]] = Counter()
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        books = con.execute(
            "SELECT file_id, file, sheet, records_new FROM load_file WHERE list_contains($loads, load)",
            {"loads": loads},
        ).fetchall()
        for file_id, file, sheet, new in books:
            assert str(file_id) in headers
            kept = served / snapshot.RAW / f"{file_id:06d}.parquet"
            (rows,) = con.execute(f"SELECT count(*) FROM {KEPT}", {"file": str(kept)}).fetchone() or (0,)
            reasons = con.execute(
                "SELECT reason, count(*) FROM reject WHERE file_id = $file_id GROUP BY ALL ORDER BY ALL",
                {"file_id": file_id},
            ).fetchall()
            told[(file, sheet, rows, tuple(reasons), new)] += 1
    return told
