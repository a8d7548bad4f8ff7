"""What every chart shares: margins and notes under it."""

from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from hcdata.present.charts.drawing import Drawing
from hcdata.present.charts.palette import Palette, choose
from hcdata.present.charts.wording import LETTERS, Width, wrap

REASON_SIZE, NOTE_SIZE = 14, 13
# Px above the plot.
TOP = 20
# The font Streamlit serves itself; Plotly's own style sheet keeps text from inheriting it.
FONT = "Source Sans, sans-serif"
# Plotly's distance between two lines of text, in parts of their size.
LINE = 1.3
# Width in px for which labels are kept apart: that of `wording`, less the margins of a chart.
NARROW = {"narrow": 160, "half": 230}
Spec = dict[str, Any]


def config() -> dict[str, Any]:
    """Return Plotly's settings for a chart on a page: no tool bar, no zoom, nothing that leaves the machine."""
    return {
        "displayModeBar": False,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "showAxisDragHandles": False,
    }


def draw(
    data: list[Spec],
    axes: Spec,
    palette: Palette,
    *,
    height: int,
    width: Width = "half",
    left: int = 40,
    right: int = 16,
    bottom: int = 44,
    notes: Sequence[str] = (),
    annotations: Iterable[Spec] = (),
    shapes: Iterable[Spec] = (),
) -> go.Figure:
    """Return the figure: a plot of so many px, escaped notes below; the axes hold any other layout."""
    foot = bottom + (round(LINE * NOTE_SIZE * len(notes)) + 6 if notes else 0)
    beside_plot = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "yref": "paper", "yanchor": "top"}
    texts = list(annotations)
    if notes:
        texts.append(note("<br>".join(notes), palette, NOTE_SIZE, **beside_plot, y=0, yshift=-bottom))
    layout = {
        # Streamlit 1.67 has each chart drawn twice; so told, Plotly finds nothing new the second time (measured).
        "template": None,
        "datarevision": 1,
        "font": {"family": FONT, "size": NOTE_SIZE, "color": palette.text},
        "height": TOP + height + foot,
        "margin": {"l": left, "r": right, "t": TOP, "b": foot, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "bgcolor": palette.page,
            "bordercolor": palette.rule,
            "align": "left",
            "font": {"family": FONT, "size": 14, "color": palette.text},
        },
        "annotations": texts,
        "shapes": list(shapes),
        **axes,
    }
    return Drawing(data, layout)


def note(text: str, palette: Palette, size: int = NOTE_SIZE, **where: Any) -> Spec:
    """Return plain text at a place on a chart, already escaped; quiet unless `where` gives a font colour."""
    colour = where.pop("colour", palette.quiet)
    return {"text": text, "showarrow": False, "align": "left", "font": {"size": size, "color": colour}, **where}


def blank(reason: str, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Return a figure that says why there is nothing to show."""
    palette = choose(dark)
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    said = note(
        "<br>".join(wrap(reason, LETTERS[width] - 6)),
        palette,
        REASON_SIZE,
        **{"xref": "paper", "x": 0, "xanchor": "left", "xshift": 16, "yref": "paper", "y": 0.5, "yanchor": "middle"},
    )
    edge = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 0,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": palette.rule, "width": 3},
    }
    axes = {"xaxis": hidden, "yaxis": hidden}
    return draw([], axes, palette, height=90, width=width, left=2, bottom=10, annotations=[said], shapes=[edge])
