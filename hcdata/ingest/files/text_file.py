"""Text files: encoding and separator found, then read by DuckDB, or row by row when the file is not plain enough."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.errors import LoadError
from hcdata.ingest.files import encoding
from hcdata.ingest.files.content import CONTROL
from hcdata.ingest.files.grid import HEAD_ROWS, SPACE, Grid, columns, make_table

# Ten million crime rows are 2.5 GB; a file beyond this is no extract of one force.
MOST_BYTES = 8 << 30
# DuckDB shares work out by row groups of 122,880 rows, some 40 MB of a crime extract: from there on streaming pays.
LARGE = 40_000_000
# A line is held in memory whole; a record with free text takes some kilobytes.
MOST_LINE = 16 << 20
# Small enough to stay in a processor's cache while it is looked at.
_CHUNK = 1 << 20
# What the first rows may take: two thousand headers of some hundred letters, or free text.
_HEAD_BYTES = 1 << 20
# Up to here a file is read row by row: DuckDB has nothing to gain.
_SMALL = 1 << 16
# Twice DuckDB's own: rows leave its reader in order, and wait for each other less.
_BUFFER = 1 << 26
_BATCH = 50_000
# A text no cell holds: only a cell that is not there is NULL.
_ABSENT = "\x01"
# Line breaks a cell may hold; more, and a quotation mark was never closed.
_MOST_BREAKS = 50
# The state of a decoder that has no half letter left over.
_BETWEEN_LETTERS = (b"", 0)
# More control characters than one in this many, and it is no text.
_MOST_CONTROL = 50
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
        sql, parameters = self._csv(header, width, True)
        return f"SELECT {columns(width)[self.least(header) - 1]} IS NULL AS ragged, * FROM {sql}", parameters

    def _is_plain(self, header: int) -> bool:
        # DuckDB counts the blank lines it skips above the header, and none below it.
        return self.plain and all(self.head[header + 1 :])

    def _csv(self, header: int, width: int, parallel: bool) -> tuple[str, dict[str, Any]]:
        return (
            "read_csv($file, header = false, skip = $skip, delim = $delim, quote = '\"', escape = '\"',"
            " all_varchar = true, null_padding = true, auto_detect = false, columns = $columns,"
            " max_line_size = $longest, buffer_size = $buffer, parallel = $parallel, encoding = 'utf-8',"
            " nullstr = $absent)",
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
        blank = " AND ".join(f"trim(coalesce({name}, ''), $space) = ''" for name in names)
        con.execute(f"DROP TABLE IF EXISTS {table}")
        for parallel in (True, False):
            try:
                sql, parameters = self._csv(header, width, parallel)
                con.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM {sql}", parameters)
                break
            except duckdb.Error:
                con.execute(f"DROP TABLE IF EXISTS {table}")
        else:
            return False
        con.execute(f"ALTER TABLE {table} ADD COLUMN ragged BOOLEAN")
        con.execute(f"ALTER TABLE {table} ADD COLUMN row_no INTEGER")
        last = names[self.least(header) - 1]
        con.execute(f"UPDATE {table} SET row_no = rowid + $first, ragged = {last} IS NULL", {"first": header + 2})
        con.execute(f"DELETE FROM {table} WHERE {blank}", {"space": SPACE})
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
                raise _endless(self.file)
            yield line


def _append(
    con: duckdb.DuckDBPyConnection, table: str, width: int, batch: list[tuple[int, list[str]]], least: int
) -> None:
    make_table(con, "grid_batch", width, batch, least)
    con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM grid_batch")
    con.execute("DROP TABLE grid_batch")


def open_text(file: Path, workdir: Path) -> TextGrid:
    """Find encoding and separator of a text file; raise LoadError when it is not text."""
    if file.stat().st_size > MOST_BYTES:
        raise LoadError(
            file.name, f"larger than the {MOST_BYTES >> 30} GB a text file may be", "an extract", "export it by years"
        )
    stamp = _stamp(file)
    digest, code, plain = _scan(file)
    utf8 = file if code == "utf-8" else encoding.recode(file, code, workdir)
    with utf8.open("rb") as data:
        sample = data.read(_HEAD_BYTES).decode("utf-8", errors="ignore")
    separator = _separator(sample)
    text = io.StringIO(sample, newline="")
    head = list(islice(csv.reader(text, delimiter=separator), HEAD_ROWS))
    plain = plain and _ends_alike(sample[: text.tell()])
    whole_lines = all("\n" not in cell and "\r" not in cell for row in head for cell in row)
    return TextGrid(file, None, digest, head, utf8, separator, plain and whole_lines, stamp, _ends_open(utf8))


def _ends_open(file: Path) -> bool:
    with file.open("rb") as data:
        size = data.seek(0, io.SEEK_END)
        data.seek(max(0, size - 1))
        return data.read() not in (b"\n", b"\r", b"")


def _stamp(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_size, about.st_mtime_ns


def _scan(file: Path) -> tuple[str, str, bool]:
    """Return digest, encoding, and whether DuckDB sees the same rows: no blank lines, quotation marks in pairs."""
    digest, decoder, last = sha256(), codecs.getincrementaldecoder("utf-8")(), b""
    plain = file.stat().st_size > _SMALL
    start, quotes, line, as_it_is = True, 0, 0, True
    # Digest and line ends are looked at beside the rest: both let go of the interpreter.
    with file.open("rb") as data, ThreadPoolExecutor(2) as beside:
        while chunk := data.read(_CHUNK):
            if start and (wide := encoding.two_bytes_a_letter(chunk)):
                while chunk:
                    digest.update(chunk)
                    chunk = data.read(_CHUNK)
                return digest.hexdigest(), wide, False
            digested = beside.submit(digest.update, chunk)
            quotes += _quotes(chunk) if plain else 0
            if b"\0" in chunk:
                raise _no_text(file, "it holds zero bytes")
            if start and len(chunk.translate(None, CONTROL)) < len(chunk) * (1 - 1 / _MOST_CONTROL):
                raise _no_text(file, "it is full of control characters")
            line = 0 if b"\n" in chunk or b"\r" in chunk else line + len(chunk)
            if line > MOST_LINE:
                raise _endless(file)
            body = last + chunk
            broken = beside.submit(_broken, body[_end_of_head(body) :] if start else body) if plain else None
            if as_it_is and not (chunk.isascii() and decoder.getstate() == _BETWEEN_LETTERS):
                as_it_is = _is_utf8(decoder, chunk) and encoding.BOM not in body
            plain = broken is not None and not broken.result()
            start, last = False, chunk[-2:]
            digested.result()
    as_it_is = as_it_is and _is_utf8(decoder, b"", final=True)
    # DuckDB's single-threaded reader drops what follows a quotation mark that is never closed.
    paired = quotes % 2 == 0
    return digest.hexdigest(), "utf-8" if as_it_is else encoding.unmarked(file), plain and paired


def _end_of_head(text: bytes) -> int:
    """Return where the line ends that ends the head: the lines above a header may be blank."""
    end = -1
    for _ in range(HEAD_ROWS):
        end = text.find(b"\n", end + 1)
        if end < 0:
            return 0
    return end


def _ends_alike(head: str) -> bool:
    """Return whether all lines end alike: DuckDB skips those above the header by the end of the first it sees."""
    pairs = head.count("\r\n")
    return head.count("\r") == pairs and pairs in (0, head.count("\n"))


def _is_utf8(decoder: codecs.IncrementalDecoder, part: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(part, final)
    except UnicodeDecodeError:
        return False
    return True


def _no_text(file: Path, why: str) -> LoadError:
    return LoadError(file.name, f"not a text file ({why})", "delimited text or a workbook", "export it again")


def _endless(file: Path) -> LoadError:
    return LoadError(
        file.name,
        f"a line longer than {MOST_LINE >> 20} MB",
        "one record on a line",
        "look whether its line ends were lost, and export it again",
    )


def _quotes(text: bytes) -> int:
    import numpy as np

    return int(np.count_nonzero(np.frombuffer(text, np.uint8) == ord('"')))


def _broken(text: bytes) -> bool:
    """Return whether a text holds a blank line, or a carriage return that ends no line."""
    import numpy as np

    letters = np.frombuffer(text, np.uint8)
    ends, returns = letters == ord("\n"), letters == ord("\r")
    blank = (ends[:-1] & ends[1:]).any() or (ends[:-2] & returns[1:-1] & ends[2:]).any()
    return bool(blank or (returns[:-1] & ~ends[1:]).any())


def _separator(sample: str) -> str:
    """Return the mark that cuts the greatest share of the first rows into the same number of cells, more than one."""
    return max(",;\t|", key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, mark: str) -> tuple[float, int]:
    rows = islice(csv.reader(io.StringIO(sample, newline=""), delimiter=mark), HEAD_ROWS)
    widths = Counter(len(row) for row in rows)
    shares = ((count / widths.total(), width) for width, count in widths.items() if width > 1)
    return max(shares, default=(0, 0))
