"""Which method a series of monthly counts can carry."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hcdata.stats import spc
from hcdata.stats.arrays import Numbers, to_floats

# A run of seven needs one point more to be set against: Making Data Count's rule of seven.
ENOUGH_POINTS = 8
# Simulated Poisson series of 24 months: stable ones show a signal on 27 % of charts at a mean of 2 (17 % at 20), with
# hardly a lower limit above zero; a lasting rise of 30 % from 5 shows on a latest point within six months in 24 %.
TOO_FEW, ENOUGH = 5.0, 10.0


@dataclass(frozen=True)
class Choice:
    """The method a series can carry, whether it is weak there, and why, in words."""

    method: Literal["xmr", "none"]
    low_power: bool
    reason: str


def choose(values: Numbers, *, screen_outliers: bool = False, enough: float = ENOUGH) -> Choice:
    """Say which method applies to monthly counts in time order; missing months count neither as points nor in the mean.

    none below 8 points, below a mean of 5, or where the limits fall on the mean; xmr from 5, marked low power below
    `enough`. `screen_outliers` as in spc.xmr.
    """
    series = to_floats(values)
    known = series[~np.isnan(series)]
    if len(known) < ENOUGH_POINTS:
        return Choice("none", False, f"too few points: {len(known)} where at least {ENOUGH_POINTS} are needed")
    mean = known.mean()
    if mean < TOO_FEW:
        return Choice("none", False, f"too few: {mean:.1f} a month on average where at least {TOO_FEW:.0f} are needed")
    _, width = spc.find_limits(series, screen_outliers)
    if not width > 0:
        return Choice("none", False, "too sparse: too little is left to vary, so the limits fall on the mean")
    if mean < enough:
        return Choice("xmr", True, f"low power: {mean:.1f} a month on average, so a real change can pass unseen")
    return Choice("xmr", False, f"enough: {mean:.1f} a month on average over {len(known)} points")
