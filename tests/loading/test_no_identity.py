"""A number a later load shows to be no identity links nothing from then on, and what was known before stays."""

import itertools
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.loading.reapply import reapply
from hcdata.loading.receipt import Receipt
from hcdata.store import inspection, query
from tests.store.store_exports import load, write

HEADERS = (
    *("crime_ref", "incident_ref", "recorded", "district", "strands", "person_role", "person_id"),
    *("surname", "forenames", "born", "sex", "uprn", "address", "postcode"),
)
TEAL, AMBER = ("Teal", "Jenny", "05/03/1980", "F"), ("Amber", "Mark", "06/04/1985", "M")
HERE, THERE = ("1 Mill Road", "ZZ1 1ZZ"), ("9 High Street", "ZZ9 4XX")
REPEATS = (
    "SELECT crime_ref, len(repeat_victims) + len(repeat_suspects), incident_ref IS NULL, place_id, victims, suspects"
    " FROM hate_crime ORDER BY crime_ref"
)


def _row(number: int, person: tuple[str, ...], place: tuple[str, str] = HERE, role: str = "Suspect") -> tuple[str, ...]:
    """Return a crime recorded on a day of its own by a person and at a property with one number for all."""
    day = f"{number:02}/05/2026"
    return (f"35/{number}/26", f"99-{number}", day, "Fenland", "Race", role, "U4711", *person, "99910001", *place)


# Months that come one after the other; from the third on, their numbers are those of several people and places.
FILES = (
    [_row(1, TEAL), _row(2, TEAL)],
    [_row(3, TEAL, role="Victim"), _row(4, TEAL)],
    [_row(5, AMBER, THERE), _row(6, AMBER, THERE)],
    [_row(7, TEAL), _row(8, ("", "", "", ""), ("", ""))],
)


def _load(tmp_path: Path, files: list[list[tuple[str, ...]]], store: str) -> Receipt:
    paths = [
        write(
            tmp_path / store / f"crimes_{place}_2026-05-31.csv",
            HEADERS,
            [dict(zip(HEADERS, row, strict=True)) for row in rows],
        )
        for place, rows in enumerate(files)
    ]
    return load(tmp_path / f"{store}_store", *paths)


def _seen(store: Path, as_at: int | None = None) -> list[tuple[object, ...]]:
    with query.open(store, as_at) as opened:
        return opened.tuples(REPEATS)


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """What is known where all the rows come in one file."""
    folder = tmp_path_factory.mktemp("together")
    (folder / "one").mkdir()
    _load(folder, [list(itertools.chain(*FILES))], "one")
    return _seen(folder / "one_store")


def test_a_shared_number_links_whom_the_names_give_one_key(together: list[tuple[object, ...]]) -> None:
    told = {row[0]: row[1] for row in together}
    assert told == {
        "35/1/26": 0,
        "35/2/26": 1,
        "35/3/26": 0,
        "35/4/26": 1,
        "35/5/26": 0,
        "35/6/26": 1,
        "35/7/26": 1,
        "35/8/26": 0,
    }
    assert len({row[3] for row in together if row[3]}) == 2


# Whether records loaded before the number was refused are told apart by name: not where one of them names nobody.
@pytest.mark.parametrize(("order", "whole"), [((0, 1, 2, 3), True), ((2, 0, 3, 1), True), ((3, 2, 1, 0), False)])
def test_months_one_by_one_end_as_all_together(
    tmp_path: Path, order: tuple[int, ...], whole: bool, together: list[tuple[object, ...]]
) -> None:
    (tmp_path / "m").mkdir()
    store = tmp_path / "m_store"
    seen = []
    for place in order:
        rows = [dict(zip(HEADERS, row, strict=True)) for row in FILES[place]]
        load(store, write(tmp_path / "m" / f"crimes_{place}_2026-05-31.csv", HEADERS, rows))
        seen.append(_seen(store))
    assert (seen[-1] == together) is whole
    people = {row[0]: set(row[4]) | set(row[5]) for row in together}
    assert all(set(row[4]) | set(row[5]) <= people[row[0]] for row in seen[-1])
    assert [_seen(store, number) for number in range(1, len(order) + 1)] == seen
    assert inspection.faults(store) == []
    reapply(store, configuration.load())
    assert _seen(store) == together


def test_files_of_one_load_end_as_one_file(tmp_path: Path, together: list[tuple[object, ...]]) -> None:
    (tmp_path / "four").mkdir()
    _load(tmp_path, list(FILES), "four")
    assert _seen(tmp_path / "four_store") == together


def test_a_later_load_says_what_it_took_back_and_lists_the_rows(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    store, receipts = tmp_path / "m_store", []
    for place, rows in enumerate(FILES[:3]):
        told = [dict(zip(HEADERS, row, strict=True)) for row in rows]
        receipts.append(load(store, write(tmp_path / "m" / f"crimes_{place}_2026-05-31.csv", HEADERS, told)))
    assert any("4 crime records of earlier loads" in note for note in receipts[2].notes)
    faults = "SELECT field, count(*) FROM fault WHERE reason = 'shared' GROUP BY field ORDER BY field"
    with query.open(store) as opened:
        assert opened.tuples(faults) == [("person_number", 6), ("uprn", 6)]
    with query.open(store, 2) as opened:
        assert opened.tuples(faults) == []


def test_a_property_without_an_address_lies_in_one_place(tmp_path: Path) -> None:
    headers = ("crime_ref", "recorded", "district", "strands", "uprn", "easting", "northing")
    rows = [
        (f"35/{number}/26", f"0{number}/05/2026", "Fenland", "Race", uprn, east, "298500")
        for number, (uprn, east) in enumerate(
            [
                *[("99910001", "541500")] * 2,
                ("99910001", "556500"),
                *[("99910002", "541500")] * 2,
                ("99910002", "542500"),
            ],
            start=1,
        )
    ]
    store = tmp_path / "store"
    for place, part in enumerate((rows[:2], rows[2:])):
        told = [dict(zip(headers, row, strict=True)) for row in part]
        load(store, write(tmp_path / f"crimes_{place}_2026-05-31.csv", list(headers), told))
    with query.open(store) as opened:
        places = opened.tuples("SELECT place_id IS NULL, repeat_place FROM hate_crime ORDER BY crime_ref")
        assert places == [(True, False)] * 3 + [(False, False), (False, False), (False, True)]
        assert opened.tuples("SELECT count(*) FROM fault WHERE field = 'uprn' AND reason = 'shared'") == [(3,)]
    with query.open(store, 1) as opened:
        assert opened.tuples("SELECT count(DISTINCT place_id) FROM hate_crime") == [(1,)]
