"""Small files that would take all the memory or an hour: refused in plain words before anything is made of them."""

import json
import os
import resource
import zipfile
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import LoadError
from hcdata.ingest.discover import find
from hcdata.ingest.files import text_file, workbook_cells, zip_directory
from hcdata.ingest.files.limits import MOST_COLUMNS, MOST_SHEETS
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch
from tests.gauntlet import made_workbooks as made
from tests.gauntlet.made_ods import ods_of
from tests.gauntlet.made_zip import write_zip

# Memory the program itself may grow by while it refuses all of them, in kB.
_ROOM = 250_000
_CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'


def _row(repeated: str, cells: str) -> str:
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


def _table(rows: str) -> str:
    return f'<table:table table:name="A">{rows}</table:table>'


def _down(times: int) -> str:
    return f' table:number-rows-repeated="{times}"'


def _across(times: int) -> str:
    return f' table:number-columns-repeated="{times}"'


def _text(text: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(text, encoding="utf-8")


def _spread(tables: str) -> Callable[[Path], object]:
    return lambda file: ods_of(file, tables)


def _many_sheets(file: Path) -> object:
    parts = {f"xl/worksheets/sheet{number}.xml": "<worksheet/>" for number in range(MOST_SHEETS + 1)}
    return write_zip(file, {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", **parts})


def _swollen(file: Path) -> object:
    return write_zip(file, {"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b" " * (64 << 20)})


def _many_files(file: Path) -> object:
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(1_100):
            archive.writestr(f"{number}.csv", "")
    return file


KEYS = [f"k{number}" for number in range(20_000)]
WIDE, MUCH = "columns wide that a table may be", "more cells than can be held"
MANY = f"more than {MOST_SHEETS} sheets"
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "keys.json": (_text(json.dumps([{key: 1} for key in KEYS])), WIDE),
    "one.json": (_text(json.dumps([dict.fromkeys(KEYS, 1)])), WIDE),
    "by_id.json": (_text(json.dumps({key: {"a": 1} for key in KEYS})), WIDE),
    "lines.jsonl": (_text("\n".join(json.dumps({key: 1}) for key in KEYS)), WIDE),
    "features.geojson": (_text(json.dumps({"features": [{"properties": {key: 1}} for key in KEYS]})), WIDE),
    "columns.json": (_text(json.dumps({"columns": KEYS, "rows": [[1] * len(KEYS)] * 2})), WIDE),
    "sparse.json": (_text(json.dumps([*({key: 1} for key in KEYS[:1_900]), *([{"k0": 1}] * 15_000)])), MUCH),
    "lists.json": (_text("[" * 100_000), "its JSON cannot be read"),
    "objects.json": (_text('{"a":' * 100_000), "its JSON cannot be read"),
    "closed.json": (_text("[" * 900 + "]" * 900), "nothing says what their columns"),
    "envelopes.json": (_text('{"a":' * 50 + "[]" + "}" * 50), "no list of records"),
    "rows.ods": (_spread(_table(_row(_down(1_000_000), _CELL.format("") * 40))), MUCH),
    "columns.ods": (_spread(_table(_row("", _CELL.format(_across(16_000))) * 2_000)), MUCH),
    "both.ods": (_spread(_table(_row(_down(1_000_000), _CELL.format(_across(16_000))))), MUCH),
    "apart.ods": (
        _spread(_table(_row(_down(1_000_000), "") + _row("", f"<table:table-cell{_across(900)}/>" + _CELL.format("")))),
        MUCH,
    ),
    "tables.ods": (_spread(_table(_row("", _CELL.format(""))) * (MOST_SHEETS + 1)), MANY),
    "negative.ods": (_spread(_table(_row(_down(-5), _CELL.format(_across(-9))))), ""),
    "sheets.xlsx": (_many_sheets, MANY),
    "swollen.xlsx": (_swollen, MUCH),
    "far.xlsx": (lambda file: made.raw_xlsx(file, f'<row r="1">{made.text_cell("A1", "x")}</row>'), ""),
    "headers.csv": (_text(",".join(f"h{number}" for number in range(300_000)) + "\n1\n"), WIDE),
    "known.csv": (_text("crime_ref,recorded," + ",".join(f"h{n}" for n in range(MOST_COLUMNS)) + "\n1,2\n"), WIDE),
    "below.csv": (_text("crime_ref,recorded\n" + ",".join("x" * 5_000) + "\n"), WIDE),
    "files.zip": (_many_files, "files in the archives of one load"),
}


def test_each_is_refused_in_plain_words_and_the_program_does_not_grow(tmp_path: Path) -> None:
    for name, (make, _) in FILES.items():
        make(tmp_path / name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (tmp_path / "work").mkdir()
    found = find([tmp_path / name for name in FILES], layouts.read(), tmp_path / "work")
    for name, (_, said) in FILES.items():
        notes = [note for note in found.notes if note.startswith(name)]
        assert any(said in note for note in notes), (name, notes)
    assert found.grids == []
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < _ROOM


@pytest.mark.parametrize("name", ["rows.ods", "columns.ods", "both.ods", "apart.ods", "tables.ods", "sheets.xlsx"])
def test_what_a_workbook_repeats_is_counted_before_it_is_opened(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, said = FILES[name]
    make(tmp_path / name)
    monkeypatch.setattr(workbook_cells, "_open", lambda path: pytest.fail(f"{path} was opened"))
    with pytest.raises(LoadError, match=said):
        list(workbook_cells.read(tmp_path / name, []))


def test_a_list_of_far_too_many_members_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_directory, "MOST_BYTES", 1_000)
    _many_files(tmp_path / "files.zip")
    found = find([tmp_path / "files.zip"], {}, tmp_path)
    assert "an archive of far more files than a set of exports" in found.notes[0]


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_pipe_or_a_device_is_not_opened(device: str, tmp_path: Path) -> None:
    (tmp_path / "crime.csv").symlink_to(device)
    found = find([tmp_path / "crime.csv"], {}, tmp_path)
    assert found.notes == ["crime.csv: not read, a pipe or a device, and no file"]


@pytest.mark.parametrize("name", [b"crime_\xff.csv", b"\xe9t\xe9.xlsx", b"a\xed\xa0\x80.json"])
def test_a_name_that_is_no_text_is_said_and_not_read(name: bytes, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(name)).write_text("crime_ref,recorded\n35/1/26,05/05/2026\n", encoding="utf-8")
    for asked in (tmp_path, tmp_path / os.fsdecode(name)):
        (note,) = find([asked], {}, tmp_path).notes
        assert "give it another" in note and note.encode()


def test_a_table_as_wide_as_one_may_be_is_drafted_from_its_first_columns(tmp_path: Path) -> None:
    letters = map("".join, product("abcdefghijklm", repeat=3))
    names = ["Crime Number", "Date Recorded", *islice(letters, MOST_COLUMNS - 2)]
    rows = [
        [f"35/{row}/26", "05/05/2026", *(f"{row}-{place}" for place in range(MOST_COLUMNS - 2))] for row in range(3)
    ]
    (tmp_path / "wide.csv").write_text("\n".join(map(",".join, [names, *rows])) + "\n", encoding="utf-8")
    with scratch() as (con, workdir):
        found = draft(con, one_grid(tmp_path / "wide.csv", workdir)[0], configuration.load(), layouts.read().values())
    assert "those after the first 400 were not looked at" in write(found)
    assert {"crime_ref", "recorded"} <= found.weighed.mapped.keys()


def test_a_table_of_many_columns_is_read_as_it_stands(tmp_path: Path) -> None:
    width = 1_500
    headers = ["crime_ref", "recorded", *(f"x{number}" for number in range(width - 2))]
    # A line feed within a cell: its rows are not left to DuckDB's own reader.
    rows = [[f"35/{row}/26", '"05/05/2026\n"', *(f"{row}-{place}" for place in range(2, width))] for row in range(3)]
    file = tmp_path / "wide.csv"
    file.write_text("\n".join(map(",".join, [headers, *rows])) + "\n", encoding="utf-8")
    with scratch() as (con, workdir):
        grid = text_file.open_text(file, workdir)
        grid.into(con, "raw", 0, width)
        read = con.execute("SELECT * EXCLUDE (row_no, ragged) FROM raw WHERE NOT ragged ORDER BY row_no").fetchall()
    assert [list(row) for row in read] == [[row[0], "05/05/2026\n", *row[2:]] for row in rows]
