"""How many false alarms a page of charts is to expect where nothing has changed."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from hcdata.stats.arrays import to_floats

# Counted on made series, written by `python -m bench.alarms --write`; docs/false-alarms.md says how.
FILE = Path(__file__).with_name("false_alarms.csv")
COLUMNS = ("months", "mean", "series", "share")


def expected(charts: Iterable[tuple[float, int]]) -> float:
    """Return how many of these charts, each a mean a month and its months, would be accused though nothing changed.

    Shares between the means that were counted are read off a straight line over the logarithm of the mean. A series
    takes the share of the longest counted that is no longer than it, a shorter one than all that of the shortest.
    A mean of 0 is never accused.
    """
    total = 0.0
    for mean, months in charts:
        lengths = read()
        length = max((one for one in lengths if one <= months), default=min(lengths))
        means, shares = lengths[length]
        total += float(np.interp(np.log(mean), means, shares)) if mean > 0 else 0.0
    return total


@cache
def read() -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Return the logarithms of the means and the shares accused, by months."""
    table = pd.read_csv(FILE)
    return {
        int(months): (np.log(to_floats(part["mean"])), to_floats(part["share"]))
        for months, part in table.groupby("months")
    }
