"""References are joined by one form, and shown with the noughts, prefixes and case the force writes."""

from collections.abc import Iterator

import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.measures import run
from hcdata.present.tables import lists
from hcdata.store import query
from hcdata.views import cases
from hcdata.views.changes import changes
from hcdata.views.movement import movement
from hcdata.views.performance import ask
from hcdata.views.quality import noted_cases
from tests.store import store_exports

# As a cell of an export has it, as a page shows it, as records are joined.
SPELT = [
    ("35/01234/26", "35/01234/26", "35/1234/26"),
    ("35/00002/26", "35/00002/26", "35/2/26"),
    ("35/3/26", "35/3/26", "35/3/26"),
    ("35/004/2026", "35/004/2026", "35/4/26"),
    ("CRI-35/5/26", "CRI-35/5/26", "35/5/26"),
    ("CRI-35/00006/2026", "CRI-35/00006/2026", "35/6/26"),
    ("cri-35/07/26", "cri-35/07/26", "35/7/26"),
    ('="35/00008/26"', "35/00008/26", "35/8/26"),
    ("'35/00009/26", "35/00009/26", "35/9/26"),
    ("'CRI-35/10/2026", "CRI-35/10/2026", "35/10/26"),
    (" 35/00011/26 ", "35/00011/26", "35/11/26"),
    ("35/100/26", "35/100/26", "35/100/26"),
    ("35/0100000/26", "35/0100000/26", "35/100000/26"),
    ("35/1000/2026", "35/1000/2026", "35/1000/26"),
    ("04/00012/26", "04/00012/26", "04/12/26"),
    ("00/00013/26", "00/00013/26", "00/13/26"),
    ("35/00014/00", "35/00014/00", "35/14/00"),
    ("35/00015/2000", "35/00015/2000", "35/15/00"),
    ("35/00016/09", "35/00016/09", "35/16/09"),
    ("Cri-35/000000017/26", "Cri-35/000000017/26", "35/17/26"),
]
WANTED = {shown for _, shown, _ in SPELT}
PERSON = {"person_role": "Suspect", "person_type": "Individual"}


def _extract(folder, day, **cells):
    rows = [
        store_exports.crime(cell, f"{n + 1:02d}/06/2026 10:00")
        | PERSON
        | {"incident_ref": f"I-{n}", "person_id": f"P7{n // 2}"}
        | cells
        for n, (cell, _, _) in enumerate(SPELT)
    ]
    return store_exports.write(
        folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows, f"Data to {day.replace(chr(45), chr(47))}/2026"
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[query.Store]:
    folder = tmp_path_factory.mktemp("references")
    store_exports.load(folder / "store", _extract(folder, "30-06"))
    store_exports.load(folder / "store", _extract(folder, "31-07", strands="Disability"))
    with query.open(folder / "store") as found:
        yield found


JUNE = Filters("all")


def test_records_are_joined_by_one_form(store):
    assert {ref for (ref,) in store.tuples("SELECT crime_ref FROM crime")} == {joined for _, _, joined in SPELT}
    assert set(run.cases(store, "recorded_hate_crimes", JUNE)["crime_ref"]) == {joined for _, _, joined in SPELT}


def test_a_list_of_cases_shows_them_as_written(store):
    assert set(lists.cases(cases.cases(ask(store, JUNE), "recorded_hate_crimes"))["Crime"]) == WANTED


def test_the_earlier_ones_of_a_repeat_are_shown_as_written(store):
    found = cases.cases(ask(store, JUNE), "repeat_suspects", "met").rows
    # Each second crime is a repeat of the one before it.
    assert dict(zip(found["crime_ref"], found["earlier"], strict=True)) == {
        SPELT[n][1]: f"{SPELT[n - 1][1]} ({n} Jun 2026)" for n in range(1, len(SPELT), 2)
    }


def test_a_note_on_the_data_shows_them_as_written(store):
    assert set(noted_cases(ask(store, JUNE), "no_offence_code").rows["crime_ref"]) == WANTED


def test_what_changed_shows_them_as_written(store):
    assert set(changes(store, JUNE, LOCAL, 1).rows["ref"]) == WANTED
    with query.open(store.folder, as_at=1) as earlier:
        found = movement(earlier, store, Filters("all", strands=("race",)), LOCAL, "recorded_hate_crimes")
    assert set(found.parts[0].cases["ref"]) == WANTED
