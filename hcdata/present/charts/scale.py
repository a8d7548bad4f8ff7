"""Axes: where they start and end, and how far apart their lines are."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hcdata.present.charts.palette import Palette

TICK_SIZE = 13
# Width of a digit at TICK_SIZE, in px.
DIGIT = 7.5


@dataclass(frozen=True)
class Scale:
    """A vertical axis from low to high with lines a step apart; a percent axis holds shares between 0 and 1."""

    low: float
    high: float
    step: float
    percent: bool = False

    @property
    def left(self) -> int:
        """The margin its numbers need, in px."""
        return 12 + round(DIGIT * max(len(text) for _, text in self.ticks))

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Where its lines are, and the number at each."""
        at = [self.low + self.step * step for step in range(round((self.high - self.low) / self.step) + 1)]
        return [(one, f"{one * 100:.0f} %" if self.percent else f"{round(one, 6):,.10g}") for one in at]

    def at(self, value: float, height: float) -> float:
        """Return how many px above the bottom a value is drawn."""
        return (value - self.low) / (self.high - self.low) * height

    def back(self, px: float, height: float) -> float:
        """Return the value drawn so many px above the bottom."""
        return self.low + px / height * (self.high - self.low)


def fit(values: Iterable[float | None], *, lines: int = 4, whole: bool = True, percent: bool = False) -> Scale:
    """Return the scale from nought that holds the values; `whole` for counts."""
    top = max((value for value in values if value is not None), default=1.0) or 1.0
    rough = top / lines
    step = _round_up(max(1.0, rough) if whole else rough, whole)
    return Scale(0.0, max(step, math.ceil(round(top / step, 6)) * step), step, percent)


def _round_up(rough: float, whole: bool) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    parts = (1, 2, 5, 10) if whole and power < 10 else (1, 2, 2.5, 5, 10)
    return next(power * part for part in parts if rough <= power * part * 1.0001)


def upright(scale: Scale, palette: Palette) -> dict[str, Any]:
    """Return a vertical axis."""
    return {
        "range": [scale.low, scale.high],
        "tickvals": [at for at, _ in scale.ticks],
        "ticktext": [text for _, text in scale.ticks],
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": TICK_SIZE, "color": palette.quiet},
    }


def level(palette: Palette, **more: Any) -> dict[str, Any]:
    """Return a horizontal axis without lines across the chart."""
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "linecolor": palette.rule,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": palette.rule,
        "tickangle": 0,
        "tickfont": {"size": TICK_SIZE, "color": palette.quiet},
        **more,
    }


def over_months(first: date, last: date, palette: Palette, *, sparse: bool = False) -> dict[str, Any]:
    """Return a horizontal axis of time that holds the first and the last month; `sparse` for a small chart."""
    months = (last.year - first.year) * 12 + last.month - first.month
    apart = 3 if months <= 15 else 6 if months <= 40 else 12
    if sparse:
        apart = max(12, 12 * round(months / 36))
    reach = timedelta(days=max(10, months))
    return level(
        palette,
        type="date",
        range=[(first - reach).isoformat(), (last + reach).isoformat()],
        tick0="2020-01-01",
        dtick=f"M{apart}",
        tickformat="\u2019%y" if sparse else "%b\n%Y",
    )
