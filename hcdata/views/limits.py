"""The usual range of a series: what its months are judged against, anew from where a person said so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from hcdata.config import Thresholds
from hcdata.stats import alarms, headline
from hcdata.stats.arrays import Floats
from hcdata.stats.headline import Headline
from hcdata.stats.spc import Latest


@dataclass(frozen=True)
class Limits:
    """Mean, limits and signal of each month, missing where it carries none; what the last ones say.

    `usual` is the least and most whole number within the last limits, which rest on the months `first` to `until`.
    `false_alarm` is the share of such series that would be called unlikely to be chance though nothing had changed.
    """

    headline: Headline
    mean: Floats
    lower: Floats
    upper: Floats
    signal: NDArray[np.object_]
    latest: Latest | None
    usual: tuple[int, int] | None
    first: int
    until: int
    false_alarm: float


def find(values: Floats, anew: Sequence[int], set_by: Thresholds) -> Limits:
    """Judge complete months in time order; from each position in `anew` on they are judged by themselves.

    The last months are judged against those before, where there are as many since the limits began.
    """
    starts = sorted({0, *anew})
    mean, lower, upper = (np.full(len(values), np.nan) for _ in range(3))
    signal = np.full(len(values), None, dtype=object)
    for start, end in zip(starts, [*starts[1:], len(values)], strict=True):
        one = headline.judge(
            values[start:end],
            judged=set_by.judged_months if end == len(values) else 0,
            screen_outliers=set_by.screen_outliers,
            least=set_by.xmr_least,
            enough=set_by.xmr_mean,
            level=set_by.headline_level,
        )
        if one.choice.method == "xmr":
            mean[start:end] = one.mean
            lower[start:end], upper[start:end] = max(0.0, one.mean - one.width), one.mean + one.width
            signal[start:end] = one.labels
    latest, usual = None, None
    if one.latest:
        latest = replace(one.latest, index=one.latest.index + start, start=one.latest.start + start)
        usual = max(0, ceil(one.mean - one.width)), floor(one.mean + one.width)
    until = start + one.baseline if one.baseline else len(values)
    judged = values[start:] if one.choice.method != "none" else values[:0]
    false_alarm = alarms.expected([(float(judged.mean()), len(judged))]) if len(judged) else 0.0
    return Limits(one, mean, lower, upper, signal, latest, usual, start, until, false_alarm)
