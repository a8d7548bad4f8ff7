"""The usual range of a series: what it rests on, where it starts anew, and the settings that turn it back."""

import numpy as np
import pytest

from hcdata.common.thresholds import Thresholds
from hcdata.stats import alarms, spc
from hcdata.views import limits

SET = Thresholds()
LOW, HIGH = [20.0, 24.0] * 6, [40.0, 44.0] * 6


def find(values, rebases=(), **more):
    return limits.find(np.array(values), rebases, SET.model_copy(update=more))


def test_the_last_twelve_months_are_judged_against_those_before():
    found = find([*LOW, *HIGH])
    assert (found.first, found.until) == (0, 12)
    assert set(found.mean) == {22}
    assert found.headline.unlikely and found.mark.tolist() == [0] * 21 + [1] * 3


def test_judged_against_all_months_as_plot_the_dots_does():
    found, frame = find([*LOW, *HIGH], judged_months=0), spc.xmr([*LOW, *HIGH])
    assert (found.first, found.until) == (0, 24)
    for name in ("mean", "lower", "upper"):
        np.testing.assert_allclose(getattr(found, name), frame[name])


def test_outliers_screened_as_plot_the_dots_does():
    values = [*LOW, 120.0, *LOW[1:]]
    found = find(values, judged_months=0, screen_outliers=True)
    np.testing.assert_allclose(found.upper, spc.xmr(values, screen_outliers=True)["upper"])
    assert (find(values, judged_months=0).upper > found.upper).all()


def test_months_before_a_fresh_start_keep_limits_of_their_own():
    found = find([*LOW, *HIGH], rebases=[12])
    assert (set(found.mean[:12]), set(found.mean[12:])) == ({22}, {42})
    assert (found.first, found.until) == (12, 24)
    assert not found.headline.unlikely
    assert found.false_alarm == alarms.expected([(42, 12)])
    assert not found.mark.any()
    later = find([*LOW, *HIGH[:-1], 90.0], rebases=[12])
    assert later.headline.finds("month").places == (23,)
    assert later.mark.tolist() == [0] * 23 + [1]


def test_a_sparse_series_has_no_range_and_a_quarter_compared():
    found = find([1.0, 0.0] * 12)
    assert found.false_alarm == alarms.expected([(0.5, 24)]) > 0
    assert np.isnan(found.mean).all()
    assert found.usual is None
    assert (found.headline.choice.method, found.headline.look("quarter").places) == ("rare", (21, 22, 23))


@pytest.mark.parametrize("values", [[], [5.0], LOW[:7]])
def test_too_short_a_series_has_nothing(values):
    found = find(values)
    assert found.headline.choice.method == "none"
    assert (found.usual, found.headline.looks) == (None, ())
    assert found.false_alarm == 0


def test_the_chance_of_a_false_alarm_is_only_said_at_the_level_it_was_counted_for():
    assert find([*LOW, *HIGH]).false_alarm > 0
    assert find([*LOW, *HIGH], evidence=0.05).false_alarm == 0
