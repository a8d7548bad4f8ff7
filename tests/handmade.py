"""A store written row by row, for tests that count by hand."""

import csv
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from hcdata.schema import tables

CASES = Path(__file__).parent / "cases"
AS_OF = datetime(2026, 10, 31, 23, 59)
FEEDS = ("crime", "incident", "contact", "service", "review", "audit")
Row = Mapping[str, Any]

# One ordinary hate crime: flagged race, in Fenland, recorded an hour after its report, still open.
CRIME: dict[str, Any] = {
    "recorded_at": "2026-06-10 09:00:00",
    "recorded_on": "2026-06-10",
    "reported_at": "2026-06-10 08:00:00",
    "committed_at": "2026-06-09 22:30:00",
    "committed_on": "2026-06-09",
    "offence_code": "9A",
    "offence_title": "Public fear, alarm or distress",
    "offence_group": "Public order",
    "aggravated": False,
    "district": "fenland",
    "strands": ["race"],
    "channel": "101",
    "settings": ["public_place"],
    "place_type": "public_place",
    "located": "not_recorded",
    "cancelled": False,
    "victims": [],
    "suspects": [],
    "other_victims": 0,
}
FACT: dict[str, Any] = {"contacts": 0, "repeat_victims": [], "repeat_suspects": [], "repeat_place": False}
INCIDENT: dict[str, Any] = {
    "kind": "nchi_legacy",
    "recorded_at": "2026-06-10 09:00:00",
    "recorded_on": "2026-06-10",
    "district": "fenland",
    "strands": ["race"],
    "channel": "101",
    "settings": [],
    "place_type": "not_recorded",
    "located": "not_recorded",
    "victims": [],
    "subjects": [],
    "cancelled": False,
}
DEFAULTS = {"crime": CRIME, "crime_fact": FACT, "incident": INCIDENT}


def build(
    folder: Path,
    *,
    crimes: Iterable[Row] = (),
    incidents: Iterable[Row] = (),
    services: Iterable[Row] = (),
    contacts: Iterable[Row] = (),
    actions: Iterable[Row] = (),
    audits: Iterable[Row] = (),
    events: Iterable[Row] = (),
    declared: Iterable[tuple[str, str, str, bool]] = (),
    as_of: Iterable[datetime] = (AS_OF,),
    feeds: Iterable[str] = FEEDS,
    begins: Mapping[str, str] | None = None,
    crime_file: Row | None = None,
    snapshot: str = "000001",
) -> Path:
    """Write a store of the rows given (missing columns are those of an ordinary record) and point at it."""
    place = folder / "snapshots" / snapshot
    place.mkdir(parents=True)
    rows = {
        "crime": [{"crime_ref": f"C{n}", "incident_ref": f"I{n}", **row} for n, row in enumerate(crimes, 1)],
        "incident": [{"incident_ref": f"N{n}", **row} for n, row in enumerate(incidents, 1)],
        "service": list(services),
        "victim_contact": [{"contact_id": f"K{n}", **row} for n, row in enumerate(contacts, 1)],
        "action": [{"action_no": f"A{n}", **row} for n, row in enumerate(actions, 1)],
        "event": list(events),
        "flag_audit": list(audits),
    }
    rows["crime_fact"] = rows["crime"]
    rows["outcome_note"] = [row for row in rows["crime"] if row.get("notes")]
    with duckdb.connect(str(place / "store.duckdb")) as con:
        con.begin()
        for table in tables.TABLES:
            con.execute(tables.ddl(table))
            _insert(con, table, rows.get(table.name, []))
        for number, moment in enumerate(as_of, 1):
            con.execute("INSERT INTO load VALUES ($load, $as_of, $as_of, 'test')", {"load": number, "as_of": moment})
            for feed in feeds:
                con.execute(
                    "INSERT INTO load_file (file_id, load, feed, as_of, synthetic, covers_from)"
                    " VALUES ($load, $load, $feed, $as_of, true, $begins)",
                    {"load": number, "feed": feed, "as_of": moment, "begins": (begins or {}).get(feed)},
                )
        for column, value in (crime_file or {}).items():
            con.execute(f"UPDATE load_file SET {column} = $value WHERE feed = 'crime'", {"value": value})
        for kind, id, name, monitored in declared:
            con.execute("INSERT INTO declared VALUES ($1, $2, $3, $4)", [kind, id, name, monitored])
        con.commit()
    (place / "manifest.json").write_text("{}", encoding="utf-8")
    (folder / "current").write_text(snapshot, encoding="utf-8")
    return folder


def read_cases(name: str) -> list[dict[str, Any]]:
    """Read a table of cases; a blank cell that is a column of a record is NULL, lists are written a|b."""
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [{key: _value(key, text) for key, text in row.items()} for row in csv.DictReader(lines)]


def spread(total: int, start: datetime, step: timedelta) -> list[dict[str, Any]]:
    """Return ordinary crimes recorded one step after the other."""
    moments = [start + n * step for n in range(total)]
    return [{"recorded_at": moment, "recorded_on": moment.date()} for moment in moments]


def _insert(con: duckdb.DuckDBPyConnection, table: tables.Table, rows: list[Row]) -> None:
    if not rows:
        return
    kinds = {column.name: column.type for column in table.columns}
    if table.versioned:
        kinds |= {"as_of": "TIMESTAMP", "seen": "TIMESTAMP", "from_load": "INTEGER", "to_load": "INTEGER"}
    full = [{"from_load": 1, **DEFAULTS.get(table.name, {}), **row} for row in rows]
    values = {name: [_plain(row.get(name)) for row in full] for name in kinds}
    columns = ", ".join(f"CAST(unnest(${name}) AS {kind})" for name, kind in kinds.items())
    con.execute(f"INSERT INTO {table.stored} ({', '.join(kinds)}) SELECT {columns}", values)


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, list) else str(value)


LISTS = {column.name for table in tables.VERSIONED for column in table.columns if column.type.endswith("[]")}


def _value(key: str, text: str) -> Any:
    if key in LISTS:
        return [part for part in text.split("|") if part]
    if text in ("true", "false"):
        return text == "true"
    return text or None
