"""What an opened store holds of each feed, district and month, and what its files say of that: read as at its load."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hcdata.common.config import Config
from hcdata.common.sql import read
from hcdata.schema.feeds import DATED
from hcdata.store import dated
from hcdata.store.coverage import Coverage, Limits, find_coverage
from hcdata.store.extracts import Counts, Extract, last_day, name_series

SQL = Path(__file__).parent / "sql"
Rows = Callable[..., list[tuple[Any, ...]]]


def read_coverage(rows: Rows, shown: Sequence[str], config: Config) -> dict[str, Coverage]:
    """Return what is loaded of each feed, for the districts shown."""
    known = _list_known(rows)
    named = frozenset(one.id for one in config.district)
    limits = Limits(config.quality.unlikely_silence, config.quality.rejected_share, named)
    found = _list_extracts(rows)
    # Pages speak of the months of crimes: a feed whose last file never came lacks what they run on by.
    last = max((one.month for one in found.get("crime", [])), default=None)
    return {
        feed: find_coverage(
            files,
            known[feed],
            shown,
            limits,
            None if DATED[feed].queries_missing else last,
            known["crime"] if DATED[feed].follows else None,
        )
        for feed, files in found.items()
    }


def _list_known(rows: Rows) -> dict[str, Counts]:
    found: dict[str, Counts] = defaultdict(dict)
    for feed, district, month, n in rows(dated.district_months()):
        found[feed].setdefault(month, {})[district or "not_recorded"] = n
    return found


def _list_extracts(rows: Rows) -> dict[str, list[Extract]]:
    counts: dict[int, tuple[Counts, ...]] = defaultdict(lambda: ({}, {}, {}, {}))
    for file_id, district, month, *numbers in rows(read(SQL / "file_months.sql")):
        for kept, n in zip(counts[file_id], numbers, strict=True):
            if n:
                kept.setdefault(month, {}).setdefault(district, 0)
                kept[month][district] += n
    found: dict[str, list[Extract]] = defaultdict(list)
    for file_id, feed, file, sheet, as_of, first, last, records in rows(
        read(SQL / "extract_files.sql"), {"dated": list(DATED)}
    ):
        entered = file_id in counts or records == 0
        series, ends = name_series(file or "", sheet), last_day(as_of)
        held, new, accepted, rejected = counts[file_id]
        found[feed].append(Extract(series, ends, first, last, held, new, accepted, rejected, entered))
    return found
