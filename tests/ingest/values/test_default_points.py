"""A point that systems give where nobody knows the place is on no square of the map."""

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.ingest import stages

BOX = [490_000.0, 220_000.0, 570_000.0, 325_000.0]


@pytest.mark.parametrize(
    ("easting", "northing", "located"),
    [
        ("545000", "258500", "default_point"),
        ("545000.4", "258500.0", "default_point"),
        ("545001", "258500", "square"),
        ("0", "0", "default_point"),
        ("", "", "unreadable"),
        (None, None, "not_recorded"),
    ],
)
def test_where_a_pair_lies(easting: str | None, northing: str | None, located: str) -> None:
    with duckdb.connect() as con:
        stages.prepare(con, configuration.load())
        found = con.execute(
            "SELECT located($easting, $northing, $box, ['545000 258500', '0 0'])",
            {"easting": easting, "northing": northing, "box": BOX},
        ).fetchall()
    assert found == [(located,)]
