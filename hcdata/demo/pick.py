"""Draws from a table of shares."""

from collections.abc import Mapping
from itertools import accumulate
from random import Random


class Draw:
    """A table of shares that can be drawn from many times; the shares need not add to one."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        """Keep the running totals."""
        self.values = list(shares)
        self.totals = list(accumulate(shares.values()))

    def one(self, rng: Random) -> str:
        """Return one value."""
        return rng.choices(self.values, cum_weights=self.totals)[0]
