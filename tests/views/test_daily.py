"""Day by day: the days between records, and what was recorded round an event."""

from datetime import date, timedelta

import pandas as pd
import pytest

from hcdata.common.filters import Filters
from hcdata.views.daily import around, daily
from tests.views.conftest import crime

FIRST, LAST = date(2022, 11, 1), date(2026, 10, 31)


def every(days, start=FIRST, **more):
    """One crime so many days apart."""
    steps = range(0, (LAST - start).days + 1, days)
    return [crime((start + timedelta(days=step)).isoformat(), **more) for step in steps]


def test_gaps_are_days_between_days_with_a_record(make, put):
    found = daily(put(make(crimes=[*every(20), *every(20)])))  # two on one day are one event
    assert set(found.gaps["value"]) == {20.0}
    assert found.counts.sum() == 2 * len(every(20))
    assert len(found.counts) == (LAST - FIRST).days + 1
    assert found.waiting == (LAST - found.last).days < 20
    assert found.gaps["day"].min() > pd.Timestamp(2023, 11, 1)  # the months drawn


def test_few_gaps_are_too_few(make, put):
    found = daily(put(make(crimes=[crime("2022-11-01"), *every(150, date(2024, 1, 1))])))
    assert found.gaps.empty and found.runs is None
    assert found.last == date(2026, 6, 19)
    assert found.waiting == 134


def test_only_what_is_asked_for_is_counted(make, put):
    crimes = [*every(10), *every(30, district="peterborough")]
    found = daily(put(make(crimes=crimes), Filters("12m", districts=("peterborough",))))
    assert found.counts.sum() == len(every(30))


def test_the_fortnight_from_an_event_against_what_is_usual(make, put):
    burst = [crime((date(2026, 8, 2) + timedelta(days=n % 14)).isoformat()) for n in range(28)]
    found = around(daily(put(make(crimes=[*every(1), *burst]))), date(2026, 8, 2))
    before, after = found.windows.to_dict("records")
    assert (before["n"], before["expected"]) == (14, pytest.approx(14))
    assert (after["n"], after["expected"]) == (42, pytest.approx(14))
    assert after["p"] < 0.001 < before["p"]
    assert len(found.days) == 28 and found.telling
    assert found.days["day"].iloc[0].date() == date(2026, 7, 19)


def test_a_sparse_series_tells_nothing_by_the_day(make, put):
    assert not around(daily(put(make(crimes=every(20)))), date(2026, 8, 2)).telling


def test_an_event_outside_the_data_has_no_days(make, put):
    assert around(daily(put(make(crimes=every(1)))), date(2027, 1, 1)) is None
    assert around(daily(put(make())), date(2026, 1, 1)) is None
    assert daily(put(make())).missing
