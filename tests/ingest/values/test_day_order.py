"""The order of day and month in a column: what its values say, what other columns say, what the layout says."""

from collections.abc import Sequence

import duckdb
import pytest

from hcdata.ingest.define import define_macros
from hcdata.ingest.files.grid import columns, make_table
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.recognised import DayOrder, Recognised
from hcdata.ingest.values import day_order
from tests.ingest.ingest_rows import RowsGrid

HEADERS = ["crime_ref", "recorded", "reported", "born"]
ANY = ["03/04/2026", "05/06/2026 10:00"]


def _decide(*texts: Sequence[str], copies: int = 1) -> list[DayOrder]:
    """Decide for rows given by column: recorded, reported, born."""
    rows = [["35/1/26", *row] for row in zip(*texts, strict=True)] * copies
    with duckdb.connect() as con:
        define_macros(con)
        make_table(con, "raw", len(HEADERS), list(enumerate(rows, start=2)))
        grid = RowsGrid(layouts.BUILT_IN, None, "0", [HEADERS], [HEADERS, *rows])
        return day_order.decide(con, Recognised(grid, layouts.read()["generic_crime"], 0), "raw")


@pytest.mark.parametrize(
    ("texts", "order", "basis"),
    [
        (["25/04/2026", "03/04/2026"], "dmy", "values"),
        (["04/25/2026", "03/04/2026"], "mdy", "values"),
        (["4-25-26", "3-4-26"], "mdy", "values"),
        (["25.04.2026", "03.04.2026"], "dmy", "values"),
        (ANY, "dmy", "layout"),
        (["25/04/2026", "04/25/2026"], "dmy", "values"),
    ],
)
def test_values_decide_and_the_layout_where_they_say_nothing(texts: list[str], order: str, basis: str) -> None:
    (found,) = _decide(texts, [""] * 2, [""] * 2)
    assert (found.header, found.order, found.basis) == ("recorded", order, basis)


def test_the_greater_part_of_a_column_decides() -> None:
    recorded = ["04/25/2026", "04/26/2026", "27/04/2026"]
    (found,) = _decide(recorded, [""] * 3, [""] * 3)
    assert (found.order, found.against) == ("mdy", 1)
    assert day_order.words([found], "dmy")[-1].startswith("1 values fit only the other order")


def test_other_columns_decide_for_one_that_fits_both_ways() -> None:
    found = {one.header: (one.order, one.basis) for one in _decide(ANY, ["04/25/2026 09:00"] * 2, ["", ""])}
    assert found == {"recorded": ("mdy", "other columns"), "reported": ("mdy", "values")}


def test_columns_that_contradict_each_other_leave_a_third_to_the_layout() -> None:
    found = {one.header: (one.order, one.basis) for one in _decide(ANY, ["04/25/2026"] * 2, ["25/04/1980"] * 2)}
    assert found["recorded"] == ("dmy", "layout")
    assert found["born"] == ("dmy", "values")


@pytest.mark.parametrize("text", ["2026-04-03", "46147", "3 Apr 2026", "", "n/k", "99/99/2026"])
def test_what_is_no_date_in_numbers_needs_no_order(text: str) -> None:
    assert _decide([text], [""], [""]) == []


def test_a_value_beyond_the_rows_looked_at_first_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day_order, "SAMPLE", 3)
    (found,) = _decide([*["03/04/2026"] * 9, "04/25/2026"], [""] * 10, [""] * 10)
    assert (found.order, found.basis) == ("mdy", "values")


def test_columns_are_named_as_the_grid_names_them() -> None:
    assert [one.column for one in _decide(ANY, ANY, ANY)] == columns(4)[1:]


@pytest.mark.parametrize(
    ("recorded", "dates", "sure"),
    [
        ([f"2026-{day:02}-06 10:00:00" for day in range(1, 6)] + [f"{day}/06/2026" for day in range(13, 20)], 5, True),
        ([f"2026-06-{day:02}" for day in range(1, 6)] + [f"{day}/06/2026" for day in range(13, 20)], 5, True),
        ([f"2026-06-{day:02}" for day in range(1, 6)] + [f"06/{day}/2026" for day in range(13, 20)], 5, True),
        (["2026-06-05", "13/06/2026", "14/06/2026"], 1, False),
        (["2026-06-05", "2026-06-13", "14/06/2026"], 0, False),
        (["2026-06-05", "03/06/2026", "14/06/2026"], 0, False),
        (["2026-06-05", "2026-06-04"], 0, False),
    ],
)
def test_days_that_never_pass_for_months_tell_of_an_exchange(recorded: list[str], dates: int, sure: bool) -> None:
    found = {one.header: one.exchange for one in _decide(recorded, [""] * len(recorded), [""] * len(recorded))}
    exchange = found.get("recorded")
    assert (exchange.dates, exchange.sure) == (dates, sure) if exchange else (dates, sure) == (0, False)
