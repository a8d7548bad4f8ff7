"""What every chart shares: heading, margins and notes under it."""

from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from hcdata.present.charts.drawing import Drawing
from hcdata.present.charts.palette import Palette, choose
from hcdata.present.charts.wording import SUBTITLE, TITLE, Width, wrap

TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE = 17, 14, 13
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
    title: str,
    subtitle: str,
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
    """Return the figure: heading above a plot of so many px, escaped notes below; the axes hold any other layout."""
    titles, subtitles = wrap(title, TITLE[width]), wrap(subtitle, SUBTITLE[width])
    below_title = 6 + round(LINE * TITLE_SIZE * len(titles))
    top = below_title + round(LINE * SUBTITLE_SIZE * len(subtitles)) + 14
    foot = bottom + (round(LINE * NOTE_SIZE * len(notes)) + 6 if notes else 0)
    beside_plot = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "yref": "paper", "yanchor": "top"}
    texts = list(annotations)
    if titles:
        strong = note("<br>".join(titles), palette, TITLE_SIZE, colour=palette.text, **beside_plot, y=1, yshift=top - 4)
        strong["font"]["weight"] = 600
        texts.append({**strong, "name": "title"})
    if subtitles:
        texts.append(note("<br>".join(subtitles), palette, SUBTITLE_SIZE, **beside_plot, y=1, yshift=top - below_title))
    if notes:
        texts.append(note("<br>".join(notes), palette, NOTE_SIZE, **beside_plot, y=0, yshift=-bottom))
    layout = {
        # Streamlit 1.67 has each chart drawn twice; so told, Plotly finds nothing new the second time (measured).
        "template": None,
        "datarevision": 1,
        "font": {"family": FONT, "size": NOTE_SIZE, "color": palette.text},
        "height": top + height + foot,
        "margin": {"l": left, "r": right, "t": top, "b": foot, "pad": 0, "autoexpand": False},
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


def blank(reason: str, title: str = "", subtitle: str = "", dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Return a figure that says why there is nothing to show."""
    palette = choose(dark)
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    said = note(
        "<br>".join(wrap(reason, SUBTITLE[width] - 6)),
        palette,
        SUBTITLE_SIZE,
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
    return draw(
        [], axes, palette, title, subtitle, height=90, width=width, left=2, bottom=10, annotations=[said], shapes=[edge]
    )
