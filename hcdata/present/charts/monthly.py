"""A measure month by month, with its usual range and the events of the time."""

import plotly.graph_objects as go

from hcdata.present.charts import ends, marked_events, months
from hcdata.present.charts.frame import NARROW, Spec, blank, draw
from hcdata.present.charts.marked_events import Marks
from hcdata.present.charts.palette import Palette, choose
from hcdata.present.charts.scale import Scale, fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, join
from hcdata.present.text import missing_words
from hcdata.views.results import Trend

HEIGHT, RIGHT = 250, 76


def trend(trend: Trend, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw a trend: band of the usual range, mean, months, events; its last complete month carries its value."""
    palette, series = choose(dark), months.read(trend)
    if trend.missing or not any(n is not None for n in series.n):
        return blank(missing_words.say(trend.missing) or "No month of this period has a figure.", dark, width=width)
    first, last = series.day[0], series.day[-1]
    marks = marked_events.mark(trend, first, last, palette, plot_width=NARROW[width])
    scale = fit([0.0, *series.n, *series.upper])
    axes, height = with_marks({"xaxis": over_months(first, last, palette), "yaxis": upright(scale, palette)}, marks)
    return draw(
        [*months.traces(series, palette), *marks.traces],
        axes,
        palette,
        height=height,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=[*join(series.notes, LETTERS[width]), *join(marks.names, LETTERS[width])],
        annotations=_labels(trend, series, scale, palette),
        shapes=marks.shapes,
    )


def with_marks(axes: Spec, marks: Marks) -> tuple[Spec, int]:
    """Return axes of a plot of HEIGHT px with room for marks above it, and the height of both."""
    height = HEIGHT + marks.height
    room: Spec = {"range": [-marks.height, 0], "anchor": "x", "visible": False, "fixedrange": True}
    if marks.traces:
        axes = {**axes, "yaxis2": {**room, "domain": [HEIGHT / height, 1]}}
    return {**axes, "yaxis": {**axes["yaxis"], "domain": [0, HEIGHT / height]}}, height


def _labels(trend: Trend, series: months.Months, scale: Scale, palette: Palette) -> list[Spec]:
    """Return the labels in the right margin: the last value, and mean and limits where there are any."""
    last = series.last
    if last is None:
        return []
    value = series.n[last]
    assert value is not None
    entries = [(value, f"<b>{value:,.0f}</b> {series.day[last]:%b}", palette.text)]
    mean = next((one for one in reversed(series.mean) if one is not None), None)
    if trend.usual and mean is not None:
        low, high = trend.usual
        entries += [(high, f"upper {high:,}", palette.quiet), (low, f"lower {low:,}", palette.quiet)]
        entries.append((mean, f"mean {mean:,.{0 if mean >= 100 else 1}f}", palette.quiet))
    return ends.label(entries, scale, HEIGHT, palette)
