"""The usual range of a series: what its months are judged against, anew from where a person said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from hcdata.common.thresholds import Thresholds
from hcdata.stats import alarms, headline
from hcdata.stats.arrays import Floats
from hcdata.stats.headline import Headline


@dataclass(frozen=True)
class Limits:
    """Mean and limits of each month, missing where it carries none; the judgement, its places counted from the first.

    `mark` is 1 or -1 where a chart marks a month as high or low, else 0: what the judgement found, and nothing more.
    `usual` is the least and most whole number within the last limits, which rest on the months `first` to `until`.
    `false_alarm` is the share of such series in which something would be found though nothing had changed; 0 where that
    is not known (another level of evidence than the one counted for).
    """

    headline: Headline
    mean: Floats
    lower: Floats
    upper: Floats
    mark: Floats
    usual: tuple[int, int] | None
    first: int
    until: int
    false_alarm: float


def find(values: Floats, rebases: Sequence[int], set_by: Thresholds) -> Limits:
    """Judge complete months in time order; from each position in `rebases` on they are judged by themselves.

    The last months are judged against those before, where there are as many since the limits began.
    """
    starts = sorted({0, *rebases})
    mean, lower, upper = (np.full(len(values), np.nan) for _ in range(3))
    for start, end in zip(starts, [*starts[1:], len(values)], strict=True):
        one = headline.judge(
            values[start:end],
            judged=set_by.judged_months if end == len(values) else 0,
            screen_outliers=set_by.screen_outliers,
            least=set_by.xmr_least,
            enough=set_by.xmr_mean,
            level=set_by.evidence,
        )
        if one.choice.method == "xmr":
            mean[start:end] = one.mean
            lower[start:end], upper[start:end] = max(0.0, one.mean - one.width), one.mean + one.width
    usual = None
    if one.choice.method == "xmr":
        usual = max(0, ceil(one.mean - one.width)), floor(one.mean + one.width)
    until = start + one.baseline if one.baseline else len(values)
    judged = values[start:] if one.choice.method != "none" else values[:0]
    counted = len(judged) and set_by.evidence == headline.LEVEL
    false_alarm = alarms.expected([(float(judged.mean()), len(judged))]) if counted else 0.0
    found, mark = one.moved(start), np.zeros(len(values))
    for place, side in found.marked.items():
        mark[place] = side
    return Limits(found, mean, lower, upper, mark, usual, start, until, false_alarm)
