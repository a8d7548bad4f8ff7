"""A place to read files in without a store: a private folder and a connection, both gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

# Memory DuckDB may take for a look at a file; more spills into the private folder.
MEMORY = "2GB"


@contextmanager
def scratch() -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
    """Yield a connection and a folder nobody else on the machine can read; nothing of either is left."""
    with (
        tempfile.TemporaryDirectory(prefix="hcdata-") as name,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(Path(name) / "spill")}) as con,
    ):
        yield con, Path(name)
