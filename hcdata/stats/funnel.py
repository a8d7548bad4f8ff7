"""Funnel limits round a pooled baseline, and which points lie outside them."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from hcdata.stats import dispersion
from hcdata.stats.arrays import Floats, Numbers, to_pair

# Tail beyond each side at 95 % and at 99.8 %: Spiegelhalter 2005, Statistics in Medicine 24.
TAILS = {"95": 0.025, "998": 0.001}
# The two-sided level of the outer limits, and of what lies outside them.
OUTER = 2 * TAILS["998"]


def rate_limits(
    baseline: float, of: Numbers, per: float = 1000, spread: float = 1.0, outer: float = OUTER
) -> pd.DataFrame:
    """Give the limits at each denominator: of, baseline, lower95, upper95, lower998, upper998, events per `per`.

    Exact Poisson: a rate outside its limits is one whose exact interval leaves the baseline out; `spread` widens them
    to counts whose variance is so many times their mean. Outer limits keep the name of their default (99.8 %), whatever
    two-sided level `outer` asks for.
    Limits are missing where the denominator is missing or not above zero. Source: PHEindicatormethods 2.1.0
    calculate_funnel_limits, whose own limits are found by bisection and agree to about 1e-7 of an expected event.
    """
    over = to_pair(0, of)[1]
    expected = np.where(baseline > 0, over * baseline / per / spread, np.nan)
    columns: dict[str, Any] = {"of": over, "baseline": baseline}
    for name, tail in _tails(outer).items():
        # The count whose exact limit is the expected number: the chi-squared distribution solved for its freedom.
        lower = np.maximum(special.chdtriv(1 - tail, 2 * expected) / 2 - 1, 0)
        upper = special.chdtriv(tail, 2 * expected) / 2
        columns[f"lower{name}"], columns[f"upper{name}"] = (limit * spread / over * per for limit in (lower, upper))
    return pd.DataFrame(columns)


def proportion_limits(baseline: float, of: Numbers, spread: float = 1.0, outer: float = OUTER) -> pd.DataFrame:
    """Give the limits at each denominator: of, baseline, lower95, upper95, lower998, upper998, between 0 and 1.

    A proportion outside its limits is one whose Wilson interval leaves the baseline out; `spread` widens them to
    proportions whose variance is so many times that of chance. `outer` as of rate_limits.
    Limits are missing where the denominator is missing or not above zero. Source: PHEindicatormethods 2.1.0.
    """
    over = to_pair(0, of)[1]
    columns: dict[str, Any] = {"of": over, "baseline": baseline}
    for name, tail in _tails(outer).items():
        reach = special.ndtri(1 - tail) * np.sqrt(spread * baseline * (1 - baseline) / over)
        lower, upper = np.maximum(baseline - reach, 0), np.minimum(baseline + reach, 1)
        columns[f"lower{name}"], columns[f"upper{name}"] = lower, upper
    return pd.DataFrame(columns)


def _tails(outer: float) -> dict[str, float]:
    return TAILS | {"998": outer / 2}


def rates(n: Numbers, of: Numbers, per: float = 1000, *, allow: bool = False, outer: float = OUTER) -> pd.DataFrame:
    """Judge each rate against the pooled one: n, value, of, baseline, limits as rate_limits, significance, dispersion.

    The baseline is all events over all denominators, of the pairs where both are known. dispersion, one number for all
    points, says how many times more than by chance they vary; `allow` widens the limits by it.
    significance: High (0.001), High (0.025), Not significant, Low (0.025), Low (0.001); missing with the value.
    """
    events, over = to_pair(n, of)
    pooled = pool(events, over) * per
    # Twice the difference of roots has a variance of 1 by chance: Spiegelhalter 2005, Statistics in Medicine 24.
    found = dispersion.measure(2 * (np.sqrt(events) - np.sqrt(over * pooled / per)))
    limits = rate_limits(pooled, over, per, found if allow else 1.0, outer)
    return judge(events, events / over * per, limits).assign(dispersion=found)


def proportions(n: Numbers, of: Numbers, *, allow: bool = False, outer: float = OUTER) -> pd.DataFrame:
    """Judge each proportion against the pooled one: columns as of `rates`, limits as proportion_limits.

    A count above its denominator is missing.
    """
    count, over = to_pair(n, of)
    count = np.where(count <= over, count, np.nan)
    share, pooled = count / over, pool(count, over)
    by_chance = np.sqrt(pooled * (1 - pooled) / over)
    found = dispersion.measure(np.divide(share - pooled, by_chance, out=np.zeros_like(share), where=by_chance > 0))
    limits = proportion_limits(pooled, over, found if allow else 1.0, outer)
    return judge(count, share, limits).assign(dispersion=found)


def pool(count: Floats, over: Floats) -> float:
    """Return all counts over all denominators, of the pairs where both are known; NaN without any."""
    known = ~np.isnan(count)
    return float(count[known].sum() / over[known].sum()) if known.any() else np.nan


def judge(count: Floats, value: Floats, limits: pd.DataFrame) -> pd.DataFrame:
    """Put counts, values and their significance beside the limits: n, value, of, baseline, the limits, significance."""
    column = {str(name): values.to_numpy(dtype=float) for name, values in limits.items()}
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
    return pd.DataFrame({"n": count, "value": value, **column, "significance": pd.Series(significance, dtype="str")})
