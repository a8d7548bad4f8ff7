"""Kinds side by side as horizontal bars, each beside the period before."""

import pandas as pd
import plotly.graph_objects as go

from hcdata.present.charts.frame import Spec, blank, draw, note
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import level
from hcdata.present.charts.wording import Width, numbers, wrap

# Height in px of a bar with its gap and of a label's line; characters of a line and px a letter; room for the number.
ROW, LINE_HEIGHT, LABEL_LINE, LETTER, RIGHT = 36, 17, 18, 7.2, 48


def bars(
    frame: pd.DataFrame,
    label_column: str,
    n_column: str,
    prior_column: str,
    dark: bool = False,
    *,
    width: Width = "half",
) -> go.Figure:
    """Draw one bar a row in the frame's order with its number, and a thin mark at the period before where known."""
    palette = choose(dark)
    if frame.empty:
        return blank("There is nothing to count in this choice of filters.", dark, width=width)
    n, prior = numbers(frame[n_column]), numbers(frame[prior_column])
    labels = [wrap(str(label), LABEL_LINE) for label in frame[label_column]]
    rows = list(range(len(labels)))
    top = max([one for one in [*n, *prior] if one is not None], default=1.0) or 1.0
    bar: Spec = {
        "type": "bar",
        "orientation": "h",
        "x": [value or 0 for value in n],
        "y": rows,
        "width": 0.62,
        "marker": {"color": palette.main},
        "text": ["<br>".join(label) for label in labels],
        "textposition": "none",
        "customdata": [_say(now, before) for now, before in zip(n, prior, strict=True)],
        "hovertemplate": "%{text}: %{customdata}<extra></extra>",
    }
    known = [(value, row) for value, row in zip(prior, rows, strict=True) if value is not None]
    mark: Spec = {
        "type": "scatter",
        "mode": "markers",
        "x": [value for value, _ in known],
        "y": [row for _, row in known],
        "marker": {
            "symbol": "line-ns",
            "size": ROW * 0.4,
            "opacity": 1,
            "line": {"width": 6, "color": palette.page},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    inner = {**mark, "marker": {**mark["marker"], "line": {"width": 3, "color": palette.series[3]}}}
    ends = [max(one for one in (now, before, 0.0) if one is not None) for now, before in zip(n, prior, strict=True)]
    numbers_shown = [
        note(
            "too few" if now is None else f"<b>{now:,.0f}</b>",
            palette,
            colour=palette.quiet if now is None else palette.text,
            x=end,
            xanchor="left",
            xshift=6,
            y=row,
            yanchor="middle",
        )
        for now, end, row in zip(n, ends, rows, strict=True)
    ]
    left = 14 + round(LETTER * max(len(line) for label in labels for line in label))
    axes = {
        "xaxis": level(palette, range=[0, top], visible=False),
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": rows,
            "ticktext": ["<br>".join(label) for label in labels],
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": palette.rule,
            "fixedrange": True,
            "tickfont": {"size": 13, "color": palette.text},
            "ticklabelstandoff": 6,
        },
        "barmode": "overlay",
    }
    return draw(
        [bar, mark, inner] if known else [bar],
        axes,
        palette,
        height=max(ROW, LINE_HEIGHT * max(map(len, labels)) + 4) * len(rows),
        width=width,
        left=left,
        right=RIGHT,
        bottom=10,
        notes=[f'<span style="color:{palette.series[3]}">\u2503</span> the period before'] if known else [],
        annotations=numbers_shown,
    )


def _say(now: float | None, before: float | None) -> str:
    shown = "too few to show" if now is None else f"{now:,.0f}"
    return shown if before is None else f"{shown}, {before:,.0f} in the period before"
