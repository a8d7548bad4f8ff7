"""Crimes of a register of hate crimes that carry no strand: they are in no figure of hate crime, and that is said."""

import duckdb

from hcdata.common.sql import fill
from hcdata.ingest.layouts.layout import Layout
from hcdata.schema.feeds import FEEDS

# Rows named of one file.
EXAMPLES = 5
# A file is of hate crimes where at least as many of its crimes carry a strand as do not; elsewhere only a strand that
# nobody has mapped is missed.
_COUNTED = """
    SELECT
        file_id, count(*) AS crimes, count(*) FILTER (missed) AS n,
        list(row_no ORDER BY row_no) FILTER (missed)[:$examples]
    FROM (
        SELECT file_id, row_no, strand_bits = 0
            AND (u.file_id IS NOT NULL OR 2 * count(*) FILTER (strand_bits <> 0) OVER (PARTITION BY file_id)
                >= count(*) OVER (PARTITION BY file_id)) AS missed
        FROM {crimes}
        LEFT JOIN (SELECT DISTINCT file_id, row_no FROM fault WHERE field = 'strands' AND reason = 'unmapped') AS u
            USING (file_id, row_no)
    )
    GROUP BY file_id
    HAVING count(*) FILTER (missed) > 0
"""


def words(con: duckdb.DuckDBPyConnection, layout: Layout, crimes: str) -> dict[int, str]:
    """Say of each file in the relation `crimes` how many carry no strand, or only one nobody has mapped, and where."""
    if FEEDS[layout.feed].rows != "gathered" or not layout.strands:
        return {}
    return {
        file_id: _say(n, of, rows)
        for file_id, of, n, rows in con.execute(fill(_COUNTED, crimes=crimes), {"examples": EXAMPLES}).fetchall()
    }


def _say(n: int, of: int, rows: list[int]) -> str:
    carries, row = ("carries", "row") if n == 1 else ("carry", "rows")
    dots = " ..." if n > len(rows) else ""
    return (
        f"{n:,} of {of:,} crimes {carries} none, or only one nobody has mapped"
        f" ({row} {', '.join(map(str, rows))}{dots}): in no figure of hate crime."
        " Map the value (`alias add strand`), complete it, or say in the layout that every row is one (all_hate ="
        " true). The Quality page counts those of the months asked for, and those of an aggravated code apart"
    )
