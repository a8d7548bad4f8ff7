"""Opening a store: as-at, what it calls complete, what it shows, and what it refuses."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import duckdb
import pytest

from hcdata.common.errors import StoreError
from hcdata.schema import tables
from hcdata.store import query
from tests.handmade import build

LOADS = [datetime(2026, 8, 31, 23, 59), datetime(2026, 9, 30, 23, 59), datetime(2026, 10, 31, 23, 59)]


def test_each_load_sees_the_versions_valid_then(tmp_path):
    folder = build(
        tmp_path / "store",
        as_of=LOADS,
        crimes=[
            {"crime_ref": "A", "district": "fenland", "from_load": 1, "to_load": 2},
            {"crime_ref": "A", "district": "peterborough", "from_load": 2, "to_load": None},
            {"crime_ref": "B", "from_load": 3},
        ],
    )
    seen = {}
    for load in (1, 2, 3, None):
        with query.open(folder, as_at=load) as store:
            seen[load] = store.tuples("SELECT crime_ref, district FROM crime ORDER BY crime_ref")
            assert len(store.rows("SELECT * FROM load")) == (load or 3)
            assert store.data_to() == LOADS[(load or 3) - 1].date()
    assert seen[1] == [("A", "fenland")]
    assert seen[2] == [("A", "peterborough")]
    assert seen[3] == seen[None] == [("A", "peterborough"), ("B", "fenland")]


@pytest.mark.parametrize("held", [0, query.MATERIALISED], ids=["views", "held"])
def test_a_version_is_seen_from_the_load_it_came_with_to_the_one_before_it_ended(held, tmp_path, monkeypatch):
    monkeypatch.setattr(query, "MATERIALISED", held)
    folder = build(tmp_path / "store", as_of=LOADS)
    names = [table.name for table in tables.VERSIONED if table.name != "crime_fact"]  # joined to crimes
    with duckdb.connect(str(folder / "snapshots" / "000001" / "store.duckdb")) as con:
        for name in names:
            # From the first load to the second, where the next begins, and one of the third.
            con.execute(f"INSERT INTO {name}_version (from_load, to_load) VALUES (1, 2), (2, NULL), (3, NULL)")
    for load, versions in ((1, 1), (2, 1), (3, 2)):
        with query.open(folder, as_at=load) as store:
            seen = {name: store.tuples(f"SELECT count(*) FROM {name}")[0][0] for name in names}
        assert seen == dict.fromkeys(names, versions), load


@pytest.mark.parametrize(
    ("held", "small"),
    [(0, 0), (query.MATERIALISED, 0), (query.MATERIALISED, query.SMALL)],
    ids=["views", "held", "small"],
)
def test_a_large_store_reads_the_same_through_views(held, small, tmp_path, monkeypatch):
    monkeypatch.setattr(query, "MATERIALISED", held)
    monkeypatch.setattr(query, "SMALL", small)
    rows = [{"assigned_at": "2026-06-30 23:30:00", "repeat_victims": ["p1"]}, {"cancelled": True}]
    with query.open(build(tmp_path / "store", crimes=rows)) as store:
        found = store.tuples("SELECT crime_ref, assigned_on, repeat_victims, committed_local FROM hate_crime")
        assert found == [("C1", date(2026, 7, 1), ["p1"], datetime(2026, 6, 9, 23, 30))]
        kinds = dict(store.tuples("SELECT table_name, table_type FROM information_schema.tables"))
        assert kinds["crime"] == ("BASE TABLE" if held else "VIEW")
        assert {kinds[name] for name in ("hate_crime", "service", "event")} == {"BASE TABLE" if small else "VIEW"}


def test_base_names_do_not_resolve(tmp_path):
    with query.open(build(tmp_path / "store")) as store:
        for table in tables.VERSIONED:
            with pytest.raises(StoreError, match="does not exist"):
                store.rows(f"SELECT * FROM {table.stored}")


def test_every_column_of_the_schema_is_seen(tmp_path):
    with query.blank() as store:
        for table in tables.TABLES:
            own = ("declared", "no_identity", "file_month")
            name = "crime" if table.name == "crime_fact" else f"base.{table.name}" if table.name in own else table.name
            assert set(table.names) <= {column for column, _ in store.columns(f"SELECT * FROM {name}")}, table.name


def test_a_store_cannot_be_written_through(tmp_path):
    with query.open(build(tmp_path / "store", crimes=[{}])) as store:
        for sql in ("DELETE FROM base.crime_version", "COPY crime TO 'crime.csv'", "SET threads = 1"):
            with pytest.raises(StoreError):
                store.rows(sql)


def test_a_fault_tells_no_value(tmp_path):
    with query.open(build(tmp_path / "store", crimes=[{"offence_title": "Zebedee"}])) as store:
        with pytest.raises(StoreError) as fault:
            store.rows("SELECT CAST(offence_title AS INTEGER) FROM crime")
        assert "Zebedee" not in str(fault.value)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        (datetime(2026, 10, 31, 23, 59), date(2026, 10, 31)),
        (datetime(2026, 10, 31, 23, 59, 59), date(2026, 10, 31)),
        (datetime(2026, 11, 1, 0, 0), date(2026, 10, 31)),
        (datetime(2026, 10, 31, 23, 58), date(2026, 10, 30)),
        (datetime(2026, 10, 31, 8, 0), date(2026, 10, 30)),
    ],
)
def test_a_day_counts_when_the_data_reach_its_end(as_of, day, tmp_path):
    with query.open(build(tmp_path / "store", as_of=[as_of])) as store:
        assert store.data_to() == day


def test_the_end_of_data_is_an_instant_in_utc(tmp_path):
    with query.open(build(tmp_path / "store", as_of=[datetime(2026, 8, 31, 23, 59)])) as store:
        assert store.data_end() == datetime(2026, 8, 31, 23, 0)
        assert store.data_end("action") is None


def test_feeds_and_first_date_are_known(tmp_path):
    rows = [{"recorded_on": "2026-03-04"}, {"recorded_on": "2025-01-09"}]
    with query.open(build(tmp_path / "store", crimes=rows, feeds=["crime"])) as store:
        assert store.has("crime")
        assert not store.has("incident")
        assert store.data_to("incident") is None
        assert store.first() == date(2025, 1, 9)
        assert store.synthetic


def test_left_over_districts_and_strands_show_only_when_a_record_has_them(tmp_path):
    with query.open(build(tmp_path / "store", crimes=[{}])) as store:
        assert len(store.districts()) == 6
        assert len(store.strands()) == 7
    rows = [{"district": "not_recorded"}, {"district": "unmapped", "strands": ["unmapped"]}]
    with query.open(build(tmp_path / "other", crimes=rows)) as store:
        assert store.districts()["name"].tolist()[-2:] == ["Unmapped", "Not recorded"]
        assert store.strands()["id"].tolist()[-1] == "unmapped"


def test_declared_districts_stand_alone_when_no_record_is_in_the_forces_own(tmp_path):
    declared = [
        ("district", "d01", "District 1", False),
        ("strand", "race", "Race", True),
        ("strand", "age", "Age", False),
    ]
    rows = [{"district": "d01", "strands": ["race"]}]
    with query.open(build(tmp_path / "store", crimes=rows, declared=declared)) as store:
        assert store.districts()["name"].tolist() == ["District 1"]
        assert store.strands()["id"].tolist()[-1] == "age"
        assert len(store.strands()) == 8
    with query.open(build(tmp_path / "other", crimes=[*rows, {}], declared=declared)) as store:
        assert len(store.districts()) == 7


def test_a_value_nobody_declared_is_shown_too(tmp_path):
    with query.open(build(tmp_path / "store", crimes=[{"district": "old_district"}, {}])) as store:
        assert store.districts()["id"].tolist()[-1] == "old_district"


def test_two_loads_can_be_open_side_by_side_and_threads_share_one(tmp_path):
    folder = build(tmp_path / "store", as_of=LOADS, crimes=[{"from_load": 1}, {"from_load": 3}])
    with query.open(folder, as_at=1) as then, query.open(folder) as now, ThreadPoolExecutor(8) as pool:
        counts = list(
            pool.map(lambda n: (now if n % 2 else then).tuples("SELECT count(*) FROM crime")[0][0], range(64))
        )
    assert counts == [1, 2] * 32


@pytest.mark.parametrize("as_at", [0, 4])
def test_a_load_that_does_not_exist_is_refused(as_at, tmp_path):
    with pytest.raises(StoreError, match="from 1 to 3"):
        query.open(build(tmp_path / "store", as_of=LOADS), as_at=as_at)


def test_a_missing_store_says_what_to_run(tmp_path):
    with pytest.raises(StoreError, match="hcdata load"):
        query.open(tmp_path / "nowhere")
    folder = build(tmp_path / "store")
    for name in ("000009", "../snapshots/000001"):
        with pytest.raises(StoreError, match="snapshot"):
            query.open(folder, snapshot=name)
    (folder / "snapshots" / "000001" / "store.duckdb").write_bytes(b"not a database")
    with pytest.raises(StoreError, match="cannot be read"):
        query.open(folder)


def test_a_path_with_a_quote_is_opened(tmp_path):
    with query.open(build(tmp_path / "the chief's store")) as store:
        assert store.snapshot == "000001"


def test_a_population_file_with_a_fault_is_named(tmp_path):
    file = tmp_path / "population.csv"
    file.write_text("district,year,population\nfenland,2021,many\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"population\.csv"):
        query.open(build(tmp_path / "store"), population=file)
