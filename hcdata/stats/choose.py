"""Which method a series of monthly counts can carry."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hcdata.stats import spc
from hcdata.stats.arrays import Numbers, to_floats

# A run of seven needs one point more to be set against: Making Data Count's rule of seven.
ENOUGH_POINTS = 8
# Of stable series of 24 months at a mean of 2, a quarter carry a special cause somewhere and hardly any has a lower
# limit above zero; a lasting rise of 30 % from 5 is noticed within six months in a quarter of them: bench/alarms.py.
TOO_FEW, ENOUGH = 5.0, 10.0


@dataclass(frozen=True)
class Choice:
    """The method a series can carry, whether it is weak there, and why, in words."""

    method: Literal["xmr", "rare", "none"]
    low_power: bool
    reason: str


def choose(values: Numbers, *, least: float = TOO_FEW, enough: float = ENOUGH) -> Choice:
    """Say which method applies to monthly counts in time order; missing months count neither as points nor in the mean.

    none below 8 points; rare (days between events, quarters) below a mean of `least`, or where screening outliers would
    leave no moving range to set limits by; else xmr, marked low power below `enough`.
    """
    series = to_floats(values)
    known = series[~np.isnan(series)]
    if len(known) < ENOUGH_POINTS:
        found = {0: "there is none", 1: "there is only 1"}.get(len(known), f"there are only {len(known)}")
        return Choice("none", False, f"a usual range needs at least {ENOUGH_POINTS} complete months and {found}")
    mean = known.mean()
    if mean < least:
        why = f"{mean:.1f} a month on average is too few for a usual range ({least:g} are needed)"
        return Choice("rare", False, why)
    if not spc.find_limits(series, screen_outliers=True)[1] > 0:
        return Choice("rare", False, "the months are too alike but for one or two, too sparse for a usual range")
    if mean < enough:
        return Choice("xmr", True, f"low power: {mean:.1f} a month on average, so a real change can pass unseen")
    return Choice("xmr", False, f"enough: {mean:.1f} a month on average over {len(known)} points")
