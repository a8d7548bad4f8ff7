"""A property's number is checked by the addresses it joins, and an incident's by the crimes it would hold."""

import pytest

from tests.ingest import ingest_rows

# Address and postcode of two rows with one property number.
ONE_PLACE = """
1 Mill Road, ZZ1 1ZZ | 1 Mill Rd, ZZ11ZZ
1 Mill Road, ZZ1 1ZZ | 1 MILL ROAD CAMBRIDGE, zz1 1zz
Flat 2 1 Mill Road, ZZ1 1ZZ | 1 Mill Road, ZZ1 1ZZ
1 Mill Road, ZZ1 1ZZ | Mill Road, ZZ1 1ZZ
1 Mill Road, ZZ1 1ZZ | 1 Mill Road,
1 Mill Road, ZZ1 1ZZ | , ZZ1 1ZZ
1 Mill Road, ZZ1 1ZZ | 1 Mill Road, ZZ1 1ZY
Thimble House, ZZ1 1ZZ | 1 Mill Road, ZZ1 1ZZ
Thimble House, | Thimble House Mill Road,
1 Mill Road, ZZ1 1ZZ | ,
1A Mill Road, | 1 a Mill Road,
1 Mill Road, ZZ1 1ZZ | Not stated, ZZ1 1ZZ
"""
SEVERAL = """
1 Mill Road, ZZ1 1ZZ | 2 Mill Road, ZZ1 1ZZ
1 Mill Road, ZZ1 1ZZ | 1 Mill Road, ZZ9 4XX
1 Mill Road, | 22 High Street,
Mill Road, | High Street,
Thimble House, | Ochre Court,
Thimble House, ZZ1 1ZZ | Ochre Court, ZZ2 7AA
1 Mill Road, ZZ1 1ZZ | , ZZ2 7AA
Flat 2 1 Mill Road, ZZ1 1ZZ | Flat 3 4 Mill Road, ZZ1 1ZZ
1 Mill Road, | Mill Lane 7,
1 Mill Road, ZZ1 1ZZ | High Street,
"""


def _rows(table: str) -> list[dict[str, str]]:
    rows = []
    for place, line in enumerate(table.strip().splitlines()):
        for one in line.split("|"):
            address, postcode = (cell.strip() for cell in one.split(","))
            rows.append({"uprn": f"99910{place:03}", "address": address, "postcode": postcode})
    return rows


def _run(rows: list[dict[str, str]], start: int = 1) -> list[dict[str, object]]:
    crimes = [
        {"crime_ref": f"35/{number}/26", "recorded": "01/02/2026"} | row for number, row in enumerate(rows, start=start)
    ]
    return ingest_rows.typed(ingest_rows.run("generic_crime", crimes))


@pytest.mark.parametrize(("table", "one"), [(ONE_PLACE, True), (SEVERAL, False)])
def test_a_property_number_joins_what_can_be_one_property(table: str, one: bool) -> None:
    rows = _run(_rows(table))
    for first, second in zip(rows[::2], rows[1::2], strict=True):
        assert (first["place_id"] == second["place_id"]) is one, first["row_no"]
        assert ("uprn shared" in first["faults"]) is not one


def test_without_its_number_a_place_is_told_by_its_address() -> None:
    house, other = (
        {"address": "1 Mill Road", "postcode": "ZZ1 1ZZ"},
        {"address": "9 High Street", "postcode": "ZZ9 4XX"},
    )
    damaged, again, far, alone = _run(
        [{"uprn": "1.00091E+11"} | house, {"uprn": "1.00091E+11"} | house, {"uprn": "1.00091E+11"} | other, house]
    )
    assert damaged["place_id"] == again["place_id"] == alone["place_id"] != far["place_id"]
    assert damaged["faults"] == ["uprn damaged"]


# A number, the days its crimes were recorded on, crimes with other numbers, and whether it is an incident's.
INCIDENTS = (
    ("99-7", (1, 1), 0, True),
    ("99-7", (1, 1, 1), 0, True),
    ("99-7", (1, 1, 2), 0, True),
    ("99-7", (1, 2, 3), 0, False),
    ("See the log 1", (1, 2, 9), 2, False),
    ("99-7", (1, 2, 3), 3, True),
    ("99-7", (1,) * 12, 30, True),
    ("99-7", (*range(1, 12),), 60, False),
    ("99-7", (*range(1, 12),), 120, True),
)


@pytest.mark.parametrize(("number", "days", "others", "real"), INCIDENTS)
def test_a_number_that_would_hold_a_share_of_the_crimes_no_incident_has_is_none(
    number: str, days: tuple[int, ...], others: int, real: bool
) -> None:
    crimes = [{"incident_ref": number, "recorded": f"{day:02}/02/2026"} for day in days]
    rows = _run(crimes + [{"incident_ref": f"99-1{other:03}"} for other in range(others)])
    assert {row["incident_ref"] for row in rows[: len(days)]} == {number.upper() if real else None}
    assert all(("incident_ref shared" in row["faults"]) is not real for row in rows[: len(days)])
    assert all(row["incident_ref"] for row in rows[len(days) :])
