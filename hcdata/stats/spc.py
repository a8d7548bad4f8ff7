"""XmR charts as numbers: mean, limits and special causes of a series, and what its last point says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hcdata.stats import rules
from hcdata.stats.arrays import Floats, Numbers, to_floats

Improvement = Literal["increase", "decrease", "neutral"]

# 3 / d2 with d2 = 1.128 for moving ranges of two: Wheeler, Understanding Variation.
LIMIT_FACTOR = 2.66
# D4 for moving ranges of two; a larger range is an outlier: NHSRplotthedots 0.2.2, screen_outliers.
SCREEN_FACTOR = 3.267
# Limits from fewer points are provisional: NHSRplotthedots 0.2.2, ptd_add_short_group_warnings.
SHORT_GROUP = 13
# The point types a summary counts: NHSRplotthedots 0.2.2, summary.
COUNTED = ("common_cause", "special_cause_improvement", "special_cause_concern")


@dataclass(frozen=True)
class Latest:
    """The last point's state: its label, what that means, and the run it ends (position of its first point, length)."""

    index: int
    signal: str
    point_type: str
    start: int
    length: int


def xmr(
    values: Numbers,
    *,
    improvement: Improvement = "neutral",
    screen_outliers: bool = False,
    baseline: int | None = None,
    rebase_at: Iterable[int] = (),
    target: float | None = None,
) -> pd.DataFrame:
    """Judge a series in time order: value, mean, lower, upper, signal, group, point_type, target, one row a value.

    Units are those of the values. `baseline` is how many first points of each group fix the mean and limits (all when
    None); `rebase_at` holds positions where a new group starts, with limits of its own; `screen_outliers` leaves moving
    ranges of 3.267 times their mean or more out of the limits, once. A missing value has no signal and breaks
    runs; limits are missing where there are not two values in a row. Limits are not cut at zero.
    ValueError for a baseline below 2, a negative rebase position or an unknown improvement.
    Source: NHSRplotthedots 0.2.2 (limits, rules, precedence, point types).
    """
    series = to_floats(values)
    if baseline is not None and baseline < 2:
        raise ValueError(f"baseline: found {baseline}. Expected: 2 or more points, or None for all.")
    starts = sorted({int(position) for position in rebase_at if position != 0})
    if starts and starts[0] < 0:
        raise ValueError("rebase_at: found a negative position. Expected: positions counted from 0 at the first point.")
    group = np.searchsorted(np.array(starts, dtype=int), np.arange(len(series)), side="right")
    mean, width = np.full(len(series), np.nan), np.full(len(series), np.nan)
    signal = np.full(len(series), None, dtype=object)
    for one in np.unique(group):
        rows = group == one
        mean[rows], width[rows] = centre, reach = find_limits(series[rows][:baseline], screen_outliers)
        signal[rows] = rules.label(series[rows], centre, reach)
    columns = {
        "value": series,
        "mean": mean,
        "lower": mean - width,
        "upper": mean + width,
        "signal": pd.array(signal, dtype="str"),
        "group": group,
        "point_type": pd.array([name_point(label, improvement) for label in signal], dtype="str"),
        "target": np.nan if target is None else float(target),
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(len(series)))


def find_limits(values: Floats, screen_outliers: bool) -> tuple[float, float]:
    """Return the mean and the distance from mean to limit (2.66 mean moving ranges), NaN where they cannot be had."""
    known = values[~np.isnan(values)]
    if not len(known):
        return np.nan, np.nan
    ranges = np.abs(np.diff(values))
    ranges = ranges[~np.isnan(ranges)]
    if screen_outliers and len(ranges):
        ranges = ranges[ranges < SCREEN_FACTOR * ranges.mean()]
    return float(known.mean()), float(LIMIT_FACTOR * ranges.mean()) if len(ranges) else np.nan


