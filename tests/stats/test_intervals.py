"""Intervals equal PHEindicatormethods, mean what they say, and never divide by zero."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hcdata.stats import intervals

LEVELS = {"95_0": 0.95, "99_8": 0.998}


def assert_equal(ours: pd.DataFrame, reference: pd.DataFrame, lower: str, upper: str, scale: float = 1) -> None:
    for ours_name, theirs in (("value", "value"), ("lower", lower), ("upper", upper)):
        np.testing.assert_allclose(ours[ours_name] * scale, reference[theirs], rtol=1e-9, atol=1e-9, err_msg=ours_name)
    print(f"{len(ours)} rows equal")


@pytest.mark.parametrize(
    ("name", "n", "of", "per"),
    [
        ("phe_rate_grid_per100k_95_998.csv", "x", "n", 100_000),
        ("phe_rate_cambs2024_crimetype_district_per1000.csv", "n", "pop2021", 1000),
    ],
)
@pytest.mark.parametrize("level", LEVELS)
def test_rates_equal_the_reference_at_both_levels(
    expected: Path, name: str, n: str, of: str, per: float, level: str
) -> None:
    reference = pd.read_csv(expected / name)
    ours = intervals.rate(reference[n], reference[of], per, LEVELS[level])
    assert_equal(ours, reference, f"lower{level}cl", f"upper{level}cl")


def test_rates_per_1000_equal_the_reference_and_cover_both_methods(expected: Path) -> None:
    reference = pd.read_csv(expected / "phe_rate_grid_per1000_95.csv")
    assert_equal(intervals.rate(reference["x"], reference["n"]), reference, "lowercl", "uppercl")
    assert set(reference["method"]) == {"Exact", "Byars"}


@pytest.mark.parametrize(
    ("name", "n", "of", "scale"),
    [
        ("phe_proportion_grid_95_998.csv", "x", "n", 1),
        ("phe_proportion_cambs2024_positive_outcome.csv", "positive", "crimes", 100),
    ],
)
@pytest.mark.parametrize("level", LEVELS)
def test_proportions_equal_the_reference_at_both_levels(
    expected: Path, name: str, n: str, of: str, scale: float, level: str
) -> None:
    reference = pd.read_csv(expected / name)
    ours = intervals.proportion(reference[n], reference[of], LEVELS[level])
    assert_equal(ours, reference, f"lower{level}cl", f"upper{level}cl", scale)


def test_percentages_equal_the_reference(expected: Path) -> None:
    reference = pd.read_csv(expected / "phe_proportion_grid_pct_95.csv")
    assert_equal(intervals.proportion(reference["x"], reference["n"]), reference, "lowercl", "uppercl", 100)


PAIRS = st.lists(st.tuples(st.integers(0, 500), st.integers(500, 10_000)), min_size=1, max_size=20)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_a_grid_does_not_matter(pairs: list[tuple[int, int]], random: np.random.Generator) -> None:
    order = list(range(len(pairs)))
    random.shuffle(order)
    n, of = np.array(pairs).T
    for interval in (intervals.rate, intervals.proportion):
        whole = interval(n, of).iloc[order].reset_index(drop=True)
        pd.testing.assert_frame_equal(interval(n[order], of[order]), whole)


@given(PAIRS)
def test_an_interval_holds_its_value_and_a_wider_level_holds_it(pairs: list[tuple[int, int]]) -> None:
    n, of = np.array(pairs).T
    for interval in (intervals.rate, intervals.proportion):
        narrow, wide = interval(n, of, level=0.95), interval(n, of, level=0.998)
        assert (narrow["lower"] <= narrow["value"] + 1e-12).all()
        assert (narrow["value"] <= narrow["upper"] + 1e-12).all()
        assert ((wide["lower"] <= narrow["lower"]) & (narrow["upper"] <= wide["upper"])).all()


@given(st.integers(0, 9), st.sampled_from([0.9, 0.95, 0.998]))
def test_exact_limits_leave_half_the_rest_in_each_tail(events: int, level: float) -> None:
    row = intervals.rate(events, 1, per=1, level=level).iloc[0]
    assert stats.poisson.cdf(events, row["upper"]) == pytest.approx((1 - level) / 2)
    if events:
        assert stats.poisson.sf(events - 1, row["lower"]) == pytest.approx((1 - level) / 2)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("interval", [intervals.rate, intervals.proportion])
@pytest.mark.parametrize(
    ("n", "of"), [(3, 0), (0, 0), (3, None), (None, 3), (float("nan"), 3), (3, -1), (-1, 3), (3, float("inf"))]
)
def test_what_cannot_be_computed_is_missing(interval: object, n: float, of: float) -> None:
    table = interval([n, 1], [of, 2])  # type: ignore[operator]
    assert table.iloc[0].isna().all()
    assert table.iloc[1].notna().all()


def test_a_count_above_its_denominator_is_no_proportion() -> None:
    assert intervals.proportion(4, 3).isna().all(axis=None)


def test_nothing_gives_nothing() -> None:
    assert intervals.rate([], []).columns.tolist() == ["value", "lower", "upper"]
    assert intervals.proportion([], []).empty


def test_no_events_give_a_lower_limit_of_zero_and_an_upper_above_it() -> None:
    row = intervals.rate(0, 1000).iloc[0]
    assert (row["value"], row["lower"]) == (0, 0)
    # -ln(0.025), the exact upper limit of no events.
    assert row["upper"] == pytest.approx(3.688879454)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_outside_0_to_1_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="level"):
        intervals.rate(1, 2, level=level)
