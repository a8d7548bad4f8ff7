"""Random files through reader and cleaner: nothing but our own errors, and no row is lost."""

import csv
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcdata.common.errors import HcdataError
from hcdata.ingest.discover import find
from hcdata.ingest.files.grid import SPACE
from hcdata.ingest.layouts import layout as layouts
from tests.gauntlet import made_workbooks as made
from tests.ingest import ingest_rows
from tests.soak import broken_files
from tests.soak.duration import ROUND, rounds
from tests.store.store_exports import CRIME_HEADERS

pytestmark = pytest.mark.slow
HEADERS = [*CRIME_HEADERS, "easting", "northing", "latitude", "longitude", "online"]
LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"])
PLAIN = [
    *("", "35/1/26", "35/01/2026", "see log", "05/05/2026 10:00", "05/25/2026", "2026-05-05T10:00:00Z", "46147.5"),
    *("Hunts", "Race; Faith", "Victim", "Cancelled", "C3", "545000", "52.2", "0", "1e999", "nan", "-0.1", "NULL"),
    *("Total", "Subtotal Hunts", "crime_ref", "recorded", "'; DROP TABLE typed; --", "=1+1", "99999.99999", "9" * 40),
    *(
        "\u00a0",
        "\u2028",
        "\ufeff",
        "\u200b",
        "ﬁ",
        "Ǆ",
        "😀",
        "\u202e",
        "e\u0301",
        "İ",
        "ß",
        "2460",
        "0.5",
        "31/02/2026",
        "1/1/00",
    ),
]
CELLS = st.one_of(st.sampled_from(PLAIN), st.text(LETTERS, max_size=12))
QUOTED = st.one_of(CELLS, st.sampled_from(['a"b', "a\nb", "a\r\nb", '"', "a,b;c|d\te", "\n", '""', "x\ry"]))
TABLE = st.lists(st.dictionaries(st.sampled_from(HEADERS), QUOTED, max_size=8), min_size=1, max_size=8)
FORMS = [
    "csv",
    "semicolon",
    "tab",
    "pipe",
    "crlf",
    "utf-16",
    "utf-8-sig",
    "json",
    "jsonl",
    "ods",
    "xlsb",
    "xls",
    "xlsx",
]
WORKBOOKS = ("ods", "xlsb", "xls", "xlsx")
TEXTS = {"csv": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "crlf": ",", "utf-16": ",", "utf-8-sig": ","}


def test_a_broken_file_ends_in_rows_or_in_an_error_of_ours() -> None:
    @ROUND
    @given(name=st.sampled_from(sorted(broken_files.sound())), breaks=broken_files.BREAKS)
    def one(name: str, breaks: list[tuple[str, float, bytes, int]]) -> None:
        _read(name, broken_files.broken_part(name, broken_files.sound()[name], breaks))

    for _ in rounds():
        one()


def test_no_row_is_lost_in_any_form() -> None:
    @ROUND
    @given(table=TABLE, form=st.sampled_from(FORMS), titles=st.integers(0, 2), blank=st.integers(0, 2))
    @example(table=[{"crime_ref": "\ufeff"}], form="csv", titles=0, blank=0)  # a mark of byte order and nothing else
    def one(table: list[dict[str, str]], form: str, titles: int, blank: int) -> None:
        lines = [[row.get(header, "") for header in HEADERS] for row in table] + [[""] * len(HEADERS)] * blank
        if form in WORKBOOKS:
            lines = held_by(lines)
        above = [["OFFICIAL: monthly, by district"]] * titles if form not in ("json", "jsonl") else []
        assert _read(*written(form, "crime_2026-12-31", [*above, HEADERS, *lines])) == filled(lines)

    for _ in rounds():
        one()


def held_by(lines: list[list[str]]) -> list[list[str]]:
    """Return the lines as a workbook can hold them: what these formats cannot hold is not ours to lose."""
    return [["".join(mark for mark in cell if mark >= " ").lstrip("=") for cell in line] for line in lines]


def written(form: str, stem: str, table: list[list[str]]) -> tuple[str, bytes]:
    """Write a table, its header first but for titles above it, in one of FORMS: file name and bytes."""
    if form in TEXTS:
        out = io.StringIO(newline="")
        end = "\r\n" if form == "crlf" else "\n"
        csv.writer(out, delimiter=TEXTS[form], quoting=csv.QUOTE_ALL, lineterminator=end).writerows(table)
        encoding = form if form.startswith("utf") else "utf-8"
        return f"{stem}.csv", out.getvalue().encode(encoding, "replace")
    if form in ("json", "jsonl"):
        header, *lines = table
        records = [dict(zip(header, line, strict=True)) for line in lines]
        said = json.dumps(records) if form == "json" else "\n".join(map(json.dumps, records))
        return f"{stem}.{form}", said.encode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{stem}.{form}"
        if form == "xlsx":
            made.xlsx(file, {"Sheet": table})
        else:
            {"ods": made.ods, "xlsb": made.xlsb, "xls": made.xls}[form](file, table)
        return file.name, file.read_bytes()


def filled(lines: list[list[str]]) -> int:
    """Count the rows that hold anything, as the loader need not."""
    return sum(any(cell.strip(SPACE) for cell in line) for line in lines)


def _read(name: str, data: bytes) -> int:
    """Read a file's rows to records and return how many there were; an error of ours is an end too."""
    total = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "work").mkdir()
        (folder / name).write_bytes(data)
        try:
            for source in find([folder / name], layouts.read(), folder / "work").grids:
                con = ingest_rows.put_through(source)
                rows, kept, records = _counts(con)
                assert rows >= kept >= records
                total += rows
                con.close()
        except HcdataError as fault:
            assert fault.found
    return total


def _counts(con: Any) -> tuple[int, int, int]:
    row = con.execute(
        "SELECT (SELECT count(*) FROM typed), (SELECT count(*) FROM typed WHERE reason IS NULL),"
        " (SELECT count(*) FROM record)"
    ).fetchone()
    return row[0], row[1], row[2]
