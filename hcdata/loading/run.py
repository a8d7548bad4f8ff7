"""A load: exports are read, checked and merged into a new snapshot, which is published whole or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from hcdata import __version__
from hcdata.common.config import Config
from hcdata.common.sql import Sql, fill
from hcdata.ingest import stages
from hcdata.ingest.discover import Found, find
from hcdata.ingest.files.grid import Grid
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.people import pseudonym
from hcdata.ingest.people.pseudonym import Key
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import dates
from hcdata.loading import (
    aliases,
    already_loaded,
    building,
    columns_gone,
    coverage,
    facts,
    ledger,
    no_identity,
    outcome_issues,
    row_counts,
)
from hcdata.loading.combine import combine
from hcdata.loading.merge import merge
from hcdata.loading.receipt import FileReceipt, Receipt
from hcdata.loading.retract import retract
from hcdata.loading.row_counts import RowCounts
from hcdata.store import extract_macros, failures, lock, register, snapshot

# DuckDB shares work out by row groups of 122,880 rows, some 40 MB of a crime extract. In files below that further
# threads find nothing to do and get in the way: the demonstration takes 9.8 s with four, 6.7 s with one (measured).
SMALL = 40_000_000
_OF_FILE = "(SELECT * FROM {records} WHERE file_id = {file_id})"


@dataclass(frozen=True)
class Options:
    """What the person loading asks for."""

    layout: str | None = None
    extract_date: date | None = None
    full: bool = False
    again: bool = False


def load(
    paths: Iterable[Path],
    folder: Path,
    config: Config,
    options: Options = Options(),
    say: Callable[[str], None] = lambda _: None,
) -> Receipt:
    """Load exports into the store at `folder` and return the receipt; `say` is told the progress.

    Files already loaded are passed over. Extracts of one data-to time are one load; they are applied oldest first.
    Raises LoadError, ConfigError or StoreError; then the store is as it was.
    """
    paths = list(paths)
    own = folder.parent / "layouts"
    known, named = layouts.choose(options.layout, own)
    plain = options == Options(full=options.full)
    about = snapshot.manifest(snapshot.current(folder))
    fresh, seen_before = already_loaded.sift(paths, about, known.values()) if plain else (paths, [])

    def look(place: Path) -> Found:
        return find(fresh, known, place / "work", named)

    def note(about: dict[str, Any], found: Found) -> None:
        if plain:
            already_loaded.enter(about, paths, found.grids, known.values())

    receipt = bring(look, folder, config, options, say, note)
    receipt.already_loaded[:0] = seen_before
    if named != options.layout and named and layouts.read(own).get(named) != known[named]:
        receipt.notes.append(f"layout {named}: put its file into {own} too, so that later loads and reapply know it")
    return receipt


def bring(
    look: Callable[[Path], Found],
    folder: Path,
    config: Config,
    options: Options,
    say: Callable[[str], None],
    note: Callable[[dict[str, Any], Found], None] = lambda about, found: None,
) -> Receipt:
    """Load what `look` finds, given the folder the new snapshot is built in; rows read again are one load.

    `note` may add to the manifest what is worth remembering of the files found.
    """
    with failures.told(folder), lock.hold(folder), snapshot.build(folder) as place:
        about = snapshot.manifest(snapshot.current(folder))
        entry = register.stamp(folder)
        config = aliases.with_aliases(config, folder, entry)
        key = pseudonym.load(about["key"])
        if options.again:
            snapshot.fill(folder, place)
        found = look(place)
        receipt = Receipt(notes=found.notes)
        if not options.again:
            if _nothing_new(folder, found, options, receipt):
                return receipt
            snapshot.fill(folder, place)
        note(about, found)
        files = [place / snapshot.STORE, *(source.grid.file for source in found.grids)]
        with building.connect(place) as con:
            if max(file.stat().st_size for file in files) < SMALL:
                con.execute("SET threads = 1")
            stages.prepare(con, config)
            no_identity.offer(con, len(found.grids) if options.again else 0)
            sheets = _read(con, found, options, place / "work", receipt, say)
            ledger.refuse_mixture(con, [item.layout.synthetic for item in sheets])
            tallies: dict[int, RowCounts] = {}
            for batch in _by_shape([item for item in sheets if not item.streamed]):
                say(f"{_label(batch)}: checking")
                tallies |= _check(con, batch, config, key, place, about)
            for as_of, together in _by_time(sheets) if not options.again else _at_once(sheets):
                for item in together:
                    if item.streamed:
                        say(f"{item.source.grid.label}: checking")
                        wait = _goes_straight(con, item, together)
                        tallies |= _check(con, [item], config, key, place, about, wait)
                con.begin()
                number = ledger.open_load(con, as_of, datetime.now(UTC).replace(tzinfo=None), __version__)
                for place_of, item in enumerate(together):
                    say(f"{item.source.grid.label}: merging")
                    tallies[item.file_id].register_entry = entry
                    if not options.again and (gone := columns_gone.note(con, item, number, about["headers"])):
                        receipt.notes.append(gone)
                    earlier = [one for one in together[:place_of] if _same_extract(one, item)]
                    receipt.files.append(_merge(con, item, earlier, tallies[item.file_id], number, options.full))
                    if not options.again:
                        receipt.notes.extend(coverage.note_lost(con, item, receipt.files[-1].districts))
                if options.again:
                    receipt.notes.extend(retract(con, together, number))
                # Nothing is served before it is published, so this is no end of the load: it lets go of what the stages
                # left behind, and facts need the memory.
                con.commit()
                stages.clear(con, *(item.raw for item in together if item.streamed))
                receipt.notes.extend(no_identity.settle(con, number, key))
                con.begin()
                facts.refresh(con, config, number, as_of, about)
                outcome_issues.refresh(con, number, as_of)
                con.commit()
                receipt.loads.append(number)
            ledger.sum_up(con, receipt)
        if receipt.lost and not options.again:
            receipt.loads.clear()
        elif receipt.files:
            about |= {"key": key.fingerprint, "program": __version__}
            receipt.snapshot = snapshot.publish(folder, place, about, config.loading.snapshots_kept).name
    return receipt


def _nothing_new(folder: Path, found: Found, options: Options, receipt: Receipt) -> bool:
    """Whether every file found was loaded before, as the served snapshot tells; then the receipt says so."""
    served = snapshot.current(folder)
    if served is None:
        return False
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        extract_macros.define_for_building(con)
        known = ledger.loaded(con)
        if not all(_is_known(source, known, options) for source in found.grids):
            return False
        ledger.sum_up(con, receipt)
    receipt.already_loaded = [source.grid.label for source in found.grids]
    return True


def _is_known(source: Recognised, known: dict[tuple[str, str], set[datetime]], options: Options) -> bool:
    # The same bytes under a later stated date say that nothing changed until then: that is news, and loaded.
    times = known[source.grid.sha256, source.grid.sheet or ""]
    return bool(times) and (dates.stated(source, options.extract_date) or min(times)) in times


def _read(
    con: duckdb.DuckDBPyConnection,
    found: Found,
    options: Options,
    work: Path,
    receipt: Receipt,
    say: Callable[[str], None],
) -> list[Sheet]:
    known = ledger.loaded(con)
    sheets = []
    read: Grid | None = None
    for number, source in enumerate(found.grids):
        # The second part of a file follows the first.
        if not options.again and source.grid is not read and _is_known(source, known, options):
            receipt.already_loaded.append(source.grid.label)
            continue
        say(f"{source.grid.label}: reading")
        item = stages.read_raw(con, source, number, options.extract_date, work)
        known[source.grid.sha256, source.grid.sheet or ""].add(item.as_of)
        read = source.grid
        sheets.append(item)
    stages.end_together(sheets, options.extract_date)
    # Crimes come before what is about them: of which district that is, is known then.
    sheets.sort(key=lambda item: (item.as_of, item.feed.turn))
    for file_id, item in enumerate(sheets, start=ledger.next_id(con, "load_file", "file_id")):
        item.file_id = file_id
    return sheets


def _by_time(sheets: list[Sheet]) -> list[tuple[datetime, list[Sheet]]]:
    return [(time, list(together)) for time, together in groupby(sheets, key=lambda item: item.as_of)]


def _at_once(sheets: list[Sheet]) -> list[tuple[datetime, list[Sheet]]]:
    return [(sheets[-1].as_of, sheets)] if sheets else []


def _same_extract(one: Sheet, item: Sheet) -> bool:
    came_together = one.source.grid.came_with == item.source.grid.came_with
    return came_together and one.as_of == item.as_of and one.feed is item.feed


def _by_shape(sheets: list[Sheet]) -> list[list[Sheet]]:
    batches: dict[tuple[str, ...], list[Sheet]] = {}
    for item in sheets:
        batches.setdefault(item.shape, []).append(item)
    return list(batches.values())


def _label(batch: list[Sheet]) -> str:
    return batch[0].source.grid.label if len(batch) == 1 else f"{batch[0].layout.title}, {len(batch)} files"


def _goes_straight(con: duckdb.DuckDBPyConnection, item: Sheet, together: list[Sheet]) -> bool:
    """Whether a sheet's records can go straight to the store: nothing of its feed is there, and nothing else comes."""
    others = [other for other in together if other is not item]
    if any(other.streamed or other.feed is item.feed for other in others):
        return False
    return item.lazy and ledger.is_empty(con, item.feed.table)


