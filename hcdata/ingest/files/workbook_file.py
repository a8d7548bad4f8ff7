"""Workbooks: each visible sheet is a grid, hidden ones are listed only."""

from hashlib import sha256
from pathlib import Path

from hcdata.common.errors import LoadError
from hcdata.ingest.files import workbook_epoch
from hcdata.ingest.files.grid import HEAD_ROWS
from hcdata.ingest.files.in_memory import HeldGrid
from hcdata.ingest.files.reader import Reader

# A workbook is held in memory whole; 1,048,576 rows of twenty columns, the most a sheet takes, are some 150 MB.
MOST_BYTES = 256 << 20


def open_workbook(reader: Reader, file: Path) -> tuple[list[HeldGrid], list[str]]:
    """Return the visible sheets, and notes on what is hidden or not as it seems; LoadError when it is not read."""
    if file.stat().st_size > MOST_BYTES:
        raise LoadError(
            file.name, f"larger than the {MOST_BYTES >> 20} MB a workbook may be", "a smaller one", "save it as CSV"
        )
    digest = sha256(file.read_bytes()).hexdigest()
    tables, notes = reader.read("workbook", file)
    since_1904 = f"{file.name}: {workbook_epoch.NOTE}" in notes
    grids = []
    for table in tables:
        if not table.visible:
            notes.append(f"{file.name} [{table.name}]: hidden sheet, not read")
            continue
        if table.filled:
            notes.append(f"{file.name} [{table.name}]: {table.filled:,} cells merged with one above take its value")
        grids.append(HeldGrid(file, table.name, digest, table.rows[:HEAD_ROWS], table.rows, since_1904))
    return grids, notes
