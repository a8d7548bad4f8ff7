"""What may be said of the last month: agreed by an exact test, known on the day, and rarely wrong of stable series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common import config
from hcdata.common.thresholds import Thresholds
from hcdata.stats import compare, funnel, headline, rules, spc
from hcdata.stats.headline import judge

COUNTS = st.lists(st.integers(0, 40), min_size=0, max_size=48)
# 24 quiet months with a mean of 20, no run of seven on one side, none near a limit.
QUIET = [20, 22, 19, 21, 18, 20, 23, 17, 21, 20, 19, 22] * 2


def test_a_quiet_series_says_nothing() -> None:
    found = judge(QUIET)
    assert (found.choice.method, found.baseline, found.unlikely, found.direction) == ("xmr", 12, False, 0)
    assert found.look("month") is None and not found.marked


def test_a_month_far_outside_is_unlikely_to_be_chance() -> None:
    found = judge([*QUIET[:-1], 60])
    look = found.finds("month")
    assert look is not None
    assert (found.direction, look.places, look.n, look.signal) == (1, (23,), 60, "Above UCL")
    assert look.expected == pytest.approx(np.mean(QUIET[:12]))
    assert look.p == compare.counts(60, sum(QUIET[:12]), 1, 12).p
    assert found.marked == {23: 1}


@pytest.mark.parametrize("back", [1, 2, 3, 4])
def test_a_month_far_outside_is_news_for_a_quarter(back: int) -> None:
    values: list[int] = list(QUIET)
    values[-back] = 60
    assert judge(values).marked == ({24 - back: 1} if back <= 3 else {})


def test_only_the_months_of_the_side_last_seen_are_marked() -> None:
    assert judge([*QUIET[:-3], 60, 20, 1]).marked == {23: -1}
    assert judge([*QUIET[:-3], 60, 20, 55]).marked == {21: 1, 23: 1}


def test_a_run_that_falls_from_above_to_the_mean_is_no_low_level() -> None:
    falling = judge([*QUIET[:17], 40, 37, 34, 31, 28, 25, 22])
    assert all(look.direction == rules.SIGNALS[look.signal] for look in falling.looks if look.signal)


def test_marks_are_the_months_found_and_no_others() -> None:
    found = judge([*QUIET[:12], 60, *QUIET[13:17], *[21] * 7])
    assert found.look("month") is not None and not found.marked


def test_a_range_set_by_months_that_were_not_steady_says_so() -> None:
    jumpy = [20, 22, 19, 21, 18, 20] * 2
    assert judge([*jumpy, *jumpy]).unsteady == ()
    outlier = judge([*jumpy[:5], 90, *jumpy[6:], *jumpy])
    assert [(one.first, one.last, one.direction) for one in outlier.unsteady] == [(5, 5, 1)]
    level = judge([*[20, 22] * 6, *[40, 42] * 6, *[30, 32] * 6])
    assert [(one.first, one.last, one.direction) for one in level.unsteady] == [(0, 11, -1)]
    rise = judge([*range(10, 58, 2), *QUIET[:12]])
    assert len(rise.unsteady) == 1


def test_what_would_stand_out_next_does() -> None:
    low, high = judge(QUIET).turns()
    assert low is not None and high is not None
    base = QUIET[-12:]
    for n, found in ((low, True), (low + 1, False), (high, True), (high - 1, False)):
        assert bool(judge([*base, *QUIET[:11], n]).finds("month")) is found
    assert judge([1] * 24).turns() == judge([]).turns() == (None, None)


def test_a_run_with_hardly_any_difference_could_be_chance() -> None:
    run = [*QUIET[:17], *[21] * 7]
    look = judge(run).look("month")
    assert look is not None and (look.signal, len(look.places)) == ("7 Points Above CL", 7)
    assert not judge(run).unlikely
    assert judge(run, level=1).finds("month")  # plot-the-dots alone


def test_a_steady_rise_from_the_first_month_is_seen() -> None:
    for size in (10, 16, 30):
        found = judge(list(range(10, 10 + 3 * size, 3)))
        assert (found.unlikely, found.direction) == (True, 1)


def test_the_range_rests_on_the_months_before_the_last_twelve_where_as_many_remain() -> None:
    values = [20, 22] * 6 + [40, 42] * 6
    assert (judge(values).baseline, judge(values).mean) == (12, 21)
    assert (judge(values[1:]).baseline, judge(values, judged=0).mean) == (None, 31)


def test_a_sparse_series_has_its_last_quarter_compared_with_all_before() -> None:
    values = [1, 0, 2, 1, 0, 1, 1, 0, 2, 0, 1, 0, 5, 4, 4]
    found = judge(values)
    look = found.finds("quarter")
    assert look is not None and found.choice.method == "rare"
    assert (look.places, look.n, look.expected) == ((12, 13, 14), 13, pytest.approx(9 / 12 * 3))
    assert look.p == compare.counts(13, 9, 3, 12).p
    assert (found.direction, found.marked) == (1, {12: 1, 13: 1, 14: 1})
    assert not judge([1] * 15).unlikely
    assert [one.p for one in judge([0] * 15).looks] == [None]


def test_the_last_year_is_compared_with_whole_years_before() -> None:
    season = [10, 12, 9, 11, 20, 24, 22, 26, 14, 12, 10, 11]
    assert judge(season * 2).look("years") is None
    found = judge([5, 5, *season * 2, *[value + 6 for value in season]])
    for look, months in ((found.look("year"), 12), (found.look("years"), 24)):
        assert look is not None
        assert (len(look.places), look.before, look.n, look.expected) == (12, months, sum(season) + 72, sum(season))
        assert look.p == compare.counts(look.n, months / 12 * sum(season), 12, months).p
    steady = judge(season * 3).look("years")
    assert steady is not None
    assert (steady.n, steady.p) == (steady.expected, pytest.approx(1, abs=0.05))


@given(COUNTS)
def test_too_short_a_series_is_never_judged(values: list[int]) -> None:
    found = judge(values[:7])
    assert (found.choice.method, found.unlikely, found.looks) == ("none", False, ())


@given(COUNTS, COUNTS)
def test_what_is_found_an_exact_test_backs(values: list[int], later: list[int]) -> None:
    found = judge(values)
    for look in found.found:
        assert look.p is not None and look.p <= 0.002
        assert look.direction != 0
    month = found.finds("month")
    if month:
        labels = spc.xmr(values, baseline=found.baseline)["signal"].tolist()
        assert month.signal in labels and month.direction == rules.SIGNALS[month.signal]
    assert set(found.marked) == {
        place for one in found.found if one.kind in ("month", "quarter") for place in one.places
    }
    # What was known on the day: months that follow are not asked.
    assert judge((values + later)[: len(values)]) == found or np.isnan(found.mean)


@given(COUNTS)
def test_a_missing_month_counts_nowhere(values: list[int]) -> None:
    found, gap = judge(values), judge([None, *values], judged=0)
    assert found.choice == gap.choice


@pytest.mark.parametrize("mean", [0.5, 2, 5, 12, 60])
def test_at_most_twenty_five_in_a_thousand_stable_series_are_accused(mean: float) -> None:
    series = np.random.default_rng(7).poisson(mean, (1500, 36))
    accused = np.mean([judge(one).unlikely for one in series])
    # 2.5 %, and as much more as 1,500 series can be off by chance in one of a thousand runs.
    assert accused <= 0.025 + 3.1 * np.sqrt(0.025 * 0.975 / 1500)


def test_the_level_is_that_of_the_force_and_of_a_funnel() -> None:
    assert headline.LEVEL == funnel.OUTER == Thresholds().evidence == config.load().thresholds.evidence == 0.002


def test_the_level_decides() -> None:
    near = judge([*QUIET[:-1], 36])
    look = near.look("month")
    assert look is not None and look.p is not None and 0.002 < look.p < 0.005
    assert not near.unlikely and judge([*QUIET[:-1], 36], level=0.005).unlikely and judge([*QUIET[:-1], 37]).unlikely
    assert not judge([*QUIET[:-1], 60], level=1e-300).unlikely
