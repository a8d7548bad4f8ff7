"""A table with months as columns: which cells are counts, which rows are whose, and what is neither."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcdata.ingest.discover import recognise
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from tests.ingest.ingest_rows import RowsGrid, put_through, typed
from tests.store import store_counts

CASES = Path(__file__).parents[2] / "cases" / "count_cell.csv"
APRIL, MAY = date(2025, 4, 1), date(2025, 5, 1)
HEAD = ["District", "Strand", "Apr-25", "May-25"]
CATEGORY = {"category": "Offence"}


def put(layout: Layout, *rows: list[str]) -> duckdb.DuckDBPyConnection:
    """Put a table through a layout's stages."""
    texts = [list(row) for row in rows]
    grid = RowsGrid(Path("board_2026-12-31.csv"), None, "0", texts[:40], texts)
    source = recognise(grid, {layout.name: layout})
    assert source is not None
    return put_through(source)


def records(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """The records: district, strand, category, month, count."""
    return con.execute("SELECT district, strand, category, month, n FROM record ORDER BY ALL").fetchall()


def reasons(con: duckdb.DuckDBPyConnection) -> list[str | None]:
    """Why each row is rejected, in order; None where it is not."""
    return [row["reason"] for row in typed(con)]


with CASES.open(encoding="utf-8", newline="") as lines:
    CELLS = list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def cells() -> list[dict[str, Any]]:
    """The rows of a table whose only month holds the cells of the cases, each beside a plain count."""
    rows = [[f"Case {number}", case["written"], "8"] for number, case in enumerate(CELLS)]
    return typed(put(store_counts.parsed(fields=CATEGORY), ["Offence", "Apr-25", "May-25"], *rows))


@pytest.mark.parametrize("number", range(len(CELLS)), ids=lambda number: repr(CELLS[number]["written"]))
def test_a_cell_is_a_count_or_says_why_it_is_none(number: int, cells: list[dict[str, Any]]) -> None:
    case, row = CELLS[number], cells[number]
    found = {one["month"]: one["n"] for one in row["counts"]}
    assert found.pop(MAY) == 8
    assert found == ({APRIL: int(case["count"])} if case["count"] else {})
    assert row["faults"] == ([f"count {case['fault']}"] if case["fault"] else [])


def test_each_count_is_a_record_of_its_labels_and_month() -> None:
    con = put(store_counts.parsed(), HEAD, ["Fens", "Racist", "1", "2"], ["Force", "All strands", "3", ""])
    assert records(con) == [
        ("fenland", "race", "all", APRIL, 1),
        ("fenland", "race", "all", MAY, 2),
        ("force", "all", "all", APRIL, 3),
    ]


def test_a_label_no_column_gives_stands_for_all() -> None:
    con = put(store_counts.parsed(fields={"district": "District"}), HEAD, ["Fenland", "Race", "1", "2"])
    assert {row[:3] for row in records(con)} == {("fenland", "all", "all")}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Total", "", "1", "2"], "footer_row"),
        (["Fenland Total", "", "1", "2"], "footer_row"),
        (["Fenland", "Total", "1", "2"], "footer_row"),
        (["Grand total", "All", "1", "2"], "footer_row"),
        (["End of report", "", "", ""], "footer_row"),
        (["Fenland", "", "1", "2"], "missing_label"),
        (["", "Race", "1", "2"], "missing_label"),
        (["Fenland", "Race", "", ""], "no_counts"),
        (["Northern area", "", "", ""], "no_counts"),
        (["Fenland", "Race", "1", "2", "3"], "wrong_cell_count"),
        (["Fenland", "Race", "*", "-"], None),
    ],
)
def test_a_row_that_is_no_count_of_anything_is_rejected(row: list[str], reason: str | None) -> None:
    con = put(store_counts.parsed(), HEAD, ["Fenland", "All", "5", "6"], row)
    assert reasons(con) == [None, reason]
    assert len(records(con)) == 2


def test_a_total_counts_where_the_layout_says_what_it_stands_for() -> None:
    told = store_counts.parsed(below='[values.district]\n"Total" = "force"\n[values.strand]\n"Total" = "all"')
    con = put(told, HEAD, ["Total", "Race", "1", "2"], ["Fenland", "Total", "3", "4"], ["Sub-total", "Race", "5", "6"])
    assert reasons(con) == [None, None, "footer_row"]
    assert {row[:2] for row in records(con)} == {("force", "race"), ("fenland", "all")}


def test_a_label_nobody_knows_is_a_fault_and_makes_no_record() -> None:
    con = put(store_counts.parsed(), HEAD, ["Atlantis", "Race", "1", "2"], ["Fenland", "Martian", "3", "4"])
    assert [row["faults"] for row in typed(con)] == [["district unmapped"], ["strand unmapped"]]
    assert records(con) == []


