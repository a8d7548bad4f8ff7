"""Rejected rows as a workbook: the text as it came, never a formula, every sheet marked."""

from io import BytesIO

import pandas as pd
from openpyxl import load_workbook

from hcdata.exports import rejected_rows
from tests.exports import sample

ROWS = pd.DataFrame(
    {
        "file": ["crimes.csv", "crimes.csv"],
        "sheet": [None, None],
        "row_no": [4, 5],
        "reason": ["missing_reference", "unreadable_date"],
        "do": ["Give it one.", "Correct it."],
        "surname": [sample.FORMULA, None],
        "recorded": [" 05/01/2026", "n/k"],
    }
)


def opened(rows: dict[str, pd.DataFrame]):
    return load_workbook(BytesIO(rejected_rows.as_bytes(rows, sample.ABOUT, sample.BY)))


def test_a_sheet_for_each_layout_says_where_each_row_stands_and_what_it_says() -> None:
    book = opened({"generic_crime": ROWS, "a_layout_with_a_name_longer_than_a_sheet_may_have": ROWS})
    assert book.sheetnames == ["generic_crime", "a_layout_with_a_name_longer_tha"]
    for sheet in book:
        assert sample.MARKING in sheet["A1"].value and "may name people" in sheet["A3"].value
        lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        assert lines[0] == ["File", "Sheet", "Row", "Rejected because", "What to do", "surname", "recorded"]
        assert lines[1][2:] == [4, "Missing reference", "Give it one.", sample.FORMULA, " 05/01/2026"]
        assert lines[2][2:4] == [5, "Unreadable date"] and not lines[2][5]


def test_text_that_looks_like_a_formula_is_text() -> None:
    cell = opened({"generic_crime": ROWS})["generic_crime"]["F5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (sample.FORMULA, "s", True)


def test_of_very_many_rows_the_newest_are_written_and_that_is_said(monkeypatch) -> None:
    monkeypatch.setattr(rejected_rows, "MOST", 1)
    sheet = opened({"generic_crime": ROWS})["generic_crime"]
    assert sheet.max_row == 5 and "The newest 1 of 2 rows" in sheet["A3"].value


def test_the_file_is_named_by_its_marking() -> None:
    name = rejected_rows.suggest_name(sample.ABOUT)
    assert name == f"{sample.MARKING} DEMONSTRATION rejected rows with their text.xlsx"
