"""A store written by release 0.1.0 opens as it is, and is brought up to date by the next load."""

import json
from pathlib import Path

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import StoreError
from hcdata.loading.reapply import reapply
from hcdata.schema import tables
from hcdata.schema.records import CRIME
from hcdata.store import inspection, query, snapshot
from hcdata.store.changes import list_changes
from tests.store import store_exports
from tests.store.store_exports import crime, load

DDL = Path(__file__).with_name("release_0_1_0.sql")
EVERYTHING = {"start": None, "end": None, "districts": [], "strands": [], "scope": None}
FIGURES = "SELECT crime_ref, district, strands, outcome_code FROM hate_crime ORDER BY crime_ref"


def _write(folder: Path, day: str, *rows: dict[str, str]) -> Path:
    return store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The folder of a store whose snapshot is in the form of release 0.1.0."""
    return _make(tmp_path, crime("35/1/26"), crime("35/2/26", district="Atlantis"), crime(""))


def _make(tmp_path: Path, *rows: dict[str, str]) -> Path:
    load(tmp_path / "store", _write(tmp_path, "2026-01-31", *rows))
    served = snapshot.current(tmp_path / "store")
    assert served is not None
    old = served / "old.duckdb"
    with duckdb.connect(str(old)) as con:
        con.execute(DDL.read_text(encoding="utf-8"))
        con.execute(f"ATTACH '{served / snapshot.STORE}' AS today (READ_ONLY)")
        for table, columns in con.execute(
            "SELECT table_name, string_agg('\"' || column_name || '\"', ', ') FROM duckdb_columns()"
            " WHERE database_name = 'old' GROUP BY table_name"
        ).fetchall():
            con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM today.{table}")
    old.replace(served / snapshot.STORE)
    about = json.loads((served / snapshot.MANIFEST).read_text(encoding="utf-8"))
    del about["format"]
    # Facts were worked out for the touched crimes alone wherever the thresholds were the same.
    about["facts"] = {name: value for name, value in about["facts"].items() if name != "fields"}
    (served / snapshot.MANIFEST).write_text(json.dumps(about), encoding="utf-8")
    return tmp_path / "store"


def _figures(store: Path, as_at: int | None = None) -> list[tuple[object, ...]]:
    with query.open(store, as_at) as opened:
        return opened.tuples(FIGURES)


def test_it_opens_and_says_the_same(store: Path) -> None:
    assert [row[0] for row in _figures(store)] == ["35/1/26", "35/2/26"]
    found = inspection.status(store)
    assert found.records["crime"] == 2 and found.rejects == {"missing_reference": 1}
    assert inspection.faults(store) == []


def test_the_next_load_brings_it_up_to_date(store: Path, tmp_path: Path) -> None:
    before = _figures(store)
    load(store, _write(tmp_path, "2026-02-28", crime("35/1/26", outcome="16"), crime("35/3/26")))
    assert len(_figures(store)) == 3 and _figures(store, 1) == before
    served = snapshot.current(store)
    assert served is not None and snapshot.manifest(served)["format"] == snapshot.FORMAT
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        for table in tables.TABLES:
            columns = [row[0] for row in con.execute(f"DESCRIBE {table.stored}").fetchall()]
            assert columns[: len(table.names)] == list(table.names)
    assert inspection.faults(store) == []


def test_what_it_never_kept_is_empty(store: Path) -> None:
    with query.open(store) as opened:
        assert opened.tuples("SELECT count(*) FROM outcome_event") == [(0,)]
        assert opened.tuples("SELECT DISTINCT event_outcome_code FROM crime") == [(None,)]
        assert list_changes(opened, CRIME, 0, 1, EVERYTHING)


def test_outcomes_join_the_crimes_it_held(store: Path, tmp_path: Path) -> None:
    given = [{"crime_ref": "35/1/26", "outcome": "18", "outcome_date": "03/02/2026"}]
    load(store, store_exports.write(tmp_path / "outcome_2026-02-28.csv", list(given[0]), given))
    assert [row[3] for row in _figures(store)] == ["18", None]
    assert [row[3] for row in _figures(store, 1)] == [None, None]


def test_its_rows_can_be_read_again(store: Path) -> None:
    before = store_exports.state(store)
    receipt = reapply(store, configuration.load())
    assert receipt.files[0].unchanged == 2 and store_exports.state(store) == before


def test_a_store_of_a_later_release_is_refused_and_left_alone(store: Path, tmp_path: Path) -> None:
    served = snapshot.current(store)
    assert served is not None
    about = json.loads((served / snapshot.MANIFEST).read_text(encoding="utf-8")) | {"format": snapshot.FORMAT + 1}
    (served / snapshot.MANIFEST).write_text(json.dumps(about), encoding="utf-8")
    before = store_exports.digests(store)
    with pytest.raises(StoreError, match="later release"):
        query.open(store)
    with pytest.raises(StoreError, match="later release"):
        load(store, _write(tmp_path, "2026-02-28", crime("35/3/26")))
    assert store_exports.digests(store) == before
    assert "later release" in inspection.faults(store)[0]


def test_a_store_that_lacks_a_table_every_release_had_is_damaged_and_refused(store: Path, tmp_path: Path) -> None:
    served = snapshot.current(store)
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE)) as con:
        con.execute("DROP TABLE incident_version")
    before = store_exports.digests(store)
    with pytest.raises(StoreError, match="cannot be read"):
        query.open(store)
    with pytest.raises(StoreError, match="its table incident_version is missing"):
        load(store, _write(tmp_path, "2026-02-28", crime("35/3/26")))
    assert store_exports.digests(store) == before


def test_the_days_to_a_repeat_are_not_known_until_the_next_load_and_then_of_every_crime(tmp_path: Path) -> None:
    victim = {"person_role": "Victim", "person_type": "Individual", "person_id": "P1"}
    rows = [crime(f"35/{n}/26", f"0{n}/01/2026 10:00", incident_ref=f"I-{n}", **victim) for n in (1, 4)]
    store = _make(tmp_path, *rows)
    with query.open(store) as opened:
        assert not opened.is_populated("days to repeat")
        assert opened.tuples("SELECT len(repeat_victims), repeat_victim_days FROM crime ORDER BY 1") == [
            (0, None),
            (1, None),
        ]
    load(store, _write(tmp_path, "2026-02-28", crime("35/9/26", "09/02/2026 10:00")))
    with query.open(store) as opened:
        assert opened.is_populated("days to repeat")
        assert opened.tuples("SELECT crime_ref, repeat_victim_days FROM crime WHERE len(repeat_victims) > 0") == [
            ("35/4/26", 3)
        ]
