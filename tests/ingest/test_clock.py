"""How far the force's clock is ahead of UTC each day, against the calendar of the time zones by another route."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import pytest

from hcdata.ingest.define import run

# Years ahead of which the two calendars agree; later on they foresee different changes.
FIRST, LAST = date(1972, 1, 1), date(2037, 12, 31)


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC"])
def test_a_day_has_a_shift_where_its_clock_does_not_change(zone: str) -> None:
    con = duckdb.connect()
    run(con, "clock", {"zone": zone})
    told = dict(
        con.execute("SELECT day, shift FROM clock_day WHERE day BETWEEN $a AND $b", {"a": FIRST, "b": LAST}).fetchall()
    )
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    ahead = [_ahead(day, zone) for day in [*days, LAST + timedelta(days=1)]]
    steady = {day: one for day, one, following in zip(days, ahead, ahead[1:], strict=False) if one == following}
    assert told == {day: int(shift.total_seconds() * 1_000_000) for day, shift in steady.items()}


def _ahead(day: date, zone: str) -> timedelta:
    """How far the clock of a zone is ahead of UTC as a day begins."""
    local = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return local.replace(tzinfo=UTC) - local.astimezone(UTC)
