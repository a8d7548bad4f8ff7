"""A place to read files in without a store: a private folder and a connection, both gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from hcdata.loading.private import private_folder

# Memory DuckDB may take for a look at a file; more spills into the private folder.
MEMORY = "2GB"


@contextmanager
def scratch() -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
    """Yield a connection and a folder nobody else on the machine can read; nothing of either is left."""
    with (
        private_folder() as folder,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")}) as con,
    ):
        yield con, folder
