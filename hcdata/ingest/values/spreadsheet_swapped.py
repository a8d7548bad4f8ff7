"""True dates whose day and month a spreadsheet exchanged, beside the texts it could not read the same way.

A spreadsheet that reads the month first takes 05/06/2026 for 6 May and leaves 25/06/2026 as text: of its true dates no
day is above 12, and of its texts no date fits both ways.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from hcdata.common.sql import fill, join

# Twelve of the 31 days of a month can be taken for a month.
_SMALL_DAYS = 12 / 31
# Where true dates and texts came from two systems, their days would fall so by chance less often than this.
CHANCE = 0.001
_TRUE = r"^\s*(\d{4})-(\d{2})-(\d{2})(\D|$)"
_TEXT = r"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(\D|$)"

_COUNTED = """
    SELECT name, count(*) FILTER (day <= 12 AND day <> month), count(*) FILTER (first > 12 OR second > 12)
    FROM (
        SELECT
            name,
            TRY_CAST(regexp_extract(text, $dated, 3) AS INTEGER) AS day,
            TRY_CAST(regexp_extract(text, $dated, 2) AS INTEGER) AS month,
            TRY_CAST(regexp_extract(text, $written, 1) AS INTEGER) AS first,
            TRY_CAST(regexp_extract(text, $written, 2) AS INTEGER) AS second
        FROM (UNPIVOT (SELECT {columns} FROM {raw}) ON {columns} INTO NAME name VALUE text)
    )
    GROUP BY name
    HAVING count(*) FILTER (day > 12 OR (first <= 12 AND second <= 12)) = 0
"""


@dataclass(frozen=True)
class Exchange:
    """How many true dates have a day that may be a month, and how many texts one that cannot."""

    dates: int
    texts: int

    @property
    def sure(self) -> bool:
        """Whether it is hardly chance that the days fell so."""
        return _SMALL_DAYS**self.dates * (1 - _SMALL_DAYS) ** self.texts < CHANCE


def find(con: duckdb.DuckDBPyConnection, raw: str, names: Sequence[str]) -> dict[str, Exchange]:
    """Return those columns of `raw` whose true dates all have days to 12, and whose texts all have later ones."""
    if not names:
        return {}
    told = {"dated": _TRUE, "written": _TEXT}
    found = con.execute(fill(_COUNTED, columns=join(", ", names), raw=raw), told).fetchall()
    return {name: Exchange(dates, texts) for name, dates, texts in found if dates and texts}
