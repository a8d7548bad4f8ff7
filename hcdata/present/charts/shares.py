"""A service month by month, as a share: better and worse have colours where there is a good direction."""

import plotly.graph_objects as go

from hcdata.present.charts import ends
from hcdata.present.charts.frame import Spec, blank, draw
from hcdata.present.charts.months import NOT_COMPLETE, Months, traces
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, days, join, numbers
from hcdata.present.text import missing_words
from hcdata.present.text.numbers import percent
from hcdata.present.text.service_words import CHANGE
from hcdata.views.service import Service

HEIGHT, RIGHT = 200, 110


def _lacks(found: Service, of: float | None, value: float | None) -> str:
    """Say why a month has no share: a base too small is loaded all the same."""
    return f"{of:,.0f} of at least {found.minimum_n} needed" if of is not None and value is None else ""


def share(found: Service, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw the share of each month with its usual range; better and worse than usual each have a colour."""
    palette, frame = choose(dark), found.months
    if found.missing or found.judged.empty:
        reason = missing_words.say(found.missing) or f"No month has a base of {found.minimum_n} or more."
        return blank(reason, dark, width=width)
    value = numbers(frame["value"])
    series = Months(
        day=days(frame["month"]),
        n=value,
        complete=[bool(one) for one in frame["complete"]],
        meaning=[CHANGE[found.change] if mark else "" for mark in frame["mark"]],
        direction=[int(mark) for mark in frame["mark"]],
        mean=numbers(frame["mean"]),
        lower=numbers(frame["lower"]),
        upper=numbers(frame["upper"]),
        lacking=[_lacks(found, of, n) for of, n in zip(numbers(frame["of"]), value, strict=True)],
    )
    better = {"up": 1, "down": -1}.get(found.direction, 0)
    tints = {better: palette.series[1], -better: palette.series[3]} if better else None
    scale = fit([0.0, *value, *series.upper], percent=True, whole=False)
    notes = []
    if any(series.direction):
        colours = {"better": palette.series[1], "worse": palette.series[3]}
        colour = colours.get(found.change, palette.stands_out)
        notes = [f'<span style="color:{colour}">\u25b2\u25bc</span> {CHANGE[found.change]}, unlikely to be chance']
    if not all(series.complete):
        notes.append(NOT_COMPLETE)
    notes += join([f"a month of fewer than {found.minimum_n} is not shown"], LETTERS[width])
    axes: Spec = {
        "xaxis": over_months(series.day[0], series.day[-1], palette),
        "yaxis": upright(scale, palette),
    }
    last = found.judged.iloc[-1]
    labels = [(last["value"], f"<b>{percent(last['value'])}</b> {last['month']:%b}", palette.text)]
    if found.usual:
        low, high = found.usual
        labels += [(high, f"upper {percent(high)}", palette.quiet), (low, f"lower {percent(low)}", palette.quiet)]
    return draw(
        traces(series, palette, write=percent, tints=tints),
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=scale.left,
        right=RIGHT,
        notes=notes,
        annotations=ends.label(labels, scale, HEIGHT, palette),
    )
