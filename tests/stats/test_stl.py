"""STL equal to statsmodels 0.15.0, from 36 months only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats.stl import stl

MADE = [(i * i * 7 + 3 * i) % 23 + 10 * (i % 12 in (6, 7)) + i / 4 for i in range(40)]
COUNTS = st.lists(st.integers(0, 60), min_size=36, max_size=60)


def test_equal_to_statsmodels() -> None:
    ours = stl(MADE)
    # statsmodels 0.15.0: STL(np.array(MADE), period=12).fit(), trend and seasonal.
    assert ours["trend"].iloc[[0, 17, 39]].tolist() == pytest.approx([12.491572393, 15.126974021, 22.241572393])
    assert ours["season"].iloc[[0, 6, 17, 30, 39]].tolist() == pytest.approx(
        [-9.871150578, 16.219687998, -3.074598184, 18.304997849, -9.871150578]
    )


@given(COUNTS)
def test_the_parts_add_up(values: list[int]) -> None:
    ours = stl(values)
    np.testing.assert_allclose(ours["trend"] + ours["season"] + ours["rest"], values, atol=1e-9)


@given(COUNTS, st.sampled_from([0.5, 3.0]), st.integers(-100, 100))
def test_shift_moves_the_trend_and_scale_moves_all(values: list[int], scale: float, shift: int) -> None:
    plain, moved = stl(values), stl([value * scale + shift for value in values])
    np.testing.assert_allclose(moved["season"], plain["season"] * scale, atol=1e-8)
    np.testing.assert_allclose(moved["trend"], plain["trend"] * scale + shift, atol=1e-8)


def test_a_line_has_no_season() -> None:
    ours = stl(np.arange(48))
    np.testing.assert_allclose(ours["trend"], np.arange(48), atol=1e-9)
    np.testing.assert_allclose(ours["season"], 0, atol=1e-9)


@pytest.mark.parametrize("values", [[], MADE[:35], [*MADE[:20], None, *MADE[20:]]])
def test_fewer_than_36_months_or_a_gap_give_no_season(values: list[float | None]) -> None:
    ours = stl(values)
    assert len(ours) == len(values)
    assert ours[["trend", "season", "rest"]].isna().all(axis=None)
