"""The one way to read a store: a snapshot opened read-only, seen as at one load."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import duckdb

from hcdata.common import sql
from hcdata.common.config import Config
from hcdata.common.config import load as load_config
from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt
from hcdata.schema import feeds, tables
from hcdata.store import dated, extract_macros, load_points, reference, upgrade
from hcdata.store import snapshot as snapshots
from hcdata.store.coverage import Coverage
from hcdata.store.load_points import LoadPoint
from hcdata.store.loaded import read_coverage

if TYPE_CHECKING:
    import pandas as pd

SQL = Path(__file__).parent / "sql"
# Several snapshots may be open at once and DuckDB would take 80 % of memory for each (measured by the design).
LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "2GB",
    "threads": 4,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
# Up to this many versions of crimes, records are held in memory: a query over them takes 5 ms instead of 12 at 7,000
# crimes and 80 ms instead of 350 at a million, for some 0.6 GB (measured); above it the copy would pass memory_limit.
MATERIALISED = 1_500_000
# DuckDB shares a table out among threads by row groups of this size: below one a second thread only waits, and hate
# crimes and the small tables can be held apart from crimes (a page's queries take 100 ms instead of 140; measured).
SMALL = 122_880
# Tables whose view as at a load says more than which versions held (as_at.sql); of the facts it is that of crimes.
_OWN_VIEWS = ("crime", "crime_fact", "series")


class Store:
    """One snapshot as at one load; safe to share between threads, each call uses a cursor of its own."""

    def __init__(
        self, con: duckdb.DuckDBPyConnection, config: Config, snapshot: str, as_at: int, folder: Path | None = None
    ) -> None:
        """Hold an opened connection; use `open`."""
        self._con = con
        self.config = config
        self.snapshot = snapshot
        self.as_at = as_at
        self.folder = folder

    def __enter__(self) -> "Store":
        """Return the store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the snapshot."""
        self._con.close()

    def rows(self, query: str, params: Mapping[str, Any] | None = None) -> "pd.DataFrame":
        """Run one query with parameters bound by name and return its rows; StoreError, never with a value."""
        with self._cursor() as cursor:
            return cursor.execute(query, dict(params or {})).df()

    def tuples(self, query: str, params: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run one query with parameters bound by name and return its rows as plain tuples."""
        with self._cursor() as cursor:
            return cursor.execute(query, dict(params or {})).fetchall()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self._con.cursor() as cursor:
                yield cursor
        except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException) as fault:
            raise StoreError("query", str(fault).splitlines()[0]) from None
        except duckdb.Error as fault:
            raise StoreError("query", f"stopped by {type(fault).__name__}", do="ask for less, or load again") from None

    def columns(self, query: str, params: Mapping[str, Any] | None = None) -> list[tuple[str, str]]:
        """Return the name and type of each column a query would return, without running it."""
        return [(row[0], row[1]) for row in self.tuples(sql.fill("DESCRIBE {query}", query=sql.Sql(query)), params)]

    @cached_property
    def _feeds(self) -> dict[str, tuple[datetime, bool]]:
        return {feed: (as_of, bool(made_up)) for feed, as_of, made_up in self.tuples(_read("data_to"))}

    @cached_property
    def _first(self) -> dict[str, date | None]:
        about = [feed.name for feed in feeds.DATED.values() if feed.is_of_crime]
        return dict(self.tuples(dated.first_days(), {"about": about}))

    def coverage(self, feed: str = "crime") -> Coverage:
        """Return what is loaded of a feed for each district and month."""
        return self._coverage.get(feed, Coverage())

    @cached_property
    def _coverage(self) -> dict[str, Coverage]:
        return read_coverage(self.tuples, list(self.district_names), self.config)

    @cached_property
    def synthetic(self) -> bool:
        """Whether any file loaded holds made-up data."""
        return any(made_up for _, made_up in self._feeds.values())

    @cached_property
    def _populated(self) -> frozenset[str]:
        return frozenset(what for (what,) in self.tuples(_read("populated")))

    def has(self, feed: str) -> bool:
        """Whether any file of this feed was loaded."""
        return feed in self._feeds

    def is_populated(self, what: str) -> bool:
        """Whether any crime carries this: outcome, victim, suspect, place, report time and so on (populated.sql)."""
        return what in self._populated

    def data_to(self, feed: str = "crime") -> date | None:
        """Return the last day the feed covers whole: a data-to at 23:59 covers its day, one within a day does not."""
        if feed not in self._feeds:
            return None
        return (_end(self._feeds[feed][0]) - timedelta(days=1)).date()

    def data_end(self, feed: str = "crime") -> datetime | None:
        """Return the instant the feed's data end, UTC without a zone."""
        if feed not in self._feeds:
            return None
        local = _end(self._feeds[feed][0]).replace(tzinfo=ZoneInfo(self.config.force.timezone))
        return local.astimezone(UTC).replace(tzinfo=None)

    def first(self, feed: str = "crime") -> date | None:
        """Return the first recorded date in the feed; for feeds without one, that of crimes."""
        return self._first.get(feed, self._first["crime"])

    @cached_property
    def moments(self) -> tuple[LoadPoint, ...]:
        """Every load of the snapshot, also those after the one it is seen as at."""
        with self._cursor() as cursor:
            return load_points.list_moments(cursor)

    @cached_property
    def _districts(self) -> "pd.DataFrame":
        return self.rows("SELECT id, name FROM district ORDER BY position")

    @cached_property
    def _strands(self) -> "pd.DataFrame":
        return self.rows("SELECT id, name, monitored FROM strand ORDER BY position")

    @cached_property
    def district_names(self) -> dict[str, str]:
        """The districts shown, id to name, in order."""
        return dict(self.tuples("SELECT id, name FROM district ORDER BY position"))

    @cached_property
    def strand_names(self) -> dict[str, str]:
        """The strands shown, id to name, in order."""
        return dict(self.tuples("SELECT id, name FROM strand ORDER BY position"))

    def districts(self) -> "pd.DataFrame":
        """Return the districts shown, in order: id, name."""
        return self._districts.copy()

    def strands(self) -> "pd.DataFrame":
        """Return the strands shown, in order: id, name, monitored."""
        return self._strands.copy()

    @cached_property
    def residents(self) -> dict[str, int]:
        """The residents of each district in the newest year that is not after the data; none without such a year."""
        data_to = self.data_to()
        return dict(self.tuples(_read("residents"), {"year": data_to.year if data_to else 0}))


