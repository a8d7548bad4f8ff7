"""The workbook: numbers are numbers, text is text, every sheet marked, and every figure the one of the update."""

import datetime
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from hcdata.common.access import LOCAL
from hcdata.common.errors import ExportError
from hcdata.common.filters import Filters
from hcdata.exports import check, chief_officers, workbook
from hcdata.exports.sheets import cells, monthly
from hcdata.present.text import series
from hcdata.stats.choose import Choice
from hcdata.stats.headline import Headline, Look
from hcdata.views.answers import at
from hcdata.views.apart import Again
from hcdata.views.results import Figure
from tests.exports import sample

SHEETS = ["Cover", "Headlines", "Monthly", "Districts", "Strands", "Outcomes", "Victim service", "Repeat"]
SHEETS += ["Key actions", "Actions", "Data quality"]
CHARTED = {"Monthly": 2, "Districts": 5, "Strands": 3, "Outcomes": 1, "Repeat": 1}


def row_of(sheet: Worksheet, label: str, header: str = "") -> list:
    """Cells of the first row that starts with a label, below a header when one is named."""
    rows = list(sheet.iter_rows())
    start = next((i for i, row in enumerate(rows) if row[0].value == header), 0) if header else 0
    return next(list(row) for row in rows[start:] if row[0].value == label)


def write_to(path: Path, title: str = "Patrols") -> Path:
    return workbook.write(
        sample.update(title), sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS, path, sample.BY, sample.NOW
    )


def test_the_sheets_are_all_there_and_to_be_seen(book: Workbook) -> None:
    assert book.sheetnames == SHEETS
    assert {sheet.sheet_state for sheet in book} == {"visible"}


