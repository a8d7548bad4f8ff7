"""Headers that name months, and those that do not."""

from datetime import date

import pytest

from hcdata.ingest.month_columns import financial_year, find, find_repeated, find_years, month_of, refusal, stand_in

APRIL = date(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Apr-25", APRIL),
        ("April 2025", APRIL),
        ("apr 2025", APRIL),
        ("2025 Apr", APRIL),
        ("2025 April", APRIL),
        ("2025-04", APRIL),
        ("04/2025", APRIL),
        ("01/04/2025", APRIL),
        ("2025-04-01 00:00:00", APRIL),
        (" Apr '25", APRIL),
        ("2025/26 Apr", APRIL),
        ("2024/25 March", date(2025, 3, 1)),
        ("2024-25 Jan", date(2025, 1, 1)),
        ("Sept-25", date(2025, 9, 1)),
        ("15/04/2025", None),
        ("Month", None),
        ("April", None),
        ("2025", None),
        ("2024/25", None),
        ("2024/26 Apr", None),
        ("Q1 2025", None),
        ("Apr-25 rate", None),
        ("Total", None),
        ("13/2025", None),
        ("", None),
    ],
)
def test_a_header_names_a_month_or_none(text: str, month: date | None) -> None:
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2024/25", True), ("2024-25", True), ("FY 2024/2025", True), ("2024/26", False), ("2024/25 Apr", False)],
)
def test_a_financial_year_is_known(text: str, is_one: bool) -> None:
    assert financial_year(text) == is_one


def test_what_may_be_a_year_or_a_month_is_what_its_neighbours_are() -> None:
    assert find(["2011-10", "2011-11", "2011-12"]) == {n: date(2011, 10 + n, 1) for n in range(3)}
    assert find(["2010/11", "2011/12", "2012/13"]) == {}
    assert find_years(["District", "2010/11", "2011/12", "2012/13"]) == ["2010/11", "2011/12", "2012/13"]


def test_two_months_are_an_accident_and_three_a_series() -> None:
    assert not stand_in([["District", "Apr-25", "May-25", "Apr-25"]])
    assert stand_in([["OFFICIAL"], ["District", "Apr-25", "May-25", "Jun-25"]])


def test_years_above_months_are_months_and_years_alone_are_refused_as_such() -> None:
    assert stand_in([["District", "2025", "", "2026"], ["", "Nov", "Dec", "Jan"]])
    assert "financial years stand as columns" in refusal([["District", "2023/24", "2024/25", "2025/26"]])
    assert refusal([["District", "Number", "Date"]]) == ""


def test_a_month_named_twice_is_found() -> None:
    assert find_repeated(["Apr-25", "May-25", "April 2025"]) == [APRIL]
