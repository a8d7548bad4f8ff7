"""What may be said of the last month: agreed by an exact test, known on the day, and rarely wrong of stable series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats import compare, headline, rules, spc
from hcdata.stats.headline import judge

COUNTS = st.lists(st.integers(0, 40), min_size=0, max_size=48)
# 24 quiet months with a mean of 20, no run of seven on one side, none near a limit.
QUIET = [20, 22, 19, 21, 18, 20, 23, 17, 21, 20, 19, 22] * 2


def test_a_quiet_series_says_nothing() -> None:
    found = judge(QUIET)
    assert (found.choice.method, found.baseline, found.unlikely, found.direction) == ("xmr", 12, False, 0)
    assert found.latest is not None
    assert found.latest.signal == rules.COMMON


def test_a_month_far_outside_is_unlikely_to_be_chance() -> None:
    found = judge([*QUIET[:-1], 60])
    assert (found.unlikely, found.direction, found.months, found.n) == (True, 1, 1, 60)
    assert found.expected == pytest.approx(np.mean(QUIET[:12]))
    assert found.p == compare.counts(60, sum(QUIET[:12]), 1, 12).p


def test_a_run_with_hardly_any_difference_could_be_chance() -> None:
    run = [*QUIET[:17], *[21] * 7]
    found = judge(run)
    assert found.latest is not None
    assert found.latest.signal == "7 Points Above CL"
    assert not found.unlikely
    assert judge(run, level=1).unlikely  # plot-the-dots alone


def test_a_steady_rise_from_the_first_month_is_seen() -> None:
    for size in (10, 16, 30):
        found = judge(list(range(10, 10 + 3 * size, 3)))
        assert (found.unlikely, found.direction) == (True, 1)


def test_the_range_rests_on_the_months_before_the_last_twelve_where_as_many_remain() -> None:
    values = [20, 22] * 6 + [40, 42] * 6
    assert (judge(values).baseline, judge(values).mean) == (12, 21)
    assert (judge(values[1:]).baseline, judge(values, judged=0).mean) == (None, 31)


def test_a_sparse_series_has_its_last_quarter_compared_with_all_before() -> None:
    values = [1, 0, 2, 1, 0, 1, 1, 0, 2, 0, 1, 0, 4, 3, 3]
    found = judge(values)
    assert (found.choice.method, found.latest, found.months, found.n) == ("rare", None, 3, 10)
    assert found.expected == pytest.approx(9 / 12 * 3)
    assert found.p == compare.counts(10, 9, 3, 12).p
    assert (found.unlikely, found.direction) == (True, 1)
    assert not judge([1] * 15).unlikely
    assert judge([0] * 15).p is None


def test_the_last_year_is_compared_with_whole_years_before() -> None:
    season = [10, 12, 9, 11, 20, 24, 22, 26, 14, 12, 10, 11]
    assert judge(season * 2).year is None
    year = judge([5, 5, *season * 2, *[value + 6 for value in season]]).year
    assert year is not None
    assert (year.months, year.before, year.n, year.expected) == (12, 24, sum(season) + 72, sum(season))
    assert year.p == compare.counts(year.n, 2 * sum(season), 12, 24).p
    steady = judge(season * 3).year
    assert steady is not None
    assert (steady.n, steady.p) == (steady.expected, pytest.approx(1, abs=0.05))


@given(COUNTS)
def test_too_short_a_series_is_never_judged(values: list[int]) -> None:
    found = judge(values[:7])
    assert (found.choice.method, found.unlikely, found.p) == ("none", False, None)


@given(COUNTS, COUNTS)
def test_unlikely_is_a_special_cause_that_the_exact_test_backs(values: list[int], later: list[int]) -> None:
    found = judge(values)
    if found.choice.method == "xmr":
        frame = spc.xmr(values, baseline=found.baseline)
        assert found.labels.tolist() == frame["signal"].tolist()
        assert found.latest == spc.latest(frame)
    if found.unlikely:
        assert found.p is not None
        assert found.p <= headline.LEVEL
        assert found.latest is None or found.latest.signal != rules.COMMON
    # What was known on the day: months that follow are not asked.
    before = judge((values + later)[: len(values)])
    assert (before.p, before.unlikely, before.choice) == (found.p, found.unlikely, found.choice)


@given(COUNTS)
def test_a_missing_month_counts_nowhere(values: list[int]) -> None:
    found, gap = judge(values), judge([None, *values], judged=0)
    assert found.choice == gap.choice


@pytest.mark.parametrize("mean", [0.5, 2, 5, 12, 60])
def test_at_most_three_in_a_hundred_stable_series_are_accused(mean: float) -> None:
    series = np.random.default_rng(7).poisson(mean, (1500, 24))
    accused = np.mean([judge(one).unlikely for one in series])
    # 3 %, and as much more as 1,500 series can be off by chance in one of a thousand runs.
    assert accused <= 0.03 + 3.1 * np.sqrt(0.03 * 0.97 / 1500)


def test_the_level_decides() -> None:
    assert not judge([*QUIET[:-1], 60], level=1e-300).unlikely
