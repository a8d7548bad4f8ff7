"""Labels in the right margin, each at the height of the line it names."""

from collections.abc import Sequence

from hcdata.present.charts.frame import Spec, note
from hcdata.present.charts.palette import Palette
from hcdata.present.charts.scale import Scale
from hcdata.present.charts.spacing import spread

# Distance between two lines of label text, in px.
GAP = 17


def label(
    entries: Sequence[tuple[float, str, str]], scale: Scale, height: int, palette: Palette, *, lines: int = 1
) -> list[Spec]:
    """Return labels (value, escaped text, colour) beside a plot of so many px, moved apart where they meet."""
    heights = spread([scale.at(value, height) for value, _, _ in entries], GAP * lines, height)
    where: Spec = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 4, "yanchor": "middle"}
    return [
        note(text, palette, colour=colour, y=scale.back(px, height), **where)
        for (_, text, colour), px in zip(entries, heights, strict=True)
    ]
