"""The rate per 1,000 residents over twelve months, month by month, with its interval."""

import plotly.graph_objects as go

from hcdata.present.charts import ends, marked_events
from hcdata.present.charts.frame import NARROW, Spec, blank, draw
from hcdata.present.charts.monthly import HEIGHT, with_marks
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, days, join, numbers
from hcdata.present.text import missing_words
from hcdata.present.text import numbers as written
from hcdata.views.closeup import Closeup

RIGHT = 92


def rate_line(found: Closeup, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw the rate of the twelve months to the end of each month, its 95 % interval, and the events of the time."""
    palette, frame = choose(dark), found.rate
    if found.rate_missing or frame.empty:
        reason = missing_words.say(found.rate_missing) or "A rate needs twelve complete months."
        return blank(reason, dark, width=width)
    months, value = days(frame["month"]), numbers(frame["value"])
    lower, upper = numbers(frame["lower"]), numbers(frame["upper"])
    marks = marked_events.mark(found.trend, months[0], months[-1], palette, plot_width=NARROW[width])
    scale = fit([*value, *lower, *upper], whole=False)
    on: Spec = {"type": "scatter", "x": [day.isoformat() for day in months]}
    bound: Spec = {**on, "mode": "lines", "hoverinfo": "skip", "line": {"width": 0}}
    data: list[Spec] = [
        {**bound, "y": lower},
        {**bound, "y": upper, "fill": "tonexty", "fillcolor": palette.band},
        {
            **on,
            "y": value,
            "mode": "lines",
            "cliponaxis": False,
            "line": {"color": palette.main, "width": 3},
            "text": [
                f"12 months to {day:%B %Y}: {written.rate(one)} ({written.rate(low)} to {written.rate(high)})"
                for day, one, low, high in zip(months, value, lower, upper, strict=True)
            ],
            "hovertemplate": "%{text}<extra></extra>",
        },
    ]
    last = value[-1] or 0.0
    labels = ends.label([(last, f"<b>{written.rate(last)}</b>", palette.text)], scale, HEIGHT, palette)
    across = over_months(months[0], months[-1], palette)
    axes, height = with_marks({"xaxis": across, "yaxis": upright(scale, palette)}, marks)
    return draw(
        [*data, *marks.traces],
        axes,
        palette,
        height=height,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=[*join(["band: 95 % interval"], LETTERS[width]), *join(marks.names, LETTERS[width])],
        annotations=labels,
        shapes=marks.shapes,
    )
