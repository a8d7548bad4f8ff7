"""What a month usually looks like at its time of year."""

import numpy as np
import pandas as pd

from hcdata.stats.arrays import Numbers, to_floats

# Months of a year, and years the band looks back over: domain brief, seasonality.
YEAR, YEARS = 12, 3


def band(values: Numbers, years: int = YEARS) -> pd.DataFrame:
    """Set each month beside the same month of the years before: years, least, most, mean, one row a value.

    Values are monthly, in time order, without a month left out; a missing one counts nowhere. `years` in the answer is
    how many of those asked for are known; without any the rest is missing. The band is what was seen, not limits.
    """
    series = to_floats(values)
    before = np.full((years, len(series)), np.nan)
    for back in range(1, years + 1):
        before[back - 1, YEAR * back :] = series[: max(0, len(series) - YEAR * back)]
    missing = np.isnan(before)
    known = (~missing).sum(axis=0)
    least, most = np.where(missing, np.inf, before).min(axis=0), np.where(missing, -np.inf, before).max(axis=0)
    mean = np.divide(np.nansum(before, axis=0), known, out=np.full(len(series), np.nan), where=known > 0)
    return pd.DataFrame({"years": known, "least": to_floats(least), "most": to_floats(most), "mean": mean})
