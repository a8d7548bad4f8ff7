"""Workbooks, read by calamine in a process of its own: each visible sheet is a grid, hidden ones are listed only."""

import marshal
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from hcdata.errors import LoadError
from hcdata.ingest import workbook_epoch, workbook_parts, workbook_process
from hcdata.ingest.grid import HEAD_ROWS, SPACE, Grid, make_table

# A workbook is held in memory whole; 1,048,576 rows of twenty columns, the most a sheet takes, are some 150 MB.
MOST_BYTES = 256 << 20
_FAULTS = {
    "password": ("the workbook is protected by a password", "open it, remove the password, save and load again"),
    "damaged": ("the workbook cannot be opened, or a sheet of it is damaged", "save it again as .xlsx and retry"),
    "spread": ("a sheet spans more cells than can be held, perhaps by one stray cell", "delete what lies far off"),
    "ended": ("the reader broke off: damaged, or far more cells than it shows", "save it again as .xlsx or as CSV"),
}


@dataclass
class SheetGrid(Grid):
    """One visible sheet."""

    rows: list[list[str]] = field(default_factory=list, repr=False)
    since_1904: bool = False

    @property
    def counts_from_1904(self) -> bool:
        """Whether its workbook counts days from 1904."""
        return self.since_1904

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Write the rows below the header as text."""
        below = enumerate(self.rows[header + 1 :], start=header + 2)
        numbered = [(number, row) for number, row in below if any(cell.strip(SPACE) for cell in row)]
        make_table(con, table, width, numbered)


class WorkbookReader:
    """The process that reads workbooks, started with the first one; use it as a context manager."""

    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "WorkbookReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def open(self, file: Path) -> tuple[list[SheetGrid], list[str]]:
        """Return the visible sheets, and notes on what is hidden or not as it seems; LoadError when it is not read."""
        if file.stat().st_size > MOST_BYTES:
            raise LoadError(
                file.name, f"larger than the {MOST_BYTES >> 20} MB a workbook may be", "a smaller one", "save it as CSV"
            )
        content = file.read_bytes()
        notes, merged = workbook_parts.check(file) if content.startswith(b"PK") else ([], {})
        since_1904 = workbook_epoch.is_1904(file, content)
        if since_1904:
            notes.append(f"{file.name}: {workbook_epoch.NOTE}")
        digest = sha256(content).hexdigest()
        del content
        verdict, sheets = self._ask(file, merged)
        if verdict != "read":
            found, do = _FAULTS[verdict]
            raise LoadError(file.name, found, "a whole workbook without a password", do)
        grids = []
        for name, rows, filled in sheets:
            if rows is None:
                notes.append(f"{file.name} [{name}]: hidden sheet, not read")
                continue
            if filled:
                notes.append(f"{file.name} [{name}]: {filled:,} cells merged with one above take its value")
            grids.append(SheetGrid(file, name, digest, rows[:HEAD_ROWS], rows, since_1904))
        return grids, notes

    def _ask(self, file: Path, merged: workbook_process.Merges) -> tuple[str, list[workbook_process.Sheet]]:
        process = self._process or self._start()
        try:
            marshal.dump((str(file.absolute()), merged), process.stdin)  # type: ignore[arg-type]
            process.stdin.flush()  # type: ignore[union-attr]
            answer: Any = marshal.load(process.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError, ValueError, TypeError):
            self._stop()
            return "ended", []
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-P", workbook_process.__file__, str(workbook_process.MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None
