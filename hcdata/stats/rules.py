"""The special-cause rules of plot-the-dots charts, on plain arrays in time order."""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from hcdata.stats.arrays import Floats

COMMON = "Common Cause"
# Labels and meaning (+1 high or rising, -1 low or falling) of NHSRplotthedots 0.2.2, ptd_calculate_point_type.
SIGNALS = {
    COMMON: 0,
    "Above UCL": 1,
    "Below LCL": -1,
    "7 Point Trend (Increasing)": 1,
    "7 Point Trend (Decreasing)": -1,
    "2 in 3 Above CL": 1,
    "2 in 3 Below CL": -1,
    "7 Points Above CL": 1,
    "7 Points Below CL": -1,
}
OUTSIDE = ("Above UCL", "Below LCL")
# Points in a run or a trend that is no longer chance: NHS England, Making Data Count.
RUN = 7
# "Near the limit" starts two thirds of the way out: NHS England, Making Data Count.
NEAR = 2 / 3
# Two numbers closer than this share of the largest value are the same number (floating point; no published rule).
TIE = 1e-9


def measure_runs(keys: NDArray[Any]) -> NDArray[np.int64]:
    """Return for each item the length of the unbroken run of equal items it belongs to."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    lengths = np.diff(np.r_[starts, len(keys)])
    return np.repeat(lengths, lengths)


def place(values: Floats, mean: float, width: float) -> tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return each value's side of the mean (1, 0, -1; 0 where missing), if it is beyond a limit, if only near one.

    `width` is the distance from mean to limit; NaN means no limits, so nothing is beyond or near.
    """
    away = values - mean
    tie = TIE * np.nanmax(np.abs(values), initial=0.0)
    side = np.where(np.abs(away) > tie, np.sign(away), 0.0)
    beyond = np.abs(away) > width + tie
    near = ~beyond & (np.abs(away) > width * NEAR + tie)
    return side, beyond, near


def follow_trends(values: Floats) -> Floats:
    """Return 1 or -1 for points in a strict rise or fall of seven or more, else 0; a turning point has the later."""
    steps = np.nan_to_num(np.sign(np.diff(values)))
    steps = np.where(measure_runs(steps) >= RUN - 1, steps, 0.0)
    trend = np.zeros(len(values))
    trend[1:] = steps
    trend[:-1] = np.where(steps != 0, steps, trend[:-1])
    return trend


def find_two_in_three(side: Floats, near: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which near points belong to three in a row on one side of the mean with at least two of them near."""
    part = np.zeros(len(side), dtype=bool)
    if len(side) < 3:
        return part
    together = np.abs(sliding_window_view(side, 3).sum(axis=1)) == 3
    hit = together & (sliding_window_view(near, 3).sum(axis=1) >= 2)
    for offset in range(3):
        part[offset : offset + len(hit)] |= hit
    return part & near


def label(values: Floats, mean: float, width: float) -> NDArray[np.object_]:
    """Return each point's label from SIGNALS, None where the value is missing.

    A later rule overrides an earlier: seven on one side, two in three, trend, beyond a limit.
    A missing value breaks runs, trends and threes. Source: NHSRplotthedots 0.2.2.
    """
    side, beyond, near = place(values, mean, width)
    trend = follow_trends(values)
    pair = find_two_in_three(side, near)
    run = measure_runs(side) >= RUN
    labels = np.full(len(values), COMMON, dtype=object)
    for holds, direction, high, low in (
        (run, side, "7 Points Above CL", "7 Points Below CL"),
        (pair, side, "2 in 3 Above CL", "2 in 3 Below CL"),
        (trend != 0, trend, "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"),
        (beyond, side, "Above UCL", "Below LCL"),
    ):
        labels[holds & (direction > 0)] = high
        labels[holds & (direction < 0)] = low
    labels[np.isnan(values)] = None
    return labels