def test_a_category_keeps_its_words_and_never_what_may_be_about_a_person() -> None:
    rows = [
        ["Offence", "Apr-25"],
        ["Public order", "1"],
        ["Assault", "2"],
        ["ring 01223 358966", "3"],
        ["All", "4"],
    ]
    con = put(store_counts.parsed(fields=CATEGORY), *rows)
    assert [(row[2], row[4]) for row in records(con)] == [("Assault", 2), ("Public order", 1), ("all", 4)]
    assert [row["faults"] for row in typed(con)] == [[], [], ["category unreadable"], []]


def test_rows_with_the_same_labels_are_nobodys() -> None:
    rows = [["Fens", "Race", "1", "2"], ["Hunts", "Race", "4", ""], ["Fenland", "Racist", "1", "3"]]
    con = put(store_counts.parsed(), HEAD, *rows, ["Hunts", "Race", "", "5"], ["Atlantis", "", "6", "7"])
    assert reasons(con) == ["shared_labels", None, "shared_labels", None, "missing_label"]
    assert [(row[0], row[4]) for row in records(con)] == [("huntingdonshire", 4), ("huntingdonshire", 5)]


def test_years_over_months_are_read_as_one_header() -> None:
    rows = [
        ["", "", "2025", "", "2026"],
        ["District", "Strand", "Nov", "Dec", "Jan"],
        ["Fenland", "Race", "1", "2", "3"],
    ]
    con = put(store_counts.parsed(), *rows)
    assert [(row[3], row[4]) for row in records(con)] == [
        (date(2025, 11, 1), 1),
        (date(2025, 12, 1), 2),
        (date(2026, 1, 1), 3),
    ]


def test_financial_years_over_months_are_too() -> None:
    rows = [["", "2025/26", "", "2026/27"], ["District", "Apr", "Mar", "Apr"], ["Fenland", "1", "2", "3"]]
    con = put(store_counts.parsed(fields={"district": "District"}), *rows)
    assert [row[3] for row in records(con)] == [APRIL, date(2026, 3, 1), date(2026, 4, 1)]


def test_totals_and_years_beside_the_months_are_left_alone() -> None:
    rows = [["District", "Apr-25", "2025/26", "Total", "May-25"], ["Fenland", "1", "90", "80", "2"]]
    con = put(store_counts.parsed(fields={"district": "District"}), *rows)
    assert [row[4] for row in records(con)] == [1, 2]


def test_a_layout_of_counts_wants_a_month_and_its_name() -> None:
    named = store_counts.parsed('named = "board"')
    elsewhere = RowsGrid(Path("other.csv"), None, "0", [HEAD], [HEAD])
    monthless = RowsGrid(Path("board.csv"), None, "0", [HEAD[:2]], [HEAD[:2]])
    sheet = RowsGrid(Path("other.xlsx"), "The Board's", "0", [HEAD], [HEAD])
    assert [bool(recognise(grid, {"board": named})) for grid in (elsewhere, monthless, sheet)] == [False, False, True]


DISTRICTS = ["Hunts", "Fenland", "Peterborough", "Force"]
IDS = dict(zip(DISTRICTS, ["huntingdonshire", "fenland", "peterborough", "force"], strict=True))
WRITTEN = {"7": 7, "1,000": 1000, "0": 0, "-": None, "*": None, "": None, "1.5": None, "<5": None, " 12 ": 12}
table = st.lists(
    st.tuples(st.sampled_from(DISTRICTS), st.lists(st.sampled_from(list(WRITTEN)), min_size=3, max_size=3)),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
)


@settings(max_examples=20)
@given(table)
def test_the_records_add_up_to_the_readable_cells(rows: list[tuple[str, list[str]]]) -> None:
    head = ["District", "Apr-25", "May-25", "Jun-25"]
    layout = store_counts.parsed(fields={"district": "District"})
    con = put(layout, head, *([name, *cells] for name, cells in rows))
    expected = Counter({IDS[name]: sum(WRITTEN[cell] or 0 for cell in cells) for name, cells in rows})
    found = Counter(dict(con.execute("SELECT district, sum(n) FROM record GROUP BY 1").fetchall()))
    assert +found == +expected
    readable = sum(WRITTEN[cell] is not None for _, cells in rows for cell in cells)
    assert con.execute("SELECT count(*) FROM record").fetchone() == (readable,)
    faults = sum(cell != "" and WRITTEN[cell] is None for _, cells in rows for cell in cells)
    assert sum(len(row["faults"]) for row in typed(con) if row["reason"] is None) == faults


def test_the_layout_that_matches_records_and_months_keeps_records_apart() -> None:
    source = recognise(RowsGrid(Path("x.csv"), None, "0", [HEAD], [HEAD]), {"board": store_counts.parsed()})
    assert isinstance(source, Recognised) and list(source.months.values()) == [APRIL, MAY]
    assert source.used == {"district", "strand", "apr-25", "may-25"}


def test_the_whole_force_stands_among_districts_taken_as_they_are() -> None:
    layout = store_counts.parsed("districts_as_found = true", {"district": "District"})
    con = put(layout, ["District", "Apr-25"], ["Force", "9"], ["Fenland", "4"])
    assert [row[0] for row in records(con)] == ["fenland", "force"]
