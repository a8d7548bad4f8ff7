"""Checked sheets of one data-to time merged into the versions of the store: one load, and its facts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hcdata import __version__
from hcdata.common.progress import say
from hcdata.common.sql import Sql, fill
from hcdata.ingest import stages
from hcdata.ingest.sheet import Sheet
from hcdata.loading import columns_gone, coverage, facts, ledger, no_identity, outcome_issues
from hcdata.loading.building import Build
from hcdata.loading.check_sheets import Checked, Numbered, check_streamed
from hcdata.loading.combine import combine
from hcdata.loading.merge import merge
from hcdata.loading.receipt import FileReceipt
from hcdata.loading.retract import retract

_OF_FILE = "(SELECT * FROM {records} WHERE file_id = {file_id})"


@dataclass(frozen=True)
class Load:
    """One load entered in the store: its number, the receipt of each of its files, and what else is to be said."""

    number: int
    files: tuple[FileReceipt, ...]
    notes: tuple[str, ...]


def merge_load(build: Build, as_of: datetime, together: Sequence[Sheet], checked: Numbered) -> Load:
    """Merge the sheets of one load, in their order, and bring what rests on them up to date."""
    con, again = build.con, build.options.again
    checked = checked | check_streamed(build, together)
    here = [checked[item.file_id] for item in together]
    con.begin()
    number = ledger.open_load(con, as_of, datetime.now(UTC).replace(tzinfo=None), __version__)
    files: list[FileReceipt] = []
    notes: list[str] = []
    for place, one in enumerate(here):
        say(f"{one.sheet.source.grid.label}: merging")
        if not again and (gone := columns_gone.note(con, one.sheet, number, build.about["headers"])):
            notes.append(gone)
        files.append(_merge(build, one, here[:place], number))
        if not again:
            notes.extend(coverage.note_lost(con, one.sheet, files[-1].districts))
    if again:
        notes.extend(retract(con, [one.sheet for one in here], number))
    # Nothing is served before it is published, so this is no end of the load: it lets go of what the stages left
    # behind, and facts need the memory.
    con.commit()
    stages.clear(con, *(one.sheet.raw for one in here if one.sheet.streamed))
    notes.extend(no_identity.settle(con, number, build.key))
    con.begin()
    facts.refresh(con, build.config, number, as_of, build.about)
    outcome_issues.refresh(con, number, as_of)
    con.commit()
    return Load(number, tuple(files), tuple(notes))


def _merge(build: Build, one: Checked, before: Sequence[Checked], number: int) -> FileReceipt:
    con, item, table = build.con, one.sheet, one.sheet.feed.table
    cancelled = ledger.count_cancelled(con, table)
    disagreeing = combine(con, item, [other.sheet for other in before if _is_same_extract(other.sheet, item)])
    counts = replace(one.counts, disagreeing=one.counts.disagreeing + disagreeing)
    records = fill(_OF_FILE, records=item.records, file_id=Sql(item.file_id))
    merged = merge(con, table, records, number, item.as_of)
    return ledger.close_file(build, item, counts, number, merged, ledger.count_cancelled(con, table) - cancelled)


def _is_same_extract(one: Sheet, item: Sheet) -> bool:
    came_together = one.source.grid.came_with == item.source.grid.came_with
    return came_together and one.as_of == item.as_of and one.feed is item.feed
