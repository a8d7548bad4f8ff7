"""Tables with months as columns: counts of their own, in a table of their own, and what is refused."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.gauntlet.gauntlet import Case, Loaded, Refused, parametrize, run
from tests.gauntlet.made_workbooks import Rows, xlsx
from tests.store import store_counts

COUNTS = "SELECT count(*), sum(n) FROM series_version"
HEAD = ["District", "Apr-25", "May-25", "Jun-25"]
BODY = [["Hunts", "1", "2", "3"], ["Fenland", "4", "5", "6"]]
DISTRICT = {"district": "District"}
YEARS = [["", 2025, None, 2026], ["District", "Nov", "Dec", "Jan"], ["Hunts", 1, 2, 3], ["Fenland", 4, 5, 6]]
DATES = [["District", *(datetime(2025, month, 1) for month in (4, 5, 6))], ["Hunts", 1, 2, 3], ["Fenland", 4, 5, 6]]


def table(
    *rows: list[str], name: str = "board.csv", layout: str = "", encoding: str = "utf-8"
) -> Callable[[Path], None]:
    """Write a table as text, and its layout beside the store."""

    def make(folder: Path) -> None:
        store_counts.keep(folder.parent / "store", store_counts.layout(layout, DISTRICT))
        file = store_counts.write(folder / name, *rows)
        file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))

    return make


def book(sheets: dict[str, Rows], layout: str = "", merged: tuple[str, ...] = ()) -> Callable[[Path], None]:
    """Write a workbook, and its layout beside the store."""

    def make(folder: Path) -> None:
        store_counts.keep(folder.parent / "store", store_counts.layout(layout, DISTRICT))
        xlsx(folder / "board.xlsx", sheets, merged=merged)

    return make


def loaded(read: int = 2, records: int = 6, total: int = 21, **end: object) -> Loaded:
    """Rows read, counts kept and what they add up to."""
    return Loaded(read, records=records, query=COUNTS, rows=[(records, total)], **end)  # type: ignore[arg-type]


CASES = [
    Case(
        "months as columns", table(HEAD, *BODY), loaded(says=["of 3 columns headed by a month, Apr 2025 to Jun 2025"])
    ),
    Case(
        "nothing of it is among crimes",
        table(HEAD, *BODY),
        Loaded(2, records=6, query="SELECT count(*) FROM crime_version", rows=[(2,)]),
    ),
    Case("UTF-16 and a title above", table(["OFFICIAL"], HEAD, *BODY, encoding="utf-16"), loaded()),
    Case(
        "thousands, spaces and tens of thousands",
        table(HEAD, ["Hunts", "1,204", "1 000", "12,000"]),
        loaded(1, 3, 14204),
    ),
    Case(
        "signs for what is not given or not told",
        table(HEAD, ["Hunts", "*", "-", ".."], ["Fenland", "<5", "c", "6"]),
        loaded(2, 1, 6, faults={"count suppressed": 3, "count not_given": 2}),
    ),
    Case(
        "negative and broken counts",
        table(HEAD, ["Hunts", "-1", "2.5", "3"], ["Fenland", "4", "five", "12%"]),
        loaded(2, 2, 7, faults={"count negative": 1, "count fractional": 1, "count unreadable": 2}),
    ),
    Case("blank cells are not given", table(HEAD, ["Hunts", "", "2", ""], BODY[1]), loaded(2, 4, 17)),
    Case("a nought is a count", table(HEAD, ["Hunts", "0", "0", "0"], BODY[1]), loaded(2, 6, 15)),
    Case(
        "totals, subtotals and a note below",
        table(
            HEAD, *BODY, ["Total", "5", "7", "9"], ["North subtotal", "1", "2", "3"], ["Source: the board", "", "", ""]
        ),
        loaded(5, rejected={"footer_row": 2, "no_counts": 1}),
    ),
    Case("a label left blank", table(HEAD, *BODY, ["", "1", "2", "3"]), loaded(3, rejected={"missing_label": 1})),
    Case(
        "a district nobody knows",
        table(HEAD, *BODY, ["Atlantis", "7", "8", "9"]),
        loaded(3, faults={"district unmapped": 1}),
    ),
    Case(
        "the same district twice, and not the same",
        table(HEAD, *BODY, ["Hunts LPA", "7", "2", "3"]),
        loaded(3, 3, 15, rejected={"shared_labels": 2}),
    ),
    Case(
        "ragged rows",
        table(HEAD, *BODY, ["Hunts", "1"], ["Hunts", *"12345"]),
        loaded(4, rejected={"wrong_cell_count": 2}),
    ),
    Case(
        "headers again half-way",
        table(HEAD, BODY[0], HEAD, BODY[1]),
        loaded(3, faults={"district unmapped": 1, "count unreadable": 3}),
    ),
    Case(
        "a financial year and a total beside the months",
        table([*HEAD, "2025/26", "Total"], *([*row, "99", "99"] for row in BODY)),
        loaded(says=["financial years are no months and are not read: 2025/26", "columns not used: 2025/26, Total"]),
    ),
    Case(
        "a month named twice",
        table([*HEAD, "April 2025"], *([*row, "9"] for row in BODY)),
        Refused("more than one column is headed Apr 2025"),
    ),
    Case(
        "financial years alone",
        table(["District", "2022/23", "2023/24", "2024/25"], *BODY),
        Refused("financial years stand as columns, not months"),
    ),
    Case(
        "another table under the same headers",
        table(HEAD, *BODY, layout='named = "outcomes"'),
        Refused("months stand as columns"),
    ),
    Case(
        "a month to come, not filled in yet",
        table([*HEAD, "Jul-45"], *([*row, ""] for row in BODY)),
        loaded(says=["data to 30 Jun 2025"]),
    ),
    Case("no month filled in", table(HEAD, ["Hunts", "", "", ""]), Refused("nothing says up to when")),
    Case(
        "a count that looks like SQL",
        table(HEAD, *BODY, ["Hunts", "1); DROP TABLE series_version", "", ""]),
        loaded(3, faults={"count unreadable": 1}),
    ),
    Case(
        "a formula", table(HEAD, BODY[0], ["Fenland", "=4", "5", "6"]), loaded(2, 5, 17, faults={"count unreadable": 1})
    ),
    Case("true dates for headers", book({"Hate crime": DATES}), loaded()),
    Case("years over months", book({"Hate crime": YEARS}), loaded(says=["Nov 2025 to Jan 2026"])),
    Case(
        "years over months, merged",
        book({"Hate crime": YEARS}, merged=("B1:C1",)),
        loaded(says=["Nov 2025 to Jan 2026"]),
    ),
    Case(
        "two sheets alike, one of them meant",
        book({"Hate crime": DATES, "Outcomes": DATES}, layout='named = "hate"'),
        loaded(says=["board.xlsx [Outcomes]: not read"]),
    ),
    Case(
        "numbers that are not whole in a workbook",
        book({"Hate crime": [*DATES, ["Peterborough", 7.5, 8.0, None]]}),
        loaded(3, 7, 29, faults={"count fractional": 1}),
    ),
]


@parametrize(CASES)
def test_a_table_of_counts(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)


@pytest.mark.parametrize("name", ["board.csv", "board.txt"])
def test_without_a_layout_it_is_refused_and_the_way_is_said(name: str, tmp_path: Path, small_store: Path) -> None:
    case = Case(
        "", lambda folder: store_counts.write(folder / name, HEAD, *BODY), Refused("`layout suggest` drafts one")
    )
    run(case, tmp_path, small_store)
