"""Where: squares of one kilometre at true proportion, drawn without any map service."""

from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from hcdata.present.charts.frame import Spec, blank, draw, note
from hcdata.present.charts.palette import Palette, choose
from hcdata.present.charts.spacing import Box, beside
from hcdata.present.charts.wording import LETTERS, Width, escape, join, numbers, wrap
from hcdata.present.text import missing_words
from hcdata.present.text.grid_reference import name_square
from hcdata.views.results import Locations

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
# Height in px; km left free round what is drawn; width of a letter in px; length of the scale in km.
HEIGHT, ROUND, LETTER, SCALE_KM = 420, 3, 7.0, 10
# Width in px for which names are kept apart.
PLOT_WIDTH = {"narrow": 280, "half": 360}
# Asked for by the licence of the outlines (data/README.md).
CREDIT = (
    "District outlines contain Ordnance Survey and Office for National Statistics data"
    " \u00a9 Crown copyright and database right 2016, OGL v3"
)
# Where a density step starts, in multiples of the smallest count shown.
STEPS = (1, 2, 5, 10)


def squares(locations: Locations, dark: bool = False, *, width: Width = "half") -> go.Figure:
    """Draw squares by their south-west corner in km of the national grid; muted ones grey, without a number."""
    palette, frame = choose(dark), locations.squares
    if locations.squares_missing or frame.empty:
        reason = missing_words.say(locations.squares_missing) or "No record of this period has a place on the map."
        return blank(reason, dark, width=width)
    east, north = (frame[name].to_numpy(dtype=int) for name in ("east_km", "north_km"))
    counts = np.array(numbers(frame["n"]), dtype=float)
    counts[frame["muted"].to_numpy(dtype=bool)] = np.nan
    marks_east, marks_north = (locations.landmarks[name].to_numpy(dtype=float) for name in ("east_km", "north_km"))
    outlines = _outlines(locations, palette)
    sides = tuple(
        np.concatenate([own, marks, [km for km in line if km is not None]])
        for own, marks, line in ((east, marks_east, outlines["x"]), (north, marks_north, outlines["y"]))
    )
    (left, right), (low, high) = ((float(side.min()) - ROUND, float(side.max()) + 1 + ROUND) for side in sides)
    per_km = min(PLOT_WIDTH[width] / (right - left), HEIGHT / (high - low))
    edges = [locations.map_minimum * step for step in STEPS]
    area = Box(0, 0, (right - left) * per_km, (high - low) * per_km)
    spots = list(zip((marks_east - left) * per_km, (marks_north - low) * per_km, strict=True))
    fixed: Spec = {"visible": False, "fixedrange": True, "constrain": "domain"}
    axes: Spec = {
        "xaxis": {**fixed, "range": [left, right], "constraintoward": "left"},
        "yaxis": {**fixed, "range": [low, high], "scaleanchor": "x", "scaleratio": 1},
    }
    ruler: Spec = {"type": "line", "x0": left + 1, "x1": left + 1 + SCALE_KM, "y0": low + 1, "y1": low + 1}
    return draw(
        [
            *([outlines] if outlines["x"] else []),
            *_grids(locations, counts, edges, palette),
            _landmarks(locations, spots, area, palette),
        ],
        axes,
        palette,
        height=HEIGHT,
        width=width,
        left=4,
        right=4,
        bottom=8,
        notes=[
            *_key(counts, edges, palette, LETTERS[width]),
            *(wrap(CREDIT, LETTERS[width]) if outlines["x"] else []),
        ],
        annotations=[note(f"{SCALE_KM} km", palette, x=left + 1, xanchor="left", y=low + 1, yanchor="bottom")],
        shapes=[{**ruler, "line": {"color": palette.quiet, "width": 2}}],
    )


