"""The usual range of a series: what it rests on, where it starts anew, and the settings that turn it back."""

import numpy as np
import pytest

from hcdata.config import Thresholds
from hcdata.stats import alarms, spc
from hcdata.views import limits

SET = Thresholds()
LOW, HIGH = [20.0, 24.0] * 6, [40.0, 44.0] * 6


def find(values, anew=(), **more):
    return limits.find(np.array(values), anew, SET.model_copy(update=more))


def test_the_last_twelve_months_are_judged_against_those_before():
    found = find([*LOW, *HIGH])
    assert (found.first, found.until) == (0, 12)
    assert set(found.mean) == {22}
    assert found.headline.unlikely and found.latest is not None


def test_judged_against_all_months_as_plot_the_dots_does():
    found, frame = find([*LOW, *HIGH], judged_months=0), spc.xmr([*LOW, *HIGH])
    assert (found.first, found.until) == (0, 24)
    np.testing.assert_allclose(found.mean, frame["mean"])
    assert found.signal.tolist() == frame["signal"].tolist()


def test_outliers_screened_as_plot_the_dots_does():
    values = [*LOW, 120.0, *LOW[1:]]
    found = find(values, judged_months=0, screen_outliers=True)
    np.testing.assert_allclose(found.upper, spc.xmr(values, screen_outliers=True)["upper"])
    assert (find(values, judged_months=0).upper > found.upper).all()


def test_months_before_a_fresh_start_keep_limits_of_their_own():
    found = find([*LOW, *HIGH], anew=[12])
    assert (set(found.mean[:12]), set(found.mean[12:])) == ({22}, {42})
    assert (found.first, found.until) == (12, 24)
    assert not found.headline.unlikely
    assert found.false_alarm == alarms.expected([(42, 12)])
    assert found.latest.index == 23 and found.latest.start >= 12


def test_a_sparse_series_has_no_range_and_a_quarter_compared():
    found = find([1.0, 0.0] * 12)
    assert found.false_alarm == alarms.expected([(0.5, 24)]) > 0
    assert np.isnan(found.mean).all()
    assert (found.latest, found.usual) == (None, None)
    assert (found.headline.choice.method, found.headline.months) == ("rare", 3)


@pytest.mark.parametrize("values", [[], [5.0], LOW[:7]])
def test_too_short_a_series_has_nothing(values):
    found = find(values)
    assert found.headline.choice.method == "none"
    assert (found.latest, found.usual, found.headline.p) == (None, None, None)
    assert found.false_alarm == 0