@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_is_marked_frozen_and_set_up_for_paper(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert sample.MARKING in sheet["A1"].value
    assert "DEMONSTRATION" in sheet["A1"].value
    assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == sample.MARKING
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.oddFooter.left.text == f"Fens && Wolds Police: {name}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows.startswith("$1:")
    assert sheet.freeze_panes


@pytest.mark.parametrize("name", ["Monthly", "Actions"])
def test_the_header_of_a_long_table_is_frozen_and_printed_on_each_page(book: Workbook, name: str) -> None:
    sheet = book[name]
    header = next(cell.row for cell in sheet["A"] if cell.value in ("Month", "Action"))
    assert sheet.freeze_panes == f"B{header + 1}"
    assert sheet.print_title_rows == f"$1:${header}"


@pytest.mark.parametrize("figure", sample.update().headlines, ids=lambda figure: figure.measure)
def test_a_headline_is_the_figure_of_the_update(book: Workbook, figure: Figure) -> None:
    cell = row_of(book["Headlines"], figure.title, "Measure")
    if figure.missing:
        assert {one.value for one in cell[2:12]} == {cells.NOT_LOADED}
        return
    assert cell[2].value == figure.value
    assert cell[2].number_format == {"count": "#,##0", "percent": "0.0%", "rate": "0.00"}[figure.unit]
    assert cell[2].data_type == "n"
    assert cell[5].value == figure.n
    assert cell[9].value == figure.prior_n
    if figure.unit == "percent":
        assert [cell[column].value for column in (3, 4, 6, 7, 10)] == [
            figure.lower, figure.upper, figure.of, figure.not_recorded, figure.prior_of,
        ]  # fmt: skip
    assert cell[11].value == figure.verdict.chance


def test_a_duty_shows_what_is_not_recorded_and_to_put_right(book: Workbook) -> None:
    contact = sample.CONTACT
    values = [cell.value for cell in row_of(book["Victim service"], contact.title, "Duty")]
    assert values[1:11] == [96, 162, 96 / 162, contact.lower, contact.upper, 42, 0.8, 3, 36, 30]
    assert row_of(book["Victim service"], sample.NOT_LOADED.title)[1].value == cells.NOT_LOADED


def test_months_are_dates_and_counts_the_trend_s(book: Workbook) -> None:
    sheet = book["Monthly"]
    months = sample.update().total.months
    first = row_of(sheet, "Month")[0].row + 1
    for place, (month, n) in enumerate(zip(months["month"], months["n"], strict=True)):
        row = sheet[first + place]
        assert (row[0].value, row[0].number_format) == (month.to_pydatetime(), "mmm yyyy")
        assert (row[1].value, row[1].data_type) == (n, "n")
    assert [sheet.cell(first, column).value for column in (3, 4, 5)] == [45.5, 30.25, 60.75]
    assert sheet.cell(first, 6).value == "needs 12 whole months"
    assert sheet.cell(first + len(months) - 1, 7).value == "not complete yet"


def test_missing_is_said_and_never_nought(book: Workbook) -> None:
    south = [cell.value for cell in row_of(book["Districts"], "South")]
    assert south[7:9] == [cells.NOT_LOADED, "nothing to compare with"]
    second = [cell.value for cell in row_of(book["Actions"], "DP-02")]
    assert (second[4], second[6]) == (cells.NOT_RECORDED, cells.NOT_RECORDED)
    assert [cell.value for cell in row_of(book["Key actions"], "Improving support for victims")][2:6] == [
        cells.NOT_LOADED
    ] * 4


def test_dates_are_true_dates(book: Workbook) -> None:
    first = row_of(book["Actions"], "DP-01")
    assert (first[7].value.date(), first[7].number_format, first[7].is_date) == (date(2026, 12, 31), "d mmm yyyy", True)
    assert row_of(book["Cover"], "Data to")[1].value == datetime.datetime(2026, 11, 10)


def test_text_of_a_record_stays_text(book: Workbook, written: Path) -> None:
    first = row_of(book["Actions"], "DP-01")
    assert (first[2].value, first[2].data_type, first[2].quotePrefix) == (sample.FORMULA, "s", True)
    assert (first[4].value, first[4].quotePrefix) == ("@Crime Manager", True)
    assert any(cell.value == "+44 days of disorder (2 Aug, force, trigger)" for cell in book["Monthly"]["I"])
    with ZipFile(written) as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_no_pseudonym_and_no_file_name_leaves_the_building(written: Path) -> None:
    with ZipFile(written) as file:
        held = b"".join(file.read(name) for name in file.namelist())
    assert sample.PSEUDONYM.encode() not in held
    assert b"new.csv" not in held


def test_the_cover_says_what_was_asked_by_whom_and_when(book: Workbook) -> None:
    facts = {row[0].value: row[1].value for row in book["Cover"].iter_rows()}
    assert facts["Marking"] == sample.MARKING
    assert facts["Period"] == "12 months to Oct 2026"
    assert (facts["Made by"], facts["Made at"]) == (sample.BY, "09:30")
    assert facts["Seen as at load"] == 4
    assert facts["Recorded hate crimes"] == "How many hate crimes were recorded?"
    assert set(SHEETS[1:]) <= set(facts)
    assert (book.properties.creator, book.properties.lastModifiedBy) == (sample.BY, sample.BY)


@pytest.mark.parametrize("name", SHEETS)
def test_charts_are_native_with_visible_axes_and_a_title(book: Workbook, name: str) -> None:
    charts = book[name]._charts
    assert len(charts) == CHARTED.get(name, 0)
    for chart in charts:
        assert chart.x_axis.delete is False
        assert chart.y_axis.delete is False
        assert "".join(run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or [])


@pytest.mark.parametrize("name", CHARTED)
def test_a_chart_draws_numbers_only(book: Workbook, name: str) -> None:
    drawn = 0
    for chart in book[name]._charts:
        for drawn_series in chart.series:
            sheet, _, place = drawn_series.val.numRef.f.rpartition("!")
            left, top, right, bottom = range_boundaries(place.replace("$", ""))
            values = [book[sheet.strip("'")].cell(row, left).value for row in range(top, bottom + 1)]
            assert left == right
            assert all(isinstance(value, int | float) for value in values)
            drawn += len(values)
    assert drawn


def test_an_incomplete_month_is_in_the_table_and_not_in_the_chart(book: Workbook) -> None:
    sheet = book["Monthly"]
    last = sheet.max_row
    assert sheet.cell(last, 1).value == datetime.datetime(2026, 11, 1)
    assert sheet._charts[0].series[0].val.numRef.f == f"'Monthly'!$B$6:$B${last - 1}"


def test_a_series_too_small_for_limits_is_drawn_without_its_incomplete_month() -> None:
    few = sample.trend()
    months = few.months.drop(columns=["mean", "lower", "upper"])
    months["mark"] = [*[0] * (len(months) - 4), 1, 1, 1, 0]
    choice, quarter = Choice("none", False, "too few"), Look("quarter", (21, 22, 23), 21, 150.0, 90.0, 0.001)
    headline = Headline(choice, None, float("nan"), float("nan"), (), (quarter,))
    few = replace(few, months=months, choice=choice, usual=None, headline=headline)
    book = Workbook()
    monthly.write(book, replace(sample.update(), total=few))
    sheet = book["Monthly"]
    last = sheet.max_row
    assert [sheet.cell(last - 1, column).value for column in (3, 4, 5)] == [cells.TOO_FEW] * 3
    said = [sheet.cell(row, 8).value for row in range(last - 4, last + 1)]
    assert said == [cells.NONE, *["in a quarter with more than usual"] * 3, cells.NONE]
    assert [series.val.numRef.f for series in sheet._charts[0].series] == [f"'Monthly'!$B$6:$B${last - 1}"]


def test_a_fault_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(check, "examine", fail)
    with pytest.raises(RuntimeError):
        write_to(tmp_path / "update.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_record_in_the_text_is_withheld_and_the_rest_written(tmp_path: Path) -> None:
    book = load_workbook(write_to(tmp_path / "update.xlsx", "Review CRI-35/1234/26 with the victim"))
    assert row_of(book["Actions"], "DP-01")[2].value == "[withheld: looks like a crime reference]"
    assert not any("1234" in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_record_not_withheld_refuses_the_workbook_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook.contents, "withhold", lambda *_: iter(()))
    path = tmp_path / "update.xlsx"
    path.write_bytes(b"the last one")
    with pytest.raises(ExportError) as refused:
        write_to(path, "Review CRI-35/1234/26 with the victim")
    assert "crime reference" in str(refused.value)
    assert "1234" not in str(refused.value)
    assert [file.name for file in tmp_path.iterdir()] == ["update.xlsx"]
    assert path.read_bytes() == b"the last one"


def test_it_is_written_into_a_new_folder_with_nothing_beside_it(tmp_path: Path) -> None:
    path = write_to(tmp_path / "packs" / "update.xlsx")
    assert list(path.parent.iterdir()) == [path]
    assert load_workbook(path).sheetnames == SHEETS


def test_the_file_name_carries_marking_and_date() -> None:
    assert workbook.suggest_name(sample.ABOUT) == (
        "OFFICIAL-SENSITIVE DEMONSTRATION hate crime Force all strands 12 months to Oct 2026 data to 2026-11-10.xlsx"
    )


def test_every_figure_of_a_real_update_is_the_one_on_the_page(tmp_path: Path, small_demonstration) -> None:
    answers = at(small_demonstration.store)
    asked = Filters("12m")
    update = answers.performance(asked, LOCAL)
    book = load_workbook(chief_officers.write(answers, asked, LOCAL, tmp_path / "update.xlsx", "Analyst"))
    for figure in update.headlines:
        found = row_of(book["Headlines"], figure.title, "Measure")[2].value
        assert found == (cells.absence(figure) if figure.missing else pytest.approx(figure.value, rel=1e-14))
    for trend in update.strands:
        year = cells.absence(trend.year) if trend.year.missing else trend.year.n
        assert row_of(book["Strands"], series.name(trend))[1].value == year
    shown = {row[0].value: row[1].value for row in book["Monthly"].iter_rows()}
    for month, n in zip(update.total.months["month"], update.total.months["n"], strict=True):
        written = shown[month.to_pydatetime()]  # a month not loaded whole says without what
        assert written == n or str(written).startswith(f"{n:,.0f} ") or pd.isna(n)
    for row in update.districts.rows.to_dict("records"):
        n = cells.NOT_LOADED if pd.isna(row["n"]) else row["n"]
        assert row_of(book["Districts"], row["name"])[1].value == n
    assert len(update.plan.actions) == sum(str(row[0].value).startswith("DP-") for row in book["Actions"].iter_rows())


def test_an_event_says_where_of_what_kind_and_what_to_know() -> None:
    event = {"event_on": pd.Timestamp("2026-08-09"), "name": "Parade", "scope": "north", "kind": "festival"}
    months = {"scope": ["north", "force"], "note": ["Each year.", None]}
    trend = replace(sample.trend("Force"), events=pd.DataFrame([event, event]).assign(**months))
    update = replace(sample.update(), total=trend)
    book = Workbook()
    monthly.write(book, update)
    said = [cell.value for cell in book["Monthly"]["I"]]
    assert "Parade (9 Aug, North, festival): Each year; Parade (9 Aug, force, festival)" in said


def test_what_repeats_rest_on_has_columns_of_its_own(tmp_path: Path) -> None:
    update = sample.update("Patrols")
    victims = replace(update.nominals.victims, measure="repeat_victims", again=Again(18, True, 37, 0))
    places = replace(update.locations.repeat, again=Again(4, True, 0, 9))
    update = replace(
        update,
        nominals=replace(update.nominals, victims=victims),
        locations=replace(update.locations, repeat=places),
    )
    path = tmp_path / "book.xlsx"
    workbook.write(update, sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS, path, sample.BY, sample.NOW)
    sheet = load_workbook(path)["Repeat"]
    head = row_of(sheet, "Measure", "What the repeats rest on")
    rows = {one: row_of(sheet, one, "What the repeats rest on") for one in (victims.title, "Repeat places")}
    assert [cell.value for cell in head[:5]] == [
        "Measure", "Number", "Only after a non-crime incident", "Within the period itself", "New in 3 months"
    ]  # fmt: skip
    assert [cell.value for cell in rows[victims.title][1:5]] == [victims.n, 37, cells.NONE, 18]
    assert [cell.value for cell in rows["Repeat places"][1:5]] == [14, cells.NONE, 9, 4]
