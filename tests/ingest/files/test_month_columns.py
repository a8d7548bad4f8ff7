"""Headers that name months, and those that do not."""

from datetime import date

import pytest

from hcdata.ingest.files.month_columns import counts_stand_in, find, find_repeated, find_years, refusal, stand_in
from hcdata.ingest.files.month_header import financial_year, month_of, read

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
        ("April 25", APRIL),
        ("Apr25", APRIL),
        ("April2025", APRIL),
        ("APR_2025", APRIL),
        ("Apr.2025", APRIL),
        ("2025/04", APRIL),
        ("2025_04", APRIL),
        ("4/2025", APRIL),
        ("2025M04", APRIL),
        ("2025-M04", APRIL),
        ("M04 2025", APRIL),
        ("2025 APR", APRIL),
        ("1 Apr 2025", APRIL),
        ("1st April 2025", APRIL),
        ("01-Apr-25", APRIL),
        ("April 1, 2025", APRIL),
        ("01.04.2025", APRIL),
        ("2025-04-01T00:00:00", APRIL),
        ("Apr 2025 (p)", APRIL),
        ("Apr 2025 [r]", APRIL),
        ("Apr-25*", APRIL),
        ("Sum of Apr-25", APRIL),
        ("FY2025/26 Apr", APRIL),
        ("Apr 2025/26", APRIL),
        ("Jan 2024/25", date(2025, 1, 1)),
        ("Apr 1725", None),
        ("Apr 5727", None),
        ("2101-04", None),
        ("202504", None),
        ("2025 4", None),
        ("Apr - Jun 2025", None),
        ("Apr 25 May", None),
        ("(" * 100_000, None),
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


@pytest.mark.parametrize(
    "headers",
    [
        ["202511", "202512", "202601"],
        ["202601", "202512", "202511"],
        ["Sum of 202511", "Sum of 202512", "Sum of 202601"],
        ["2025.11", "2025.12", "2026.01"],
        ["11.2025", "12.2025", "01.2026"],
        ["20251101", "20251201", "20260101"],
        ["2025 11", "2025 12", "2026 1"],
        ["45962", "45992", "46023"],
        ["30/11/2025", "31/12/2025", "31/01/2026"],
        ["2025-11-30", "2025-12-31", "2026-01-31"],
        ["11/01/2025", "12/01/2025", "01/01/2026"],
    ],
)
def test_what_is_a_month_among_months_is_read(headers: list[str]) -> None:
    months = {date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)}
    assert set(find(["District", *headers, "Total"]).values()) == months
    assert stand_in([["District", *headers]])
    if headers[0].isdigit():
        assert len(find(["District", *headers, "2025"])) == 3 and find(["District", *headers, "17"]) == {}


@pytest.mark.parametrize(
    "headers",
    [
        ["200104", "199912", "202312"],
        ["202501", "202611", "202710"],
        ["2024 5", "2025 7", "2026 12"],
        ["6121 6063", "7321 7227", "7615 7509"],
        ["172509", "572704", "750906"],
        ["40291", "40219", "40202"],
        ["07/04/2026", "14/04/2026", "01/05/2026", "01/06/2026", "01/07/2026"],
        ["2019", "2020", "2021"],
        ["78701", "78702", "78703"],
    ],
)
def test_numbers_and_days_that_are_no_months_are_not_read_as_such(headers: list[str]) -> None:
    assert not stand_in([["District", *headers]])


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ([["District", "Apr-26", "May-26", "Jun-26"]], "months stand as columns: counts"),
        ([["District", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26"]], "quarters stand as columns"),
        ([["District", "April", "May", "June"]], "without their year"),
        ([["District", "04/01/2026", "05/01/2026", "06/01/2026"]], "first days of months"),
        ([["Motive", "Crimes", "Of", "People"], ["A", "6", "6", "7"], ["B", "1,015", "17", "2"]], "no month stands"),
        ([["Ref", "Date", "Place", "Age"], ["A", "01/04/2026", "Hunts", "7"]], ""),
    ],
)
def test_a_table_without_months_is_refused_by_what_stands_there(head: list[list[str]], said: str) -> None:
    assert said in refusal(head) and bool(said) == bool(refusal(head))


@pytest.mark.parametrize(
    "text", ["2026²4", "2026 ²", "² 2026", "2026M²", "²" * 5, "²" * 6, "²" * 8, "Apr 20²²", "①/2026"]
)
def test_a_figure_set_high_or_in_a_ring_is_no_month(text: str) -> None:
    assert read(text) is None and find([text] * 3) == {} and not financial_year(text)


def test_a_row_of_endless_figures_is_looked_at_once() -> None:
    assert not counts_stand_in([["x", *["1" * 1_000_000 + "/"] * 4]] * 3)
