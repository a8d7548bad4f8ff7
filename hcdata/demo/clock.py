"""Instants as whole UTC minutes since 1970, and the local clock of Europe/London they are written in."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAY = 1440
LAST_DAY = date(2026, 10, 31)


def instant(day: date, hour: int = 0, minute: int = 0) -> int:
    """Return the instant of a local clock time."""
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).timestamp()) // 60


@lru_cache(maxsize=500_000)
def local(at: int) -> datetime:
    """Return the local clock time of an instant, without a zone."""
    return datetime.fromtimestamp(at * 60, LONDON).replace(tzinfo=None)


def settle(at: int) -> int:
    """Move an instant out of the hour that happens twice in October to the end of it; order is kept."""
    clock = local(at)
    if clock.month == 10 and clock.hour == 1 and clock.day >= 25 and clock.weekday() == 6:
        return instant(clock.date(), 2)
    return at


def end_of(day: date) -> int:
    """Return the first instant after a local day."""
    return instant(day + timedelta(days=1))


def month_of(day: date) -> str:
    """Return a month as YYYY-MM."""
    return f"{day.year}-{day.month:02d}"


def first_day(years: int) -> date:
    """Return the first recorded day of a world of so many years."""
    return date(LAST_DAY.year - years, 11, 1)


def extract_days() -> list[date]:
    """Return the data-to days: the full extract to 31 October 2025, then the twelve months after it."""
    return [date(2025 + (10 + i) // 12, (10 + i) % 12 + 1, 1) - timedelta(days=1) for i in range(13)]
