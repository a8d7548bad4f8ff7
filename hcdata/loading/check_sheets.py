"""The rows of read sheets judged, what became of each entered, and their records made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hcdata.common.progress import say
from hcdata.common.sql import fill
from hcdata.ingest import stages
from hcdata.ingest.sheet import Sheet
from hcdata.loading import ledger, row_counts
from hcdata.loading.building import Build
from hcdata.loading.row_counts import RowCounts
from hcdata.store import snapshot

# Checked sheets by the number of their file.
Numbered = dict[int, "Checked"]


@dataclass(frozen=True)
class Checked:
    """A sheet whose rows are judged: `sheet.records` names the relation of its records; what became of its rows."""

    sheet: Sheet
    counts: RowCounts


def check(build: Build, sheets: Sequence[Sheet]) -> Numbered:
    """Check sheets, those of one shape together; a streamed one waits for its load (`check_streamed`)."""
    batches: dict[tuple[str, ...], list[Sheet]] = {}
    for item in sheets:
        if not item.streamed:
            batches.setdefault(item.shape, []).append(item)
    found: Numbered = {}
    for batch in batches.values():
        several = f"{batch[0].layout.title}, {len(batch)} files"
        say(f"{batch[0].source.grid.label if len(batch) == 1 else several}: checking")
        found |= _check(build, batch)
    return found


def check_streamed(build: Build, together: Sequence[Sheet]) -> Numbered:
    """Check the large sheets among those of one load, just before they are merged."""
    found: Numbered = {}
    for item in together:
        if item.streamed:
            say(f"{item.source.grid.label}: checking")
            found |= _check(build, [item], _goes_straight(build, item, together))
    return found


def _goes_straight(build: Build, item: Sheet, together: Sequence[Sheet]) -> bool:
    """Whether a sheet's records can go straight to the store: nothing of its feed is there, and nothing else comes."""
    others = [other for other in together if other is not item]
    if any(other.streamed or other.feed is item.feed for other in others):
        return False
    return item.lazy and ledger.is_empty(build.con, item.feed.table)


def _check(build: Build, batch: Sequence[Sheet], wait: bool = False) -> Numbered:
    """Take sheets of one shape to records; enter what the rows tell.

    The records are kept in a table of their own until merged; when they `wait`, what they are made of is kept instead.
    """
    con, folder = build.con, build.place / snapshot.RAW
    judged = stages.judge(con, batch, build.config, build.key)
    for item in judged.sheets:
        build.about["headers"][str(item.file_id)] = row_counts.keep_raw(con, judged, item, folder)
    row_counts.keep_rejects(con, judged)
    ledger.keep_unmapped(con, judged.sheets, build.config)
    made = stages.make_records(con, judged, wait)
    ledger.keep_identities(con, judged.first.feed)
    ledger.keep_declared(con, judged)
    counts = row_counts.count(con, made)
    records = made.relation
    if not wait:
        records = f"record_{judged.first.file_id}"
        con.execute(fill("ALTER TABLE {made} RENAME TO {records}", made=made.relation, records=records))
        stages.clear(con, judged.first.raw, judged.first.every_row)
    return {one.file_id: Checked(replace(one, records=records), counts[one.file_id]) for one in judged.sheets}
