"""XmR charts: a second, literal reading of the rules, properties, missing values and the last point."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats import rules, spc

SERIES = st.lists(st.integers(0, 60), min_size=0, max_size=40)
# Long rises, falls and stays, so that every rule fires often.
WALKS = st.lists(st.tuples(st.sampled_from([-9, -1, 0, 1, 9]), st.integers(1, 9)), min_size=1, max_size=6).map(
    lambda legs: np.cumsum([step for step, length in legs for _ in range(length)]).tolist()
)


def read_rules(values: Sequence[float], mean: float, width: float) -> list[str]:
    """Label each point by trying every window it is in, word for word as the rules are written."""
    size = len(values)

    def windows(point: int, length: int) -> list[Sequence[float]]:
        first = range(max(0, point - length + 1), min(point, size - length) + 1)
        return [values[start : start + length] for start in first]

    def same_side(window: Sequence[float]) -> bool:
        return all(value > mean for value in window) or all(value < mean for value in window)

    def is_near(value: float) -> bool:
        return width >= abs(value - mean) > width * 2 / 3

    labels = []
    for point, value in enumerate(values):
        side = "Above" if value > mean else "Below"
        rises = [all(a < b for a, b in pairwise(window)) for window in windows(point, 7)]
        falls = [all(a > b for a, b in pairwise(window)) for window in windows(point, 7)]
        if abs(value - mean) > width:
            labels.append("Above UCL" if value > mean else "Below LCL")
        elif any(rises) and any(falls):
            labels.append(f"7 Point Trend ({'In' if values[point + 1] > value else 'De'}creasing)")
        elif any(rises) or any(falls):
            labels.append(f"7 Point Trend ({'In' if any(rises) else 'De'}creasing)")
        elif is_near(value) and any(same_side(w) and sum(map(is_near, w)) >= 2 for w in windows(point, 3)):
            labels.append(f"2 in 3 {side} CL")
        elif any(same_side(window) for window in windows(point, 7)):
            labels.append(f"7 Points {side} CL")
        else:
            labels.append("Common Cause")
    return labels


@given(WALKS | SERIES)
def test_labels_equal_a_literal_reading_of_the_rules(values: list[int]) -> None:
    # A mean and a width that no whole number can touch, so that rounding cannot decide.
    mean, width = 10.137, 20.713
    assert rules.label(np.array(values, dtype=float), mean, width).tolist() == read_rules(values, mean, width)


@given(WALKS | SERIES, st.integers(-5000, 5000), st.sampled_from([0.1, 0.5, 3, 1000]), st.booleans())
def test_shift_and_scale_keep_every_label(values: list[int], shift: int, scale: float, screen: bool) -> None:
    plain = spc.xmr(values, screen_outliers=screen)
    moved = spc.xmr([value * scale + shift for value in values], screen_outliers=screen)
    assert moved["signal"].tolist() == plain["signal"].tolist()
    np.testing.assert_allclose(moved["upper"], plain["upper"] * scale + shift, atol=1e-6)


@given(WALKS | SERIES)
def test_turning_the_series_upside_down_swaps_high_and_low(values: list[int]) -> None:
    plain, turned = spc.xmr(values), spc.xmr([-value for value in values])
    assert [rules.SIGNALS[a] for a in turned["signal"]] == [-rules.SIGNALS[a] for a in plain["signal"]]


@given(WALKS | SERIES, st.integers(-40, 100), st.integers(2, 12))
def test_with_a_fixed_baseline_a_new_month_changes_only_labels_of_what_it_completes(
    values: list[int], new: int, baseline: int
) -> None:
    values = [*range(baseline), *values]
    before, after = spc.xmr(values, baseline=baseline), spc.xmr([*values, new], baseline=baseline)
    limits = ["mean", "lower", "upper"]
    pd.testing.assert_frame_equal(before[limits], after[limits].iloc[:-1])
    last, labels = len(values), after["signal"].tolist()
    for point in np.flatnonzero(before["signal"].to_numpy() != after["signal"].to_numpy()[:-1]):
        # A run or trend of seven that the new month is the seventh of, or three months with two near the limit.
        reach = 3 if labels[point].startswith("2 in 3") else 7
        assert point > last - reach
        assert labels[point] != rules.COMMON
        side = np.sign(np.array([*values, new])[point:] - after["mean"].iloc[0])
        assert "Trend" in labels[point] or len(set(side)) == 1


@given(SERIES, SERIES)
def test_a_new_group_is_judged_as_if_alone(first: list[int], second: list[int]) -> None:
    together = spc.xmr(first + second, rebase_at=[len(first)])
    apart = pd.concat([spc.xmr(first), spc.xmr(second)], ignore_index=True)
    columns = ["value", "mean", "lower", "upper", "signal"]
    pd.testing.assert_frame_equal(together[columns], apart[columns])


@given(WALKS | SERIES)
def test_last_state_agrees_with_the_frame(values: list[int]) -> None:
    frame = spc.xmr(values)
    state = spc.latest(frame)
    if not values:
        assert state is None
        return
    assert state is not None
    assert (state.index, state.signal) == (len(values) - 1, frame["signal"].iloc[-1])
    assert 1 <= state.length <= len(values)
    assert state.start == state.index - state.length + 1
    least = 7 if state.signal.startswith("7") else 2 if state.signal.startswith("2") else 1
    assert state.length >= least


@pytest.mark.parametrize(
    ("values", "signal", "start", "length"),
    [
        ([5, 6, 5, 6, 5, 6, 5, 6], "Common Cause", 0, 8),
        ([5, 6] * 6 + [30], "Above UCL", 12, 1),
        ([9, 1, 9, 1, 9, 1, 9, 1, 2, 3, 4, 5, 6, 7, 8], "7 Point Trend (Increasing)", 7, 8),
        ([1, 20] * 4 + [1, 14, 13, 14, 13, 14, 13, 14], "7 Points Above CL", 9, 7),
        ([10, 12] * 10 + [16, 12, 16], "2 in 3 Above CL", 20, 3),
        ([10, 12] * 10 + [16, 16], "2 in 3 Above CL", 20, 2),
    ],
)
def test_last_state_names_the_run_it_ends(values: list[int], signal: str, start: int, length: int) -> None:
    state = spc.latest(spc.xmr(values))
    assert state is not None
    assert (state.signal, state.start, state.length) == (signal, start, length)


def test_last_state_stays_inside_the_last_group() -> None:
    state = spc.latest(spc.xmr([5, 6] * 5 + [50, 51], rebase_at=[10]))
    assert state is not None
    assert (state.start, state.length) == (10, 2)


def test_last_state_of_a_missing_value_is_unknown() -> None:
    assert spc.latest(spc.xmr([5, 6, None])) is None


def test_limits_are_the_mean_and_2_66_mean_moving_ranges() -> None:
    frame = spc.xmr([10, 12, 11, 15])
    # Mean 12, moving ranges 2, 1, 4.
    assert frame["mean"].unique() == pytest.approx([12])
    assert frame["upper"].unique() == pytest.approx([12 + 2.66 * 7 / 3])
    assert frame["lower"].unique() == pytest.approx([12 - 2.66 * 7 / 3])


def test_screening_leaves_out_ranges_beyond_3_267_of_their_mean() -> None:
    values = [10, 11] * 6 + [60]
    # Eleven ranges of 1 and one of 49.
    assert spc.xmr(values, screen_outliers=True)["upper"].iloc[0] == pytest.approx(np.mean(values) + 2.66)
    assert spc.xmr(values)["upper"].iloc[0] == pytest.approx(np.mean(values) + 2.66 * 60 / 12)
    # Beside eleven of 1, a range of 5 is 3.75 times the mean of all and one of 4 is 3.2 times.
    for last, ranges in ((16, 1), (15, 15 / 12)):
        values = [10, 11] * 6 + [last]
        assert spc.xmr(values, screen_outliers=True)["upper"].iloc[0] == pytest.approx(np.mean(values) + 2.66 * ranges)


def test_a_missing_value_has_no_signal_and_counts_nowhere() -> None:
    frame = spc.xmr([10, 12, None, 20, 22])
    assert frame["mean"].iloc[0] == 16
    assert frame["upper"].iloc[0] == pytest.approx(16 + 2.66 * 2)
    assert frame["signal"].isna().tolist() == [False, False, True, False, False]
    assert frame["point_type"].isna().tolist() == [False, False, True, False, False]
    assert spc.summary(frame)["n"].tolist() == [4]


def test_a_missing_value_breaks_runs_and_trends() -> None:
    whole, broken = [1, 30] * 5 + list(range(1, 9)), [1, 30] * 5 + [1, 2, 3, 4, None, 6, 7, 8]
    assert "7 Point Trend (Increasing)" in set(spc.xmr(whole)["signal"])
    assert not any("Trend" in signal for signal in spc.xmr(broken)["signal"].dropna())


def test_a_peak_of_two_trends_takes_the_later() -> None:
    values = np.array([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], dtype=float)
    assert (
        rules.label(values, 4, 100).tolist() == ["7 Point Trend (Increasing)"] * 6 + ["7 Point Trend (Decreasing)"] * 7
    )


def test_the_last_point_of_a_rise_is_rising_though_another_rise_follows() -> None:
    values = np.array([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7], dtype=float)
    assert set(rules.label(values, 4, 100)) == {"7 Point Trend (Increasing)"}


def test_a_constant_series_has_limits_on_the_mean_or_none_and_no_signal() -> None:
    for value in (0, 7, 0.1):
        plain, screened = spc.xmr([value] * 30), spc.xmr([value] * 30, screen_outliers=True)
        assert set(plain["signal"]) == set(screened["signal"]) == {"Common Cause"}
        assert plain["upper"].tolist() == pytest.approx([value] * 30)
        assert screened["upper"].isna().all()


def test_one_point_has_a_mean_and_no_limits() -> None:
    frame = spc.xmr([3])
    assert frame["mean"].tolist() == [3]
    assert frame[["lower", "upper"]].isna().all(axis=None)
    assert frame["signal"].tolist() == ["Common Cause"]


def test_nothing_in_gives_an_empty_frame_with_every_column() -> None:
    frame = spc.xmr([])
    names = ["value", "mean", "lower", "upper", "signal", "group", "point_type", "target"]
    assert (len(frame), frame.columns.tolist()) == (0, names)
    assert spc.summary(frame).empty


def test_all_missing_gives_missing_limits() -> None:
    frame = spc.xmr([None, np.nan, float("inf")], screen_outliers=True)
    assert frame[["value", "mean", "lower", "upper", "signal"]].isna().all(axis=None)


def test_a_baseline_fixes_the_limits_of_each_group() -> None:
    frame = spc.xmr([10, 12, 90, 90, 20, 22, 70, 70], baseline=2, rebase_at=[4])
    assert frame["mean"].tolist() == [11] * 4 + [21] * 4


@pytest.mark.parametrize(
    ("improvement", "target", "assurance"),
    [
        ("increase", 5, "consistent_pass"),
        ("increase", 30, "consistent_fail"),
        ("decrease", 5, "consistent_fail"),
        ("decrease", 30, "consistent_pass"),
        ("decrease", 11, "inconsistent"),
        ("neutral", 30, None),
        ("increase", None, None),
    ],
)
def test_assurance_is_the_side_of_the_limits_the_target_is_on(
    improvement: spc.Improvement, target: float | None, assurance: str | None
) -> None:
    table = spc.summary(spc.xmr([10, 12] * 10), improvement, target)
    assert table["assurance"].astype(object).where(table["assurance"].notna(), None).tolist() == [assurance]


def test_bad_options_are_refused() -> None:
    with pytest.raises(ValueError, match="baseline"):
        spc.xmr([1, 2, 3], baseline=1)
    with pytest.raises(ValueError, match="rebase_at"):
        spc.xmr([1, 2, 3], rebase_at=[-1])
    with pytest.raises(ValueError, match="improvement"):
        spc.xmr([1, 2, 3], improvement="up")  # type: ignore[arg-type]


@pytest.mark.parametrize(("points", "short"), [(12, True), (13, False)])
def test_limits_of_fewer_than_thirteen_points_are_provisional(points: int, short: bool) -> None:
    assert spc.summary(spc.xmr([*range(points), None]))["short"].tolist() == [short]
