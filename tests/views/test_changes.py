"""What changed between two loads, and why a figure moved: one crime of each kind of change, loaded twice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.errors import StoreError
from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.measures.members import Row
from hcdata.present.text.changed import movement_sentences
from hcdata.store import query
from hcdata.store.changes import Change, Difference
from hcdata.views.change_kinds import sort_kinds
from hcdata.views.changes import changes
from hcdata.views.movement import movement
from hcdata.views.reasons import Reason, explain
from tests.store import store_exports
from tests.store.store_exports import crime
from tests.views.changes_told import refs_of, steps_of

MAY = Filters("custom", date(2026, 5, 1), date(2026, 6, 1))
HUNTS = Filters("custom", date(2026, 5, 1), date(2026, 6, 1), districts=("huntingdonshire",))
VICTIM = {"person_role": "Victim", "person_id": "U1"}
OTHER = {"35/12/26": {"recorded": "10/04/2026 10:00", "person_role": "Victim", "person_id": "U2"}}
THEN: dict[str, dict[str, str]] = OTHER | {
    "35/1/26": {},
    "35/2/26": {"status": "Cancelled", "cancel_reason": "C3"},
    "35/3/26": {"district": "Fenland"},
    "35/4/26": {},
    "35/5/26": {"strands": ""},
    "35/6/26": {},
    "35/7/26": {"recorded": "30/04/2026 23:50"},
    "35/8/26": {"offence_code": "9A"},
    "35/9/26": {},
    "35/10/26": {"outcome": "18", "outcome_date": "20/05/2026"},
}
NOW: dict[str, dict[str, str]] = OTHER | {
    "35/1/26": {"status": "Cancelled", "cancel_reason": "C3"},
    "35/2/26": {},
    "35/3/26": {},
    "35/4/26": {"district": "Fenland"},
    "35/5/26": {"strands": "Race"},
    "35/6/26": {"strands": ""},
    "35/7/26": {"recorded": "01/05/2026 00:10"},
    "35/8/26": {"offence_code": "9B"},
    "35/9/26": {"outcome": "1", "outcome_date": "28/05/2026", **VICTIM},
    "35/10/26": {"outcome": "16", "outcome_date": "20/05/2026"},
    "35/11/26": {},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("changes")
    for day, crimes in (("2026-05-31", THEN), ("2026-06-30", NOW)):
        rows = [crime(ref, **{"recorded": "10/05/2026 10:00", **cells}) for ref, cells in crimes.items()]
        file = store_exports.write(base / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)
        store_exports.load(base / "store", file)
    return base / "store"


@pytest.fixture(scope="module")
def then(folder: Path) -> Iterator[query.Store]:
    with query.open(folder, 1) as store:
        yield store


@pytest.fixture(scope="module")
def now(folder: Path) -> Iterator[query.Store]:
    with query.open(folder) as store:
        yield store


def test_each_kind_of_change_is_told_with_its_records(now: query.Store) -> None:
    found = changes(now, Filters(), LOCAL, None)
    assert refs_of(found) == {
        "new": {"35/11/26"},
        "cancelled": {"35/1/26"},
        "reinstated": {"35/2/26"},
        "moved": {"35/3/26", "35/4/26"},
        "strand_added": {"35/5/26"},
        "strand_removed": {"35/6/26"},
        "reclassified": {"35/8/26"},
        "outcome_given": {"35/9/26"},
        "outcome_changed": {"35/10/26"},
        "changed": {"35/7/26", "35/9/26"},
    }
    assert found.records == 11
    assert dict(found.counts[["kind", "records"]].itertuples(index=False))["moved"] == 2


def test_a_field_says_what_it_was_and_a_personal_one_only_that_it_differs(now: query.Store) -> None:
    rows = changes(now, Filters(), LOCAL, None).rows
    told = {(row.ref, row.field): (row.before, row.after) for row in rows.itertuples()}
    assert told["35/4/26", "district"] == ("Huntingdonshire", "Fenland")
    assert told["35/7/26", "recorded_at"] == ("2026-04-30 23:50:00", "2026-05-01 00:10:00")
    assert told["35/9/26", "outcome_code"] == (None, "1 Charged or summonsed")
    assert told["35/9/26", "victims"] == (None, None)


def test_filters_and_reach_hold_on_either_side(now: query.Store) -> None:
    fenland = Filters("custom", date(2026, 5, 1), date(2026, 6, 1), districts=("fenland",))
    assert refs_of(changes(now, fenland, LOCAL, None)) == {"moved": {"35/3/26", "35/4/26"}}
    reach = Scope(("fenland",), None, False, "internal")
    assert refs_of(changes(now, Filters(), reach, None)) == {"moved": {"35/3/26", "35/4/26"}}
    april = Filters("custom", date(2026, 4, 1), date(2026, 5, 1))
    assert refs_of(changes(now, april, LOCAL, None)) == {"changed": {"35/7/26"}}


def test_of_a_record_that_left_the_reach_only_that_is_told(tmp_path: Path) -> None:
    for day, moved, stayed in (
        ("2026-01-31", {"district": "Fenland"}, {"district": "Fenland"}),
        ("2026-02-28", {"district": "Hunts", "outcome": "16"}, {"district": "Fenland", "outcome": "16"}),
        ("2026-03-31", {"district": "Hunts", "outcome": "1"}, {"district": "Fenland", "outcome": "1"}),
    ):
        rows = [crime("35/1/26", **moved), crime("35/2/26", **stayed)]
        file = store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)
        store_exports.load(tmp_path / "store", file)
    reach = Scope(("fenland",), ("fenland",), False, "internal")
    with query.open(tmp_path / "store") as store:
        assert refs_of(changes(store, Filters(), reach, 1)) == {"moved": {"35/1/26"}, "outcome_given": {"35/2/26"}}
        assert refs_of(changes(store, Filters(), reach, 2)) == {"outcome_changed": {"35/2/26"}}


def test_a_moved_figure_is_explained_by_its_records(then: query.Store, now: query.Store) -> None:
    found = movement(then, now, HUNTS, LOCAL, "recorded_hate_crimes")
    assert (found.parts[0].before, found.parts[0].after) == (6, 8)
    assert steps_of(found) == {
        "new in": 1, "cancelled in": 1, "moved in": 1, "strand in": 1, "date in": 1,
        "cancelled out": -1, "moved out": -1, "strand out": -1,
    }  # fmt: skip
    cases = found.parts[0].cases.set_index("ref")
    assert cases.loc["35/1/26", ["change", "field", "before", "after"]].tolist() == [-1, "cancelled", "no", "yes"]
    assert cases.loc["35/7/26", "field"] == "recorded_on"
    assert cases.loc["35/11/26", "reason"] == "new"


def test_dates_the_earlier_load_did_not_reach_say_so(then: query.Store, now: query.Store) -> None:
    june = Filters("custom", date(2026, 6, 1), date(2026, 7, 1))
    both = Filters("custom", date(2026, 5, 1), date(2026, 7, 1))
    unknown, known, part = (movement(then, now, dates, LOCAL, "recorded_hate_crimes") for dates in (june, MAY, both))
    assert [(one.begun, one.whole) for one in (unknown, known, part)] == [(False, False), (True, True), (True, False)]
    assert "no figure was known then" in movement_sentences(unknown)[0]
    assert "The earlier load's data end" not in movement_sentences(known)[0]
    assert "within these dates: what was recorded since is new" in movement_sentences(part)[0]


def test_what_the_filters_do_not_ask_moves_nothing(then: query.Store, now: query.Store) -> None:
    assert "moved in" not in steps_of(movement(then, now, MAY, LOCAL, "recorded_hate_crimes"))


@pytest.mark.parametrize(
    ("measure", "n", "of"),
    [
        ("outcomes_assigned", {"outcome in": 1}, None),
        ("victim_attrition", {"outcome in": 1}, {"outcome in": 1}),
        ("aggravated_offences", {"offence in": 1}, None),
        (
            "open_caseload",
            {"new in": 1, "cancelled in": 1, "strand in": 1, "cancelled out": -1, "strand out": -1, "outcome out": -1},
            None,
        ),
        ("repeat_victims", {}, {"victim in": 1}),
    ],
)
def test_each_measure_is_moved_by_what_it_reads(
    measure: str, n: dict[str, int], of: dict[str, int] | None, then: query.Store, now: query.Store
) -> None:
    found = movement(then, now, MAY, LOCAL, measure)
    assert steps_of(found) == n
    assert (steps_of(found, 1) if of is not None else None) == of


def test_records_out_of_reach_count_and_are_not_named(then: query.Store, now: query.Store) -> None:
    reach = Scope(("fenland",), None, False, "internal")
    part = movement(then, now, MAY, reach, "recorded_hate_crimes").parts[0]
    assert part.steps["n"].sum() == part.after - part.before == 2 and part.cases.empty


def test_only_an_earlier_load_can_be_compared_with(folder: Path, then: query.Store, now: query.Store) -> None:
    for store, since in ((then, None), (then, 1), (now, 2), (now, date(2026, 7, 1))):
        with pytest.raises(StoreError, match="from"):
            changes(store, Filters(), LOCAL, since)
    assert changes(now, Filters(), LOCAL, date(2026, 6, 15)).before.load == 1


def test_a_district_that_is_recognised_later_is_no_move(tmp_path: Path) -> None:
    for day, district in (("2026-01-31", "Nowhere we know"), ("2026-02-28", "Fenland")):
        file = store_exports.write(
            tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, [crime("35/1/26", district=district)]
        )
        store_exports.load(tmp_path / "store", file)
    fenland = Filters("all", districts=("fenland",))
    with query.open(tmp_path / "store", 1) as earlier, query.open(tmp_path / "store") as store:
        found = changes(store, Filters(), LOCAL, None)
        assert refs_of(found) == {"placed": {"35/1/26"}}
        assert found.rows[["before", "after"]].to_numpy().tolist() == [["Unmapped", "Fenland"]]
        (part,) = movement(earlier, store, fenland, LOCAL, "recorded_hate_crimes").parts
        assert part.steps.to_numpy().tolist() == [["placed", "", 1]]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "race", "strand_added"),
        ("race", None, "strand_removed"),
        ("race", "religion", "strand_changed"),
        ("race, religion", "race", "strand_removed"),
        ("race", "race, religion", "strand_added"),
        ("race, religion", "disability, race", "strand_changed"),
        ("not_stated", "race", "strand_changed"),
    ],
)
def test_a_strand_in_place_of_another_is_said_as_changed_in_both_places(
    before: str | None, after: str | None, kind: str
) -> None:
    assert sort_kinds([Change("35/1/26", date(2026, 5, 10), "fenland", [], "strands", before, after)]) == [kind]
    row = Row("35/1/26", "35/1/26", date(2026, 5, 10), "fenland", [], None, True, True, True)
    told = [Difference("35/1/26", "strands", before, after)]
    reason = explain(registry.one("recorded_hate_crimes"), "n", row, row._replace(flagged=False), told)
    assert (reason.code == "strand_changed") == (kind == "strand_changed")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [("fenland", "peterborough", "moved"), ("unmapped", "fenland", "placed"), ("fenland", "not_recorded", "placed")],
)
def test_a_crime_a_sheet_speaks_of_in_one_of_its_districts_alone_has_moved(before: str, after: str, code: str) -> None:
    row = Row("35/1/26", "35/1/26", date(2026, 5, 10), after, [], "met", True, True, True)
    told = [Difference("35/1/26", "district", before, after)]
    assert explain(registry.one("hub_referral"), "n", None, row, told) == Reason(code, told[0])
