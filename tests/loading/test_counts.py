"""Counts in the store: corrected and not overwritten, as at a load, and in a store of an earlier release."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.loading.reapply import reapply
from hcdata.store import inspection, query, snapshot
from tests.store import store_counts, store_exports
from tests.store.store_exports import crime, load

HEAD = ["District", "Apr-25", "May-25"]
DISTRICT = {"district": "District"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The folder of a store with one crime and a layout of counts beside it."""
    store = store_counts.keep(tmp_path / "store", store_counts.layout(fields=DISTRICT))
    file = store_exports.write(
        tmp_path / "crime_2025-04-30.csv", store_exports.CRIME_HEADERS, [crime("35/1/25", "05/04/2025")]
    )
    load(store, file)
    return store


def put(store: Path, name: str, *rows: list[str], head: list[str] = HEAD) -> None:
    """Load a table."""
    load(store, store_counts.write(store.parent / name, head, *rows))


def counts(store: Path, as_at: int | None = None) -> dict[tuple[str, str], int]:
    """The counts as at a load, by district and month."""
    with query.open(store, as_at) as opened:
        return {
            (district, f"{month:%b}"): n
            for district, month, n in opened.tuples("SELECT district, month, n FROM series WHERE series = 'board'")
        }


def test_a_correction_never_overwrites(store: Path) -> None:
    put(store, "first.csv", ["Hunts", "1", "2"], ["Fenland", "3", "4"])
    put(store, "second.csv", ["Hunts", "1", "9"], ["Fenland", "3", "4"])
    assert counts(store, 1) == {}
    assert counts(store, 2)["huntingdonshire", "May"] == 2
    assert counts(store)["huntingdonshire", "May"] == 9 and len(counts(store)) == 4
    assert store_exports.query(store, "SELECT count(*) FROM series_version") == [(5,)]


def test_an_older_table_after_a_newer_one_changes_nothing(store: Path) -> None:
    put(store, "newer.csv", ["Hunts", "1", "2", "3"], head=[*HEAD, "Jun-25"])
    put(store, "older.csv", ["Hunts", "7", "8"])
    assert counts(store) == {("huntingdonshire", month): n for month, n in (("Apr", 1), ("May", 2), ("Jun", 3))}


def test_a_cell_that_is_no_longer_given_leaves_the_count_as_it_was(store: Path) -> None:
    put(store, "first.csv", ["Hunts", "1", "2"])
    put(store, "second.csv", ["Hunts", "*", "5"])
    assert counts(store) == {("huntingdonshire", "Apr"): 1, ("huntingdonshire", "May"): 5}


def test_the_same_table_again_is_passed_over(store: Path) -> None:
    put(store, "first.csv", ["Hunts", "1", "2"])
    before = store_exports.digests(store)
    put(store, "again.csv", ["Hunts", "1", "2"])
    assert store_exports.digests(store) == before


def test_a_measure_named_later_is_applied_to_the_rows_kept(store: Path) -> None:
    put(store, "first.csv", ["Hunts", "1", "2"], ["Atlantis", "3", "4"])
    told = '[values.district]\n"Atlantis" = "fenland"'
    store_counts.keep(store, store_counts.layout(store_counts.TOTALS, DISTRICT, below=told))
    reapply(store, configuration.load(), "board")
    assert counts(store)["fenland", "May"] == 4
    with query.open(store) as opened:
        assert opened.tuples("SELECT DISTINCT measure FROM series") == [("recorded_hate_crimes",)]
    with query.open(store, 2) as opened:
        assert opened.tuples("SELECT DISTINCT measure FROM series") == [(None,)]


def test_status_counts_them_and_no_figure_does(store: Path) -> None:
    put(store, "first.csv", ["Hunts", "1000", "2000"])
    found = inspection.status(store)
    assert found.records["series"] == 2 and found.records["crime"] == 1
    assert inspection.faults(store) == []
    with query.open(store) as opened:
        assert opened.data_to("crime") == date(2025, 4, 30)
        assert opened.tuples("SELECT count(*) FROM hate_crime") == [(1,)]


def test_a_store_without_the_table_opens_and_is_given_it_by_the_next_load(store: Path) -> None:
    served = snapshot.current(store)
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE)) as con:
        con.execute("DROP TABLE series_version")
    assert counts(store) == {} and inspection.status(store).records["series"] == 0
    assert inspection.faults(store) == []
    put(store, "first.csv", ["Hunts", "1", "2"])
    assert len(counts(store)) == 2 and counts(store, 1) == {}
    assert inspection.faults(store) == []
