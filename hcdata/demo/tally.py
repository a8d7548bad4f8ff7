"""Counts by month, district and strand: each thing once in every cell it belongs to."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date
from itertools import product
from typing import Any

from hcdata.demo.clock import month_of

Cell = tuple[str, str | None, str | None]


def cells_of(day: date, district: str, strands: Iterable[str]) -> list[Cell]:
    """Return the cells a thing belongs to: its district and the force, each of its strands and all strands."""
    return [(month_of(day), where, strand) for where, strand in product((district, None), (*strands, None))]


class RowCounts:
    """One measure: numerator, denominator and not recorded in each cell; a thing counts once however often added."""

    def __init__(self, counts_only: bool = False) -> None:
        """Start empty; a count has no denominator."""
        self.counts_only = counts_only
        self.sets: dict[str, dict[Cell, set[Hashable]]] = {
            part: defaultdict(set) for part in ("n", "of", "not_recorded")
        }

    def add(self, part: str, thing: Hashable, day: date, district: str, strands: Iterable[str]) -> None:
        """Add a thing to the n, the of or the not_recorded of its cells."""
        for cell in cells_of(day, district, strands):
            self.sets[part][cell].add(thing)

    def rows(self) -> list[list[Any]]:
        """Return [month, district, strand, n, of, not_recorded] of each cell that is not all nought."""
        cells = sorted(
            {cell for part in self.sets.values() for cell in part},
            key=lambda cell: (cell[0], cell[1] or "~", cell[2] or "~"),
        )
        sizes = [[len(self.sets[part].get(cell, ())) for part in ("n", "of", "not_recorded")] for cell in cells]
        return [
            [*cell, n, None if self.counts_only else of, missing]
            for cell, (n, of, missing) in zip(cells, sizes, strict=True)
        ]


def spread_of(values: list[int]) -> dict[str, float]:
    """Return the value half of them do not pass, and the one nine in ten do not; between two of them in proportion."""
    ordered = sorted(values)

    def at(share: float) -> float:
        place = share * (len(ordered) - 1)
        below, rest = int(place), place - int(place)
        return ordered[below] + rest * (ordered[min(below + 1, len(ordered) - 1)] - ordered[below])

    return {"half": at(0.5), "nine_in_ten": at(0.9)} if ordered else {}
