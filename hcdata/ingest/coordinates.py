"""Latitude and longitude (WGS84) to national grid metres (OSGB36, EPSG:27700)."""

import duckdb
from pyproj import Transformer

from hcdata.ingest.layout import Layout


def to_grid(con: duckdb.DuckDBPyConnection, layout: Layout) -> None:
    """Fill easting and northing of text_row from latitude and longitude where a layout has them."""
    if not {"latitude", "longitude"} <= layout.fields.keys():
        return
    pairs = con.execute(
        "SELECT DISTINCT latitude, longitude FROM text_row"
        " WHERE try_cast(latitude AS DOUBLE) IS NOT NULL AND try_cast(longitude AS DOUBLE) IS NOT NULL"
    ).fetchall()
    if not pairs:
        return
    transform = Transformer.from_crs("EPSG:4326", "EPSG:27700").transform
    eastings, northings = transform([float(lat) for lat, _ in pairs], [float(lon) for _, lon in pairs])
    con.execute(
        "UPDATE text_row SET easting = p.easting, northing = p.northing FROM ("
        "SELECT unnest($lat) AS latitude, unnest($lon) AS longitude,"
        " unnest($east) AS easting, unnest($north) AS northing) AS p"
        " WHERE text_row.latitude = p.latitude AND text_row.longitude = p.longitude",
        {
            "lat": [lat for lat, _ in pairs],
            "lon": [lon for _, lon in pairs],
            "east": [f"{value:.1f}" for value in eastings],
            "north": [f"{value:.1f}" for value in northings],
        },
    )
