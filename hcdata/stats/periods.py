"""Date arithmetic on months, twelve months, quarters and financial years; a period ends before its `end`."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

# The United Kingdom's financial year for public bodies starts on 1 April: Interpretation Act 1978, schedule 1.
FINANCIAL_YEAR_MONTH = 4
DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start`, which is inside, to `end`, which is the first day outside; ValueError when it holds no day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a period without a day."""
        if self.end <= self.start:
            raise ValueError("period: found an end not after its start. Expected: the first day after the period.")

    def __contains__(self, day: date) -> bool:
        """Say whether the day is inside."""
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.end - DAY

    @property
    def days(self) -> int:
        """The number of days inside."""
        return (self.end - self.start).days

    @property
    def months(self) -> int | None:
        """The number of months when the period is whole calendar months, else None."""
        return count_months(self.start, self.end) if self.start.day == self.end.day == 1 else None


def month_start(day: date) -> date:
    """Return the first day of the day's month."""
    return date(day.year, day.month, 1)


def month_end(day: date) -> date:
    """Return the last day of the day's month."""
    return date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])


def month(day: date) -> Period:
    """Return the day's calendar month."""
    return Period(month_start(day), month_end(day) + DAY)


def add_months(day: date, months: int) -> date:
    """Return the same day some months on (or back), or the last day of that month where it is shorter."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def count_months(start: date, end: date) -> int:
    """Return how many months the second day's month is after the first's."""
    return (end.year - start.year) * 12 + end.month - start.month


def r12(data_to: date) -> Period:
    """Return the twelve complete months up to `data_to`, the last day with data."""
    end = month_start(data_to + DAY)
    return Period(add_months(end, -12), end)


def prior(period: Period) -> Period:
    """Return the period just before of the same length: as many months when it is whole months, else as many days."""
    if period.months is not None:
        return Period(add_months(period.start, -period.months), period.start)
    return Period(period.start - (period.end - period.start), period.start)


def last_year(period: Period) -> Period:
    """Return the same dates a year before; a whole month stays whole, and 29 February becomes 28 February."""
    if period.end.day == 1:
        return Period(add_months(period.start, -12), add_months(period.end, -12))
    return Period(add_months(period.start, -12), add_months(period.last, -12) + DAY)


def financial_year(day: date) -> Period:
    """Return the financial year, April to March, that holds the day."""
    year = day.year if day.month >= FINANCIAL_YEAR_MONTH else day.year - 1
    return Period(date(year, FINANCIAL_YEAR_MONTH, 1), date(year + 1, FINANCIAL_YEAR_MONTH, 1))


def quarter(day: date) -> Period:
    """Return the three months from January, April, July or October that hold the day."""
    start = date(day.year, day.month - (day.month - 1) % 3, 1)
    return Period(start, add_months(start, 3))


def name_financial_year(day: date) -> str:
    """Return the day's financial year as 2024/25."""
    start = financial_year(day).start.year
    return f"{start}/{(start + 1) % 100:02d}"
