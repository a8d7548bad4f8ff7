"""Funnel limits round a pooled baseline, and which points lie outside them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from hcdata.stats.arrays import Floats, Numbers, to_floats, to_pair

# Tail beyond each side at 95 % and at 99.8 %: Spiegelhalter 2005, Statistics in Medicine 24.
TAILS = {"95": 0.025, "998": 0.001}


def rate_limits(baseline: float, of: Numbers, per: float = 1000) -> pd.DataFrame:
    """Give the limits at each denominator: of, baseline, lower95, upper95, lower998, upper998, events per `per`.

    Exact Poisson: a rate outside its limits is one whose exact interval leaves the baseline out.
    Limits are missing where the denominator is missing or not above zero. Source: PHEindicatormethods 2.1.0
    calculate_funnel_limits, whose own limits are found by bisection and agree to about 1e-7 of an expected event.
    """
    over = to_pair(0, of)[1]
    expected = np.where(baseline > 0, over * baseline / per, np.nan)
    table = pd.DataFrame({"of": over, "baseline": baseline})
    for name, tail in TAILS.items():
        # The count whose exact limit is the expected number: the chi-squared distribution solved for its freedom.
        lower = np.maximum(special.chdtriv(1 - tail, 2 * expected) / 2 - 1, 0)
        upper = special.chdtriv(tail, 2 * expected) / 2
        table[f"lower{name}"], table[f"upper{name}"] = lower / over * per, upper / over * per
    return table


def proportion_limits(baseline: float, of: Numbers) -> pd.DataFrame:
    """Give the limits at each denominator: of, baseline, lower95, upper95, lower998, upper998, between 0 and 1.

    A proportion outside its limits is one whose Wilson interval leaves the baseline out.
    Limits are missing where the denominator is missing or not above zero. Source: PHEindicatormethods 2.1.0.
    """
    over = to_pair(0, of)[1]
    table = pd.DataFrame({"of": over, "baseline": baseline})
    for name, tail in TAILS.items():
        reach = special.ndtri(1 - tail) * np.sqrt(baseline * (1 - baseline) / over)
        table[f"lower{name}"], table[f"upper{name}"] = np.maximum(baseline - reach, 0), np.minimum(baseline + reach, 1)
    return table


def rates(n: Numbers, of: Numbers, per: float = 1000) -> pd.DataFrame:
    """Judge each rate against the pooled one: n, value, of, baseline, limits as rate_limits, significance.

    The baseline is all events over all denominators, of the pairs where both are known.
    significance: High (0.001), High (0.025), Not significant, Low (0.025), Low (0.001); missing with the value.
    """
    events, over = to_pair(n, of)
    pooled = pool(events, over) * per
    return judge(events, events / over * per, rate_limits(pooled, over, per))


def proportions(n: Numbers, of: Numbers) -> pd.DataFrame:
    """Judge each proportion against the pooled one: n, value, of, baseline, limits as proportion_limits, significance.

    As `rates`, for n out of `of`; a count above its denominator is missing.
    """
    count, over = to_pair(n, of)
    count = np.where(count <= over, count, np.nan)
    return judge(count, count / over, proportion_limits(pool(count, over), over))


def pool(count: Floats, over: Floats) -> float:
    """Return all counts over all denominators, of the pairs where both are known; NaN without any."""
    known = ~np.isnan(count)
    return float(count[known].sum() / over[known].sum()) if known.any() else np.nan


def judge(count: Floats, value: Floats, limits: pd.DataFrame) -> pd.DataFrame:
    """Put counts, values and their significance beside the limits: n, value, of, baseline, the limits, significance."""
    column = {name: to_floats(limits[name]) for name in ("lower95", "upper95", "lower998", "upper998")}
    significance: NDArray[np.object_] = np.select(
        [
            np.isnan(value),
            value > column["upper998"],
            value > column["upper95"],
            value < column["lower998"],
            value < column["lower95"],
        ],
        [np.array(None, dtype=object), "High (0.001)", "High (0.025)", "Low (0.001)", "Low (0.025)"],
        default=np.array("Not significant", dtype=object),
    )
    table = limits.assign(significance=pd.Series(significance, dtype="str"))
    table.insert(0, "n", count)
    table.insert(1, "value", value)
    return table
