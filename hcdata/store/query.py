"""The one way to read a store: a snapshot opened read-only, seen as at one load."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd

from hcdata import schema, sql
from hcdata.config import Config
from hcdata.config import load as load_config
from hcdata.errors import StoreError
from hcdata.store import reference

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
HELD = 1_500_000


class Store:
    """One snapshot as at one load; safe to share between threads, each call uses a cursor of its own."""

    def __init__(self, con: duckdb.DuckDBPyConnection, config: Config, snapshot: str, as_at: int) -> None:
        """Hold an opened connection; use `open`."""
        self._con = con
        self.config = config
        self.snapshot = snapshot
        self.as_at = as_at

    def __enter__(self) -> "Store":
        """Return the store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the snapshot."""
        self._con.close()

    def rows(self, query: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
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
        return [(row[0], row[1]) for row in self.tuples(f"DESCRIBE {query}", params)]

    @cached_property
    def _feeds(self) -> dict[str, tuple[datetime, bool]]:
        return {feed: (as_of, bool(made_up)) for feed, as_of, made_up in self.tuples(_read("data_to"))}

    @cached_property
    def _first(self) -> dict[str, date | None]:
        return dict(self.tuples(_read("first_recorded")))

    @cached_property
    def synthetic(self) -> bool:
        """Whether any file loaded holds made-up data."""
        return any(made_up for _, made_up in self._feeds.values())

    @cached_property
    def _carried(self) -> frozenset[str]:
        return frozenset(what for (what,) in self.tuples(_read("carried")))

    def has(self, feed: str) -> bool:
        """Whether any file of this feed was loaded."""
        return feed in self._feeds

    def carries(self, what: str) -> bool:
        """Whether any crime carries this: outcome, victim, suspect, place or report time."""
        return what in self._carried

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
    def _districts(self) -> pd.DataFrame:
        return self.rows("SELECT id, name FROM district ORDER BY position")

    @cached_property
    def _strands(self) -> pd.DataFrame:
        return self.rows("SELECT id, name, monitored FROM strand ORDER BY position")

    def districts(self) -> pd.DataFrame:
        """Return the districts shown, in order: id, name."""
        return self._districts.copy()

    def strands(self) -> pd.DataFrame:
        """Return the strands shown, in order: id, name, monitored."""
        return self._strands.copy()

    def population_year(self) -> int | None:
        """Return the year of the populations in use: the newest that is not after the data; None without one."""
        data_to = self.data_to()
        year = {"year": data_to.year if data_to else 0}
        found = self.tuples("SELECT max(year) FROM population WHERE year <= $year", year)[0][0]
        return None if found is None else int(found)


def open(
    folder: Path,
    as_at: int | None = None,
    config: Config | None = None,
    snapshot: str | None = None,
    population: Path = reference.POPULATION,
) -> Store:
    """Open a folder's current (or named) snapshot as at its newest (or given) load; StoreError when there is none."""
    name = snapshot or _current(folder)
    file = folder / "snapshots" / name / "store.duckdb"
    if Path(name).name != name or not file.is_file():
        raise StoreError("store", "no such snapshot", "a folder of snapshots/", "run `python -m hcdata load PATH`")
    con = _connect(config := config or load_config())
    try:
        # ATTACH takes no bound parameter; the path is quoted as a literal.
        con.execute("ATTACH '{}' AS base (READ_ONLY)".format(str(file).replace("'", "''")))
        load = _choose_load(con, as_at)
        _prepare(con, load)
        seen: dict[str, set[str]] = {"district": set(), "strand": set()}
        for kind, value in con.execute(_read("values_seen")).fetchall():
            seen[kind].add(value)
        if con.execute("SELECT count(*) FROM base.crime_version").fetchall()[0][0] <= HELD:
            for statement in sql.statements(SQL / "hold.sql"):
                con.execute(statement)
        reference.fill(con, config, seen, population)
    except duckdb.Error:
        con.close()
        raise StoreError(
            f"snapshot {name}", "it cannot be read", "a store of this version", "load again into a new store folder"
        ) from None
    except Exception:
        con.close()
        raise
    return Store(con, config, name, load)


def blank(config: Config | None = None) -> Store:
    """Open a store with every table and no row, to check a query against."""
    con = _connect(config := config or load_config())
    con.execute("ATTACH ':memory:' AS base")
    con.execute("USE base")
    for table in (*schema.VERSIONED, *schema.BOOKS):
        con.execute(schema.ddl(table))
    con.execute("USE memory")
    _prepare(con, 0)
    return Store(con, config, "blank", 0)


def _current(folder: Path) -> str:
    pointer = folder / "current"
    if not pointer.is_file():
        raise StoreError(
            "store",
            "nothing has been loaded here",
            "a store folder (--store, HCDATA_STORE or data/store)",
            "run `python -m hcdata load PATH`, or `make run` for the demonstration data",
        )
    return pointer.read_text(encoding="utf-8").strip()


def _connect(config: Config) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:", config=LIMITS)
    con.execute("SET GLOBAL TimeZone = $zone", {"zone": config.force.timezone})
    return con


def _choose_load(con: duckdb.DuckDBPyConnection, as_at: int | None) -> int:
    found = con.execute("SELECT min(load), max(load) FROM base.load").fetchone()
    first, newest = found or (None, None)
    if newest is None:
        raise StoreError("store", "the snapshot holds no load", do="run `python -m hcdata load PATH`")
    if as_at is not None and not first <= as_at <= newest:
        raise StoreError("as at", f"no load {as_at}", f"a load from {first} to {newest}", "choose one of them")
    return int(newest if as_at is None else as_at)


def _prepare(con: duckdb.DuckDBPyConnection, load: int) -> None:
    con.execute(_read("as_at"))
    con.execute(_read("reference"))
    con.execute("INSERT INTO as_at VALUES ($load)", {"load": load})
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


def _end(as_of: datetime) -> datetime:
    """Return the moment data end: midnight after a day given to 23:59, else the time itself."""
    if as_of.time() >= time(23, 59):
        return datetime.combine(as_of.date() + timedelta(days=1), time())
    return as_of


def _read(name: str) -> str:
    return sql.read(SQL / f"{name}.sql")
