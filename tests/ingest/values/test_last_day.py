"""Up to when data run where nothing says so, and the last day that may be a slip of the pen."""

from datetime import date, datetime, time, timedelta

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.ingest import stages, texts
from hcdata.ingest.files.grid import make_table
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values import dates
from hcdata.ingest.values.dates import End
from tests.ingest.ingest_rows import RowsGrid

HEADERS = ["crime_ref", "recorded"]
FIRST = date(2026, 1, 1)


def _end(days: list[date], stated: date | None = None, name: str = layouts.BUILT_IN.name) -> End:
    """Ask for the end of an extract with a row for each day."""
    rows = [[f"35/{number}/26", f"{day:%d/%m/%Y} 10:00"] for number, day in enumerate(days, start=1)]
    source = Recognised(
        RowsGrid(layouts.BUILT_IN.with_name(name), None, "0", [HEADERS], []), layouts.read()["generic_crime"], 0
    )
    with duckdb.connect() as con:
        stages.prepare(con, configuration.load())
        make_table(con, "raw", len(HEADERS), list(enumerate(rows, start=2)))
        return dates.data_to(con, source, "raw", texts.of_fields(source), stated)


def _daily(days: int) -> list[date]:
    return [FIRST + timedelta(days=day) for day in range(days)]


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_few_rows_long_after_the_rest_are_taken_and_said(rows: int) -> None:
    found = _end([*_daily(60), *[date(2026, 6, 30)] * rows])
    assert found.at == datetime(2026, 6, 30, 23, 59)
    assert "run to 30/06/2026" in found.doubt
    assert "in the 121 days up to it" in found.doubt
    assert "--extract-date" in found.doubt


def test_two_slips_days_apart_are_still_slips() -> None:
    assert "run to 03/07/2026" in _end([*_daily(60), date(2026, 6, 30), date(2026, 7, 3)]).doubt


@pytest.mark.parametrize(
    "days",
    [
        _daily(60),
        [*_daily(60), FIRST + timedelta(days=70)],
        [FIRST + timedelta(days=20 * number) for number in range(10)],
        [*_daily(30), *[date(2026, 6, 30)] * 6],
        [FIRST],
    ],
    ids=["every day", "a gap of ten days", "every twentieth day", "many rows", "one row"],
)
def test_a_rhythm_the_file_has_itself_is_no_slip(days: list[date]) -> None:
    found = _end(days)
    assert found == End(datetime.combine(max(days), time(23, 59)))


def test_what_is_stated_is_not_doubted() -> None:
    stated = date(2026, 3, 31)
    assert _end([*_daily(60), date(2026, 6, 30)], stated) == End(datetime(2026, 3, 31, 23, 59))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("events_20260312.csv", date(2026, 3, 12)),
        ("crimes 2026-03-12.csv", date(2026, 3, 12)),
        ("Hate crime 12 Mar 2026.xlsx", date(2026, 3, 12)),
        ("12.03.2026 extract.csv", date(2026, 3, 12)),
        ("from_20260101_to_20260312.csv", date(2026, 3, 12)),
        ("202603.csv", date(2026, 3, 1)),
        ("crimes Mar 2026.csv", date(2026, 3, 1)),
        ("events_20260601.csv", date(2026, 3, 1)),
        ("events_20260131.csv", date(2026, 3, 1)),
        ("35_123456_26.csv", date(2026, 3, 1)),
        ("crimes.csv", date(2026, 3, 1)),
    ],
)
def test_a_day_in_the_files_name_just_after_the_last_record_is_when_the_data_end(name: str, day: date) -> None:
    assert _end(_daily(60), name=name) == End(datetime.combine(day, time(23, 59)))
