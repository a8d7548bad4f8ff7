"""Merged cells that the reader of cells does not tell: of ODS and XLSB, and of files that are not what they say."""

import zipfile
from pathlib import Path

import pytest

from hcdata.ingest.files import workbook_cells, workbook_epoch, workbook_ods, workbook_xlsb
from tests.gauntlet import made_workbooks as made
from tests.gauntlet.made_sheets import Book
from tests.gauntlet.made_zip import write_zip

MERGED = [(0, 0, 0, 2), (1, 1, 4, 1)]
BOOK = Book({"First & last": [["a", "b", "c"]] * 6, "Second": [["x"]]}, merged=MERGED)


def test_merged_cells_of_an_xlsb_are_those_of_its_sheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(made.xlsb(tmp_path / "a.xlsb", BOOK)) as book:
        assert workbook_xlsb.merged(book) == {"First & last": [((0, 0), (0, 2)), ((1, 1), (4, 1))]}


def test_of_an_ods_only_those_that_run_down_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(made.ods(tmp_path / "a.ods", BOOK)) as book:
        assert workbook_ods.look(book).merged == {"First & last": [((1, 1), (4, 1))]}


@pytest.mark.parametrize("content", ["<a>" * 100_000, "no XML", '<a b="1" b="2"/>', b"\xff\xfe"])
def test_nothing_is_told_of_content_that_is_no_sheet(content: str | bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(write_zip(tmp_path / "a.ods", {"content.xml": content})) as book:
        assert workbook_ods.look(book) == workbook_ods.Seen()


@pytest.mark.parametrize("parts", [{}, {"xl/workbook.bin": b"\x9c\x01\x04", "xl/_rels/workbook.bin.rels": "<x/>"}])
def test_nothing_is_told_of_an_xlsb_cut_short(parts: dict[str, str | bytes], tmp_path: Path) -> None:
    with zipfile.ZipFile(write_zip(tmp_path / "a.xlsb", parts)) as book:
        assert workbook_xlsb.merged(book) == {}


@pytest.mark.parametrize("form", ["xlsx", "xlsb", "xls"])
@pytest.mark.parametrize("since_1904", [True, False])
def test_the_first_day_of_a_workbook(form: str, since_1904: bool, tmp_path: Path) -> None:
    file = made.in_format(form, tmp_path / f"a.{form}", Book({"A": [["x"]]}, since_1904=since_1904))
    assert workbook_epoch.is_1904(file, file.read_bytes()) is since_1904


class Watched(list[str]):
    """A row that counts how often it is looked at."""

    looks = 0

    def __getitem__(self, place: object) -> str:  # type: ignore[override]
        Watched.looks += 1
        return str(super().__getitem__(place))  # type: ignore[index]


@pytest.mark.parametrize("tops", [[0] * 4_000, range(400), range(399, -1, -1), [0, 399] * 200])
def test_each_cell_is_merged_once_however_often_a_workbook_says_so(
    tops: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watched, "looks", 0)
    rows: list[list[str]] = [Watched(["x" if not number else ""]) for number in range(400)]
    workbook_cells._fill_merged([((top, 0), (10**9, 0)) for top in tops], rows)
    assert Watched.looks < 3 * len(rows) + 2 * len(tops)


def test_cells_merged_under_each_other_take_each_their_own_value() -> None:
    rows = [["a", "1"], ["", "2"], ["b", ""], ["", ""], ["", "5"]]
    assert (
        workbook_cells._fill_merged([((0, 0), (1, 1)), ((2, 0), (4, 0)), ((1, 1), (3, 1)), ((9, 0), (12, 0))], rows)
        == 5
    )
    assert rows == [["a", "1"], ["a", "2"], ["b", "2"], ["b", "2"], ["b", "5"]]
