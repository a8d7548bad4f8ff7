"""Where and who: settings, squares, repeat places, nominals; figures counted by hand."""

from datetime import date

import pytest

from hcdata.common.access import Scope
from hcdata.common.filters import Filters
from hcdata.views.locations import locations
from hcdata.views.missing import NotPopulated, Simply
from hcdata.views.nominals import nominals
from tests.views.conftest import YEAR, crime

OLD = crime("2022-11-05", settings=[])


def test_settings_add_to_more_than_all_and_what_is_not_recorded_comes_last(make, put):
    crimes = [
        OLD,
        crime("2026-05-01", settings=["school", "transport"]),
        crime("2026-05-02", settings=["school"]),
        *[crime(f"2026-06-{n:02d}", settings=[]) for n in range(1, 4)],
        crime("2025-05-01", settings=["school"]),
    ]
    found = locations(put(make(crimes=crimes))).settings
    assert found[["setting", "n", "prior_n"]].to_numpy().tolist() == [
        ["school", 2, 1],
        ["transport", 1, 0],
        ["not_recorded", 3, 0],
    ]
    assert found["share"].tolist() == pytest.approx([2 / 5, 1 / 5, 3 / 5])
    assert found["share"].sum() > 1
    assert set(found["chance"]) == {"too few to say"}


def test_squares_and_what_is_on_none_add_to_the_total(make, put):
    here, there = {"east_km": 520, "north_km": 298}, {"east_km": 546, "north_km": 258}
    crimes = [
        OLD,
        *[crime(f"2026-05-{n:02d}", **here) for n in (1, 2, 3)],
        crime("2026-06-01", **there),
        *[crime(f"2026-07-{n:02d}", east_km=519, north_km=258) for n in (1, 2)],
        crime("2026-06-02"),
    ]
    found = locations(put(make(crimes=crimes)))
    assert found.squares["n"].isna().tolist() == found.squares["muted"].tolist()
    assert found.squares["n"].dropna().tolist() == [3]
    assert found.squares["muted"].sum() == 2
    assert found.not_on_map == 1  # 3 + 2 + 1 on the map, 7 in all


def test_a_square_that_subtraction_would_tell_has_company_or_there_is_no_map(make, put):
    placed = [crime(f"2026-05-{n:02d}", east_km=520, north_km=298) for n in (1, 2, 3)]
    alone = crime("2026-06-01", east_km=546, north_km=258)
    found = locations(put(make(crimes=[OLD, *placed, alone, crime("2026-06-02")])))
    assert found.squares["muted"].tolist() == [True, True]
    none = locations(put(make(crimes=[OLD, alone, crime("2026-06-02")])))
    assert none.squares.empty
    assert none.squares_missing == Simply("few_squares")


def test_a_place_is_new_when_it_first_reached_the_threshold_this_quarter(make, put):
    def at(place, day, met, **more):
        return crime(day, place_id=place, repeat_place=met, place_type="dwelling", **more)

    crimes = [
        OLD,
        *[at("a", day, met) for day, met in (("2026-07-01", False), ("2026-07-05", False), ("2026-09-01", True))],
        *[at("b", day, met) for day, met in (("2025-12-01", False), ("2026-01-05", True), ("2026-09-01", True))],
        at("c", "2026-09-09", False, district="peterborough"),
        at("d", "2025-10-09", True),  # before the year
        *[at("e", day, met) for day, met in (("2024-02-01", True), ("2026-08-05", False), ("2026-09-01", True))],
    ]
    store = make(crimes=crimes)
    found = locations(put(store))
    assert found.places.to_numpy().tolist() == [["Fenland", "Home", 3, 8, 1]]
    assert (found.repeat.n, found.repeat.of, found.repeat.again.new, found.repeat.again.within) == (3, 4, 1, 2)
    month = Filters("custom", start=date(2026, 9, 1), end=date(2026, 10, 1))
    # With the earlier crimes that make them repeats, counted back a year.
    found = locations(put(store, month))
    assert found.places.to_numpy().tolist() == [["Fenland", "Home", 3, 8, 1]]
    assert (found.repeat.again.new, found.repeat.again.new_in_quarter, found.repeat.again.within) == (1, False, 0)


def test_places_are_totals_and_people_are_records(make, put):
    crimes = [OLD]
    for place in ("fenland", "peterborough"):
        person = f"{place:a<64}"
        repeat = {"suspects": [person], "repeat_suspects": [person], "place_id": place, "repeat_place": True}
        crimes.append(crime("2026-05-05", district=place, **repeat))
    scope = Scope(records=("fenland",), aggregates=None, people=False, audience="internal")
    store = make(crimes=crimes)
    assert locations(put(store, YEAR, scope)).places["district"].tolist() == ["Fenland", "Peterborough"]
    assert nominals(put(store, YEAR, scope)).most_frequent_suspects["districts"].tolist() == ["Fenland"]


def test_the_most_frequent_come_first_and_by_short_pseudonym(make, put):
    one, two = "ab12cd34" * 8, "ff00ff00" * 8
    crimes = [
        OLD,
        crime("2025-06-01", suspects=[one]),
        crime("2026-05-01", suspects=[one, two], repeat_suspects=[one], outcome_code="1"),
        crime("2026-05-02", suspects=[two], repeat_suspects=[two], district="peterborough"),
        crime("2026-05-03", suspects=[two], repeat_suspects=[two]),
        crime("2026-05-04", suspects=["0" * 64]),  # no repeat
    ]
    found = nominals(put(make(crimes=crimes))).most_frequent_suspects
    assert found["label"].tolist() == [f"N-{two[:8]}", f"N-{one[:8]}"]
    # With the crime before the period that makes the second a repeat.
    assert found["crimes"].tolist() == [3, 2]
    assert found["asked"].tolist() == [3, 1]
    assert found["districts"].tolist() == ["Fenland, Peterborough", "Fenland"]
    assert found["last_recorded"].tolist() == [date(2026, 5, 3), date(2026, 5, 1)]
    assert found["outcomes"].tolist() == [
        "2 no outcome yet; 1 charged or summonsed", "1 charged or summonsed; 1 no outcome yet"
    ]  # fmt: skip


def test_quarters_start_when_a_year_can_be_looked_back_on(make, put):
    store = make(crimes=[crime("2025-02-05"), crime("2026-08-05", victims=["p"], repeat_victims=["p"])])
    found = nominals(put(store)).quarters
    assert found["quarter"].dt.strftime("%Y-%m").tolist() == ["2026-04", "2026-07", "2026-10"]
    assert found["repeat_victims"].tolist() == [0, 1, 0]
    assert found["complete"].tolist() == [True, True, False]


def test_nothing_loaded_says_so(make, put):
    assert locations(put(make())).settings_missing == Simply("no_complete_month")
    assert nominals(put(make())).missing == NotPopulated(("victim",))
    bare = nominals(put(make(crimes=[OLD, crime("2026-05-01")])))
    assert bare.most_frequent_victims.empty
