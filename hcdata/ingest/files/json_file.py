"""JSON records: each key is a header, each object a row."""

from hashlib import sha256
from pathlib import Path

from hcdata.common.errors import LoadError
from hcdata.ingest.files.grid import HEAD_ROWS
from hcdata.ingest.files.in_memory import HeldGrid
from hcdata.ingest.files.reader import Reader

# It is read whole: half a gigabyte takes some four of memory.
MOST_BYTES = 512 << 20


def open_json(reader: Reader, file: Path) -> HeldGrid:
    """Read the records of a JSON file; raise LoadError when they are not flat objects."""
    if file.stat().st_size > MOST_BYTES:
        found = f"larger than the {MOST_BYTES >> 20:,} MB read as JSON"
        raise LoadError(file.name, found, "a smaller file", "export it by years, or as delimited text")
    (table,), _ = reader.read("json", file)
    return HeldGrid(file, None, sha256(file.read_bytes()).hexdigest(), table.rows[:HEAD_ROWS], table.rows)
