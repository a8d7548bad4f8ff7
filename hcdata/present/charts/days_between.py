"""Days between the records of a series too sparse for months: long gaps are few records, short ones many."""

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, days, join, numbers
from hcdata.present.text import missing_words
from hcdata.views.daily import Daily

HEIGHT, RIGHT = 250, 110


def between(found: Daily, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw the days since the record before at the day of each record, with the middle gap and the limits."""
    palette, frame = choose(dark), found.gaps
    if found.missing or frame.empty:
        reason = (
            missing_words.say(found.missing)
            or "Fewer than nine days with a record: too few to say how far apart they usually are."
        )
        return blank(reason, dark, width=width)
    when, gaps = days(frame["day"]), numbers(frame["value"])
    out = frame["signal"].tolist()
    centre, lower, upper = (numbers(frame[name])[0] for name in ("centre", "lower", "upper"))
    tallest = max(gap or 0 for gap in gaps)
    # A limit far above every gap would flatten them: it is named and not drawn.
    near = upper is not None and upper <= 2 * tallest
    scale = fit([0.0, *gaps, upper if near else None])
    line: Spec = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    levels = (
        [(centre, "solid")] + ([(upper, "dash")] if near else []) + ([(lower, "dash")] if lower and lower >= 1 else [])
    )
    drawn: Spec = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [day.isoformat() for day in when],
        "y": gaps,
        "cliponaxis": False,
        "line": {"color": palette.main, "width": 1.5},
        "marker": {
            "symbol": ["diamond" if one else "circle" for one in out],
            "size": [12 if one else 6 for one in out],
            "color": [palette.stands_out if one else palette.main for one in out],
            "opacity": 1,
        },
        "text": [
            f"{day.day} {day:%B %Y}: {gap:,.0f} days after the one before" for day, gap in zip(when, gaps, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }
    labels = [(centre or 0.0, f"middle {centre:,.0f} days", palette.quiet)] if centre is not None else []
    if near and upper is not None:
        labels.append((upper, f"upper {upper:,.0f}", palette.quiet))
    return draw(
        [drawn],
        {"xaxis": over_months(when[0], when[-1], palette), "yaxis": upright(scale, palette)},
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=join(
            [
                "high: few records; low: many",
                *(["\u25c6 beyond the limits"] if any(out) else []),
                *([] if near or upper is None else [f"upper limit {upper:,.0f} days, above the chart"]),
            ],
            LETTERS[width],
        ),
        annotations=ends.label(labels, scale, HEIGHT, palette),
        shapes=[
            {**line, "y0": at, "y1": at, "line": {"color": palette.rule, "width": 1, "dash": dash}}
            for at, dash in levels
        ],
    )
