"""Raw rows kept by an earlier load, read again as if their file lay there."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from hcdata.common.sql import fill, join
from hcdata.ingest.files.grid import Grid, columns
from hcdata.ingest.raw import KEPT, ROW_NO

_READ = """
    CREATE TEMP TABLE {table} AS
    SELECT * REPLACE (row_no IN (SELECT unnest($ragged::INTEGER[])) AS ragged)
    FROM (SELECT {row_no} AS row_no, false AS ragged, {cells} FROM {kept})
"""


@dataclass
class Kept(Grid):
    """The rows of one file or sheet as an earlier load kept them, in the order of the headers kept with them.

    `file` is Parquet under the export's own name; `ragged` are the rows that had more or fewer cells than headers;
    `whole` is whether no column may be lacking that the file had.
    """

    as_of: datetime
    full: bool
    load: int
    ragged: tuple[int, ...]
    whole: bool

    @property
    def data_to(self) -> datetime:
        """The time its data run to, as the earlier load had it."""
        return self.as_of

    @property
    def is_full(self) -> bool:
        """Whether the earlier load knew it as a full extract."""
        return self.full

    @property
    def came_with(self) -> int:
        """The load it first came with."""
        return self.load

    @property
    def is_whole(self) -> bool:
        """Whether no column is known to lack that today's layout uses and the file may have had."""
        return self.whole

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Make the temporary table `table` of the rows kept."""
        con.execute(
            fill(_READ, table=table, row_no=ROW_NO, cells=join(", ", columns(width)), kept=KEPT),
            {"ragged": list(self.ragged), "first": header + 2, "file": str(self.file)},
        )
