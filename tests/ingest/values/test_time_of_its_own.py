"""A time in a column of its own that is none: the record is kept with its date, without a time, and noted."""

from typing import Any

import pytest

from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.recognised import Recognised
from tests.ingest import ingest_rows
from tests.ingest.ingest_rows import RowsGrid

CRIME = """
name = "times"
title = "Dates and times in columns of their own"
feed = "crime"
match = ["ref", "day", "time"]
[fields]
crime_ref = "ref"
recorded = { date = "day", time = "time" }
reported = { date = "reported", time = "reported at" }
"""
INCIDENT = CRIME.replace('feed = "crime"', 'feed = "incident"').replace("crime_ref", "incident_ref") + 'kind = "kind"\n'
HEADERS = ["ref", "day", "time", "reported", "reported at", "kind"]
KEPT = "2026-05-05"


def _read(layout: str, *cells: tuple[str, ...]) -> list[dict[str, Any]]:
    """Put rows of day, time, reported day and reported time through a layout."""
    rows = [HEADERS, *([f"35/{number}/26", *row, "NCHI"] for number, row in enumerate(cells, start=1))]
    grid = RowsGrid(layouts.BUILT_IN, None, "0", rows[:40], rows)
    return ingest_rows.typed(ingest_rows.put_through(Recognised(grid, layouts.parse(layout, "times"), 0)))


@pytest.mark.parametrize(
    "time", ["9999", "2460", "99:99", "24:01", "13:30 PM", "unknown", "-", "10:15-11:15", "noonish"]
)
@pytest.mark.parametrize("layout", [CRIME, INCIDENT], ids=["crime", "incident"])
def test_a_time_that_is_none_leaves_the_date_and_is_noted(layout: str, time: str) -> None:
    (row,) = _read(layout, ("05/05/2026", time, "05/05/2026", "0930"))
    assert (row["reason"], str(row["recorded_on"]), row["recorded_at"]) == (None, KEPT, None)
    assert str(row["reported_at"]) == "2026-05-05 08:30:00"
    assert row["faults"] == ["recorded time_unreadable"]


def test_a_blank_time_is_not_recorded_and_no_fault() -> None:
    (row,) = _read(CRIME, ("05/05/2026", "", "", ""))
    assert (row["reason"], row["recorded_at"], row["faults"]) == (None, None, [])


@pytest.mark.parametrize("day", ["2026-05-05 00:00:00", "2026-05-05T00:00:00Z", "05/05/2026 12:00:00 AM", "46147.0"])
def test_the_midnight_a_date_carries_is_no_time(day: str) -> None:
    (row,) = _read(CRIME, (day, "unknown", "", ""))
    assert (str(row["recorded_on"]), row["recorded_at"]) == (KEPT, None)


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("05/05/2026", "10:15"),
        ("2026-05-05", "10.15am"),
        ("20260505", "1015"),
        ("Tues 5th May '26", "10.15 hrs"),
        ("05/05/2026", "0915Z"),
        ("05.05.2026", "10:15 (BST)"),
        ("5 May 2026", "10:15\u202fAM"),
        ("46147", "0.427083333"),
        ("05/05/2026 10:15", "?"),
    ],
)
def test_a_time_is_read_however_the_date_beside_it_is_written(day: str, time: str) -> None:
    (row,) = _read(CRIME, (day, time, "", ""))
    assert str(row["recorded_at"]) == "2026-05-05 09:15:00"


def test_both_times_of_a_row_are_noted() -> None:
    (row,) = _read(CRIME, ("05/05/2026", "9999", "05/05/2026", "99:99"))
    assert row["faults"] == ["recorded time_unreadable", "reported time_unreadable"]


def test_a_date_that_is_none_is_still_refused() -> None:
    (row,) = _read(CRIME, ("31/02/2026", "9999", "", ""))
    assert row["reason"] == "unreadable_date"
