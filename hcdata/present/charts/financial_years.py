"""The financial year so far beside the years before: records from April on, added up."""

from datetime import date

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, level, upright
from hcdata.present.charts.wording import Width, days
from hcdata.present.text import missing_words
from hcdata.views.closeup import Closeup

HEIGHT, RIGHT, APRIL = 250, 92, 4


def to_date(found: Closeup, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw the sum from April to each complete month, the newest financial year over the earlier ones."""
    palette, frame = choose(dark), found.years
    if found.trend.missing or frame.empty:
        reason = missing_words.say(found.trend.missing) or "No financial year is loaded from its first month on."
        return blank(reason, dark, width=width)
    names = frame["year"].drop_duplicates().tolist()
    scale = fit([0.0, *frame["to_date"]])
    data: list[Spec] = []
    said: list[tuple[float, str, str]] = []
    for name, dash in zip(names, ("dot", "dash", "solid")[-len(names) :], strict=True):
        part, newest = frame[frame["year"] == name], name == names[-1]
        colour = palette.main if newest else palette.quiet
        months, sums = days(part["month"]), part["to_date"].tolist()
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [(month.month - APRIL) % 12 for month in months],
                "y": sums,
                "cliponaxis": False,
                "line": {"color": colour, "width": 3 if newest else 2, "dash": dash},
                "marker": {"size": [0] * (len(sums) - 1) + [8], "color": colour, "opacity": 1},
                "text": [f"April to {month:%B %Y}: {total:,.0f}" for month, total in zip(months, sums, strict=True)],
                "hovertemplate": "%{text}<extra></extra>",
            }
        )
        said.append((sums[-1], f"<b>{sums[-1]:,.0f}</b> {name}", colour))
    named = [date(2000, 1 + (APRIL - 1 + step) % 12, 1) for step in range(12)]
    axes: Spec = {
        "xaxis": level(palette, range=[-0.3, 11.3], tickvals=list(range(12)), ticktext=[f"{one:%b}" for one in named]),
        "yaxis": upright(scale, palette),
    }
    labels = ends.label(said, scale, HEIGHT, palette)
    return draw(
        data,
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        bottom=30,
        annotations=labels,
    )
