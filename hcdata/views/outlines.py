"""District outlines for the offline map: drawn, and never used to say which district a record is in."""

import csv
from collections.abc import Collection
from functools import lru_cache
from math import hypot
from pathlib import Path

import pandas as pd

from hcdata.common.config import ROOT

FILE = ROOT / "data" / "reference" / "district_outlines.csv"
COLUMNS = ["district", "ring", "east_km", "north_km"]
# A map half a page wide shows half a kilometre in two pixels: nearer points only make the page heavier.
APART_KM = 0.5


@lru_cache(maxsize=4)
def read(file: Path = FILE) -> pd.DataFrame:
    """Return district, ring, east_km, north_km (OSGB36, kilometres) in drawing order; no rows without the file."""
    if not file.exists():
        return pd.DataFrame(columns=COLUMNS)
    with file.open(encoding="utf-8", newline="") as lines:
        points = [
            (row["district"], int(row["ring"]), int(row["easting"]) / 1000, int(row["northing"]) / 1000)
            for row in csv.DictReader(lines)
        ]
    drawn = pd.DataFrame(_thin(points), columns=COLUMNS)
    # What is left of an islet is a line and no area.
    return drawn[drawn.groupby(["district", "ring"])["ring"].transform("size") >= 4]


def of(districts: Collection[str]) -> pd.DataFrame:
    """Return the outlines of these districts (ids); without a row where the file has none of them."""
    known = read()
    return known[known["district"].isin(list(districts))]


def _thin(points: list[tuple[str, int, float, float]]) -> list[tuple[str, int, float, float]]:
    """Leave out points near the last one kept; the ends of each ring stay, so that it closes."""
    kept: list[tuple[str, int, float, float]] = []
    for point, following in zip(points, [*points[1:], None], strict=True):
        begins = not kept or kept[-1][:2] != point[:2]
        ends = following is None or following[:2] != point[:2]
        if begins or ends or hypot(point[2] - kept[-1][2], point[3] - kept[-1][3]) >= APART_KM:
            kept.append(point)
    return kept
