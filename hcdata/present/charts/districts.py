"""Districts against the size of what they are counted over: a funnel, never a league table."""

from dataclasses import replace

import plotly.graph_objects as go

from hcdata.present.charts.ends import GAP, label
from hcdata.present.charts.frame import NARROW, Spec, blank, draw
from hcdata.present.charts.months import SHAPES
from hcdata.present.charts.palette import Palette, choose
from hcdata.present.charts.scale import TICK_SIZE, Scale, fit, level, upright
from hcdata.present.charts.spacing import Box, beside
from hcdata.present.charts.wording import LETTERS, Width, escape, join, numbers, wrap
from hcdata.present.text import missing_words
from hcdata.present.text.numbers import count, percent, rate
from hcdata.views.results import OUTSIDE, Comparison, Unit

HEIGHT, RIGHT = 290, 64
# A name longer than this is broken in two, and how wide a letter of it is, in px.
NAME_LINE, LETTER = 15, 6.6
# The number the horizontal axis counts, by unit.
OVER = {"rate": "Population", "percent": "Number due", "count": "Counted over"}


def funnel(comparison: Comparison, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw each district's value against its denominator, between the 95 % and 99.8 % limits round the pooled value."""
    palette, rows = choose(dark), comparison.rows
    values, over = numbers(rows["value"]), numbers(rows["of"])
    points = [i for i, pair in enumerate(zip(values, over, strict=True)) if None not in pair]
    if comparison.missing or not points:
        return blank(missing_words.say(comparison.missing) or "No district has a figure to compare.", dark, width=width)
    limits = {name: numbers(comparison.limits[name]) for name in ("of", "lower95", "upper95", "lower998", "upper998")}
    values_shown = [values[i] for i in points]
    scale = _scale(comparison.unit, [*values_shown, *limits["upper998"][len(limits["of"]) // 4 :], comparison.baseline])
    names = [str(name) for name in rows["name"]]
    left_out = [name for i, name in enumerate(names) if i not in points]
    high_low = [_direction(value) for value in rows["significance"]]
    across = [one for one in [*over, *limits["of"]] if one is not None]
    low, high = min(across), max(across)
    notes = [f"\u25b2\u25bc outside the {_outer(comparison)} limits"] * any(high_low[i] for i in points)
    if left_out:
        notes.append(f"not shown, no figure: {', '.join(left_out)}")
    axes = {
        "xaxis": level(
            palette,
            range=[low, high],
            nticks=4,
            tickformat=",~f",
            title={"text": OVER[comparison.unit], "standoff": 6, "font": {"size": TICK_SIZE, "color": palette.quiet}},
        ),
        "yaxis": upright(scale, palette),
    }
    lines = _limits(limits, comparison.baseline, palette)
    spots = [((over[i] or 0.0), (values[i] or 0.0), names[i], high_low[i], rows["n"].iloc[i]) for i in points]
    return draw(
        [*lines, _points(spots, scale, (low, high), comparison.unit, palette, NARROW[width])],
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        bottom=48,
        notes=join(notes, LETTERS[width]),
        annotations=_labels(limits, comparison, scale, palette),
    )


def _outer(comparison: Comparison) -> str:
    return f"{100 * (1 - comparison.level):g} %"


def _scale(unit: Unit, values: list[float | None]) -> Scale:
    fitted = fit([*values, 0.0], whole=unit == "count", percent=unit == "percent")
    return replace(fitted, high=min(fitted.high, 1.0)) if fitted.percent else fitted


def _direction(significance: object) -> int:
    return OUTSIDE.get(significance, 0) if isinstance(significance, str) else 0


def say(value: float, unit: Unit) -> str:
    """Return a value as a label: percent, events per 1,000 or a count."""
    return {"percent": percent(value), "rate": rate(value), "count": count(value)}[unit]


def _limits(limits: dict[str, list[float | None]], baseline: float | None, palette: Palette) -> list[Spec]:
    on: Spec = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": limits["of"]}
    outer: Spec = {"color": palette.rule, "width": 1}
    lines = [{**on, "y": limits[f"{side}998"], "line": outer} for side in ("lower", "upper")]
    lines += [{**on, "y": limits[f"{side}95"], "line": {**outer, "dash": "dash"}} for side in ("lower", "upper")]
    if baseline is not None:
        lines.append({**on, "y": [baseline] * len(limits["of"]), "line": {"color": palette.quiet, "width": 1.5}})
    return lines


def _points(
    spots: list[tuple[float, float, str, int, object]],
    scale: Scale,
    ends: tuple[float, float],
    unit: Unit,
    palette: Palette,
    plot_width: int,
) -> Spec:
    span = (ends[1] - ends[0]) or 1.0
    px = [((over - ends[0]) / span * plot_width, scale.at(value, HEIGHT)) for over, value, *_ in spots]
    wrapped = [wrap(name, NAME_LINE) for _, _, name, _, _ in spots]
    sizes = [(LETTER * max(map(len, lines)), GAP * len(lines)) for lines in wrapped]
    out = [direction != 0 for *_, direction, _ in spots]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "cliponaxis": False,
        "x": [spot[0] for spot in spots],
        "y": [spot[1] for spot in spots],
        "marker": {
            "symbol": [SHAPES[spot[3]] for spot in spots],
            "size": [13 if one else 9 for one in out],
            "color": [palette.stands_out if one else palette.main for one in out],
            "opacity": 1,
            "line": {"width": 1, "color": palette.page},
        },
        "text": ["<br>".join(lines) for lines in wrapped],
        "textposition": beside(px, sizes, Box(0, 0, plot_width, HEIGHT)),
        "textfont": {"size": TICK_SIZE, "color": palette.text, "shadow": palette.halo},
        "hovertext": [
            f"{escape(name)}: {say(value, unit)} ({n:,.0f} of {over:,.0f})" for over, value, name, _, n in spots
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _labels(
    limits: dict[str, list[float | None]], comparison: Comparison, scale: Scale, palette: Palette
) -> list[Spec]:
    named = [(limits[name][-1], text) for name, text in (("upper998", _outer(comparison)), ("upper95", "95 %"))]
    if comparison.baseline is not None:
        named.append((comparison.baseline, f"all {say(comparison.baseline, comparison.unit)}"))
    known = [(value, text, palette.quiet) for value, text in named if value is not None]
    return label(known, scale, HEIGHT, palette)