def open(
    folder: Path,
    as_at: AsAt = None,
    config: Config | None = None,
    snapshot: str | None = None,
    population: Path = reference.POPULATION,
) -> Store:
    """Open a folder's current (or named) snapshot as at its newest load or the moment given; StoreError without one."""
    name = snapshot or _current(folder)
    config = config or load_config()
    try:
        return _open(folder, name, as_at, config, population)
    except StoreError:
        # A load that ended in this moment may have removed the snapshot that was served before.
        if snapshot or (newer := _current(folder)) == name:
            raise
    return _open(folder, newer, as_at, config, population)


def _open(folder: Path, name: str, as_at: AsAt, config: Config, population: Path) -> Store:
    place = folder / "snapshots" / name
    if Path(name).name != name or not (place / snapshots.STORE).is_file():
        raise StoreError("store", "no such snapshot", "a folder of snapshots/", "run `python -m hcdata load PATH`")
    snapshots.refuse_later(place)
    with ExitStack() as failing:
        con = failing.enter_context(_connect(config))
        try:
            upgrade.attach(con, place / snapshots.STORE)
            load = load_points.choose(load_points.list_moments(con), as_at).load
            crimes = con.execute("SELECT count(*) FROM base.crime_version").fetchall()[0][0]
            if crimes <= SMALL:
                con.execute("SET threads = 1")
            _prepare(con, load)
            if crimes <= MATERIALISED:
                _materialise(con, "materialise")
            if crimes <= SMALL:
                _materialise(con, "materialise_small")
            seen: dict[str, set[str]] = {"district": set(), "strand": set()}
            for kind, value in con.execute(_read("values_seen")).fetchall():
                seen[kind].add(value)
            reference.fill(con, config, seen, population)
        except duckdb.Error:
            raise StoreError(
                f"snapshot {name}", "it cannot be read", "a store of this version", "load again into a new store folder"
            ) from None
        failing.pop_all()
    return Store(con, config, name, load, folder)


def blank(config: Config | None = None) -> Store:
    """Open a store with every table and no row, to check a query against."""
    con = _connect(config := config or load_config())
    con.execute("ATTACH ':memory:' AS base")
    con.execute("USE base")
    for table in tables.TABLES:
        con.execute(tables.ddl(table))
    con.execute("USE memory")
    _prepare(con, 0)
    return Store(con, config, "blank", 0)


def _current(folder: Path) -> str:
    served = snapshots.current(folder)
    if served is None:
        raise StoreError(
            "store",
            "nothing has been loaded here",
            "a store folder (--store, HCDATA_STORE or data/store)",
            "run `python -m hcdata load PATH`, or `make run` for the demonstration data",
        )
    return served.name


def _connect(config: Config) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:", config=LIMITS)
    con.execute("SET GLOBAL TimeZone = $zone", {"zone": config.force.timezone})
    return con


def _prepare(con: duckdb.DuckDBPyConnection, load: int) -> None:
    extract_macros.define_for_reading(con)
    for name in ("asked", "as_at"):
        con.execute(_read(name))
    for table in tables.VERSIONED:
        if table.name not in _OWN_VIEWS:
            con.execute(sql.fill(_read("valid"), table=table.name, version=table.stored))
    for name in ("reference", "key_fields", "summary_limit", "duty", "noted", "incident_noted"):
        con.execute(_read(name))
    con.execute("INSERT INTO as_at VALUES ($load)", {"load": load})
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


def _materialise(con: duckdb.DuckDBPyConnection, file: str) -> None:
    for statement in sql.statements(SQL / f"{file}.sql"):
        con.execute(statement)


def _end(as_of: datetime) -> datetime:
    """Return the moment data end: midnight after a day given to 23:59, else the time itself."""
    if as_of.time() >= time(23, 59):
        return datetime.combine(as_of.date() + timedelta(days=1), time())
    return as_of


def _read(name: str) -> str:
    return sql.read(SQL / f"{name}.sql")
