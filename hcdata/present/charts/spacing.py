"""Where labels go so that none lies on another."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in px."""

    left: float
    bottom: float
    right: float
    top: float


# A label's place round its point, in the order preferred, as Plotly names it.
PLACES = [f"{row} {column}" for row, column in product(("top", "bottom", "middle"), ("center", "right", "left"))]
PLACES.remove("middle center")
# Hiding a point is so many times worse than lying on another label.
HIDES = 4


def spread(positions: Sequence[float], gap: float, top: float) -> list[float]:
    """Return positions at least a gap apart, in the same order from 0 to top, moved as little as that takes."""
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    moved = list(positions)
    floor = 0.0
    for index in order:
        moved[index] = floor = max(moved[index], floor)
        floor += gap
    ceiling = top
    for index in reversed(order):
        moved[index] = ceiling = min(moved[index], ceiling)
        ceiling -= gap
    return moved


def rows_for(positions: Sequence[float], gap: float) -> list[int]:
    """Return the lowest row for each of the rising positions in which it keeps a gap to the one before it."""
    ends: list[float] = []
    rows = []
    for position in positions:
        row = next((row for row, end in enumerate(ends) if position >= end), len(ends))
        ends[row : row + 1] = [position + gap]
        rows.append(row)
    return rows


def beside(points: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]], area: Box) -> list[str]:
    """Return a place for each point's label (width, height in px) that hides as little as can be of the others."""
    marks = [Box(x - 7, y - 7, x + 7, y + 7) for x, y in points]
    boxes = [{place: _box(place, *one) for place in PLACES} for one in zip(points, sizes, strict=True)]
    # What a label hides wherever the others go: points, and its own end where that leaves the chart.
    fixed = [
        {
            place: HIDES * sum(_overlap(box, mark) for mark in marks) + 3 * _outside(box, area)
            for place, box in one.items()
        }
        for one in boxes
    ]
    found: list[tuple[float, list[str]]] = []
    for order in (range(len(points)), range(len(points))[::-1]):
        chosen: dict[int, str] = {}
        lost: dict[int, float] = {}
        # A later label may have taken the better place of an earlier one: the next rounds see all of them.
        for index in [*order] * 3:
            taken = [boxes[other][place] for other, place in chosen.items() if other != index]
            hidden = {
                place: fixed[index][place] + sum(_overlap(box, one) for one in taken)
                for place, box in boxes[index].items()
            }
            chosen[index] = min(PLACES, key=hidden.__getitem__)
            lost[index] = hidden[chosen[index]]
        found.append((sum(lost.values()), [chosen[index] for index in range(len(points))]))
    return min(found, key=lambda one: one[0])[1]


def _box(place: str, point: tuple[float, float], size: tuple[float, float]) -> Box:
    row, column = place.split()
    (x, y), (width, height), clear = point, size, 7
    left = {"center": x - width / 2, "right": x + clear, "left": x - clear - width}[column]
    bottom = {"top": y + clear, "bottom": y - clear - height, "middle": y - height / 2}[row]
    return Box(left, bottom, left + width, bottom + height)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return wide * high if wide > 0 and high > 0 else 0.0


def _outside(box: Box, area: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom) - _overlap(box, area)
