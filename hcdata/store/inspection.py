"""What a store says of itself: rejected rows, what is loaded up to when, and whether its versions hold together."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hcdata.common.errors import HcdataError, StoreError
from hcdata.common.filters import AsAt
from hcdata.common.sql import fill, name, read
from hcdata.ingest.layouts import layout as layouts
from hcdata.schema.columns import Table
from hcdata.schema.reject_reasons import REASONS
from hcdata.schema.tables import RECORDS, VERSIONED
from hcdata.store import half_built, query, register, snapshot, wholeness
from hcdata.store.unmapped_values import unmapped_values

SQL = Path(__file__).parent / "sql"
# Loads named in the status, to be asked for with --as-at.
NAMED = 12
# What each check of the versions counts (sql/versions_*.sql).
_WRONG = {
    "repeated": "keys with more than one current version",
    "backward": "versions that end before they begin",
    "overlapping": "versions that overlap",
    "unbooked": "versions of no load on the books",
}


@dataclass(frozen=True)
class Reject:
    """One rejected row: where it stands, why, and what to do; never what it says."""

    file: str
    sheet: str | None
    row: int
    reason: str

    @property
    def place(self) -> str:
        """File and sheet as a person would name them."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return REASONS[self.reason]

    def to_json(self) -> dict[str, Any]:
        """Return the row as plain values: file, sheet, row, reason, do."""
        return asdict(self) | {"do": self.remedy}


@dataclass(frozen=True)
class Status:
    """What is loaded: loads, how far the newest run, data-to by feed, records, rejects, faults, values not mapped."""

    snapshot: str
    loads: int
    files: int
    newest: dict[int, str]
    data_to: dict[str, str]
    records: dict[str, int]
    districts: dict[str, dict[str, int]]
    rejects: dict[str, int]
    faults: dict[str, int]
    unmapped: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """Return the status as plain values."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """Yield the status as lines of text."""
        yield f"Snapshot {self.snapshot}: {self.loads:,} loads of {self.files:,} files and sheets"
        yield "Newest loads: " + "; ".join(f"{load}, data to {day}" for load, day in self.newest.items())
        yield from (f"Data to {moment}: {feed}" for feed, moment in self.data_to.items())
        yield "Records: " + _listed(self.records)
        yield from (
            f"{kind.capitalize()} records by district: {_listed(counts)}" for kind, counts in self.districts.items()
        )
        yield "Rejected rows by reason: " + _listed(self.rejects)
        yield "Fields that could not be read or mapped: " + _listed(self.faults)
        for one in self.unmapped:
            said = one["text"] or "values few rows share or about a person, not shown"
            yield f"Unmapped {one['field']}: {said}: {one['rows']:,} row(s) (`alias add`)"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"


def rejects(folder: Path, file: str | None = None, reason: str | None = None, as_at: AsAt = None) -> list[Reject]:
    """Return a store's rejected rows, of one file or one reason if asked; StoreError for an unknown reason code."""
    if reason and reason not in REASONS:
        raise StoreError("--reason", "no such reason code", f"one of {', '.join(REASONS)}", "name one of these")
    with query.open(folder, as_at) as store:
        return [Reject(*row) for row in store.tuples(read(SQL / "rejects.sql"), {"file": file, "reason": reason})]


def status(folder: Path, as_at: AsAt = None) -> Status:
    """Return what a store holds, or held at a moment."""
    with query.open(folder, as_at) as store:
        districts: dict[str, dict[str, int]] = {}
        for kind, district, records in store.tuples(read(SQL / "districts_of.sql")):
            districts.setdefault(kind, {})[district] = records
        known = [one for one in store.moments if one.load <= store.as_at]
        feeds = store.tuples("SELECT feed, max(as_of) FROM load_file GROUP BY feed ORDER BY feed")
        counting = "SELECT count(*) FROM {table}"
        return Status(
            snapshot=store.snapshot,
            loads=store.tuples("SELECT count(*) FROM load")[0][0],
            files=store.tuples("SELECT count(*) FROM load_file")[0][0],
            newest={one.load: f"{one.as_of:%Y-%m-%d}" for one in known[: -NAMED - 1 : -1]},
            data_to={feed: f"{moment:%Y-%m-%d %H:%M}" for feed, moment in feeds},
            records={table.name: store.tuples(fill(counting, table=table.name))[0][0] for table in RECORDS},
            districts=districts,
            rejects=dict(store.tuples("SELECT reason, count(*) FROM reject GROUP BY reason ORDER BY reason")),
            faults=dict(store.tuples("SELECT field || ' ' || reason, count(*) FROM fault GROUP BY ALL ORDER BY ALL")),
            unmapped=[one._asdict() for one in unmapped_values(store)],
        )


def faults(folder: Path) -> list[str]:
    """Return everything wrong with the layouts and the store, each fault as a sentence; nothing when all is well."""
    found: list[str] = []
    try:
        layouts.read(folder.parent / "layouts")
    except HcdataError as fault:
        found.append(str(fault))
    try:
        served = snapshot.current(folder)
        if served:
            found += wholeness.damage(served)
        with query.open(folder) as store:
            for table in VERSIONED:
                found += _version_faults(store, table)
            for file, sheet in store.tuples(read(SQL / "book_faults.sql")):
                place = Reject(file, sheet, 0, "").place
                found.append(f"{place}: its rows are not all accounted for. What to do: load into a new store.")
            found += _register_faults(store, register.stamp(folder))
    except HcdataError as fault:
        found.append(str(fault))
    if half_built.is_left(folder):
        found.append("store: a load was stopped half-way; the old snapshot is served. What to do: load again.")
    return found


def _register_faults(store: query.Store, newest: int) -> Iterator[str]:
    used = store.tuples("SELECT max(register_entry) FROM load_file")[0][0] or 0
    if used > newest:
        yield (
            f"{register.FILE}: loads were made with {used:,} entries of the register, and {newest:,} are there: aliases"
            " and events may be missing. What to do: restore the file from the backup, before the next load or edit."
        )


def _version_faults(store: query.Store, table: Table) -> Iterator[str]:
    for what, wrong in _WRONG.items():
        sql = read(SQL / f"versions_{what}.sql")
        sql = fill(sql, version=name("base", table.stored), key=table.key)
        number = store.tuples(sql)[0][0]
        if number:
            yield f"{table.stored}: {number:,} {wrong}. What to do: load the exports into a new store."
