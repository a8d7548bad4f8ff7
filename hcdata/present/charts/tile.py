"""A tiny line for a tile: the shape of a series and nothing else."""

from collections.abc import Sequence

import plotly.graph_objects as go

from hcdata.present.charts.wording import numbers
from hcdata.present.palette import choose

HEIGHT = 44


def spark(values: Sequence[float], dark: bool = False) -> go.Figure:
    """Draw values as a line without axes, its last point marked; nothing where there are fewer than two."""
    palette = choose(dark)
    known = numbers(list(values))
    shown = [value for value in known if value is not None]
    low, high = min(shown, default=0.0), max(shown, default=1.0)
    reach = (high - low or 1.0) * 0.15
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "y": known,
        "line": {"color": palette.main, "width": 2},
        "marker": {"color": palette.main, "opacity": 1, "line": {"width": 0}, "size": [0] * (len(known) - 1) + [7]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        "template": {},
        "height": HEIGHT,
        "margin": {"l": 2, "r": 6, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": False,
        "xaxis": hidden,
        "yaxis": {**hidden, "range": [low - reach, high + reach]},
    }
    return go.Figure({"data": [line] if len(shown) > 1 else [], "layout": layout}, _validate=False)
