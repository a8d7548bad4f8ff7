"""Days around an event against the same weekdays and season."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from hcdata.stats import compare
from hcdata.stats.around import around

EVENT = date(2026, 8, 2)


def daily(first: date, last: date, rate=lambda day: 3.0) -> pd.Series:
    days = pd.date_range(first, last)
    return pd.Series([rate(day.date()) for day in days], index=days)


def rows(frame: pd.DataFrame) -> dict[str, pd.Series]:
    return {row["window"]: row for _, row in frame.iterrows()}


def test_as_many_as_usual() -> None:
    found = rows(around(daily(date(2023, 1, 1), date(2026, 10, 31)), EVENT))
    for window, first, last in (("before", "2026-07-19", "2026-08-01"), ("after", "2026-08-02", "2026-08-15")):
        one = found[window]
        assert (str(one["first"].date()), str(one["last"].date()), one["days"]) == (first, last, 14)
        assert (one["n"], one["expected"], one["ratio"]) == (42, 42, 1)
        assert one["p"] > 0.9


def test_weekdays_and_seasons_are_no_event() -> None:
    # Twice as many at weekends, three times as many in July and August, growing by nothing else.
    found = around(
        daily(
            date(2023, 1, 1),
            date(2026, 10, 31),
            lambda day: (2 + 2 * (day.weekday() >= 5)) * (3 if day.month in (7, 8) else 1),
        ),
        date(2026, 7, 25),
        season=14,
    )
    assert found["ratio"].tolist() == pytest.approx([1.0, 1.0], abs=0.15)


def test_three_times_as_many_after_is_unlikely_to_be_chance() -> None:
    counts = daily(date(2024, 1, 1), date(2026, 10, 31), lambda day: 9.0 if 0 <= (day - EVENT).days < 14 else 3.0)
    found = rows(around(counts, EVENT))
    usual = 3 * sum(
        1
        for day in counts.index.date
        if not -14 <= (day - EVENT).days < 14
        and min(abs((day - EVENT - timedelta(364 * back)).days) for back in (0, -1, -2)) <= 42
    )
    assert found["after"]["p"] == pytest.approx(compare.counts(126, usual, 42, usual).p, abs=0)
    assert found["after"]["ratio"] == pytest.approx(3)
    assert found["after"]["lower"] < 3 < found["after"]["upper"]
    assert found["after"]["p"] < 1e-12
    assert found["before"]["p"] > 0.9


def test_data_that_end_early_shorten_the_window() -> None:
    found = rows(around(daily(date(2024, 1, 1), EVENT + timedelta(4)), EVENT))
    assert (found["after"]["days"], found["after"]["n"], found["after"]["expected"]) == (5, 15, pytest.approx(15))
    gone = rows(around(daily(date(2024, 1, 1), EVENT - timedelta(1)), EVENT))
    assert (gone["after"]["days"], gone["before"]["days"]) == (0, 14)
    assert np.isnan(gone["after"]["p"])


def test_without_any_other_day_nothing_is_expected() -> None:
    found = around(daily(EVENT - timedelta(14), EVENT + timedelta(13)), EVENT)
    assert found["n"].tolist() == [42, 42]
    assert found[["expected", "ratio", "p"]].isna().all(axis=None)


def test_order_of_days_is_irrelevant() -> None:
    counts = daily(date(2024, 1, 1), date(2026, 10, 31), lambda day: float(day.day % 5))
    pd.testing.assert_frame_equal(around(counts, EVENT), around(counts.sample(frac=1, random_state=1), EVENT))


def test_a_day_twice_or_a_count_missing_is_refused() -> None:
    counts = daily(date(2026, 7, 1), date(2026, 8, 31))
    with pytest.raises(ValueError, match="daily counts"):
        around(pd.concat([counts, counts.tail(1)]), EVENT)
    with pytest.raises(ValueError, match="daily counts"):
        around(counts.where(counts.index != pd.Timestamp(EVENT)), EVENT)


def test_stable_days_are_rarely_called_unusual() -> None:
    random, days = np.random.default_rng(5), pd.date_range(date(2023, 1, 1), date(2026, 10, 31))
    frames = [around(pd.Series(random.poisson(2.2, len(days)), index=days), EVENT) for _ in range(150)]
    accused = np.mean([frame["p"] < 0.05 for frame in frames])
    assert accused < 0.05 + 3.1 * np.sqrt(0.05 * 0.95 / 300)
