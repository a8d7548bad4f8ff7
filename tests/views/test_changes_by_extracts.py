"""What extracts change besides a record's own fields: what is absent, back, or comes by an outcomes file."""

from datetime import date
from pathlib import Path

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.store import query
from hcdata.views.changes import changes
from hcdata.views.movement import movement
from tests.store import store_exports
from tests.store.store_exports import crime
from tests.views.changes_told import refs_of, steps_of


def test_a_crime_a_full_extract_lacks_has_vanished_until_it_is_seen_again(tmp_path: Path) -> None:
    for day, refs, title in (
        ("2026-01-31", (1, 2, 3), ""),
        ("2026-02-28", (1, 3), "Full extract"),
        ("2026-03-31", (2,), ""),
    ):
        rows = [crime(f"35/{ref}/26", f"0{ref}/01/2026 10:00") for ref in refs]
        file = store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows, title)
        store_exports.load(tmp_path / "store", file)
        if title:
            with query.open(tmp_path / "store") as store:
                assert refs_of(changes(store, Filters(), LOCAL, None)) == {"vanished": {"35/2/26"}}
    with query.open(tmp_path / "store") as store:
        assert refs_of(changes(store, Filters(), LOCAL, 1)) == {}
        assert refs_of(changes(store, Filters(), LOCAL, None)) == {"returned": {"35/2/26"}}
        assert _missing(store) == []
    with query.open(tmp_path / "store", 2) as store:
        assert refs_of(changes(store, Filters(), LOCAL, None)) == {"vanished": {"35/2/26"}}
        assert _missing(store) == ["35/2/26"]


def _missing(store: query.Store) -> list[str]:
    return [ref for (ref,) in store.tuples("SELECT crime_ref FROM noted WHERE note = 'missing_from_full_extract'")]


def test_a_crime_that_is_back_has_not_changed(tmp_path: Path) -> None:
    one = [crime("35/1/26"), crime("35/3/26")]
    both = [*one, crime("35/2/26")]
    for day, rows in (("2026-01-31", both), ("2026-02-28", one), ("2026-03-31", both), ("2026-04-30", both)):
        file = store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows, "Full extract")
        receipt = store_exports.load(tmp_path / "store", file)
        assert (receipt.files[0].changed, receipt.vanished) == (0, len(both) - len(rows))
    assert receipt.files[0].unchanged == len(both)
    versions = "SELECT crime_ref, from_load, to_load FROM crime_version WHERE crime_ref <> '35/3/26' ORDER BY ALL"
    assert store_exports.query(tmp_path / "store", versions) == [
        ("35/1/26", 1, None),
        ("35/2/26", 1, 3),
        ("35/2/26", 3, None),
    ]


def test_an_outcome_a_full_extract_lacks_has_vanished_until_it_is_seen_again(tmp_path: Path) -> None:
    store, headers = tmp_path / "store", ["crime_ref", "outcome", "outcome_date"]
    crimes = [crime("35/1/26"), crime("35/2/26")]
    store_exports.load(
        store, store_exports.write(tmp_path / "crime_2026-01-30.csv", store_exports.CRIME_HEADERS, crimes)
    )
    for day, refs, full in (("2026-01-31", (1, 2), False), ("2026-02-28", (2,), True), ("2026-03-31", (1,), False)):
        given = [dict(zip(headers, (f"35/{ref}/26", "18", "20/01/2026"), strict=True)) for ref in refs]
        store_exports.load(store, store_exports.write(tmp_path / f"outcome_{day}.csv", headers, given), full=full)
    for as_at, since, found in (
        (3, None, {"outcome_vanished": {"35/1/26"}}),
        (3, 1, {"outcome_given": {"35/1/26", "35/2/26"}, "outcome_vanished": {"35/1/26"}}),
        (4, None, {}),
        (4, 2, {}),
    ):
        with query.open(store, as_at) as opened:
            assert refs_of(changes(opened, Filters(), LOCAL, since)) == found


def test_an_outcome_that_came_by_an_outcomes_file_is_told_like_any_other(tmp_path: Path) -> None:
    crimes = [crime("35/1/26"), crime("35/2/26", outcome="18", outcome_date="20/01/2026"), crime("35/3/26")]
    given = [("35/1/26", "16", "03/02/2026"), ("35/2/26", "1", "04/02/2026"), ("35/9/26", "1", "04/02/2026")]
    store = tmp_path / "store"
    store_exports.load(
        store, store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes)
    )
    headers = ["crime_ref", "outcome", "outcome_date"]
    rows = [dict(zip(headers, row, strict=True)) for row in given]
    store_exports.load(store, store_exports.write(tmp_path / "outcome_2026-02-28.csv", headers, rows))
    # The crimes' own extract says the same a month later: nothing has changed.
    late = [crimes[0] | {"outcome": "16", "outcome_date": "03/02/2026"}, *crimes[1:]]
    store_exports.load(store, store_exports.write(tmp_path / "crime_2026-03-31.csv", store_exports.CRIME_HEADERS, late))
    with query.open(store) as now, query.open(store, 2) as then, query.open(store, 1) as first:
        assert refs_of(changes(then, Filters(), LOCAL, 1)) == {
            "outcome_given": {"35/1/26"},
            "outcome_changed": {"35/2/26"},
        }
        rows = changes(then, Filters(), LOCAL, 1).rows
        told = {(row.ref, row.field): (row.before, row.after) for row in rows.itertuples()}
        assert told["35/1/26", "outcome_code"] == (None, "16 Victim does not support, suspect identified")
        assert told["35/1/26", "outcome_on"] == (None, "2026-02-03")
        assert refs_of(changes(now, Filters(), LOCAL, 2)) == {}
        february = Filters("custom", date(2026, 2, 1), date(2026, 3, 1))
        found = movement(first, now, february, LOCAL, "outcomes_assigned")
        assert (found.parts[0].before, found.parts[0].after) == (0, 2)
        assert steps_of(found) == {"outcome in": 1, "date in": 1}
