"""The reader of workbooks and JSON, as the program sees it: asked for a file, waited for, and ended with the work."""

import json
import os
import queue
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

from hcdata.common.errors import LoadError
from hcdata.ingest.files import reader_process

# A full sheet of twenty columns takes a minute; a file that takes longer than this was made to.
MOST_SECONDS = 300
# Seconds between two looks at whether anybody still waits for the file.
_PAUSE = 0.5
# One line of an answer: a batch of cells, or one row of the longest.
_MOST_LINE = 64 << 20
_LINES_AHEAD = 16
_ENDED = "the reader broke off: damaged, or far more cells than it shows"
_SLOW = f"it takes more than the {MOST_SECONDS // 60} minutes a file may take to be read"


@dataclass
class Table:
    """One sheet, or the records of a file: rows of text (none of a hidden sheet), and cells filled from above."""

    name: str | None
    visible: bool
    filled: int
    rows: list[list[str]] = field(default_factory=list)


class Reader:
    """The process that reads, started with the first file; use it as a context manager.

    `waiting` is called while it works, and may raise to end it: nobody waits for the file any longer.
    """

    def __init__(self, waiting: Callable[[], None] = lambda: None) -> None:
        """Note whom to ask."""
        self._waiting = waiting
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue(_LINES_AHEAD)
        self._listener = Thread()

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, kind: str, file: Path) -> tuple[list[Table], list[str]]:
        """Return the tables of a file ('workbook' or 'json') and notes on it; LoadError when it is not read."""
        tables: list[Table] = []
        try:
            for part in self._answer(kind, file):
                if "table" in part:
                    tables.append(Table(part["table"], bool(part["visible"]), int(part["filled"])))
                elif "rows" in part:
                    tables[-1].rows.extend(part["rows"])
                else:
                    return tables, [str(note) for note in part["notes"]]
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            pass
        except BaseException:
            self._stop()
            raise
        self._stop()
        raise LoadError(file.name, _ENDED, "a whole file", "save it again as .xlsx or as CSV")

    def _answer(self, kind: str, file: Path) -> Iterator[dict[str, Any]]:
        """Yield the parts of an answer up to its last; a fault is raised."""
        process = self._process or self._start()
        assert process.stdin is not None
        process.stdin.write(json.dumps({"kind": kind, "path": str(file.absolute())}).encode("ascii") + b"\n")
        process.stdin.flush()
        until = monotonic() + MOST_SECONDS
        looked = monotonic()
        while True:
            try:
                line = self._lines.get(timeout=_PAUSE)
            except queue.Empty:
                line = None
            if monotonic() - looked >= _PAUSE:
                looked = monotonic()
                self._waiting()
                if looked > until:
                    raise LoadError(file.name, _SLOW, "an extract", "export it by years, or save it as CSV")
            if line is None:
                continue
            part = json.loads(line)
            if "fault" in part:
                raise LoadError(*map(str, part["fault"]))
            yield part

    def _start(self) -> subprocess.Popen[bytes]:
        ours = Path(reader_process.__file__).parents[3]
        self._lines = queue.Queue(_LINES_AHEAD)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", reader_process.__name__, str(reader_process.MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ours)},
        )
        self._listener = Thread(target=_listen, args=(self._process, self._lines), daemon=True)
        self._listener.start()
        return self._process

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            while self._listener.is_alive():  # it may wait for room
                with suppress(queue.Empty):
                    self._lines.get(timeout=_PAUSE / 10)
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
            self._process = None


def _listen(process: subprocess.Popen[bytes], lines: "queue.Queue[bytes]") -> None:
    """Hand on the lines of the process; the last one is empty."""
    assert process.stdout is not None
    while (line := process.stdout.readline(_MOST_LINE)).endswith(b"\n"):
        lines.put(line)
    lines.put(b"")
