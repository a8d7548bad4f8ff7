"""Text files: both readers give the same table, row numbers are a spreadsheet's, encodings and separators are found."""

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcdata.common.errors import LoadError
from hcdata.ingest.files.text_file import TextGrid, open_text

CELLS = st.text(st.sampled_from(list("aé7 \"\n\r,;|'=")), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=12)
WIDTH = 3


def _write(file: Path, text: str, encoding: str = "utf-8") -> Path:
    file.write_bytes(text.encode(encoding))
    return file


def _table(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    names = ", ".join(f"coalesce(c{i + 1}, '')" for i in range(WIDTH))
    return con.execute(f"SELECT row_no, ragged, {names} FROM t ORDER BY row_no").fetchall()


def _exact(grid: TextGrid, header: int = 0) -> list[tuple[Any, ...]]:
    with duckdb.connect() as con:
        grid._read_exact(con, "t", header, WIDTH)
        return _table(con)


def _fast(grid: TextGrid, header: int = 0) -> list[tuple[Any, ...]] | None:
    with duckdb.connect() as con:
        return _table(con) if grid._read_fast(con, "t", header, WIDTH) else None


def _whole(grid: TextGrid, header: int = 0) -> list[tuple[Any, ...]]:
    with duckdb.connect() as con:
        grid.into(con, "t", header, WIDTH)
        return _table(con)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, filler=st.integers(0, 1), quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_both_readers_agree_on_any_file_a_csv_writer_writes(
    tmp_path: Path, rows: list[list[str]], filler: int, quoting: int
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=quoting)
    writer.writerow(["one", "two", "three"])
    # Long enough that the fast reader may be chosen; short ones always go row by row.
    writer.writerows([["x", "y", "z" * 60]] * (1200 * filler))
    writer.writerows(rows)
    grid = open_text(_write(tmp_path / "file.csv", out.getvalue()), tmp_path)
    if grid.separator != ",":
        return
    assert _whole(grid) == _exact(grid)


@pytest.mark.parametrize(
    "above",
    ["Title\n", "Title\r\n", "Title\n\n", "Title\r\n\r\n", "Title\r", "\n\n"],
    ids=repr,
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=repr)
@pytest.mark.parametrize("blank_after", [1, 39, 40, 41, 1500, 2999])
def test_lines_above_the_header_and_blank_ones_below_lose_no_row_and_move_no_number(
    tmp_path: Path, above: str, end: str, blank_after: int
) -> None:
    lines = ["a,b,c", *(f"35/{number}/26,2026-01-01,some words of a cell" for number in range(3000))]
    lines.insert(blank_after + 1, "")
    grid = open_text(_write(tmp_path / "x.csv", above + end.join(lines) + end), tmp_path)
    header = grid.head.index(["a", "b", "c"])
    found = _whole(grid, header)
    assert found == _exact(grid, header) and len(found) == 3000
    assert [row[0] for row in found[blank_after - 1 : blank_after + 1]] == [
        header + 1 + blank_after,
        header + 3 + blank_after,
    ]


@pytest.mark.parametrize("place", [(1 << 16) - 1, 1 << 16, (1 << 16) + 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_a_blank_line_is_seen_wherever_the_file_is_cut(tmp_path: Path, place: int) -> None:
    line = "35/1/26,2026-01-01,cell\n"
    text = "a,b,c\n" + line * (place // len(line) - 2)
    text += f"35/1/26,2026-01-01,{'x' * (place - len(text) - 20)}\n"
    assert len(text) == place
    assert not open_text(_write(tmp_path / "x.csv", text + "\n" + line * 5000), tmp_path).plain


def test_the_fast_reader_is_used_and_agrees_on_a_long_plain_file(tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["one", "two", "three"])
    for number in range(20_000):
        writer.writerow(
            [
                f"{number}",
                'a "quoted" word' if number % 7 or number < 100 else "two\nlines",
                "" if number % 5 else "é, f",
            ]
        )
    grid = open_text(_write(tmp_path / "file.csv", out.getvalue()), tmp_path)
    assert grid.plain
    fast = _fast(grid)
    assert fast == _exact(grid)
    assert fast is not None and len(fast) == 20_000


@pytest.mark.parametrize("size", [5, 3000])
def test_a_quoted_line_feed_makes_no_row_of_its_own(tmp_path: Path, size: int) -> None:
    lines = ['"a', 'b",2,3', *(f"{n},y,{'z' * 40}" for n in range(size)), "last,5,6"]
    grid = open_text(_write(tmp_path / "file.csv", "one,two,three\n" + "\n".join(lines) + "\n"), tmp_path)
    table = _whole(grid)
    assert table[0] == (2, False, "a\nb", "2", "3")
    assert table[-1] == (size + 3, False, "last", "5", "6")


@pytest.mark.parametrize("size", [0, 3000])
def test_rows_with_more_or_fewer_cells_are_kept_and_marked(tmp_path: Path, size: int) -> None:
    filler = f"x,y,{'z' * 40}\n" * size
    text = "one,two,three\n" + filler + "short\n1,2,3,\n1,2,3,4\n\n,,\n   \nend,,\n"
    table = _whole(open_text(_write(tmp_path / "file.csv", text), tmp_path))[size:]
    assert table == [
        (size + 2, True, "short", "", ""),
        (size + 3, False, "1", "2", "3"),
        (size + 4, True, "1", "2", "3"),
        (size + 8, False, "end", "", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_are_found(tmp_path: Path, encoding: str, end: str) -> None:
    text = end.join(["one,two,three", "“Zoë’s”,– £5,ü", ""])
    grid = open_text(_write(tmp_path / "file.csv", text, encoding), tmp_path)
    assert grid.head[0] == ["one", "two", "three"]
    assert _whole(grid) == [(2, False, "“Zoë’s”", "– £5", "ü")]


def test_a_few_rows_with_notes_over_several_lines_do_not_lead_to_another_separator(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text('ref,day,note\n1,2,"a; b\nc; d\ne; f"\n', encoding="utf-8")
    assert open_text(file, tmp_path).separator == ","


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_under_title_rows(tmp_path: Path, separator: str) -> None:
    lines = [
        "OFFICIAL",
        "Extract, monthly",
        "",
        separator.join(["one", "two", "three"]),
        separator.join(["1", "2,5", "3"]),
    ]
    text = "\n".join(f'"{line}"' if line.startswith("Extract") else line for line in lines)
    text = text.replace("2,5", '"2,5"') + "\n" + f"4{separator}5{separator}6\n" * 5
    grid = open_text(_write(tmp_path / "file.csv", text), tmp_path)
    assert grid.separator == separator
    assert _whole(grid, header=3)[0] == (5, False, "1", "2,5", "3")


def test_a_byte_of_no_character_does_not_stop_the_file(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(b"one,two,three\n\x81,\xe9,3\n")
    assert _whole(open_text(file, tmp_path))[0][3:] == ("é", "3")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(b"PK\0\0\0")
    with pytest.raises(LoadError, match="not a text file"):
        open_text(file, tmp_path)


@pytest.mark.parametrize("blank", ["   ", '""', '"","",""', '" ",,', ",,", "\t", "\u00a0"])
def test_a_row_of_blanks_is_no_row_for_either_reader(tmp_path: Path, blank: str) -> None:
    text = "one,two,three\n" + f"x,y,{'z' * 40}\n" * 3000 + f"{blank}\nend,,\n"
    grid = open_text(_write(tmp_path / "file.csv", text), tmp_path)
    assert _whole(grid) == _exact(grid)
    assert _whole(grid)[-1] == (3003, False, "end", "", "")
    assert len(_whole(grid)) == 3001


@pytest.mark.parametrize("size", [0, 3000])
@pytest.mark.parametrize("row", ['1,"Assault,3', '1,a "quoted" word,"3', '1,"a"b,3'])
def test_a_quotation_mark_in_the_wrong_place_stops_the_load(tmp_path: Path, size: int, row: str) -> None:
    text = "one,two,three\n" + f"x,y,{'z' * 40}\n" * size + row + "\n" + "4,5,6\n" * 5
    grid = open_text(_write(tmp_path / "file.csv", text), tmp_path)
    with pytest.raises(LoadError, match="quotation mark") as stopped:
        _whole(grid)
    assert "Assault" not in str(stopped.value)
