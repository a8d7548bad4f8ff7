"""Latitude and longitude (WGS84) to national grid metres (OSGB36, EPSG:27700)."""

import math
from collections.abc import Sequence

import duckdb

from hcdata.ingest.define import drop
from hcdata.ingest.layouts.layout import Layout

# Pairs with a latitude or a longitude that is no number go on as they are, and are found unreadable there.
_AS_WRITTEN = (
    "UPDATE text_row SET easting = longitude, northing = latitude"
    " WHERE easting IS NULL AND northing IS NULL AND (latitude IS NOT NULL OR longitude IS NOT NULL)"
)
# Pairs transformed at once: a million of them together take 1.7 GB beside the database's own memory (measured).
AT_ONCE = 100_000
_MET = (
    "CREATE OR REPLACE TEMP TABLE pair_met AS SELECT DISTINCT latitude, longitude FROM text_row"
    " WHERE try_cast(latitude AS DOUBLE) IS NOT NULL AND try_cast(longitude AS DOUBLE) IS NOT NULL"
)
_NONE_PLACED = (
    "CREATE OR REPLACE TEMP TABLE pair_placed (latitude VARCHAR, longitude VARCHAR, easting VARCHAR, northing VARCHAR)"
)
_PLACED = "INSERT INTO pair_placed SELECT unnest($lat), unnest($lon), unnest($east), unnest($north)"
_TRANSFORMED = (
    "UPDATE text_row SET easting = p.easting, northing = p.northing FROM pair_placed AS p"
    " WHERE text_row.easting IS NULL AND text_row.northing IS NULL"
    " AND text_row.latitude = p.latitude AND text_row.longitude = p.longitude"
)


def wanted(layout: Layout) -> bool:
    """Whether a layout gives places in degrees."""
    return {"latitude", "longitude"} <= layout.fields.keys()


def to_grid(con: duckdb.DuckDBPyConnection, layout: Layout, box: Sequence[float]) -> None:
    """Fill easting and northing of text_row from latitude and longitude where the row has no grid reference.

    A pair that lies in the box only when swapped, or with a sign turned, is written as the grid pair with that same
    fault, so that the macro `located` finds it.
    """
    if not wanted(layout):
        return
    con.execute(_MET)
    con.execute(_NONE_PLACED)
    met = con.execute("SELECT count(*) FROM pair_met").fetchall()[0][0]
    for first in range(0, met, AT_ONCE):
        pairs = con.execute(
            "SELECT latitude, longitude FROM pair_met WHERE rowid >= $first AND rowid < $after",
            {"first": first, "after": first + AT_ONCE},
        ).fetchall()
        grid = _grid([(float(lat), float(lon)) for lat, lon in pairs], box)
        con.execute(
            _PLACED,
            {
                "lat": [lat for lat, _ in pairs],
                "lon": [lon for _, lon in pairs],
                "east": [f"{east:.1f}" for east, _ in grid],
                "north": [f"{north:.1f}" for _, north in grid],
            },
        )
    con.execute(_TRANSFORMED)
    con.execute(_AS_WRITTEN)
    drop(con, "pair_met", "pair_placed")


def _grid(pairs: list[tuple[float, float]], box: Sequence[float]) -> list[tuple[float, float]]:
    latitudes, longitudes = [lat for lat, _ in pairs], [lon for _, lon in pairs]
    plain = _transform(latitudes, longitudes)
    swapped = _transform(longitudes, latitudes)
    flipped = _transform([abs(lat) for lat in latitudes], [-lon for lon in longitudes])
    mirrored = _transform([abs(lat) for lat in latitudes], longitudes)
    found = []
    for number, pair in enumerate(pairs):
        if pair == (0, 0):
            found.append(pair)
        elif _lies_in(swapped[number], box) and not _lies_in(plain[number], box):
            east, north = swapped[number]
            found.append((north, east))
        else:
            right = (one[number] for one in (flipped, mirrored) if _lies_in(one[number], box))
            east, north = next(right, (math.inf, math.inf))
            found.append(plain[number] if _lies_in(plain[number], box) or east == math.inf else (-east, north))
    return found


def _transform(latitudes: list[float], longitudes: list[float]) -> list[tuple[float, float]]:
    from pyproj import Transformer

    eastings, northings = Transformer.from_crs("EPSG:4326", "EPSG:27700").transform(latitudes, longitudes)
    return list(zip(eastings, northings, strict=True))


def _lies_in(place: tuple[float, float], box: Sequence[float]) -> bool:
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]
