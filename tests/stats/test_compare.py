"""Comparisons equal known answers, and p agrees with its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hcdata.stats import compare

COUNTS = st.integers(0, 400)


@given(COUNTS, COUNTS.filter(bool))
def test_equal_spans_give_the_two_sided_binomial_p(n1: int, n2: int) -> None:
    assert compare.counts(n1, n2).p == pytest.approx(stats.binomtest(n1, n1 + n2).pvalue)


@given(COUNTS, COUNTS, st.floats(0.1, 10))
def test_p_is_small_exactly_when_the_interval_leaves_one_out(n1: int, n2: int, of2: float) -> None:
    result = compare.counts(n1, n2, 1, of2)
    if result.p is None or abs(result.p - 0.05) < 1e-9:
        return
    assert result.lower is not None
    outside = result.lower > 1 or (result.upper is not None and result.upper < 1)
    assert outside == (result.p < 0.05)


@given(COUNTS.filter(bool), COUNTS.filter(bool), st.floats(0.1, 10))
def test_swapping_the_counts_turns_the_ratio_over(n1: int, n2: int, of2: float) -> None:
    there, back = compare.counts(n1, n2, 1, of2), compare.counts(n2, n1, of2, 1)
    assert (there.ratio, there.lower, there.upper) != (None, None, None)
    assert there.p == pytest.approx(back.p)
    assert there.ratio == pytest.approx(1 / back.ratio)  # type: ignore[operator]
    assert there.lower == pytest.approx(1 / back.upper)  # type: ignore[operator]


def test_counts_equal_r() -> None:
    # The two-sample example of R's poisson.test: ratio and interval as printed there. R adds the tables no likelier
    # than the one seen and prints p = 0.07967; doubling the smaller tail, which agrees with the interval, is larger.
    result = compare.counts(11, 21, 800, 3011)
    assert (result.ratio, result.lower, result.upper) == pytest.approx((1.971488, 0.8584264, 4.2772659), abs=1e-6)
    assert result.p == pytest.approx(2 * stats.binom.sf(10, 32, 800 / 3811))


@pytest.mark.parametrize(
    ("n1", "n2", "ratio", "lower", "upper"), [(0, 5, 0.0, 0.0, "some"), (5, 0, None, "some", None)]
)
def test_a_side_without_events(n1: int, n2: int, ratio: float | None, lower: object, upper: object) -> None:
    result = compare.counts(n1, n2)
    assert result.p == pytest.approx(0.0625)
    assert result.ratio == ratio
    for found, wanted in ((result.lower, lower), (result.upper, upper)):
        assert (isinstance(found, float) and 0 < found < 100) if wanted == "some" else found == wanted


NOTHING = (None, None, None, None)


@pytest.mark.parametrize("arguments", [(0, 0), (5, 3, 0, 1), (5, 3, 1, -1), (float("nan"), 3), (5, 3, float("nan"))])
def test_nothing_to_compare_gives_nothing(arguments: tuple[float, ...]) -> None:
    result = compare.counts(*arguments)
    assert (result.p, result.ratio, result.lower, result.upper) == NOTHING


def test_fisher_equals_the_lady_tasting_tea() -> None:
    # Fisher 1935: three of four cups of each kind right; two-sided 34 of 70 tables.
    result = compare.proportions(3, 4, 1, 4)
    assert result.p == pytest.approx(34 / 70)
    assert result.difference == 0.5


def test_the_interval_of_a_difference_equals_newcombe() -> None:
    # Newcombe 1998, table II, example (a), method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
    result = compare.proportions(56, 70, 48, 80)
    assert (result.difference, result.lower, result.upper) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(st.integers(0, 40), st.integers(0, 40))
def test_swapping_the_proportions_turns_the_difference_round(n1: int, n2: int) -> None:
    there, back = compare.proportions(n1, 40, n2, 50), compare.proportions(n2, 50, n1, 40)
    assert there.p == pytest.approx(back.p)
    assert there.lower == pytest.approx(-back.upper)  # type: ignore[operator]
    assert there.difference is not None
    assert there.lower is not None
    assert there.lower <= there.difference + 1e-12


@pytest.mark.parametrize("arguments", [(0, 0, 1, 2), (1, 2, 0, 0), (1, float("nan"), 1, 2)])
def test_proportions_without_a_denominator_give_nothing(arguments: tuple[int, int, int, int]) -> None:
    result = compare.proportions(*arguments)
    assert (result.p, result.difference, result.lower, result.upper) == NOTHING


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        compare.counts(-1, 2)
    with pytest.raises(ValueError, match="above its denominator"):
        compare.proportions(3, 2, 1, 2)


def test_a_p_at_the_level_is_unlikely_and_no_p_never_is() -> None:
    assert [compare.is_unlikely(p, 0.002) for p in (0.0, 0.002, 0.0020001, 1.0, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]
