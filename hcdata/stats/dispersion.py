"""How much more points differ than chance alone would make them."""

import numpy as np

from hcdata.stats.arrays import Floats

# A spread guessed from fewer points says more of one of them than of all (a reading of ours; no published rule).
FEWEST = 5
# The standard deviation of a normal sample over its median distance from the median: Hampel 1974, JASA 69.
ROBUST = 1.4826


def measure(z: Floats) -> float:
    """Return the variance of standardised points (1 by chance alone), never below 1; 1 for fewer than five points.

    Read off the middle half of the points, so that one far outside, whom the funnel is to show, widens nothing.
    Spiegelhalter pulls in the outer tenth for that, which of six points is none.
    Source: Spiegelhalter 2005, Quality and Safety in Health Care 14 (over-dispersion of performance indicators).
    """
    known = z[~np.isnan(z)]
    if len(known) < FEWEST:
        return 1.0
    away = np.abs(known - np.median(known))
    return max(1.0, float((ROBUST * np.median(away)) ** 2))
