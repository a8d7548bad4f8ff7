"""Several trends side by side on one scale of time."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from hcdata.present.charts import ends, marked_events, months
from hcdata.present.charts.frame import Spec, blank, draw, note
from hcdata.present.charts.palette import choose
from hcdata.present.charts.scale import fit, over_months, upright
from hcdata.present.charts.wording import LETTERS, Width, join, wrap
from hcdata.present.text import missing_words, series, signals
from hcdata.views.results import Trend

# Heights in px of a panel's plot, its subject and its dates; the gap between panels as a share of the width.
PLOT, ABOVE, BELOW, GAP = 110, 12, 34, 0.1
# Characters a panel's line holds by the columns of a phone's screen: "Huntingdonshire" in a third of it.
LINE = {1: 36, 2: 24, 3: 15}


def small_multiples(
    trends: Sequence[Trend],
    dark: bool = False,
    *,
    columns: int = 3,
    width: Width = "half",
    name: Callable[[Trend], str] = series.name,
) -> go.Figure:
    """Draw one panel a trend, its name above it, in 1, 2 or 3 columns; each panel has its own vertical scale.

    Where a word is too long for a third of a phone's screen there are two columns.
    """
    palette = choose(dark)
    read = [months.read(one) for one in trends]
    shown = [day for series in read for day in series.day]
    if not shown:
        reason = next(
            (missing_words.say(one.missing) for one in trends if one.missing),
            "There is nothing to compare in this choice of filters.",
        )
        return blank(reason, dark, width=width)
    if max(len(word) for one in trends for word in [*name(one).split(), ""]) > LINE[columns]:
        columns = min(columns, 2)
    subjects = [wrap(name(one), LINE[columns]) for one in trends]
    years = [wrap(signals.year(one), LINE[columns]) for one in trends]
    above = ABOVE + ends.GAP * (1 + max(len(one) + len(year) for one, year in zip(subjects, years, strict=True)))
    rows = -(-len(trends) // columns)
    height = rows * (PLOT + above + BELOW) - BELOW
    across = (1 - GAP * (columns - 1)) / columns
    data: list[Spec] = []
    axes: Spec = {}
    texts: list[Spec] = []
    shapes: list[Spec] = []
    for position, (one, drawn) in enumerate(zip(trends, read, strict=True)):
        row, column = divmod(position, columns)
        left = column * (across + GAP)
        top = 1 - row * (PLOT + above + BELOW) / height
        bottom = max(0.0, top - (PLOT + above) / height)
        # Plotly numbers axes from the second on.
        number = position + 1 if position else ""
        x, y = f"x{number}", f"y{number}"
        edge: Spec = {"xref": "paper", "x": left, "xanchor": "left", "yref": "paper"}
        head = f"<b>{'<br>'.join(subjects[position])}</b>"
        if drawn.last is not None and not one.missing:
            head = "<br>".join([head, f"{drawn.n[drawn.last]:,.0f} in {drawn.day[drawn.last]:%b}", *years[position]])
        texts.append(note(head, palette, colour=palette.text, **edge, y=top, yanchor="top"))
        known = any(n is not None for n in drawn.n)
        if one.missing or not known:
            why = wrap(missing_words.say(one.missing) or "No month has a figure.", LINE[columns])
            texts.append(note("<br>".join(why), palette, **edge, y=bottom + PLOT / 2 / height, yanchor="middle"))
            continue
        scale = fit([0.0, *drawn.n, *drawn.upper], lines=2)
        data += months.traces(drawn, palette, x=x, y=y, size=4)
        axes[f"xaxis{number}"] = {
            **over_months(min(shown), max(shown), palette, sparse=True),
            "domain": [left, left + across],
            "anchor": y,
        }
        axes[f"yaxis{number}"] = {
            **upright(scale, palette),
            "domain": [bottom, bottom + PLOT / height],
            "anchor": x,
        }
        shapes += marked_events.lines(one, min(shown), max(shown), palette, x, f"{y} domain")
    keys = sorted({key for series in read for key in series.notes}, reverse=True)
    notes = ["each panel has its own vertical scale", *keys]
    if shapes:
        notes.append("dotted: an event; solid: a change of recording practice")
    if any(series.limited for series in read) and not all(series.limited for series in read):
        notes.append("no band: too few for a usual range")
    return draw(
        data,
        axes,
        palette,
        height=height,
        width=width,
        left=36,
        right=10,
        bottom=BELOW,
        notes=join(notes, LETTERS["narrow"]),  # they may be read on a phone
        annotations=texts,
        shapes=shapes,
    )
