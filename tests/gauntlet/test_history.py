"""Sets whose files contradict, repeat or outdate each other: every row is accounted for and the newest word counts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hcdata.ingest.files import text_file
from hcdata.store import inspection
from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import HEADERS, Case, Loaded, Refused, parametrize, row, rows, run, text, write
from tests.store import store_exports

DISTRICTS = "SELECT district FROM crime_version WHERE crime_ref LIKE '35/_/26' AND to_load IS NULL ORDER BY crime_ref"
NO_REFERENCE = """
name = "open_data"
title = "Rows that may have no reference"
feed = "crime"
match = ["Crime ID", "recorded"]
no_reference = "row"
[data_to]
filename = '_(\\d{4}-\\d{2}-\\d{2})\\.'
[fields]
crime_ref = "Crime ID"
recorded = "recorded"
district = "district"
[[strands]]
column = "strands"
"""
ALIKE = text([HEADERS, *[row(1, crime_ref="", address="")] * 4, row(2)])
FULL = "Full extract\n"


def files(**contents: str) -> Callable[[Path], object]:
    """Return what writes several exports; `may_31` is the name crime_2026-05-31.csv."""
    months = {"may": "05", "june": "06", "july": "07"}

    def write_all(folder: Path) -> None:
        for name, content in contents.items():
            month, day = name.split("_")[:2]
            copy = "_".join(name.split("_")[2:])
            write(content, f"crime{copy}_2026-{months[month]}-{day}.csv")(folder)

    return write_all


def _open_data(folder: Path) -> None:
    (folder.parent / "layouts").mkdir()
    (folder.parent / "layouts" / "open_data.toml").write_text(NO_REFERENCE, encoding="utf-8")
    write(ALIKE.replace("crime_ref", "Crime ID"))(folder)


def _two_sheets(folder: Path) -> None:
    one, two = row(1, district="Fenland"), row(1, district="Hunts", strands="Faith")
    made.xlsx(folder / "crime_2026-12-31.xlsx", {"A": [HEADERS, one], "B": [HEADERS, two]})


CASES = [
    Case(
        "rows of one reference that disagree",
        write(text([HEADERS, row(1, district="Fenland"), row(1, district="Hunts")])),
        Loaded(2, records=1, says=["records whose rows disagree: 1;"], query=DISTRICTS, rows=[("fenland",)]),
    ),
    Case(
        "a reference spelt three ways",
        write(text([HEADERS, row(1), row(1, crime_ref="35/00001/2026"), row(1, crime_ref=" 35/1/26 ")])),
        Loaded(3, records=1),
    ),
    Case(
        "one row for each strand",
        write(text([HEADERS, row(1, strands="Race"), row(1, strands="Faith"), row(1, strands="Race")])),
        Loaded(
            3,
            records=1,
            query="SELECT strands FROM crime_version WHERE crime_ref = '35/1/26'",
            rows=[(["race", "religion"],)],
        ),
    ),
    Case(
        "a crime on two sheets that disagree",
        _two_sheets,
        Loaded(2, says=["records whose rows disagree: 1;"], query=DISTRICTS, rows=[("fenland",)]),
    ),
    Case(
        "a crime on two sheets, and nothing says up to when",
        lambda folder: made.xlsx(
            folder / "crime.xlsx",
            {"A": [HEADERS, row(1)], "B": [HEADERS, row(1, district="Fenland", strands="Faith"), row(9)]},
        ),
        Loaded(
            3,
            records=3,
            says=["records whose rows disagree: 1;"],
            query="SELECT district, strands FROM crime_version WHERE crime_ref = '35/1/26' AND to_load IS NULL",
            rows=[("huntingdonshire", ["race", "religion"])],
        ),
    ),
    Case(
        "a column that is no longer there",
        files(may_31=text(rows(3)), june_30=text(rows(3)).replace("district", "LPA name")),
        Loaded(6, says=["without columns that the last file of layout generic_crime had: district;"]),
    ),
    Case("rows alike without a reference", write(ALIKE), Loaded(5, {"missing_reference": 4})),
    Case("rows alike that may have none", _open_data, Loaded(5)),
    Case(
        "one file under two names",
        files(may_31=text(rows(3)), may_31_copy=text(rows(3))),
        Loaded(3, says=["Already loaded, nothing to do: 1 file"]),
    ),
    Case(
        "one extract in two orders",
        files(may_31=text(rows(3)), may_31_again=text([HEADERS, *reversed(rows(3)[1:])])),
        Loaded(6, says=["unchanged 3"]),
    ),
    Case(
        "newer and older together",
        files(july_31=text([HEADERS, row(1, district="Hunts")]), june_30=text([HEADERS, row(1, district="Fenland")])),
        Loaded(2, query=DISTRICTS, rows=[("huntingdonshire",)]),
    ),
    Case(
        "a full extract in which crimes vanished",
        files(june_30=FULL + text(rows(4)), july_31=FULL + text([HEADERS, row(1), row(4)])),
        Loaded(
            6,
            says=["Vanished, crimes missing from a later full extract: 2;"],
            query="SELECT count(*) FROM crime_version WHERE to_load IS NULL",
            rows=[(6,)],
        ),
    ),
    Case(
        "one good file and one with a broken quotation mark",
        files(may_31=text(rows(3)), june_30=text(rows(4)) + 'x,"y\n'),
        Refused("a quotation mark is opened or closed"),
    ),
    Case(
        "one good file and one of no known kind",
        files(may_31=text(rows(3)), june_30="a,b\n1,2\n"),
        Loaded(3, says=["crime_2026-06-30.csv: not read, no layout knows any of its headers"]),
    ),
]


@parametrize(CASES)
def test_set_of_files_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
    assert inspection.faults(tmp_path / "store") == []


def test_an_older_extract_after_a_newer_one_changes_no_record(tmp_path: Path) -> None:
    store = tmp_path / "store"
    newer = store_exports.write(tmp_path / "crime_2026-07-31.csv", HEADERS, [_cells(row(1, district="Hunts"))])
    older = store_exports.write(tmp_path / "crime_2026-06-30.csv", HEADERS, [_cells(row(1, district="Fenland"))])
    store_exports.load(store, newer)
    receipt = store_exports.load(store, older)
    assert (receipt.files[0].older, receipt.files[0].changed) == (1, 0)
    assert store_exports.query(store, DISTRICTS) == [("huntingdonshire",)]


def test_open_data_loaded_twice_is_a_no_op_and_every_row_stands(tmp_path: Path, small_store: Path) -> None:
    run(Case("first", _open_data, Loaded(5)), tmp_path, small_store)
    store = tmp_path / "store"
    kept = "SELECT count(*) FROM crime_version WHERE to_load IS NULL AND crime_ref LIKE 'ROW-%'"
    assert store_exports.query(store, kept) == [(4,)]
    before = store_exports.digests(store)
    assert store_exports.load(store, tmp_path / "exports").snapshot is None
    assert store_exports.digests(store) == before


def test_a_file_that_goes_while_it_is_read_leaves_the_store_as_it_was(
    tmp_path: Path, small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_text = text_file.open_text

    def open_and_remove(file: Path, workdir: Path) -> text_file.TextGrid:
        grid = open_text(file, workdir)
        file.unlink()
        return grid

    monkeypatch.setattr("hcdata.ingest.discover.open_text", open_and_remove)
    run(Case("gone", write(text(rows(3))), Refused("it went away while it was read")), tmp_path, small_store)


def test_a_file_still_being_written_is_refused(
    tmp_path: Path, small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_text = text_file.open_text

    def open_and_write_on(file: Path, workdir: Path) -> text_file.TextGrid:
        grid = open_text(file, workdir)
        with file.open("a", encoding="utf-8") as out:
            out.write("35/4/26,05/05")
        return grid

    monkeypatch.setattr("hcdata.ingest.discover.open_text", open_and_write_on)
    run(Case("grows", write(text(rows(3))), Refused("it was written while it was read")), tmp_path, small_store)


def _cells(cells: list[str]) -> dict[str, str]:
    return dict(zip(HEADERS, cells, strict=True))
