"""Funnel limits and significance equal PHEindicatormethods and agree with each other and with the intervals."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hcdata.stats import funnel, intervals

TYPES = ["Possession_of_weapons", "Public_order", "Robbery", "Violence_and_sexual_offences"]
# The reference calls 95 % "2s" and 99.8 % "3s".
NAMES = {"95": "2s", "998": "3s"}


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("side", ["lower", "upper"])
@pytest.mark.parametrize("level", NAMES)
def test_rate_limits_equal_the_reference(expected: Path, kind: str, side: str, level: str) -> None:
    reference = pd.read_csv(expected / f"phe_funnel_limits_cambs2024_{kind}_per1000.csv")
    over = reference[f"{side}_{NAMES[level]}_population_1_year"]
    baseline = reference["baseline"].iloc[0]
    ours = funnel.rate_limits(baseline, over)[f"{side}{level}"]
    # The reference finds its limits by bisection: its expected numbers are good to about 1e-7, checked exactly below.
    np.testing.assert_allclose(ours, reference[f"{side}_{NAMES[level]}_limit"], rtol=2e-5)
    np.testing.assert_allclose(ours[9:], reference[f"{side}_{NAMES[level]}_limit"][9:], rtol=5e-7)


@given(st.floats(0.01, 1e5), st.sampled_from(list(funnel.TAILS)))
def test_a_count_on_a_limit_has_an_exact_interval_that_ends_at_the_baseline(expected_count: float, level: str) -> None:
    row = funnel.rate_limits(1, expected_count, per=1).iloc[0]
    tail = funnel.TAILS[level]
    upper = row[f"upper{level}"] * expected_count
    assert stats.gamma.ppf(tail, upper) == pytest.approx(expected_count, rel=1e-9)
    lower = row[f"lower{level}"] * expected_count
    if lower > 0:
        assert stats.gamma.isf(tail, lower + 1) == pytest.approx(expected_count, rel=1e-9)


@pytest.mark.parametrize("kind", TYPES)
def test_rate_points_equal_the_reference(expected: Path, kind: str) -> None:
    reference = pd.read_csv(expected / f"phe_funnel_points_cambs2024_{kind}_per1000.csv")
    limits = pd.read_csv(expected / f"phe_funnel_limits_cambs2024_{kind}_per1000.csv")
    ours = funnel.rates(reference["n"], reference["pop2021"])
    np.testing.assert_allclose(ours["value"], reference["rate_chart"], rtol=1e-12)
    np.testing.assert_allclose(ours["of"], reference["denominator_derived"], rtol=1e-12)
    np.testing.assert_allclose(ours["baseline"], limits["baseline"].iloc[0], rtol=1e-12)
    assert ours["significance"].tolist() == reference["significance"].tolist()


def test_proportion_limits_equal_the_reference(expected: Path) -> None:
    reference = pd.read_csv(expected / "phe_funnel_limits_cambs2024_positive_outcome_pct.csv")
    ours = funnel.proportion_limits(reference["baseline"].iloc[0] / 100, reference["Population"])
    for level, name in NAMES.items():
        for side in ("lower", "upper"):
            np.testing.assert_allclose(ours[f"{side}{level}"] * 100, reference[f"{side}_{name}_limit"], atol=1e-9)


def test_proportion_significance_equals_the_reference(expected: Path) -> None:
    reference = pd.read_csv(expected / "phe_funnel_sig_cambs2024_positive_outcome.csv")
    ours = funnel.proportions(reference["positive"], reference["crimes"])
    assert ours["significance"].tolist() == reference["significance"].tolist()


POINTS = st.lists(st.tuples(st.integers(0, 60), st.integers(60, 900)), min_size=2, max_size=12)


@given(POINTS)
def test_a_proportion_is_outside_exactly_when_its_wilson_interval_leaves_the_baseline_out(
    points: list[tuple[int, int]],
) -> None:
    n, of = np.array(points).T
    ours, wilson = funnel.proportions(n, of), intervals.proportion(n, of)
    clear = np.minimum(abs(wilson["lower"] - ours["baseline"]), abs(wilson["upper"] - ours["baseline"])) > 1e-9
    outside = (wilson["lower"] > ours["baseline"]) | (wilson["upper"] < ours["baseline"])
    assert ((ours["significance"] != "Not significant") == outside)[clear].all()


@given(POINTS, st.randoms(use_true_random=False))
def test_the_order_of_points_does_not_matter(points: list[tuple[int, int]], random: np.random.Generator) -> None:
    order = list(range(len(points)))
    random.shuffle(order)
    n, of = np.array(points).T
    whole = funnel.rates(n, of).iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(funnel.rates(n[order], of[order]), whole)


def test_no_events_among_many_expected_are_low() -> None:
    assert funnel.rates([0, 20], [10_000, 10_000])["significance"].tolist() == ["Low (0.001)", "High (0.025)"]


@pytest.mark.filterwarnings("error")
def test_a_point_without_a_denominator_is_missing_and_leaves_the_baseline_alone() -> None:
    for judge in (funnel.rates, funnel.proportions):
        whole = judge([10, 20], [1000, 1000])
        table = judge([10, 20, 5, None], [1000, 1000, 0, 1000])
        assert table["baseline"].iloc[0] == whole["baseline"].iloc[0]
        assert table["significance"].isna().tolist() == [False, False, True, True]
        assert table.loc[2, ["n", "value", "of", "lower95", "upper998"]].isna().all()


@pytest.mark.filterwarnings("error")
def test_no_events_or_no_points_are_no_error() -> None:
    assert funnel.rates([0, 0], [10, 20])["significance"].tolist() == ["Not significant"] * 2
    assert funnel.proportions([0, 0], [10, 20])["significance"].tolist() == ["Not significant"] * 2
    assert funnel.rates([], []).empty
    assert funnel.rates([None], [5])["significance"].isna().all()
