"""How many crimes carry several strands, beside what forces usually record."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hcdata.stats import intervals
from hcdata.views.context import Context
from hcdata.views.quality.issues import Noted


@dataclass(frozen=True)
class StrandShare:
    """Crimes with several strands, n of `of`, its 95 % interval, the share expected, and on which side of it they lie.

    `side` is above or below only where chance would hardly put the share outside the band, and none where no crime has
    several: then the export most likely gives one strand a crime.
    """

    n: int
    of: int
    share: float | None
    lower: float | None
    upper: float | None
    expected: tuple[float, float]
    side: Literal["within", "above", "below", "none", "too few"]


def strand_share(context: Context, found: Noted) -> StrandShare:
    """Return the share of hate crimes with several strands."""
    n, of, expected = found.count("several_strands"), found.total, context.store.config.quality.several_strands
    if of < context.store.config.thresholds.minimum_n:
        return StrandShare(n, of, None, None, None, expected, "too few")
    share, lower, upper = (float(value[0]) for value in intervals.wilson(np.array([float(n)]), np.array([float(of)])))
    side: Literal["within", "above", "below", "none"] = "within"
    if upper < expected[0]:
        side = "below" if n else "none"
    elif lower > expected[1]:
        side = "above"
    return StrandShare(n, of, share, lower, upper, expected, side)
