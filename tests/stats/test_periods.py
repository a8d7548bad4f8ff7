"""Months, twelve months, prior periods, quarters and financial years, with leap years and edges."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats import periods
from hcdata.stats.periods import Period

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
PERIODS = st.builds(
    lambda start, days: Period(start, date.fromordinal(start.toordinal() + days)), DAYS, st.integers(1, 800)
)


@given(DAYS)
def test_a_day_is_in_its_month_quarter_and_financial_year(day: date) -> None:
    for period in (periods.month(day), periods.quarter(day), periods.financial_year(day)):
        assert day in period
        assert period.end not in period
        assert period.last in period
    assert [p(day).months for p in (periods.month, periods.quarter, periods.financial_year)] == [1, 3, 12]
    assert periods.month(day) == Period(periods.month_start(day), periods.month(day).end)
    assert periods.month(day).last == periods.month_end(day)


def test_a_time_has_the_month_of_its_day() -> None:
    assert periods.month_start(datetime(2024, 2, 29, 23, 59)) == date(2024, 2, 1)
    assert type(periods.month_end(datetime(2024, 2, 10))) is date


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
    ],
)
def test_months_are_added(day: date, months: int, moved: date) -> None:
    assert periods.add_months(day, months) == moved


@pytest.mark.parametrize(
    ("data_to", "start", "end"),
    [
        (date(2026, 10, 31), date(2025, 11, 1), date(2026, 11, 1)),
        (date(2026, 11, 22), date(2025, 11, 1), date(2026, 11, 1)),
        (date(2024, 2, 28), date(2023, 2, 1), date(2024, 2, 1)),
        (date(2024, 2, 29), date(2023, 3, 1), date(2024, 3, 1)),
    ],
)
def test_r12_is_the_last_twelve_complete_months(data_to: date, start: date, end: date) -> None:
    assert periods.r12(data_to) == Period(start, end)


@given(DAYS)
def test_the_period_before_an_r12_is_the_r12_a_year_before(data_to: date) -> None:
    window = periods.r12(data_to)
    assert window.months == 12
    assert (
        periods.prior(window)
        == periods.last_year(window)
        == Period(periods.add_months(window.start, -12), window.start)
    )


@given(PERIODS)
def test_a_prior_period_ends_where_the_period_starts_and_is_as_long(period: Period) -> None:
    before = periods.prior(period)
    assert before.end == period.start
    if period.months is None:
        assert before.days == period.days
    else:
        assert before.months == period.months


@given(PERIODS)
def test_last_year_is_a_year_before(period: Period) -> None:
    before = periods.last_year(period)
    assert before.days > 0
    assert 365 <= (period.start - before.start).days <= 366
    assert before.months == period.months


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ((date(2024, 2, 1), date(2024, 3, 1)), (date(2023, 2, 1), date(2023, 3, 1))),
        ((date(2025, 2, 1), date(2025, 3, 1)), (date(2024, 2, 1), date(2024, 3, 1))),
        ((date(2024, 2, 29), date(2024, 3, 1)), (date(2023, 2, 28), date(2023, 3, 1))),
        ((date(2024, 2, 1), date(2024, 2, 29)), (date(2023, 2, 1), date(2023, 3, 1))),
        ((date(2024, 1, 5), date(2024, 1, 20)), (date(2023, 1, 5), date(2023, 1, 20))),
    ],
)
def test_last_year_keeps_months_whole(period: tuple[date, date], before: tuple[date, date]) -> None:
    assert periods.last_year(Period(*period)) == Period(*before)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 3, 31), "2023/24"),
        (date(2024, 4, 1), "2024/25"),
        (date(2024, 12, 31), "2024/25"),
        (date(2100, 1, 1), "2099/00"),
    ],
)
def test_financial_years_have_names(day: date, year: str) -> None:
    assert periods.name_financial_year(day) == year


def test_a_period_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="period"):
        Period(date(2024, 1, 1), date(2024, 1, 1))
