"""Whether the months that set a usual range were themselves steady."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from hcdata.stats import compare, rules


@dataclass(frozen=True)
class Stretch:
    """Months from `first` to `last` (positions) that lie above (1) or below (-1) the others of their range."""

    first: int
    last: int
    direction: int


def find(
    labels: NDArray[np.object_],
    test: Callable[[list[int], list[int]], tuple[float, float | None]],
    level: float,
    but: Collection[int] = (),
) -> tuple[Stretch, ...]:
    """Return the stretches of special cause that an exact test against the other months backs, oldest first.

    labels: of the months that set the range, from rules.SIGNALS. `test` takes places and the other places, and returns
    how far the first lie above the others, and p. `but`: places told elsewhere. The strongest comes out first and is
    then no longer among the others, or an outlier would make a stretch of all that is not one.
    """
    sides = [rules.SIGNALS.get(label, 0) if place not in but else 0 for place, label in enumerate(labels)]
    runs = [(side, list(group)) for side, group in groupby(range(len(sides)), key=sides.__getitem__)]
    left, found = set(range(len(sides))), list[Stretch]()
    while True:
        strong = []
        for side, places in runs:
            others = sorted(left - set(places))
            if side and others and places[0] in left:
                apart, p = test(places, others)
                if np.sign(apart) == side and compare.is_unlikely(p, level):
                    strong.append((p, side, places))
        if not strong:
            return tuple(sorted(found, key=lambda one: one.first))
        _, side, places = min(strong)
        found.append(Stretch(places[0], places[-1], side))
        left -= set(places)
