"""Dated events on a chart of time: a line and a number each, and their names below; where limits start anew."""

from dataclasses import dataclass, field
from datetime import date

from hcdata.present.charts.frame import Spec
from hcdata.present.charts.palette import Palette
from hcdata.present.charts.spacing import rows_for
from hcdata.present.charts.wording import FIXED_SPACE, days, escape
from hcdata.views.annotations import RECORDING
from hcdata.views.results import Trend

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


def mark(trend: Trend, first: date, last: date, palette: Palette, *, plot_width: int) -> Marks:
    """Number the latest events by date on the axis `y2`, which runs down from 0 in px; a square changes recording."""
    events = trend.events
    found = sorted(zip(days(events["event_on"]), events["name"], events["kind"], strict=True), key=lambda one: one[0])
    rebases = [f"limits start anew in {one.month:%B %Y}" for one in trend.rebases if first < one.month <= last]
    if not found:
        return Marks(shapes=lines(trend, first, last, palette), names=rebases)
    shown = found[-MOST:]
    span = max(1, (last - first).days)
    rows = rows_for([(day - first).days / span * plot_width for day, _, _ in shown], ACROSS)
    names = [
        f"{number} {name}, {day.day}{FIXED_SPACE}{day:%b}{FIXED_SPACE}{day.year}"
        for number, (day, name, _) in enumerate(shown, start=1)
    ]
    if len(shown) < len(found):
        names.append(f"{len(found) - len(shown)} earlier: see the table")
    recording = [kind == RECORDING for _, _, kind in shown]
    numbers: Spec = {
        "type": "scatter",
        "x": [day.isoformat() for day, _, _ in shown],
        "y": [-DOWN * (row + 0.5) for row in rows],
        "yaxis": "y2",
        "mode": "markers+text",
        "cliponaxis": False,
        "marker": {
            "symbol": ["square" if one else "circle" for one in recording],
            "size": 17,
            "color": palette.page,
            "line": {"width": [2 if one else 1 for one in recording], "color": palette.quiet},
        },
        "text": [str(number) for number in range(1, len(shown) + 1)],
        "textfont": {"size": 12, "color": palette.text},
        "hovertext": [escape(name) for name in names[: len(shown)]],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return Marks(
        height=DOWN * (max(rows) + 1) + 4,
        shapes=lines(trend, first, last, palette),
        traces=[numbers],
        names=[*names, *(["square: a change of recording practice"] if any(recording) else []), *rebases],
    )


def lines(trend: Trend, first: date, last: date, palette: Palette, x: str = "x", y: str = "paper") -> list[Spec]:
    """Return a line at each of the latest events, dotted, or solid where recording changed or limits start anew."""
    upright: Spec = {"type": "line", "xref": x, "yref": y, "y0": 0, "y1": 1, "layer": "below"}
    dated = sorted(zip(days(trend.events["event_on"]), trend.events["kind"], strict=True))[-MOST:]
    at = [(day, "solid" if kind == RECORDING else "dot", palette.rule) for day, kind in dated]
    at += [(one.month, "solid", palette.text) for one in trend.rebases if first < one.month <= last]
    return [
        {**upright, "x0": day.isoformat(), "x1": day.isoformat(), "line": {"color": colour, "width": 1, "dash": dash}}
        for day, dash, colour in at
    ]