def _grids(locations: Locations, counts: Floats, edges: list[int], palette: Palette) -> list[Spec]:
    """Return the muted and the counted squares, each as a grid over their common extent that says what it is."""
    east, north = (locations.squares[name].to_numpy(dtype=int) for name in ("east_km", "north_km"))
    left, bottom = int(east.min()), int(north.min())
    shape = int(north.max()) - bottom + 1, int(east.max()) - left + 1
    muted, shown = (np.full(shape, np.nan) for _ in range(2))
    shown[north - bottom, east - left] = counts
    muted[north - bottom, east - left] = np.where(np.isnan(counts), 0.0, np.nan)
    words: list[list[str | None]] = [[None] * shape[1] for _ in range(shape[0])]
    for at_east, at_north, n in zip(east.tolist(), north.tolist(), counts.tolist(), strict=True):
        words[at_north - bottom][at_east - left] = _say(locations, at_east, at_north, n, edges[0])
    most = 2 * edges[-1]
    stops = [(edge - edges[0]) / (most - edges[0]) for edge in (*edges, most)]
    colours = [[at, colour] for colour, ends in zip(palette.density, pairwise(stops), strict=True) for at in ends]
    on: Spec = {"type": "heatmap", "x0": left + 0.5, "dx": 1, "y0": bottom + 0.5, "dy": 1, "showscale": False}
    on |= {"xgap": 0.5, "ygap": 0.5, "hoverongaps": False, "text": words, "hovertemplate": "%{text}<extra></extra>"}
    grey = [[0, palette.muted], [1, palette.muted]]
    return [
        {**on, "z": _blank(muted), "zmin": 0, "zmax": 1, "colorscale": grey},
        {
            **on,
            "z": _blank(shown),
            "zmin": edges[0],
            "zmax": most,
            "colorscale": colours,
        },
    ]


def _say(locations: Locations, east: int, north: int, n: float, least: int) -> str:
    """Return what a square is: its count or why there is none, its grid reference, and the nearest town."""
    count = f"fewer than {least:,}, or kept back" if np.isnan(n) else f"{n:,.0f}"
    marks = locations.landmarks
    near = ""
    if len(marks):
        away = np.hypot(marks["east_km"] - east - 0.5, marks["north_km"] - north - 0.5)
        nearest = int(away.argmin())
        near = f", {away.iloc[nearest]:.0f} km from {escape(str(marks['name'].iloc[nearest]))}"
    return f"<b>{count}</b> in the square kilometre<br>{name_square(east, north)}{near}"


def _outlines(locations: Locations, palette: Palette) -> Spec:
    """Return the district outlines as one line, broken between rings."""
    x: list[float | None] = []
    y: list[float | None] = []
    if len(locations.outlines):
        for _, ring in locations.outlines.groupby(["district", "ring"], sort=False):
            x += [*ring["east_km"].tolist(), None]
            y += [*ring["north_km"].tolist(), None]
    line = {"color": palette.rule, "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _blank(grid: Floats) -> list[list[float | None]]:
    """Return a grid as plain lists, None where it has no number, as a page is sent it."""
    return [[None if one != one else one for one in row] for row in grid.tolist()]


def _landmarks(locations: Locations, spots: list[tuple[float, float]], area: Box, palette: Palette) -> Spec:
    marks = locations.landmarks
    names = [str(name) for name in marks["name"]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": marks["east_km"].tolist(),
        "y": marks["north_km"].tolist(),
        "marker": {
            "symbol": "circle",
            "size": 5,
            "color": palette.text,
            "line": {"width": 1.5, "color": palette.page},
        },
        "text": [escape(name) for name in names],
        "textposition": beside(spots, [(LETTER * len(name), 17) for name in names], area),
        "textfont": {"size": 13, "color": palette.text, "shadow": palette.halo},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _key(counts: Floats, edges: list[int], palette: Palette, characters: int) -> list[str]:
    """Return the steps that occur, each with a square in its colour."""
    spans = [f"{start:,} to {end - 1:,}" for start, end in pairwise(edges)] + [f"{edges[-1]:,} or more"]
    most = np.nanmax(counts, initial=0)
    entries = [pair for *pair, edge in zip(palette.density, spans, edges, strict=True) if edge <= most]
    if np.isnan(counts).any():
        entries.insert(0, [palette.muted, f"under {edges[0]:,}"])
    lines = "\n".join(join([f"\u25a0 {span}" for _, span in entries], characters))
    for colour, span in entries:
        lines = lines.replace(f"\u25a0 {span}", f'<span style="color:{colour}">\u25a0</span> {span}', 1)
    return lines.split("\n")
