"""Text files: encoding and separator found, then read by DuckDB, or row by row when the file is not plain enough."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from uuid import uuid4

import duckdb

from hcdata.errors import LoadError
from hcdata.ingest.grid import HEAD_ROWS, SPACE, Grid, columns, make_table

_CHUNK = 1 << 22
_HEAD_BYTES = 1 << 16
_BATCH = 50_000
# A text no cell holds: only a cell that is not there is NULL.
_ABSENT = "\x01"
# Line breaks a cell may hold; more, and a quotation mark was never closed.
_MOST_BREAKS = 50
# The state of a decoder that has no half letter left over.
_BETWEEN_LETTERS = (b"", 0)


@dataclass
class TextGrid(Grid):
    """A delimited text file, held as UTF-8 (recoded into `workdir` when it was not)."""

    utf8: Path
    separator: str
    plain: bool

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Read through DuckDB when every line is a row; otherwise row by row, keeping spreadsheet row numbers."""
        if not (self.plain and self._read_fast(con, table, header, width)):
            self._read_exact(con, table, header, width)
        if self.utf8 != self.file:  # a copy of the export must not outlive a load that is stopped
            self.utf8.unlink()

    def _read_fast(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> bool:
        names = columns(width)
        blank = " AND ".join(f"trim(coalesce({name}, ''), $space) = ''" for name in names)
        con.execute(f"DROP TABLE IF EXISTS {table}")
        for parallel in (True, False):
            try:
                con.execute(
                    f"CREATE TEMP TABLE {table} AS SELECT * FROM read_csv($file, header = false, skip = $skip,"
                    " delim = $delim, quote = '\"', escape = '\"', all_varchar = true, null_padding = true,"
                    " auto_detect = false, columns = $columns, max_line_size = 16777216, parallel = $parallel,"
                    " encoding = 'utf-8', nullstr = $absent)",
                    {
                        "file": str(self.utf8),
                        "skip": header + 1,
                        "delim": self.separator,
                        "columns": dict.fromkeys(names, "VARCHAR"),
                        "parallel": parallel,
                        "absent": _ABSENT,
                    },
                )
                break
            except duckdb.Error:
                con.execute(f"DROP TABLE IF EXISTS {table}")
        else:
            return False
        con.execute(f"ALTER TABLE {table} ADD COLUMN ragged BOOLEAN")
        con.execute(f"ALTER TABLE {table} ADD COLUMN row_no INTEGER")
        last = names[self._least(header) - 1]
        con.execute(f"UPDATE {table} SET row_no = rowid + $first, ragged = {last} IS NULL", {"first": header + 2})
        con.execute(f"DELETE FROM {table} WHERE {blank}", {"space": SPACE})
        return True

    def _read_exact(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        make_table(con, table, width, [])
        least = self._least(header)
        batch: list[tuple[int, list[str]]] = []
        for number, row in self._rows():
            if number <= header + 1 or not any(cell.strip(SPACE) for cell in row):
                continue
            batch.append((number, row))
            if len(batch) == _BATCH:
                _append(con, table, width, batch, least)
                batch = []
        _append(con, table, width, batch, least)

    def _least(self, header: int) -> int:
        """Return how many cells a row must have: those up to the last header that says something."""
        return max(place for place, text in enumerate(self.head[header], start=1) if text.strip(SPACE))

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        number = 0
        with self.utf8.open(encoding="utf-8", newline="") as text:
            try:
                for number, row in enumerate(csv.reader(text, delimiter=self.separator, strict=True), start=1):
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


def _append(
    con: duckdb.DuckDBPyConnection, table: str, width: int, batch: list[tuple[int, list[str]]], least: int
) -> None:
    make_table(con, "grid_batch", width, batch, least)
    con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM grid_batch")
    con.execute("DROP TABLE grid_batch")


def open_text(file: Path, workdir: Path) -> TextGrid:
    """Find encoding and separator of a text file; raise LoadError when it is not text."""
    digest, encoding, plain = _scan(file)
    utf8 = file if encoding == "utf-8" else _recode(file, encoding, workdir)
    with utf8.open("rb") as data:
        sample = data.read(_HEAD_BYTES).decode("utf-8", errors="ignore")
    separator = _separator(sample)
    head = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), HEAD_ROWS))
    whole_lines = all("\n" not in cell and "\r" not in cell for row in head for cell in row)
    return TextGrid(file, None, digest, head, utf8, separator, plain and whole_lines)


def _scan(file: Path) -> tuple[str, str, bool]:
    """Return digest, encoding, and whether DuckDB sees the same rows: no blank lines, quotation marks in pairs."""
    digest, decoder, utf8, plain, last = sha256(), codecs.getincrementaldecoder("utf-8")(), True, True, b""
    start, quotes = True, 0
    with file.open("rb") as data:
        while chunk := data.read(_CHUNK):
            digest.update(chunk)
            quotes += chunk.count(b'"')
            if start and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return _digest_rest(digest, data), "utf-16", False
            if b"\0" in chunk:
                raise LoadError(
                    file.name,
                    "not a text file (it holds zero bytes)",
                    "delimited text or a workbook",
                    "export it again",
                )
            if utf8 and not (chunk.isascii() and decoder.getstate() == _BETWEEN_LETTERS):
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = False
            body = last + chunk
            if not start:
                plain = plain and not _broken(body)
            elif len(chunk) > _HEAD_BYTES:
                plain = not _broken(chunk[_HEAD_BYTES:])
            else:
                plain = False
            start, last = False, chunk[-2:]
        if utf8:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                utf8 = False
    with file.open("rb") as data:
        bom = data.read(3) == codecs.BOM_UTF8
    # DuckDB's single-threaded reader drops what follows a quotation mark that is never closed.
    paired = quotes % 2 == 0
    return digest.hexdigest(), "utf-8-sig" if utf8 and bom else "utf-8" if utf8 else "cp1252", plain and paired


def _broken(text: bytes) -> bool:
    # Two searches that each begin with a fixed byte: one pattern for both takes twenty times as long.
    return bool(re.search(rb"\n\r?\n", text) or re.search(rb"\r[^\n]", text))


def _digest_rest(digest: "object", data: io.BufferedReader) -> str:
    while chunk := data.read(_CHUNK):
        digest.update(chunk)  # type: ignore[attr-defined]
    return str(digest.hexdigest())  # type: ignore[attr-defined]


def _recode(file: Path, encoding: str, workdir: Path) -> Path:
    # A name of its own: exports with the same bytes are recoded, and removed, apart.
    target = workdir / f"{uuid4().hex}.csv"
    # cp1252 leaves five bytes undefined; they become the replacement character rather than stopping the load.
    old = file.open(encoding=encoding, errors="replace", newline="")
    new = target.open("w", encoding="utf-8", newline="")
    with old, new:
        while chunk := old.read(_CHUNK):
            new.write(chunk)
    return target


def _separator(sample: str) -> str:
    lines = [line for line in sample.splitlines()[:HEAD_ROWS] if line.strip()]
    return max(",;\t|", key=lambda mark: sorted(line.count(mark) for line in lines)[len(lines) // 2] if lines else 0)
