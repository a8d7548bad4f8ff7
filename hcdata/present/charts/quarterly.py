"""A series by quarter, each beside the same quarter a year before."""

from datetime import date

import plotly.graph_objects as go

from hcdata.present.charts.frame import Spec, blank, draw, note
from hcdata.present.charts.months import NOT_COMPLETE
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, level, upright
from hcdata.present.charts.wording import LETTERS, Width, days, escape, join, numbers
from hcdata.present.text import missing_words
from hcdata.stats.periods import add_months
from hcdata.views.closeup import Closeup

HEIGHT = 250


def by_quarter(found: Closeup, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw a bar a quarter with its number; a quarter not complete is hollow."""
    palette, frame = choose(dark), found.quarters
    if found.trend.missing or frame.empty:
        return blank(missing_words.say(found.trend.missing) or "No quarter is loaded.", dark, width=width)
    n, prior, starts = numbers(frame["n"]), numbers(frame["prior_n"]), days(frame["quarter"])
    whole = frame["complete"].tolist()
    scale = fit([*n, *prior, 0.0])
    at = list(range(len(n)))
    said = [
        f"{start:%B} to {add_months(start, 2):%B %Y}: {value:,.0f}"
        f"{'' if before is None else f', {before:,.0f} a year before'}"
        for start, value, before in zip(starts, n, prior, strict=True)
    ]
    bar: Spec = {
        "type": "bar",
        "x": at,
        "y": n,
        "width": 0.62,
        "marker": {
            "color": [palette.main if one else palette.page for one in whole],
            "line": {"width": 2, "color": palette.main},
        },
        "text": [escape(one) for one in said],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }
    known = [(place, value) for place, value in zip(at, prior, strict=True) if value is not None]
    mark: Spec = {
        "type": "scatter",
        "mode": "markers",
        "x": [place for place, _ in known],
        "y": [value for _, value in known],
        "marker": {"symbol": "line-ew", "size": 22, "opacity": 1, "line": {"width": 3, "color": palette.series[3]}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    labels = [
        note(f"<b>{value:,.0f}</b>", palette, colour=palette.text, x=place, y=max(value or 0, before or 0), yshift=10)
        for place, value, before in zip(at, n, prior, strict=True)
    ]
    axes: Spec = {
        "xaxis": level(
            palette,
            range=[-0.6, len(at) - 0.4],
            tickvals=at,
            ticktext=[_name(start, year=start.month == 1 or not place) for place, start in enumerate(starts)],
        ),
        "yaxis": upright(scale, palette),
        "barmode": "overlay",
    }
    notes = join([NOT_COMPLETE.replace("month", "quarter")] if not all(whole) else [], LETTERS[width])
    if known:
        notes.append(f'<span style="color:{palette.series[3]}">\u2501</span> the same quarter a year before')
    drawn = [bar, mark] if known else [bar]
    return draw(
        drawn,
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        bottom=62,
        notes=notes,
        annotations=labels,
    )


def _name(start: date, *, year: bool) -> str:
    return f"{start:%b}\u2013<br>{add_months(start, 2):%b}{f'<br>{start.year}' if year else ''}"
