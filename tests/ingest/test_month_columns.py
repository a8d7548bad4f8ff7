"""Headers that name months, and those that do not."""

from datetime import date

import pytest

from hcdata.ingest.month_columns import month_of, stand_in

APRIL = date(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Apr-25", APRIL),
        ("April 2025", APRIL),
        ("apr 2025", APRIL),
        ("2025-04", APRIL),
        ("04/2025", APRIL),
        ("01/04/2025", APRIL),
        ("2025-04-01 00:00:00", APRIL),
        (" Apr '25", APRIL),
        ("15/04/2025", None),
        ("Month", None),
        ("Total", None),
        ("13/2025", None),
        ("", None),
    ],
)
def test_a_header_names_a_month_or_none(text: str, month: date | None) -> None:
    assert month_of(text) == month


def test_two_months_are_an_accident_and_three_a_series() -> None:
    assert not stand_in([["District", "Apr-25", "May-25", "Apr-25"]])
    assert stand_in([["OFFICIAL"], ["District", "Apr-25", "May-25", "Jun-25"]])
