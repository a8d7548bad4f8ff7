"""Whether the files of a snapshot are all there and can be read to their end: records, people, raw rows."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from hcdata.common.sql import fill
from hcdata.schema.identities import IDENTITIES
from hcdata.schema.tables import TABLES
from hcdata.store import snapshot
from hcdata.store.query import LIMITS

_RESTORE = "What to do: restore the snapshot's folder from a backup."


def damage(place: Path) -> Iterator[str]:
    """Yield a sentence for each file of a snapshot that is missing or cut; none of them says what a file holds."""
    tables = {snapshot.STORE: TABLES, snapshot.PEOPLE: IDENTITIES}
    for name, wanted in tables.items():
        if not (place / name).is_file():
            yield f"{place.name}/{name}: it is missing. {_RESTORE}"
        elif not _whole_tables(place / name, [table.stored for table in wanted]):
            yield f"{place.name}/{name}: it is cut short or damaged. {_RESTORE}"
    raw = {place / snapshot.RAW / f"{int(file):06d}.parquet" for file in snapshot.manifest(place)["headers"]}
    missing = [file for file in raw if not file.is_file()]
    broken = [file for file in raw - set(missing) if not _whole_rows(file)]
    for files, what in ((missing, "missing"), (broken, "cut short or damaged")):
        if files:
            yield f"{place.name}/{snapshot.RAW}: {len(files):,} of {len(raw):,} files of rows are {what}. {_RESTORE}"


def _whole_tables(file: Path, wanted: list[str]) -> bool:
    try:
        with duckdb.connect(str(file), read_only=True, config=LIMITS) as con:
            there = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
            for name in there.intersection(wanted):
                con.execute(fill("SELECT count(COLUMNS(*)) FROM {name}", name=name)).fetchall()
        return bool(there)
    except duckdb.Error:
        return False


def _whole_rows(file: Path) -> bool:
    try:
        with duckdb.connect(":memory:", config=LIMITS) as con:
            con.execute("SELECT count(COLUMNS(*)) FROM read_parquet($file)", {"file": str(file)}).fetchall()
        return True
    except duckdb.Error:
        return False
