"""A process of its own that reads workbooks and JSON: a hostile file can end it, but not the program that asked.

It is sent a line of JSON for each file and answers in lines of JSON: each table, its rows in batches, and the notes on
the file or what is wrong with it. Nothing that is sent can be run.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from hcdata.common.errors import LoadError
from hcdata.ingest.files import json_records, workbook_cells
from hcdata.ingest.files.limits import too_much

# What a full sheet of twenty columns takes, and the room to send it. A file that asks for more ends this process.
MEMORY = 6 << 30
# Cells sent in one line.
_BATCH = 20_000


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    for line in asked:
        request = json.loads(line)
        for part in answer(request["kind"], Path(request["path"])):
            answers.write(json.dumps(part, separators=(",", ":")).encode("ascii") + b"\n")
        answers.flush()


def answer(kind: str, file: Path) -> Iterator[dict[str, Any]]:
    """Yield the tables of a file with their rows, then its notes; or the four parts of what is wrong with it."""
    notes: list[str] = []
    try:
        tables = json_records.read(file) if kind == "json" else workbook_cells.read(file, notes)
        for name, rows, filled in tables:
            yield {"table": name, "visible": rows is not None, "filled": filled}
            for batch in _batches(rows or []):
                yield {"rows": batch}
        yield {"notes": notes}
    except LoadError as fault:
        yield {"fault": [fault.where, fault.found, fault.expected, fault.do]}
    except MemoryError:
        yield {"fault": [*too_much(file)]}
    except BaseException:  # a panic of a reader is no Exception, and the next file is to be read all the same
        yield {"fault": [*(json_records.damaged(file) if kind == "json" else workbook_cells.damaged(file))]}


def _batches(rows: list[list[str]]) -> Iterator[list[list[str]]]:
    step = max(1, _BATCH // (max(map(len, rows), default=0) or 1))
    for start in range(0, len(rows), step):
        yield rows[start : start + step]


def main(arguments: Sequence[str]) -> None:
    """Limit the memory of this process to the bytes given, where the system can, and serve."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (int(arguments[0]), int(arguments[0])))
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
