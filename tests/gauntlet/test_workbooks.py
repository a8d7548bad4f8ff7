"""Workbooks as they come: four formats, several sheets, headers over two rows, merges and formulas."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

from openpyxl import load_workbook

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import (
    CANARY,
    HEADERS,
    NAME,
    Case,
    Loaded,
    Refused,
    parametrize,
    row,
    rows,
    run,
    text,
    write,
)
from tests.gauntlet.one_workbook import FORMULA, XLSX, book

DISTRICTS = "SELECT district FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
TWO_ROWS = [
    ["Crime", "", "", "Victim", "", ""],
    ["ref", "recorded", "district", "Surname", "Born", "Sex"],
    ["35/1/26", "05/05/2026 10:00", "Hunts", CANARY, "05/03/1980", "F"],
]
LAYOUT = """
name = "two_rows"
title = "Headers over two rows"
feed = "crime"
match = ["Crime ref", "Crime recorded"]
[data_to]
filename = '_(\\d{4}-\\d{2}-\\d{2})\\.'
[fields]
crime_ref = "Crime ref"
recorded = "Crime recorded"
district = "Crime district"
[[persons]]
role = "victim"
surname = "Victim Surname"
born = "Victim Born"
sex = "Victim Sex"
"""
OTHER_HEADERS = """
name = "other_headers"
title = "The same field under another header"
feed = "crime"
match = ["Crime URN", "Created Date"]
[data_to]
filename = '_(\\d{4}-\\d{2}-\\d{2})\\.'
[fields]
crime_ref = "Crime URN"
recorded = "Created Date"
"""


def _with_layout(layout: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    def write_both(folder: Path) -> None:
        (folder.parent / "layouts").mkdir()
        (folder.parent / "layouts" / "own.toml").write_text(layout, encoding="utf-8")
        make(folder)

    return write_both


def _hidden_rows(folder: Path) -> None:
    book({"Crimes": rows(4)})(folder)
    sheet = load_workbook(folder / XLSX)
    sheet.worksheets[0].row_dimensions[3].hidden = True
    sheet.save(folder / XLSX)


def _sheets(count: int) -> dict[str, made.Rows]:
    return {f"Month {n}": [HEADERS, row(n)] for n in range(1, count + 1)}


CASES = [
    Case("XLSX", book({"Crimes": rows(3)}), Loaded(3)),
    Case("XLSM in capitals", book({"Crimes": rows(3)}, f"{NAME}.XLSM"), Loaded(3)),
    Case("XLSX called xls", book({"Crimes": rows(3)}, f"{NAME}.xls"), Loaded(3)),
    Case("XLSX called csv", book({"Crimes": rows(3)}, f"{NAME}.csv"), Loaded(3)),
    Case("XLS", lambda folder: made.xls(folder / f"{NAME}.xls", rows(3)), Loaded(3)),
    Case("XLS called xlsx", lambda folder: made.xls(folder / XLSX, rows(3)), Loaded(3)),
    Case("XLSB", lambda folder: made.xlsb(folder / f"{NAME}.xlsb", rows(3)), Loaded(3)),
    Case("ODS", lambda folder: made.ods(folder / f"{NAME}.ods", rows(3)), Loaded(3)),
    Case(
        "true dates and times",
        book({"Crimes": [HEADERS, ["35/1/26", datetime(2026, 5, 5, 10, 15), "Hunts", "Race"]]}),
        Loaded(
            1,
            query="SELECT recorded_at FROM crime_version WHERE crime_ref = '35/1/26'",
            rows=[(datetime(2026, 5, 5, 9, 15),)],
        ),
    ),
    Case(
        "a time where a date should be",
        book({"Crimes": [HEADERS, ["35/1/26", time(10, 15)]]}),
        Loaded(1, {"unreadable_date": 1}),
    ),
    Case(
        "serial numbers for dates", book({"Crimes": [HEADERS, ["35/1/26", 46147.5], ["35/2/26", "46147"]]}), Loaded(2)
    ),
    Case(
        "references that are numbers", book({"Crimes": [HEADERS, [351, "05/05/2026"]]}), Loaded(1, {"bad_reference": 1})
    ),
    Case("several sheets of one kind", book(_sheets(12)), Loaded(12)),
    Case(
        "sheets with other headers for one field",
        _with_layout(
            OTHER_HEADERS,
            book({"A": [HEADERS, row(1)], "B": [["Crime URN", "Created Date"], ["35/2/26", "05/05/2026"]]}),
        ),
        Loaded(2),
    ),
    Case(
        "the same crime on two sheets",
        book({"A": [HEADERS, row(1)], "B": [HEADERS, row(1, strands="Faith")]}),
        Loaded(
            2,
            query="SELECT strands FROM crime_version WHERE crime_ref = '35/1/26' AND to_load IS NULL",
            rows=[(["race", "religion"],)],
        ),
    ),
    Case(
        "a cover sheet and an empty one",
        book({"Cover": [["OFFICIAL"], ["Contents"]], "Crimes": rows(3), "Sheet3": []}),
        Loaded(3, says=["[Cover]: not read", "[Sheet3]: not read, it is empty"]),
    ),
    Case("data on the second sheet", book({"Sheet1": [], "Sheet2": rows(2)}), Loaded(2)),
    Case(
        "a hidden sheet",
        book({"Crimes": rows(3), "Old": [HEADERS, row(7)]}, hidden=["Old"]),
        Loaded(3, says=["[Old]: hidden sheet, not read"]),
    ),
    Case(
        "nothing but a hidden sheet with rows",
        book({"Cover": [["see over"]], "Old": rows(2)}, hidden=["Old"]),
        Refused("hidden sheet, not read"),
    ),
    Case("hidden rows", _hidden_rows, Loaded(4, says=["1 hidden rows, read like the others"])),
    Case(
        "headers over two rows",
        _with_layout(LAYOUT, book({"Crimes": TWO_ROWS})),
        Loaded(
            1,
            query="SELECT district, len(victims) FROM crime_version WHERE crime_ref = '35/1/26'",
            rows=[("huntingdonshire", 1)],
        ),
    ),
    Case(
        "headers over two rows, merged",
        _with_layout(LAYOUT, book({"Crimes": TWO_ROWS}, merged=["A1:C1", "D1:F1"])),
        Loaded(1),
    ),
    Case("headers over two rows, as text", _with_layout(LAYOUT, write(text(TWO_ROWS))), Loaded(1)),
    Case(
        "a header that runs over two rows",
        book(
            {
                "Crimes": [
                    ["crime_ref", "recorded", "where", ""],
                    ["", "", "district", "address"],
                    ["35/1/26", "05/05/2026", "Hunts", CANARY],
                ]
            },
            merged=["A1:A2", "B1:B2", "C1:D1"],
        ),
        Loaded(1, query=DISTRICTS, rows=[("huntingdonshire",)]),
    ),
    Case(
        "title rows merged across",
        book({"Crimes": [["OFFICIAL"], ["Crimes"], *rows(2)]}, merged=["A1:E1", "A2:E2"]),
        Loaded(2),
    ),
    Case(
        "a district merged over its rows",
        book({"Crimes": [HEADERS, row(1), row(2, district=""), row(3, district="")]}, merged=["C2:C4"]),
        Loaded(
            3, says=["2 cells merged with one above take its value"], query=DISTRICTS, rows=[("huntingdonshire",)] * 3
        ),
    ),
    Case(
        "a reference merged over its people",
        book({"Crimes": [HEADERS, row(1), row(1, crime_ref="", strands="Faith")]}, merged=["A2:A3", "B2:B3"]),
        Loaded(2, records=1),
    ),
    Case(
        "months as columns",
        book({"Crimes": [["District", *(datetime(2026, month, 1) for month in range(1, 13))], ["Hunts", *range(12)]]}),
        Refused("months stand as columns: counts, not records"),
    ),
    Case("cells merged across", book({"Crimes": [HEADERS, row(1, strands="")]}, merged=["C2:D2"]), Loaded(1)),
    Case(
        "empty columns and rows before the table",
        book({"Crimes": [[], [], *(["", "", *line] for line in rows(2))]}),
        Loaded(2),
    ),
    Case(
        "subtotals and a total",
        book({"Crimes": [*rows(2), ["Hunts total", "", "", 2], ["Grand total", 2, 2, 2, 2]]}),
        Loaded(4, {"footer_row": 2}),
    ),
    Case(
        "formulas with their values",
        lambda folder: made.raw_xlsx(folder / XLSX, FORMULA),
        Loaded(1, query=DISTRICTS, rows=[("huntingdonshire",)], says=["1 formulas without a calculated value"]),
    ),
    Case(
        "formulas never calculated",
        book({"Crimes": [HEADERS, ["35/1/26", "05/05/2026", '="Hunts"', "Race"]]}),
        Loaded(1, says=["1 formulas without a calculated value"], query=DISTRICTS, rows=[("not_recorded",)]),
    ),
    Case(
        "errors in cells",
        book({"Crimes": [HEADERS, ["35/1/26", "05/05/2026", "#N/A", "#REF!"]]}),
        Loaded(1, says=["2 cells that show an error such as #N/A"]),
    ),
]


@parametrize(CASES)
def test_workbook_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
