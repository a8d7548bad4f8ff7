"""A load: exports are read, checked and merged into a new snapshot, which is published whole or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from hcdata import __version__
from hcdata.config import Config
from hcdata.ingest import dates, pseudonym, sheet
from hcdata.ingest import layout as layouts
from hcdata.ingest.discover import Found, find
from hcdata.ingest.pseudonym import Key
from hcdata.ingest.sheet import TABLE_OF, Sheet
from hcdata.schema import CRIME_FACT
from hcdata.sql import bind, read
from hcdata.store import books, lock, snapshot, tally
from hcdata.store.merge import merge
from hcdata.store.pool import pool
from hcdata.store.receipt import FileReceipt, Receipt
from hcdata.store.tally import Tally

SQL = Path(__file__).parent / "sql"
# Memory DuckDB may take while loading; the rest of the machine stays usable.
MEMORY = "4GB"
# DuckDB shares work out by row groups of 122,880 rows, some 40 MB of a crime extract. In files below that further
# threads find nothing to do and get in the way: the demonstration takes 9.8 s with four, 6.7 s with one (measured).
SMALL = 40_000_000


@dataclass(frozen=True)
class Options:
    """What the person loading asks for."""

    layout: str | None = None
    extract_date: date | None = None
    full: bool = False


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
    with lock.hold(folder), snapshot.build(folder) as place:
        about = snapshot.manifest(snapshot.current(folder))
        key = pseudonym.load(about["key"])
        found = find(paths, layouts.read(folder.parent / "layouts"), place / "work", options.layout)
        receipt = Receipt(notes=found.notes)
        files = [place / snapshot.STORE, *(source.grid.file for source in found.grids)]
        with _connect(place) as con:
            if max(file.stat().st_size for file in files) < SMALL:
                con.execute("SET threads = 1")
            sheet.prepare(con, config)
            sheets = _read(con, found, options, receipt, say)
            books.refuse_mixture(con, [item.layout.synthetic for item in sheets])
            tallies: dict[int, Tally] = {}
            for batch in _by_shape(sheets):
                say(f"{_label(batch)}: checking")
                tallies |= _check(con, batch, config, key, place, about)
            for as_of, together in _by_time(sheets):
                con.begin()
                number = books.open_load(con, as_of, datetime.now(UTC).replace(tzinfo=None), __version__)
                for item in together:
                    say(f"{item.source.grid.label}: merging")
                    receipt.files.append(_merge(con, item, tallies[item.file_id], number, options.full))
                _refresh_facts(con, config, number, as_of)
                con.commit()
                receipt.loads.append(number)
            receipt.totals = books.totals(con)
            receipt.vanished = books.count_vanished(con)
        if receipt.files:
            about |= {"number": about["number"] + 1, "key": key.fingerprint, "program": __version__}
            receipt.snapshot = snapshot.publish(folder, place, about).name
    return receipt


def _connect(place: Path) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(
        str(place / snapshot.STORE), config={"memory_limit": MEMORY, "temp_directory": str(place / "work" / "spill")}
    )
    # The checkpoint would write a whole table again to join short row groups: two seconds more for a million crimes.
    con.execute("SET max_vacuum_tasks = 0")
    people = str(place / snapshot.PEOPLE).replace("'", "''")
    con.execute(f"ATTACH '{people}' AS people")
    return con


def _read(
    con: duckdb.DuckDBPyConnection, found: Found, options: Options, receipt: Receipt, say: Callable[[str], None]
) -> list[Sheet]:
    known = books.loaded(con)
    sheets = []
    for number, source in enumerate(found.grids):
        times = known[source.grid.sha256, source.grid.sheet or ""]
        # The same bytes under a later stated date say that nothing changed until then: that is news, and loaded.
        if times and (dates.stated(source, options.extract_date) or min(times)) in times:
            receipt.already_loaded.append(source.grid.label)
            continue
        say(f"{source.grid.label}: reading")
        item = sheet.read_raw(con, source, number, options.extract_date)
        times.add(item.as_of)
        sheets.append(item)
    sheets.sort(key=lambda item: item.as_of)
    for file_id, item in enumerate(sheets, start=books.next_id(con, "load_file", "file_id")):
        item.file_id = file_id
    return sheets


def _by_time(sheets: list[Sheet]) -> list[tuple[datetime, list[Sheet]]]:
    return [(time, list(together)) for time, together in groupby(sheets, key=lambda item: item.as_of)]


def _by_shape(sheets: list[Sheet]) -> list[list[Sheet]]:
    batches: dict[tuple[str, ...], list[Sheet]] = {}
    for item in sheets:
        batches.setdefault(item.shape, []).append(item)
    return list(batches.values())


def _label(batch: list[Sheet]) -> str:
    return batch[0].source.grid.label if len(batch) == 1 else f"{batch[0].layout.title}, {len(batch)} files"


def _check(
    con: duckdb.DuckDBPyConnection, batch: list[Sheet], config: Config, key: Key, place: Path, about: dict[str, Any]
) -> dict[int, Tally]:
    """Take sheets of one shape to records, kept in a table of their own until merged; enter what the rows tell."""
    sheet.ingest(con, batch, config, key)
    for item in batch:
        about["headers"][str(item.file_id)] = tally.keep_raw(con, item, place / snapshot.RAW)
    con.execute(f"DROP TABLE {batch[0].raw}")
    sheet.make_records(con, batch[0].layout)
    tally.keep_rejects(con)
    books.keep_identities(con, batch[0].layout.feed)
    books.keep_declared(con, batch[0].layout)
    tallies = tally.count(con, batch)
    for item in batch:
        item.records = f"record_{batch[0].file_id}"
    con.execute(f"ALTER TABLE record RENAME TO {batch[0].records}")
    con.execute("DROP TABLE typed")
    con.execute("DROP TABLE person_row")
    return tallies


def _merge(con: duckdb.DuckDBPyConnection, item: Sheet, counted: Tally, number: int, full: bool) -> FileReceipt:
    table = TABLE_OF[item.layout.feed]
    before = books.count_cancelled(con, table)
    pool(con, table, item.records, item.file_id, number)
    records = f"(SELECT * FROM {item.records} WHERE file_id = {item.file_id})"
    merged = merge(con, table, records, number, item.as_of)
    return books.close_file(con, item, counted, number, merged, books.count_cancelled(con, table) - before, full)


def _refresh_facts(con: duckdb.DuckDBPyConnection, config: Config, number: int, as_of: datetime) -> None:
    sql = read(SQL / "facts.sql")
    con.execute("DROP TABLE IF EXISTS record")
    con.execute(sql, bind(sql, config.thresholds.model_dump()))
    newest = con.execute("SELECT max(as_of) FROM load").fetchone()
    merge(con, CRIME_FACT, "record", number, max(as_of, newest[0] if newest else as_of))
