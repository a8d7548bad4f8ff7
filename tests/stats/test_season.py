"""The same month of the years before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats import season

FOUR_YEARS = [100 * year + month for year in range(4) for month in range(12)]


def test_a_month_stands_beside_the_same_month_of_three_years() -> None:
    band = season.band(FOUR_YEARS)
    assert band.iloc[36 + 5].tolist() == [3, 5, 205, 105]
    assert band.iloc[12 + 5].tolist() == [1, 5, 5, 5]
    assert band["years"].tolist() == [0] * 12 + [1] * 12 + [2] * 12 + [3] * 12
    assert band[["least", "most", "mean"]].iloc[:12].isna().all(axis=None)


def test_a_missing_month_counts_nowhere() -> None:
    values: list[float | None] = list(FOUR_YEARS)
    values[5] = None
    assert season.band(values).iloc[36 + 5].tolist() == [2, 105, 205, 155]


@pytest.mark.parametrize("size", [0, 1, 11, 12, 13])
def test_short_series(size: int) -> None:
    assert season.band(FOUR_YEARS[:size])["years"].tolist() == [0] * min(size, 12) + [1] * max(0, size - 12)


@given(st.lists(st.integers(0, 50), min_size=0, max_size=60), st.integers(0, 50))
def test_a_new_month_never_changes_the_band_of_those_before(values: list[int], new: int) -> None:
    before, after = season.band(values), season.band([*values, new])
    np.testing.assert_array_equal(before, after.iloc[:-1])
