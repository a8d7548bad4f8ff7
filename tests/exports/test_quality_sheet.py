"""The Data quality sheet says what the Quality page says, with numbers as numbers."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.exports import chief_officers, workbook
from hcdata.present.tables import quality_tables
from hcdata.present.text import changed, data_quality, impact_words
from hcdata.views import answers
from hcdata.views.quality.impact_kinds import LEVELS
from tests.exports import sample

YEAR = Filters("12m")


@pytest.fixture(scope="module")
def served(demonstration):
    return answers.at(demonstration.store)


@pytest.fixture(scope="module")
def sheet(served, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    return load_workbook(chief_officers.write(served, YEAR, LOCAL, path, "Analyst"))["Data quality"]


def rows_after(sheet, *headers):
    """The rows of the table whose first headers are these, up to the next blank or sentence."""
    start = next(
        row for row in range(1, sheet.max_row) if (sheet.cell(row, 1).value, sheet.cell(row, 2).value) == headers
    )
    found = [[cell.value for cell in sheet[start]]]
    for row in range(start + 1, sheet.max_row + 1):
        if sheet.cell(row, 2).value is None:
            return found
        found.append([cell.value for cell in sheet[row]])
    return found


def test_every_sentence_of_the_page_is_on_the_sheet(sheet, served):
    answer = served.quality(YEAR, LOCAL)
    text = "\n".join(str(cell.value) for row in sheet.iter_rows(max_col=1) for cell in row if cell.value)
    said = [one.text for level in LEVELS for one in impact_words.findings(answer, level, references=False)]
    assert said
    for sentence in (
        *said,
        data_quality.headline(answer),
        data_quality.rows_sentence(answer),
        data_quality.delay_sentence(answer.delay),
        data_quality.strands_sentence(answer.strands),
        changed.changes_sentence(served.changes(YEAR, LOCAL, None)),
        *changed.movement_sentences(served.movement(YEAR, LOCAL, "recorded_hate_crimes", None)),
    ):
        assert sentence in text


def test_completeness_is_a_true_percentage_and_the_page_s(sheet, served):
    table = rows_after(sheet, "Key field", "All")
    page = quality_tables.completeness(served.quality(YEAR, LOCAL))
    assert table[0][: len(page.columns)] == list(page.columns)
    assert [row[1] for row in table[1:13]] == pytest.approx(page["All"].tolist())


def test_late_recording_is_a_share_and_a_count(sheet, served):
    header, *rows = rows_after(sheet, "District", "Both times known")
    delay = served.quality(YEAR, LOCAL).delay.districts
    late, share = header.index("Over 24 h"), header.index("Over 24 h, %")
    assert [row[late] for row in rows] == delay["late"].tolist()
    assert [row[share] for row in rows] == pytest.approx((delay["late"] / delay["known"]).tolist(), abs=0.0006)


def test_the_first_load_has_nothing_before_it(tmp_path):
    made = (sample.update(), sample.OUTCOMES, replace(sample.QUALITY, impacts=()), sample.DEFINITIONS)
    sheet = load_workbook(workbook.write(*made, tmp_path / "out.xlsx", sample.BY, sample.NOW))["Data quality"]
    assert any(cell.value == "There is no load before this one." for cell in sheet["A"])
