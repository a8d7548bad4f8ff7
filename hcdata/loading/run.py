"""A load: recognise, read, check, merge, publish. The new snapshot is served whole, or nothing changes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import duckdb

from hcdata import __version__
from hcdata.common.config import Config
from hcdata.ingest import stages
from hcdata.ingest.discover import Found, find
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.people import pseudonym
from hcdata.loading import aliases, already_loaded, building, ledger, no_identity
from hcdata.loading.building import PLAIN, Build
from hcdata.loading.building import Options as Options
from hcdata.loading.check_sheets import check
from hcdata.loading.merge_sheets import merge_load
from hcdata.loading.read_sheets import is_nothing_new, read
from hcdata.loading.receipt import Receipt
from hcdata.store import extract_macros, failures, lock, register, snapshot


def load(paths: Iterable[Path], folder: Path, config: Config, options: Options = PLAIN) -> Receipt:
    """Load exports into the store at `folder` and return the receipt.

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

    receipt = bring(look, folder, config, options, note)
    receipt.already_loaded[:0] = seen_before
    if named != options.layout and named and layouts.read(own).get(named) != known[named]:
        receipt.notes.append(f"layout {named}: put its file into {own} too, so that later loads and reapply know it")
    return receipt


def bring(
    look: Callable[[Path], Found],
    folder: Path,
    config: Config,
    options: Options,
    note: Callable[[dict[str, Any], Found], None] = lambda about, found: None,
) -> Receipt:
    """Load what `look` finds, given the folder the new snapshot is built in; rows read again are one load.

    `note` may add to the manifest what is worth remembering of the files found.
    """
    with failures.told(folder), lock.hold(folder), snapshot.build(folder) as place:
        about, entry = snapshot.manifest(snapshot.current(folder)), register.stamp(folder)
        config = aliases.with_aliases(config, folder, entry)
        key = pseudonym.load(about["key"])
        if options.again:
            snapshot.fill(folder, place)
        found = look(place)
        receipt = Receipt(notes=found.notes)
        if not options.again:
            if _is_nothing_new(folder, found, options, receipt):
                return receipt
            snapshot.fill(folder, place)
        note(about, found)
        with building.connect(place, [source.grid.file for source in found.grids]) as con:
            build = Build(con, place, config, key, about, entry, options)
            stages.prepare(con, config)
            no_identity.offer(con, len(found.grids) if options.again else 0)
            sheets = read(build, found)
            checked = check(build, sheets.sheets)
            for as_of, together in sheets.at_once if options.again else sheets.by_time:
                made = merge_load(build, as_of, together, checked)
                receipt.loads.append(made.number)
                receipt.files.extend(made.files)
                receipt.notes.extend(made.notes)
            receipt.already_loaded.extend(sheets.already_loaded)
            ledger.sum_up(con, receipt)
        if receipt.lost and not options.again:
            receipt.loads.clear()
        elif receipt.files:
            about |= {"key": key.fingerprint, "program": __version__}
            receipt.snapshot = snapshot.publish(folder, place, about, config.loading.snapshots_kept).name
    return receipt


def _is_nothing_new(folder: Path, found: Found, options: Options, receipt: Receipt) -> bool:
    """Whether every file found was loaded before, as the served snapshot tells; then the receipt says so."""
    served = snapshot.current(folder)
    if served is None:
        return False
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        extract_macros.define_for_building(con)
        if not is_nothing_new(con, found, options.extract_date):
            return False
        ledger.sum_up(con, receipt)
    receipt.already_loaded = [source.grid.label for source in found.grids]
    return True
