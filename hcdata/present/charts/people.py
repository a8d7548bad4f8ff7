"""Repeat victims and suspects by quarter."""

from datetime import date

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, days, join, numbers
from hcdata.present.text import missing_words
from hcdata.stats.periods import add_months
from hcdata.views.results import Nominals

HEIGHT, RIGHT = 220, 100
# Each line's marker and stroke, as the legend shows and names them.
SIGNS = {"circle": "\u25cf", "square": "\u25a0"}
LINES = {"solid": "whole line", "dash": "broken line"}


def quarters(nominals: Nominals, dark: bool = False, *, width: Width = "narrow") -> go.Figure:
    """Draw repeat victims and repeat suspects, one line each; a quarter not complete is hollow and apart."""
    palette, frame = choose(dark), nominals.quarters
    columns = {"repeat_victims": "victims", "repeat_suspects": "suspects"}
    counts = {name: numbers(frame[column]) for column, name in columns.items()}
    if nominals.missing or not any(n is not None for values in counts.values() for n in values):
        return blank(
            missing_words.say(nominals.missing) or "No quarter of this period has a figure.", dark, width=width
        )
    day, whole = days(frame["quarter"]), [bool(one) for one in frame["complete"]]
    scale = fit([n for values in counts.values() for n in values] + [0.0], lines=3)
    looks = {"victims": (palette.main, "circle", "solid"), "suspects": (palette.series[3], "square", "dash")}
    data: list[Spec] = []
    said: list[tuple[float, str, str]] = []
    for name, values in counts.items():
        colour, symbol, dash = looks[name]
        complete = [n if done else None for n, done in zip(values, whole, strict=True)]
        part = [None if done else n for n, done in zip(values, whole, strict=True)]
        hover = [
            f"{_name(one)}: {'no figure for' if n is None else f'{n:,.0f}'} {name}"
            for one, n in zip(day, values, strict=True)
        ]
        on: Spec = {"type": "scatter", "x": [one.isoformat() for one in day], "cliponaxis": False, "text": hover}
        on["hovertemplate"] = "%{text}<extra></extra>"
        data.append(
            {
                **on,
                "y": complete,
                "mode": "lines+markers",
                "line": {"color": colour, "width": 2, "dash": dash},
                "marker": {"symbol": symbol, "size": 8, "color": colour},
            }
        )
        if any(n is not None for n in part):
            hollow = {"symbol": symbol, "size": 9, "color": palette.page, "line": {"width": 2, "color": colour}}
            data.append({**on, "y": part, "mode": "markers", "marker": hollow})
        known = [n for n in complete if n is not None]
        if known:
            said.append((known[-1], f"{_mark(SIGNS[symbol], colour)} <b>{known[-1]:,.0f}</b> {name}", palette.text))
    axes = {"xaxis": over_months(day[0], day[-1], palette), "yaxis": upright(scale, palette)}
    return draw(
        data,
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=[
            "  ".join(
                f"{_mark(SIGNS[symbol], colour)} {name}, {LINES[dash]}"
                for name, (colour, symbol, dash) in looks.items()
            ),
            *join([] if all(whole) else ["\u25cb\u25a1 hollow: quarter not complete"], LETTERS[width]),
        ],
        annotations=ends.label(said, scale, HEIGHT, palette),
    )


def _mark(sign: str, colour: str) -> str:
    """Return a marker in the ink of its line."""
    return f'<span style="color:{colour}">{sign}</span>'


def _name(start: date) -> str:
    return f"{start:%b} to {add_months(start, 2):%b %Y}"