def name_point(signal: str | None, improvement: Improvement) -> str | None:
    """Return common_cause, special_cause_improvement, _concern, _neutral_high or _neutral_low for a label."""
    if improvement not in ("increase", "decrease", "neutral"):
        raise ValueError(f"improvement: found {improvement!r}. Expected: increase, decrease or neutral.")
    if signal is None:
        return None
    direction = rules.SIGNALS[signal]
    if direction == 0:
        return "common_cause"
    if improvement == "neutral":
        return "special_cause_neutral_high" if direction > 0 else "special_cause_neutral_low"
    better = (direction > 0) == (improvement == "increase")
    return "special_cause_improvement" if better else "special_cause_concern"


def summary(frame: pd.DataFrame, improvement: Improvement = "neutral", target: float | None = None) -> pd.DataFrame:
    """Sum up xmr's frame, one row a group.

    Columns: group, mean, lower, upper, n, short, common_cause, special_cause_improvement, special_cause_concern,
    variation, assurance.
    n counts known values; `short` marks fewer than 13 of them. `variation` is the point type of the group's last value;
    `assurance`, of the last group only and where improvement has a direction, is consistent_pass, consistent_fail or
    inconsistent: the side of the limits the target lies on. Source: NHSRplotthedots 0.2.2, summary.
    """
    columns = ["group", "mean", "lower", "upper", "n", "short", *COUNTED, "variation", "assurance"]
    known = frame[frame["value"].notna()]
    last_group = known["group"].max()
    rows = []
    for group, part in known.groupby("group"):
        mean, lower, upper = part[["mean", "lower", "upper"]].to_numpy()[0].tolist()
        kinds = [name_point(signal, improvement) for signal in part["signal"]]
        counts = [kinds.count(kind) for kind in COUNTED]
        assurance = assure(lower, upper, improvement, target) if group == last_group else None
        rows.append([group, mean, lower, upper, len(part), len(part) < SHORT_GROUP, *counts, kinds[-1], assurance])
    return pd.DataFrame(rows, columns=columns)


def assure(lower: float, upper: float, improvement: Improvement, target: float | None) -> str | None:
    """Say whether the limits lie wholly on one side of the target; None without a target, direction or limits."""
    if target is None or improvement == "neutral" or np.isnan(lower):
        return None
    if lower <= target <= upper:
        return "inconsistent"
    return "consistent_pass" if (target < lower) == (improvement == "increase") else "consistent_fail"


def latest(frame: pd.DataFrame) -> Latest | None:
    """Return the state of the last point of xmr's frame and the run it ends; None without a last value."""
    if frame.empty:
        return None
    group = frame["group"].to_numpy()
    last = group == group[-1]
    values, labels = frame["value"].to_numpy()[last], frame["signal"].to_numpy(dtype=object)[last]
    mean, before = frame["mean"].iloc[-1], int((~last).sum())
    found = read_last(values, labels, mean, frame["upper"].iloc[-1] - mean)
    if found is None:
        return None
    point_type = str(frame["point_type"].iloc[-1])
    return replace(found, index=found.index + before, start=found.start + before, point_type=point_type)


def read_last(
    values: Floats, labels: NDArray[np.object_], mean: float, width: float, improvement: Improvement = "neutral"
) -> Latest | None:
    """Return the state of the last of the values of one group, and the run it ends; None without a last value.

    The run is the unbroken stretch that the label speaks of: points on one side of the mean, points of the trend,
    points beyond the limit, points since the first of the two in three, or points of common cause.
    """
    if not len(values) or np.isnan(values[-1]):
        return None
    index, signal = len(values) - 1, str(labels[-1])
    side, _, near = rules.place(values, mean, width)
    if "Trend" in signal:
        length = rules.measure_runs(np.sign(np.diff(values)))[-1] + 1
    elif signal.startswith("7 Points"):
        length = rules.measure_runs(side)[-1]
    elif signal.startswith("2 in 3"):
        length = 3 - int(np.argmax(near[-3:]))
    else:
        length = rules.measure_runs(labels)[-1]
    return Latest(index, signal, str(name_point(signal, improvement)), index - int(length) + 1, int(length))