def _check(
    con: duckdb.DuckDBPyConnection,
    batch: list[Sheet],
    config: Config,
    key: Key,
    place: Path,
    about: dict[str, Any],
    wait: bool = False,
) -> dict[int, RowCounts]:
    """Take sheets of one shape to records; enter what the rows tell.

    The records are kept in a table of their own until merged; when they `wait`, what they are made of is kept instead.
    """
    folder = place / snapshot.RAW
    stages.number(batch, folder)
    stages.ingest(con, batch, config, key)
    for item in batch:
        about["headers"][str(item.file_id)] = row_counts.keep_raw(con, item, folder)
    row_counts.keep_rejects(con)
    ledger.keep_unmapped(con, batch, config)
    stages.make_records(con, batch[0], wait)
    ledger.keep_identities(con, batch[0].feed)
    ledger.keep_declared(con, batch[0].layout)
    tallies = row_counts.count(con, batch)
    if not wait:
        for item in batch:
            item.records = f"record_{batch[0].file_id}"
        con.execute(fill("ALTER TABLE record RENAME TO {records}", records=batch[0].records))
        stages.clear(con, batch[0].raw, batch[0].every_row)
    return tallies


def _merge(
    con: duckdb.DuckDBPyConnection, item: Sheet, earlier: list[Sheet], counted: RowCounts, number: int, full: bool
) -> FileReceipt:
    table = item.feed.table
    before = ledger.count_cancelled(con, table)
    counted.disagreeing += combine(con, item, earlier)
    records = fill(_OF_FILE, records=item.records, file_id=Sql(item.file_id))
    merged = merge(con, table, records, number, item.as_of)
    return ledger.close_file(con, item, counted, number, merged, ledger.count_cancelled(con, table) - before, full)
