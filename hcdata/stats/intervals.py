"""Confidence intervals of rates and proportions."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from hcdata.stats.arrays import Floats, Numbers, to_pair

# Byar's approximation is used from this many events, the exact Poisson interval below: PHEindicatormethods 2.1.0.
BYAR_FROM = 10


def rate(n: Numbers, of: Numbers, per: float = 1000, level: float = 0.95) -> pd.DataFrame:
    """Turn events and what they are counted over into value, lower, upper: events per `per`, one row a pair.

    Exact Poisson limits below 10 events, Byar's from 10. A missing or negative count, or a denominator that is missing
    or not above zero, gives a missing row. ValueError for a level outside 0 to 1.
    Source: Breslow and Day 1987, Statistical Methods in Cancer Research II; PHEindicatormethods 2.1.0 phe_rate.
    """
    events, over = to_pair(n, of)
    tail = find_tail(level)
    lower, upper = poisson_limits(events, tail)
    byar = events >= BYAR_FROM
    lower[byar], upper[byar] = byar_limits(events[byar], tail)
    return pd.DataFrame({"value": events / over * per, "lower": lower / over * per, "upper": upper / over * per})


def proportion(n: Numbers, of: Numbers, level: float = 0.95) -> pd.DataFrame:
    """Turn n out of `of` into value, lower, upper, between 0 and 1: Wilson's score interval, one row a pair.

    A count that is missing, negative or above its denominator, or a denominator that is missing or not above zero,
    gives a missing row. ValueError for a level outside 0 to 1.
    Source: Wilson 1927, JASA 22; PHEindicatormethods 2.1.0 phe_proportion.
    """
    share, lower, upper = wilson(*to_pair(n, of), level)
    return pd.DataFrame({"value": share, "lower": lower, "upper": upper})


def wilson(count: Floats, over: Floats, level: float = 0.95) -> tuple[Floats, Floats, Floats]:
    """Return the share and Wilson's lower and upper limits, as arrays."""
    share = np.where(count <= over, count / over, np.nan)
    squared = special.ndtri(1 - find_tail(level)) ** 2
    reach = np.sqrt(squared * (squared + 4 * share * (over - count)))
    lower = (2 * count + squared - reach) / (2 * (over + squared))
    upper = (2 * count + squared + reach) / (2 * (over + squared))
    return share, np.clip(lower, 0, 1), np.clip(upper, 0, 1)


def find_tail(level: float) -> float:
    """Return the probability left in each tail outside a two-sided level."""
    if not 0 < level < 1:
        raise ValueError(f"level: found {level}. Expected: a number between 0 and 1, such as 0.95.")
    return (1 - level) / 2


def poisson_limits(events: Floats, tail: float) -> tuple[Floats, Floats]:
    """Return the exact lower and upper limits of the number expected, given events seen. Source: Garwood 1936."""
    positive = np.where(events > 0, events, np.nan)
    lower: NDArray[Any] = np.where(events == 0, 0.0, special.gammaincinv(positive, tail))
    upper: NDArray[Any] = special.gammainccinv(events + 1, tail)
    return lower, upper


def byar_limits(events: Floats, tail: float) -> tuple[Floats, Floats]:
    """Return Byar's lower and upper limits of the number expected, for events above zero."""
    z, above = special.ndtri(1 - tail), events + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
    return lower, upper
