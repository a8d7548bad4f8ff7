"""Dated events on a chart of time: a thin line and a number each, and their names below."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from hcdata.present.charts.frame import Spec
from hcdata.present.charts.spacing import rows_for
from hcdata.present.charts.wording import FIXED_SPACE, days, escape
from hcdata.present.palette import Palette

# More marks than this hide the series; the table has the rest.
MOST = 12
# Room for a number, in px, across and down.
ACROSS, DOWN = 20, 20


@dataclass(frozen=True)
class Marks:
    """What events add to a chart: px above the series, lines, one trace of numbers, names for the notes, an axis."""

    height: int = 0
    shapes: list[Spec] = field(default_factory=list)
    traces: list[Spec] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def mark(events: pd.DataFrame, first: date, last: date, palette: Palette, *, plot_width: int) -> Marks:
    """Number the latest events (event_on, name) by date on the axis `y2`, which runs down from 0 in px."""
    found = sorted(zip(days(events["event_on"]), events["name"], strict=True), key=lambda event: event[0])
    if not found:
        return Marks()
    shown = found[-MOST:]
    span = max(1, (last - first).days)
    rows = rows_for([(day - first).days / span * plot_width for day, _ in shown], ACROSS)
    line = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    thin = {"color": palette.rule, "width": 1, "dash": "dot"}
    names = [
        f"{number} {name}, {day.day}{FIXED_SPACE}{day:%b}{FIXED_SPACE}{day.year}"
        for number, (day, name) in enumerate(shown, start=1)
    ]
    if len(shown) < len(found):
        names.append(f"{len(found) - len(shown)} earlier: see the table")
    numbers: Spec = {
        "type": "scatter",
        "x": [day.isoformat() for day, _ in shown],
        "y": [-DOWN * (row + 0.5) for row in rows],
        "yaxis": "y2",
        "mode": "markers+text",
        "cliponaxis": False,
        "marker": {"symbol": "circle", "size": 17, "color": palette.page, "line": {"width": 1, "color": palette.quiet}},
        "text": [str(number) for number in range(1, len(shown) + 1)],
        "textfont": {"size": 12, "color": palette.text},
        "hovertext": [escape(name) for name in names[: len(shown)]],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return Marks(
        height=DOWN * (max(rows) + 1) + 4,
        shapes=[{**line, "x0": day.isoformat(), "x1": day.isoformat(), "line": thin} for day, _ in shown],
        traces=[numbers],
        names=names,
    )
