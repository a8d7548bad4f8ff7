"""Over-dispersion: told of districts that differ more than by chance, and not made up of one far outside."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats import dispersion, funnel

SIZES = np.array([9000, 7000, 10_000, 18_000, 20_000, 16_000])


def test_points_by_chance_alone_have_a_dispersion_near_one() -> None:
    random = np.random.default_rng(1)
    assert dispersion.measure(random.standard_normal(4000)) == pytest.approx(1, abs=0.1)
    assert dispersion.measure(3 * random.standard_normal(4000)) == pytest.approx(9, rel=0.1)


def test_one_point_far_outside_widens_nothing_and_few_points_say_nothing() -> None:
    assert dispersion.measure(np.array([0.3, -0.5, 0.1, 0.6, -0.2, -9.0])) == 1
    assert dispersion.measure(np.array([-9.0, 9.0, 5.0, -5.0])) == 1
    assert dispersion.measure(np.array([-9.0, 9.0, 5.0, -5.0, np.nan])) == 1


def test_rates_that_differ_are_told_and_allowed_for() -> None:
    n = SIZES * np.array([2, 4, 6, 8, 10, 12]) // 1000
    plain, wide = funnel.rates(n, SIZES), funnel.rates(n, SIZES, allow=True)
    assert plain["dispersion"].iloc[0] == wide["dispersion"].iloc[0] > 5
    assert (plain["significance"] != "Not significant").sum() > (wide["significance"] != "Not significant").sum()
    assert (wide["upper998"] > plain["upper998"]).all()
    assert (wide["lower998"] < plain["lower998"]).all()


def test_the_late_district_is_still_shown_where_over_dispersion_is_allowed_for() -> None:
    n, of = [150, 90, 95, 143, 148, 60], [180, 110, 115, 170, 180, 170]
    found = funnel.proportions(n, of, allow=True)
    assert found["significance"].iloc[-1] == "Low (0.001)"
    assert found["dispersion"].iloc[0] < 2


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(60, 900)), min_size=1, max_size=12))
def test_without_over_dispersion_allowing_for_it_changes_nothing(points: list[tuple[int, int]]) -> None:
    n, of = np.array(points).T
    for judge in (funnel.rates, funnel.proportions):
        plain, wide = judge(n, of), judge(n, of, allow=True)
        if plain["dispersion"].iloc[0] == 1:
            pd.testing.assert_frame_equal(plain, wide)


def test_limits_widened_hold_overdispersed_counts() -> None:
    random, mean, spread = np.random.default_rng(2), 60.0, 3.0
    made = random.negative_binomial(mean / (spread - 1), 1 / spread, 20_000)
    row = funnel.rate_limits(mean, 1, per=1, spread=spread).iloc[0]
    outside = np.mean((made < row["lower95"]) | (made > row["upper95"]))
    assert 0.03 < outside < 0.06
