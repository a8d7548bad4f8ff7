"""The process that reads workbooks: what a cell becomes, and that one workbook's end is not the next one's."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from hcdata.errors import LoadError
from hcdata.ingest.workbook_file import WorkbookReader
from hcdata.ingest.workbook_process import as_text, read
from tests.gauntlet import made_workbooks as made

# A cell at each end of a sheet: seventeen billion between them.
CORNERS = (("A", 1), ("XFD", 1048576))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("words", "words"),
        ("#N/A", ""),
        ("#1 the drive", "#1 the drive"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "Y"),
        (False, "N"),
        (7, "7"),
        (datetime(2026, 5, 5, 10, 15), "2026-05-05 10:15:00"),
        (datetime(2026, 5, 5, 9, 59, 59, 994000), "2026-05-05 10:00:00"),
        (datetime(2026, 12, 31, 23, 59, 59, 500000), "2027-01-01 00:00:00"),
        (date(2026, 5, 5), "2026-05-05"),
        (time(10, 15), "10:15:00"),
        (time(9, 59, 59, 994000), "10:00:00"),
        (time(23, 59, 59, 900000), "23:59:59"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (None, ""),
    ],
)
def test_a_cell_becomes_the_text_it_shows(cell: object, text: str) -> None:
    assert as_text(cell) == text


def test_a_workbook_that_ends_the_process_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{at}">{made.text_cell(f"{column}{at}", "x")}</row>' for column, at in CORNERS)
    hostile = made.raw_xlsx(tmp_path / "hostile.xlsx", rows)
    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"], ["35/1/26"]]})
    with WorkbookReader() as reader:
        for _ in range(2):
            with pytest.raises(LoadError, match="far more cells than it shows"):
                reader.open(hostile)
            (grid,), notes = reader.open(sound)
            assert grid.head == [["crime_ref"], ["35/1/26"]] and notes == []


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"]]})
    with WorkbookReader() as reader:
        reader.open(sound)
        process = reader._process
    assert process is not None and process.returncode is not None


def test_the_words_for_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "words.xlsx").write_bytes(b"no workbook")
    locked = made.xls(tmp_path / "locked.xls", [["a"]], password=True)
    assert read(str(tmp_path / "words.xlsx"))[0] == "damaged"
    assert read(str(locked))[0] == "password"
    assert read(str(tmp_path / "nowhere.xlsx"))[0] == "damaged"
