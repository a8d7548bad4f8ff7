"""The last twelve months beside the same months of the years before."""

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, level, upright
from hcdata.present.charts.wording import LETTERS, Width, days, join, numbers
from hcdata.present.text import missing_words
from hcdata.present.text.absences import NOT_LOADED
from hcdata.views.closeup import Closeup

HEIGHT, RIGHT = 250, 76


def season(found: Closeup, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw each month over the least and the most the same month had in up to three years before."""
    palette, frame = choose(dark), found.season
    if found.trend.missing or frame.empty:
        return blank(missing_words.say(found.trend.missing) or "No complete month is loaded.", dark, width=width)
    when, n = days(frame["month"]), numbers(frame["n"])
    least, most = numbers(frame["least"]), numbers(frame["most"])
    at = list(range(len(when)))
    scale = fit([0.0, *n, *most])
    edge: Spec = {"type": "scatter", "mode": "lines", "x": at, "hoverinfo": "skip", "line": {"width": 0}}
    band = [
        "" if low is None else f"; {low:,.0f} to {high:,.0f} in the years before"
        for low, high in zip(least, most, strict=True)
    ]
    said = [
        f"{month:%B %Y}: {NOT_LOADED if value is None else f'{value:,.0f}'}{before}"
        for month, value, before in zip(when, n, band, strict=True)
    ]
    data: list[Spec] = [
        {**edge, "y": least},
        {**edge, "y": most, "fill": "tonexty", "fillcolor": palette.band},
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": at,
            "y": n,
            "cliponaxis": False,
            "line": {"color": palette.main, "width": 3},
            "marker": {"size": 7, "color": palette.main, "opacity": 1},
            "text": said,
            "hovertemplate": "%{text}<extra></extra>",
        },
    ]
    known = [(value, month) for value, month in zip(n, when, strict=True) if value is not None]
    entries = [(value, f"<b>{value:,.0f}</b> {month:%b}", palette.text) for value, month in known[-1:]]
    axes: Spec = {
        "xaxis": level(
            palette,
            range=[-0.4, len(at) - 0.6],
            tickvals=at,
            ticktext=[
                f"{month:%b}{f'<br>{month.year}' if month.month == 1 or not place else ''}"
                for place, month in enumerate(when)
            ],
        ),
        "yaxis": upright(scale, palette),
    }
    labels = ends.label(entries, scale, HEIGHT, palette)
    notes = join(["band: the same month of three years before, least to most"], LETTERS[width])
    return draw(
        data,
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=notes,
        annotations=labels,
    )
