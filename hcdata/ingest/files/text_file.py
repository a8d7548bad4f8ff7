"""Text files: encoding and separator found, then read by DuckDB, or row by row when the file is not plain enough."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.errors import LoadError
from hcdata.common.sql import Sql, fill, join
from hcdata.ingest.files import encoding
from hcdata.ingest.files.grid import HEAD_ROWS, SPACE, Grid, columns, make_table
from hcdata.ingest.files.text_scan import MOST_LINE, endless, scan

# Ten million crime rows are 2.5 GB; a file beyond this is no extract of one force.
MOST_BYTES = 8 << 30
# DuckDB shares work out by row groups of 122,880 rows, some 40 MB of a crime extract: from there on streaming pays.
LARGE = 40_000_000
# What the first rows may take: two thousand headers of some hundred letters, or free text.
_HEAD_BYTES = 1 << 20
# Twice DuckDB's own: rows leave its reader in order, and wait for each other less.
_BUFFER = 1 << 26
_BATCH = 50_000
# A text no cell holds: only a cell that is not there is NULL.
_ABSENT = "\x01"
# Line breaks a cell may hold; more, and a quotation mark was never closed.
_MOST_BREAKS = 50
csv.field_size_limit(MOST_LINE)


@dataclass
class TextGrid(Grid):
    """A delimited text file, held as UTF-8 (recoded into `workdir` when it was not)."""

    utf8: Path
    separator: str
    plain: bool
    stamp: tuple[int, int]
    open_end: bool = False

    @property
    def ends_within_a_line(self) -> bool:
        """Whether its last line has no end."""
        return self.open_end

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Read through DuckDB when every line is a row; otherwise row by row, keeping spreadsheet row numbers."""
        if not (self._is_plain(header) and self._read_fast(con, table, header, width)):
            self._read_exact(con, table, header, width)
        self.release()

    def confirm(self) -> None:
        """Raise LoadError when the file was written while it was read."""
        if _stamp(self.file) != self.stamp:
            raise LoadError(
                self.file.name,
                "it was written while it was read",
                "a file that is complete",
                "wait until it is written or copied, and load it again; nothing of this load was kept",
            )

    def release(self) -> None:
        """Remove the recoded copy: a copy of the export must not outlive a load that is stopped."""
        if self.utf8 != self.file:
            self.utf8.unlink(missing_ok=True)

    def stream(self, header: int, width: int) -> tuple[str, dict[str, Any]] | None:
        """Return the query that reads a large file of plain lines."""
        if not self._is_plain(header) or self.utf8.stat().st_size < LARGE:
            return None
        rows, parameters = self._csv(header, width, True)
        last = columns(width)[self.least(header) - 1]
        return fill("SELECT {last} IS NULL AS ragged, * FROM {rows}", last=last, rows=rows), parameters

    def _is_plain(self, header: int) -> bool:
        # DuckDB counts the blank lines it skips above the header, and none below it.
        return self.plain and all(self.head[header + 1 :])

    def _csv(self, header: int, width: int, parallel: bool) -> tuple[Sql, dict[str, Any]]:
        return (
            Sql(
                "read_csv($file, header = false, skip = $skip, delim = $delim, quote = '\"', escape = '\"',"
                " all_varchar = true, null_padding = true, auto_detect = false, columns = $columns,"
                " max_line_size = $longest, buffer_size = $buffer, parallel = $parallel, encoding = 'utf-8',"
                " nullstr = $absent)"
            ),
            {
                "file": str(self.utf8),
                "skip": header + 1,
                "delim": self.separator,
                "columns": dict.fromkeys(columns(width), "VARCHAR"),
                "buffer": _BUFFER,
                "parallel": parallel,
                "absent": _ABSENT,
                "longest": MOST_LINE,
            },
        )

    def _read_fast(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> bool:
        names = columns(width)
        blank = join(" AND ", (fill("trim(coalesce({cell}, ''), $space) = ''", cell=cell) for cell in names))
        dropping = fill("DROP TABLE IF EXISTS {table}", table=table)
        con.execute(dropping)
        for parallel in (True, False):
            try:
                rows, parameters = self._csv(header, width, parallel)
                con.execute(
                    fill("CREATE TEMP TABLE {table} AS SELECT * FROM {rows}", table=table, rows=rows), parameters
                )
                break
            except duckdb.Error:
                con.execute(dropping)
        else:
            return False
        con.execute(fill("ALTER TABLE {table} ADD COLUMN ragged BOOLEAN", table=table))
        con.execute(fill("ALTER TABLE {table} ADD COLUMN row_no INTEGER", table=table))
        numbering = "UPDATE {table} SET row_no = rowid + $first, ragged = {last} IS NULL"
        last = names[self.least(header) - 1]
        con.execute(fill(numbering, table=table, last=last), {"first": header + 2})
        con.execute(fill("DELETE FROM {table} WHERE {blank}", table=table, blank=blank), {"space": SPACE})
        return True

    def _read_exact(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        make_table(con, table, width, [])
        least = self.least(header)
        batch: list[tuple[int, list[str]]] = []
        for number, row in self._rows():
            if number <= header + 1 or not any(cell.strip(SPACE) for cell in row):
                continue
            batch.append((number, row))
            if len(batch) == _BATCH:
                _append(con, table, width, batch, least)
                batch = []
        _append(con, table, width, batch, least)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        number = 0
        with self.utf8.open(encoding="utf-8", newline="") as text:
            try:
                reader = csv.reader(self._lines(text), delimiter=self.separator, strict=True)
                for number, row in enumerate(reader, start=1):
                    if any(cell.count("\n") > _MOST_BREAKS for cell in row):
                        raise csv.Error
                    yield number, row
            except csv.Error:
                raise LoadError(
                    self.file.name,
                    f"from row {number + 1} on, a quotation mark is opened or closed in the wrong place",
                    "quotation marks in pairs, and doubled inside a cell",
                    "mend that row or export again; nothing of this load was kept",
                ) from None

    def _lines(self, text: io.TextIOWrapper) -> Iterator[str]:
        while line := text.readline(MOST_LINE):
            if len(line) == MOST_LINE:
                raise endless(self.file)
            yield line


def _append(
    con: duckdb.DuckDBPyConnection, table: str, width: int, batch: list[tuple[int, list[str]]], least: int
) -> None:
    make_table(con, "grid_batch", width, batch, least)
    con.execute(fill("INSERT INTO {table} BY NAME SELECT * FROM grid_batch", table=table))
    con.execute("DROP TABLE grid_batch")


def open_text(file: Path, workdir: Path) -> TextGrid:
    """Find encoding and separator of a text file; raise LoadError when it is not text."""
    if file.stat().st_size > MOST_BYTES:
        raise LoadError(
            file.name, f"larger than the {MOST_BYTES >> 30} GB a text file may be", "an extract", "export it by years"
        )
    stamp = _stamp(file)
    digest, code, plain = scan(file)
    utf8 = file if code == "utf-8" else encoding.recode(file, code, workdir)
    with utf8.open("rb") as data:
        sample = data.read(_HEAD_BYTES).decode("utf-8", errors="ignore")
    _refuse_other_ends(file, sample)
    separator = _separator(sample)
    text = io.StringIO(sample, newline="")
    head = list(islice(csv.reader(text, delimiter=separator), HEAD_ROWS))
    plain = plain and _ends_alike(sample[: text.tell()])
    whole_lines = all("\n" not in cell and "\r" not in cell for row in head for cell in row)
    return TextGrid(file, None, digest, head, utf8, separator, plain and whole_lines, stamp, _ends_open(utf8))


def _refuse_other_ends(file: Path, sample: str) -> None:
    """Raise LoadError for a text whose lines end in a mark that ends none in an export: all would be its header."""
    line = sample.strip()
    first = line.splitlines()[0] if line else ""
    if first != line and "\n" not in line and "\r" not in line:
        raise LoadError(
            file.name,
            f"a single line, in which U+{ord(line[len(first)]):04X} stands where lines should end",
            "lines that end in a line feed or a carriage return",
            "export it again",
        )


def _ends_open(file: Path) -> bool:
    with file.open("rb") as data:
        size = data.seek(0, io.SEEK_END)
        data.seek(max(0, size - 1))
        return data.read() not in (b"\n", b"\r", b"")


def _stamp(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_size, about.st_mtime_ns


def _ends_alike(head: str) -> bool:
    """Return whether all lines end alike: DuckDB skips those above the header by the end of the first it sees."""
    pairs = head.count("\r\n")
    return head.count("\r") == pairs and pairs in (0, head.count("\n"))


def _separator(sample: str) -> str:
    """Return the mark that cuts the greatest share of the first rows into the same number of cells, more than one."""
    return max(",;\t|", key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, mark: str) -> tuple[float, int]:
    rows = islice(csv.reader(io.StringIO(sample, newline=""), delimiter=mark), HEAD_ROWS)
    widths = Counter(len(row) for row in rows)
    shares = ((count / widths.total(), width) for width, count in widths.items() if width > 1)
    return max(shares, default=(0, 0))
