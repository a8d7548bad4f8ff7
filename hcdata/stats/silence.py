"""Whether silence, or so little, is what chance gives: events by chance (Poisson) at the usual number."""

from math import exp, lgamma, log


def at_most(n: int, mean: float) -> float:
    """Return the chance of at most `n` events where `mean` are usual; 1 where none is usual."""
    if mean <= 0:
        return 1.0
    return min(1.0, sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(n + 1)))
