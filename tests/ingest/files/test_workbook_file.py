"""The process that reads workbooks: what a cell becomes, and that one workbook's end is not the next one's."""

import queue
import resource
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from hcdata.common.errors import LoadError
from hcdata.ingest.files import reader as reading
from hcdata.ingest.files.reader import Reader
from hcdata.ingest.files.reader_process import MEMORY
from hcdata.ingest.files.workbook_cells import as_text
from hcdata.ingest.files.workbook_file import open_workbook
from tests.gauntlet import made_workbooks as made


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


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One process for all."""
    with Reader() as one:
        yield one


def corners(folder: Path, *cells: tuple[str, int]) -> Path:
    """A workbook of a few cells far apart."""
    rows = "".join(f'<row r="{at}">{made.text_cell(f"{column}{at}", "x")}</row>' for column, at in cells)
    return made.raw_xlsx(folder / "hostile.xlsx", rows)


@pytest.mark.parametrize("far", [("XFD", 1048576), ("XFD", 2000)])
def test_a_workbook_of_a_few_cells_far_apart_is_refused_and_the_next_is_read(
    far: tuple[str, int], reader: Reader, tmp_path: Path
) -> None:
    hostile = corners(tmp_path, ("A", 1), far)
    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"], ["35/1/26"]]})
    with pytest.raises(LoadError, match=r"more cells than"):
        open_workbook(reader, hostile)
    (grid,), notes = open_workbook(reader, sound)
    assert grid.head == [["crime_ref"], ["35/1/26"]] and notes == []


def test_the_process_ends_with_the_work_and_when_nobody_waits(tmp_path: Path) -> None:
    class GoneError(Exception):
        """The browser was closed."""

    def gone() -> None:
        raise GoneError

    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"]]})
    with Reader() as one:
        open_workbook(one, sound)
        process = one._process
        assert process is not None and process.poll() is None
    assert process.returncode is not None
    slow = tmp_path / "slow.json"
    slow.write_text("[" + '{"a":"b"},' * 1_500_000 + '{"a":"b"}]', encoding="utf-8")
    with pytest.raises(GoneError), Reader(gone) as one:
        try:
            one.read("json", slow)
        finally:
            assert one._process is None


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux tells the limits of another process")
def test_the_process_may_take_no_more_memory_than_the_limit(reader: Reader, tmp_path: Path) -> None:
    open_workbook(reader, made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"]]}))
    assert reader._process is not None
    assert resource.prlimit(reader._process.pid, resource.RLIMIT_AS) == (MEMORY, MEMORY)


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"]]})
    with Reader() as one:
        with monkeypatch.context() as hurried:
            hurried.setattr(reading, "_PAUSE", 0)
            hurried.setattr(reading, "MOST_SECONDS", -1)
            with pytest.raises(LoadError, match="more than the 5 minutes"):
                one.read("workbook", sound)
        assert one._process is None
        assert open_workbook(one, sound)[0][0].head == [["crime_ref"]]


def test_what_is_wrong_is_said(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "words.xlsx").write_bytes(b"no workbook")
    locked = made.xls(tmp_path / "locked.xls", [["a"]], password=True)
    for file, said in ((tmp_path / "words.xlsx", "cannot be opened"), (locked, "protected by a password")):
        with pytest.raises(LoadError, match=said):
            open_workbook(reader, file)


def test_a_reader_that_says_anything_else_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = made.xlsx(tmp_path / "sound.xlsx", {"Crimes": [["crime_ref"]]})
    for said in (b"", b"{}", b"[1]", b'{"rows": [["a"]]}', b"\x80\x04.", b'{"table": 1}'):
        with Reader() as one:
            one._start()
            monkeypatch.setattr(one, "_lines", queue.Queue())
            one._lines.put(said)
            with pytest.raises(LoadError, match="the reader broke off"):
                one.read("workbook", sound)
