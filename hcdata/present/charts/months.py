"""The traces of one series of months: usual range, mean, line, months that stand out, months not complete."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

import numpy as np
import pandas as pd

from hcdata.present.charts.frame import Spec
from hcdata.present.charts.palette import Palette
from hcdata.present.charts.wording import days, escape, numbers
from hcdata.present.text import signals
from hcdata.present.text.absences import states
from hcdata.present.text.numbers import count
from hcdata.views.results import Trend

# A month's marker by its side: not marked, high, low.
SHAPES = {0: "circle", 1: "triangle-up", -1: "triangle-down"}
STANDS_OUT = "\u25b2\u25bc stands out: unlikely to be chance"
NOT_COMPLETE = "\u25cb month not complete"
NOT_LOADED = "gap: month not loaded"


@dataclass(frozen=True)
class Months:
    """A trend's months as plain lists; `meaning` and `direction` are those of the marked months, blank and 0 else."""

    day: list[date]
    n: list[float | None]
    complete: list[bool]
    meaning: list[str]
    direction: list[int]
    mean: list[float | None]
    lower: list[float | None]
    upper: list[float | None]
    lacking: list[str] = field(default_factory=list)

    @property
    def limited(self) -> bool:
        """Whether there is a usual range to draw."""
        return any(value is not None for value in self.upper)

    @property
    def last(self) -> int | None:
        """The position of the last complete month with a value."""
        found = [i for i, (n, whole) in enumerate(zip(self.n, self.complete, strict=True)) if whole and n is not None]
        return found[-1] if found else None

    @property
    def notes(self) -> list[str]:
        """The key to the markers that occur."""
        partial = any(not whole and n is not None for n, whole in zip(self.n, self.complete, strict=True))
        none = any(n is None and said for n, said in zip(self.n, self.lacking, strict=False))
        return [STANDS_OUT] * any(self.direction) + [NOT_COMPLETE] * partial + [NOT_LOADED] * none


def read(trend: Trend) -> Months:
    """Return the months of a trend as plain lists; mean, lower and upper may be absent from its frame."""
    frame = trend.months
    nothing = pd.Series(np.nan, index=frame.index)
    meaning, marks = signals.meaning(trend), [int(mark) for mark in frame["mark"]]
    return Months(
        day=days(frame["month"]),
        n=numbers(frame["n"]),
        complete=[value is not pd.NA and bool(value) for value in frame["complete"]],
        meaning=[meaning if mark else "" for mark in marks],
        direction=marks,
        mean=numbers(frame.get("mean", nothing)),
        lower=numbers(frame.get("lower", nothing)),
        upper=numbers(frame.get("upper", nothing)),
        lacking=states(trend),
    )


def traces(
    months: Months,
    palette: Palette,
    *,
    x: str = "x",
    y: str = "y",
    size: int = 6,
    write: Callable[[float], str] = count,
    tints: Mapping[int, str] | None = None,
) -> list[Spec]:
    """Return the traces of one series on a pair of axes, from back to front; `tints` colours what stands out."""
    tints = tints or {1: palette.stands_out, -1: palette.stands_out}
    day = [one.isoformat() for one in months.day]
    on: Spec = {"type": "scatter", "x": day, "xaxis": x, "yaxis": y}
    silent = {**on, "mode": "lines", "hoverinfo": "skip"}
    thin = {"color": palette.rule, "width": 1, "shape": "hvh"}
    drawn: list[Spec] = []
    if months.limited:
        drawn += [
            {**silent, "y": months.lower, "line": {**thin, "dash": "dash"}},
            {
                **silent,
                "y": months.upper,
                "line": {**thin, "dash": "dash"},
                "fill": "tonexty",
                "fillcolor": palette.band,
            },
            {**silent, "y": months.mean, "line": thin},
        ]
    whole = [n if complete else None for n, complete in zip(months.n, months.complete, strict=True)]
    part = [None if complete else n for n, complete in zip(months.n, months.complete, strict=True)]
    out = [direction != 0 for direction in months.direction]
    drawn.append(
        {
            **on,
            "y": whole,
            "mode": "lines+markers",
            "cliponaxis": False,
            "line": {"color": palette.main, "width": 2},
            "marker": {
                "symbol": [SHAPES[direction] for direction in months.direction],
                "size": [size + 6 if stands_out else size for stands_out in out],
                "color": [tints.get(direction, palette.main) for direction in months.direction],
                "opacity": 1,
                "line": {"width": [int(stands_out) for stands_out in out], "color": palette.page},
            },
            # A month clicked on is opened; the others stay as they are.
            "unselected": {"marker": {"opacity": 1}},
            "text": [
                _hover(one, n, lacking or "not loaded" if n is None else meaning, write)
                for one, n, meaning, lacking in zip_longest(months.day, whole, months.meaning, months.lacking)
            ],
            "hovertemplate": "%{text}<extra></extra>",
        }
    )
    if any(n is not None for n in part):
        drawn.append(
            {
                **on,
                "y": part,
                "mode": "markers",
                "cliponaxis": False,
                "marker": {
                    "symbol": "circle",
                    "size": size + 3,
                    "color": palette.page,
                    "line": {"width": 2, "color": palette.main},
                },
                "text": [
                    _hover(one, n, said or ("not loaded" if n is None else "month not complete"), write)
                    for one, n, said in zip_longest(months.day, part, months.lacking)
                ],
                "hovertemplate": "%{text}<extra></extra>",
            }
        )
    return drawn


def _hover(day: date, n: float | None, meaning: str, write: Callable[[float], str]) -> str:
    said = [*([] if n is None else [write(n)]), *([meaning] if meaning else [])]
    return escape(f"{day:%B %Y}: {', '.join(said)}")
