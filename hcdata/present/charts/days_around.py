"""The days round an event, each with its number, and what is usual a day."""

from datetime import timedelta

import plotly.graph_objects as go

from hcdata.present.charts.frame import Spec, blank, draw, note
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, level, upright
from hcdata.present.charts.wording import Width, days, numbers
from hcdata.views.daily import Around

HEIGHT, DAY = 200, timedelta(days=1)


def around(found: Around, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw a bar a day, the event's day between, and what is usual a day before and after as a line."""
    palette, frame = choose(dark), found.days
    if frame.empty:
        return blank("No day round this event is loaded.", dark, width=width)
    when, n = days(frame["day"]), numbers(frame["n"])
    usual = [
        (days(part["first"])[0], days(part["last"])[0], float(part["expected"].iloc[0] / part["days"].iloc[0]))
        for _, part in found.windows.groupby("window")
        if part["days"].iloc[0] and part["expected"].iloc[0] > 0
    ]
    scale = fit([0.0, *n, *(value for *_, value in usual)])
    bar: Spec = {
        "type": "bar",
        "x": [day.isoformat() for day in when],
        "y": n,
        "marker": {"color": palette.main},
        "text": [f"{day:%A} {day.day} {day:%B %Y}: {value:,.0f}" for day, value in zip(when, n, strict=True)],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }
    steps: list[Spec] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [first.isoformat(), last.isoformat()],
            "y": [value, value],
            "hoverinfo": "skip",
            "line": {"color": palette.series[3], "width": 3},
        }
        for first, last, value in usual
    ]
    line: Spec = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "x0": found.event.isoformat()}
    axes: Spec = {
        "xaxis": level(
            palette,
            type="date",
            range=[(when[0] - DAY).isoformat(), (when[-1] + DAY).isoformat()],
            tick0=found.event.isoformat(),
            dtick=7 * 86_400_000,
            tickformat="%-d %b",
        ),
        "yaxis": upright(scale, palette),
    }
    return draw(
        [bar, *steps],
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        bottom=30,
        notes=[f'<span style="color:{palette.series[3]}">\u2501</span> usual a day for these weekdays and season'],
        annotations=[note("the day", palette, x=found.event.isoformat(), y=1, yref="paper", yanchor="bottom")],
        shapes=[{**line, "x1": line["x0"], "line": {"color": palette.text, "width": 1, "dash": "dot"}}],
    )
