"""Hour by weekday, counted by hand."""

from hcdata.common.filters import Filters
from hcdata.views.cases import cases
from hcdata.views.missing import NoHour, Simply
from hcdata.views.rhythm import rhythm
from tests.views.conftest import crime

OLD = crime("2022-11-05")


def at(moment, n=1, **more):
    """So many crimes committed at a moment (UTC) in winter, recorded in May."""
    return [crime("2026-05-01", committed_at=moment, **more) for _ in range(n)]


def test_a_cell_is_an_hour_of_a_weekday_in_local_time(make, put):
    crimes = [OLD, *at("2026-01-10 23:10:00", 3), *at("2025-07-10 23:10:00", 2), *at(None)]
    found = rhythm(put(make(crimes=crimes)))
    cells = found.cells[found.cells["n"] > 0].set_index(["weekday", "hour"])["n"]
    assert cells.to_dict() == {(6, 23): 3, (5, 0): 2}  # summer time: Friday 00:10
    assert (found.known, found.unknown, found.placeholders) == (5, 1, 0)


def test_friday_and_saturday_night_ends_at_five_the_next_morning(make, put):
    moments = ["2026-01-09 20:00:00", "2026-01-10 04:59:00", "2026-01-10 05:00:00", "2026-01-11 04:00:00"]
    moments += ["2026-01-09 19:59:00", "2026-01-12 01:00:00", "2026-01-09 02:00:00"]
    found = rhythm(put(make(crimes=[OLD, *(row for moment in moments for row in at(moment))])))
    assert found.night == 3


def test_midnight_that_stands_for_not_known_is_left_out_and_said(make, put):
    hours = [row for hour in range(1, 24) for row in at(f"2026-01-10 {hour:02d}:30:00")]
    found = rhythm(put(make(crimes=[OLD, *hours, *at("2026-01-10 00:00:00", 30), *at("2026-01-10 00:20:00", 2)])))
    assert found.placeholders == 30
    assert found.cells.set_index(["weekday", "hour"])["n"][6, 0] == 2
    assert found.known == 25


def test_the_cases_of_an_hour_are_those_it_counts(make, put):
    hours = [row for hour in range(1, 24) for row in at(f"2026-01-10 {hour:02d}:30:00")]
    asked = put(make(crimes=[OLD, *hours, *at("2026-01-10 00:00:00", 30), *at("2026-01-10 00:20:00", 2), *at(None)]))
    cells = rhythm(asked).cells.set_index(["weekday", "hour"])["n"]
    listed = {cell: len(cases(asked, "recorded_hate_crimes", hour=cell).rows) for cell in cells.index}
    assert listed == cells.to_dict() and listed[6, 0] == 2


def test_an_ordinary_midnight_stays(make, put):
    hours = [row for hour in range(24) for row in at(f"2026-01-10 {hour:02d}:00:00", 3)]
    assert rhythm(put(make(crimes=[OLD, *hours]))).placeholders == 0


def test_a_weekday_is_the_busiest_only_where_chance_would_not_make_it(make, put):
    week = [row for day in range(5, 12) for row in at(f"2026-01-{day:02d} 12:00:00", 10)]
    assert rhythm(put(make(crimes=[OLD, *week]))).busiest is None
    assert rhythm(put(make(crimes=[OLD, *week, *at("2026-01-07 12:00:00", 30)]))).busiest == 3


def test_an_hour_is_the_highest_only_where_chance_would_not_make_one_so(make, put):
    week = [row for day in range(5, 12) for hour in range(24) for row in at(f"2026-01-{day:02d} {hour:02d}:30:00")]
    assert rhythm(put(make(crimes=[OLD, *week, *at("2026-01-07 12:00:00", 4)]))).peaks == ()
    two = [*at("2026-01-07 12:00:00", 14), *at("2026-01-09 23:00:00", 14)]
    assert rhythm(put(make(crimes=[OLD, *week, *two]))).peaks == ((3, 12), (5, 23))


def test_no_known_hour_and_no_hour_at_all_say_why(make, put):
    assert rhythm(put(make(crimes=[OLD, *at(None, 2)]))).missing == NoHour(2)
    store = make(crimes=[OLD], incidents=[{"recorded_on": "2026-05-05"}])
    assert rhythm(put(store, Filters("12m", kind="incident"))).missing == Simply("incidents_have_no_hour")
    assert rhythm(put(make())).missing
