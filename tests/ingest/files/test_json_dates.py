"""Milliseconds and other dates of services become days or instants, and numbers stay numbers."""

import pytest

from hcdata.ingest.files.json_dates import plain, write_out


@pytest.mark.parametrize(
    ("key", "cells", "written"),
    [
        ("REP_DATE", ["1788220800000", "1789344000000"], ["2026-09-01", "2026-09-14"]),
        ("created_at", ["1788220800000", "1788224461000"], ["2026-09-01T00:00:00Z", "2026-09-01T01:01:01Z"]),
        ("EditDateTime", ["1788220800000", ""], ["2026-09-01", ""]),
        (
            "anything",
            ["/Date(1788220800000)/", "/Date(1788224400000+0100)/"],
            ["2026-09-01T00:00:00Z", "2026-09-01T01:00:00Z"],
        ),
        ("said", ["1788220800000"], ["2026-09-01"]),
        ("number", ["1788220800000"], ["1788220800000"]),
        ("REP_DATE", ["1788220800000", "soon"], ["1788220800000", "soon"]),
        ("REP_DATE", ["1788220800"], ["1788220800"]),
        ("REP_DATE", ["9999999999999"], ["9999999999999"]),
        ("REP_DATE", ["20260901"], ["20260901"]),
        ("anything", ["/Date(1788220800000)/", "x"], ["/Date(1788220800000)/", "x"]),
        ("REP_DATE", [""], [""]),
    ],
)
def test_a_column_of_dates_is_written_out(key: str, cells: list[str], written: list[str]) -> None:
    rows = [[key], *([cell] for cell in cells)]
    write_out(rows, {"said"})
    assert [row[0] for row in rows[1:]] == written


def test_a_value_marked_with_its_type_is_the_value() -> None:
    assert [plain(one) for one in ({"$date": "x"}, {"a": 1}, {"$a": 1, "$b": 2}, 3)] == [
        "x",
        {"a": 1},
        {"$a": 1, "$b": 2},
        3,
    ]
