"""Hours of the day by days of the week, each cell with its number."""

import plotly.graph_objects as go

from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import TICK_SIZE
from hcdata.present.charts.wording import Width
from hcdata.present.text import missing_words
from hcdata.present.text.hours import DAYS
from hcdata.views.rhythm import Rhythm

# Height in px of a day; days as ISO 8601 numbers them; every so many hours are named.
ROW, HOURS_APART = 34, 3
# From this share of the most on, a number is legible in the page's colour (WCAG 2.2: 4.5 to 1 or nearly so).
ON_COLOUR = {"light": 0.55, "dark": 0.4}


def week(rhythm: Rhythm, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw the week's hours, the more the stronger the colour, from the page's own colour for none."""
    palette = choose(dark)
    if rhythm.missing:
        return blank(missing_words.say(rhythm.missing), dark, width=width)
    counts = [[0] * 24 for _ in DAYS]
    for day, hour, n in rhythm.cells.itertuples(index=False):
        counts[day - 1][hour] = n
    most = max(max(row) for row in counts) or 1
    colours = [palette.page, *palette.density[:3]]
    cells: Spec = {
        "type": "heatmap",
        "z": counts,
        "x": list(range(24)),
        "y": list(range(7)),
        "zmin": 0,
        "zmax": most,
        "colorscale": [[step / (len(colours) - 1), colour] for step, colour in enumerate(colours)],
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "customdata": [[f"{name} {hour:02d}:00 to {(hour + 1) % 24:02d}:00" for hour in range(24)] for name in DAYS],
        "hovertemplate": "%{customdata}: %{z:,}<extra></extra>",
    }
    turn = ON_COLOUR["dark" if dark else "light"] * most
    numbers: Spec = {
        "type": "scatter",
        "mode": "text",
        "x": [hour for _ in DAYS for hour in range(24)],
        "y": [day for day in range(7) for _ in range(24)],
        "text": [f"{n:,}" for row in counts for n in row],
        "textfont": {
            "size": 12,
            "color": [palette.page if n > turn else palette.text for row in counts for n in row],
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    plain: Spec = {"showgrid": False, "zeroline": False, "fixedrange": True}
    font = {"size": TICK_SIZE, "color": palette.quiet}
    named = list(range(0, 24, HOURS_APART))
    axes: Spec = {
        "xaxis": {
            **plain,
            "tickvals": [hour - 0.5 for hour in named],
            "ticktext": [f"{hour:02d}:00" for hour in named],
            "tickangle": 0,
            "range": [-0.5, 23.5],
            "tickfont": font,
        },
        "yaxis": {**plain, "range": [6.5, -0.5], "tickvals": list(range(7)), "ticktext": list(DAYS), "tickfont": font},
    }
    return draw([cells, numbers], axes, palette, height=ROW * 7, width=width, left=88, right=4, bottom=30)
