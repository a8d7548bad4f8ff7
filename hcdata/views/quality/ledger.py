"""What became of every row of every file: read, accepted, rejected and why, and cells that could not be read."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hcdata.common.sql import fill, read
from hcdata.schema.feeds import FEEDS
from hcdata.schema.reject_reasons import REASONS
from hcdata.stats.periods import add_months, month_start
from hcdata.store import dated, rejected
from hcdata.store.query import SQL
from hcdata.store.unmapped_values import UnmappedValue, unmapped_values
from hcdata.views.context import Context

# Rejected rows that are no record: nothing is lost with them.
NO_RECORD = ("footer_row",)


@dataclass(frozen=True)
class Books:
    """Every row accounted for, over all loads.

    rejects: reason, feed, rows, do. faults: field, reason, rows. unmapped: field, text (missing where few rows share
    it or it may be about a person), rows, load (the newest that met it). files: load, file, sheet, layout, data_to,
    rows_read, rows_accepted, rows_rejected, records, records_new, records_changed and so on. feeds: feed, first,
    data_to, rows_read, lost (rejected rows that may have been a record), gaps (months between without any row).
    elsewhere: outcome rows of crimes not loaded here. `listed` is whether this reader may have the rows one by one.
    """

    rejects: pd.DataFrame
    faults: pd.DataFrame
    unmapped: pd.DataFrame
    files: pd.DataFrame
    feeds: pd.DataFrame
    elsewhere: int = 0
    listed: bool = True


def books(context: Context) -> Books:
    """Return what became of the rows of every file loaded: totals of files, which are of no district.

    Names of files and what is written in them are for readers of all districts' records: both may tell of a case.
    """
    store = context.store
    rejects = store.rows(read(SQL / "rejects_by_feed.sql"))
    named = context.scope.records is None
    files = store.rows(read(SQL / "files.sql"), {"named": named})
    faults = store.rows(
        "SELECT field, reason, count(*) AS rows FROM fault GROUP BY field, reason ORDER BY rows DESC, field"
    )
    rejects = rejects.assign(do=[REASONS[reason] for reason in rejects["reason"]])
    unmapped = pd.DataFrame(unmapped_values(store, named=named), columns=UnmappedValue._fields)
    elsewhere = store.tuples("SELECT count(*) FROM outcome_event ANTI JOIN crime USING (crime_ref)")[0][0]
    return Books(rejects, faults, unmapped, files, _feeds(context, rejects, files), elsewhere, named)


def rejected_rows(context: Context) -> pd.DataFrame:
    """List rejected rows as file, sheet, row_no, reason, do; none to a reader of some districts: a reject has none."""
    found = context.store.rows(read(SQL / "rejects.sql"), {"file": None, "reason": None})
    kept = found if context.scope.records is None else found.iloc[:0]
    return kept.assign(do=kept["reason"].map(REASONS.get))


def rejected_texts(context: Context) -> dict[str, pd.DataFrame]:
    """List rejected rows as their files had them, by layout: file, sheet, row_no, reason, do, then cells by header.

    They may name people and have no district: none to a reader without leave to see people, or of some districts.
    """
    if not context.scope.people or context.scope.records is not None:
        return {}
    found = rejected.read_rejected(context.store)
    for rows in found.values():
        rows.insert(len(rejected.PLACE), "do", rows["reason"].map(REASONS.get))
    return found


def faulty_cells(context: Context, field: str | None = None) -> pd.DataFrame:
    """List cells not read as file, sheet, row_no, field, reason; none to a reader of some districts."""
    found = context.store.rows(read(SQL / "faults.sql"), {"field": field})
    return found if context.scope.records is None else found.iloc[:0]


def _feeds(context: Context, rejects: pd.DataFrame, files: pd.DataFrame) -> pd.DataFrame:
    store, rows = context.store, []
    months = store.rows(fill(read(SQL / "feed_months.sql"), district_months=dated.district_months()))
    # A row of counts is in no figure of ours.
    missed = rejects[~rejects["reason"].isin(NO_RECORD) & ~rejects["feed"].map(lambda feed: FEEDS[feed].is_counts)]
    lost = missed.groupby("feed")["rows"].sum()
    read_in = files.groupby("feed")["rows_read"].sum()
    for feed, about in FEEDS.items():
        if not store.has(feed):
            continue
        there = [pd.Timestamp(month).date() for month in months.loc[months["feed"] == feed, "month"]]
        first = store.first(feed) if about.day else None
        counted = (store.data_to(feed), int(read_in[feed]), int(lost.get(feed, 0)))
        rows.append((feed, first and month_start(first), *counted, tuple(_gaps(there))))
    return pd.DataFrame(rows, columns=["feed", "first", "data_to", "rows_read", "lost", "gaps"])


def _gaps(months: list[date]) -> list[date]:
    if not months:
        return []
    month, last, gaps = min(months), month_start(max(months)), []
    while month < last:
        if month not in months:
            gaps.append(month)
        month = add_months(month, 1)
    return gaps
