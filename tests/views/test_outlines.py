"""District outlines: closed rings about where the districts are, light enough for a page."""

from itertools import pairwise

from hcdata.common import config
from hcdata.views import outlines


def test_every_district_has_closed_rings_in_the_box_of_the_force():
    west, south, east, north = (metres / 1000 for metres in config.load().places.box)
    drawn = outlines.read()
    assert {one.id for one in config.load().district} <= set(drawn["district"])
    assert drawn["east_km"].between(west, east).all() and drawn["north_km"].between(south, north).all()
    for _, ring in drawn.groupby(["district", "ring"]):
        points = list(ring[["east_km", "north_km"]].itertuples(index=False, name=None))
        assert len(points) >= 4 and points[0] == points[-1]
    assert len(drawn) < 1_500


def test_towns_lie_in_the_district_that_bears_their_name():
    drawn = outlines.read()
    towns = {"Cambridge": "cambridge_city", "Peterborough": "peterborough", "Huntingdon": "huntingdonshire"}
    towns |= {"Ely": "east_cambridgeshire", "Wisbech": "fenland", "Cambourne": "south_cambridgeshire"}
    for mark in config.load().landmark:
        if mark.name in towns:
            rings = drawn[drawn["district"] == towns[mark.name]].groupby("ring")
            crossed = sum(crossings(ring, mark.easting / 1000, mark.northing / 1000) for _, ring in rings)
            assert crossed % 2 == 1, mark.name


def crossings(ring, east, north):
    """How many sides of a ring a line due east from a point meets: odd inside."""
    points = list(ring[["east_km", "north_km"]].itertuples(index=False, name=None))
    sides = pairwise(points)
    return sum(
        (y1 > north) != (y2 > north) and east < x1 + (north - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in sides
    )


def test_a_missing_file_draws_nothing(tmp_path):
    assert outlines.read(tmp_path / "none.csv").empty


def test_only_districts_of_the_store_are_drawn():
    assert set(outlines.of({"fenland", "Bronx"})["district"]) == {"fenland"}
