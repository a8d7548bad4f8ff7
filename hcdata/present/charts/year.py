"""The rolling twelve months: this year beside last year."""

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, level, upright
from hcdata.present.charts.wording import Width, days, numbers
from hcdata.present.text import missing_words
from hcdata.views.results import Trend

HEIGHT, RIGHT, YEAR = 250, 92, 12


def rolling_year(trend: Trend, dark: bool = False, *, width: Width = "narrow") -> go.Figure:
    """Draw the R12 of the last twelve complete months over that of the same months a year before."""
    palette = choose(dark)
    known = [
        pair
        for pair in zip(days(trend.months["month"]), numbers(trend.months["r12"]), strict=True)
        if pair[1] is not None
    ]
    if trend.missing or not known:
        reason = missing_words.say(trend.missing) or "A rolling year needs twelve complete months."
        return blank(reason, dark, width=width)
    this, last = known[-YEAR:], known[-2 * YEAR : -YEAR]
    scale = fit([0.0, *(value for _, value in this + last)])
    lines = [
        (last, "year before", palette.quiet, {"color": palette.quiet, "width": 2, "dash": "dash"}, "square"),
        (this, "this year", palette.main, {"color": palette.main, "width": 3}, "circle"),
    ]
    data: list[Spec] = []
    said: list[tuple[float, str, str]] = []
    for points, name, colour, line, symbol in lines:
        if not points:
            continue
        at = list(range(YEAR - len(points), YEAR))
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": at,
                "y": [value for _, value in points],
                "cliponaxis": False,
                "line": line,
                "marker": {
                    "symbol": symbol,
                    "color": colour,
                    "size": [0] * (len(points) - 1) + [8],
                    "opacity": 1,
                    "line": {"width": 0},
                },
                "text": [f"12 months to {day:%B %Y}: {value:,.0f}" for day, value in points],
                "hovertemplate": "%{text}<extra></extra>",
            }
        )
        value = points[-1][1]
        assert value is not None
        said.append((value, f"<b>{value:,.0f}</b><br>{name}", colour))
    ticks = range(2, YEAR, 3)
    names = {at: f"{day:%b}" for at, (day, _) in zip(range(YEAR - len(this), YEAR), this, strict=True)}
    axes = {
        "xaxis": level(
            palette,
            range=[-0.4, YEAR - 0.6],
            tickvals=[at for at in ticks if at in names],
            ticktext=[names[at] for at in ticks if at in names],
        ),
        "yaxis": upright(scale, palette),
    }
    return draw(
        data,
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        bottom=30,
        annotations=ends.label(said, scale, HEIGHT, palette, lines=2),
    )
