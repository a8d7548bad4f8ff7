"""JSON records: a list of flat objects, or one object a line; each key is a header, each object a row."""

import json
import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from hcdata.errors import LoadError
from hcdata.ingest.encoding import text_of
from hcdata.ingest.grid import HEAD_ROWS, SPACE, Grid, make_table

# It is read whole: half a gigabyte takes some four of memory.
MOST_BYTES = 512 << 20


@dataclass
class JsonGrid(Grid):
    """Records of one JSON file; the keys stand as row 1, so the first record is row 2."""

    rows: list[list[str]] = field(default_factory=list, repr=False)

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Write the records as rows of text."""
        below = enumerate(self.rows[header + 1 :], start=header + 2)
        make_table(con, table, width, [(n, row) for n, row in below if any(cell.strip(SPACE) for cell in row)])


def open_json(file: Path) -> JsonGrid:
    """Read the records of a JSON file; raise LoadError when they are not flat objects."""
    if file.stat().st_size > MOST_BYTES:
        raise _refusal(file, f"larger than the {MOST_BYTES >> 20:,} MB read as JSON")
    try:
        records = _records(text_of(file))
    except (ValueError, RecursionError):
        raise _refusal(file, "its JSON cannot be read, or a key stands twice in one record") from None
    if records is None:
        raise _refusal(file, "no list of records")
    keys = list(dict.fromkeys(key for record in records for key in record))
    rows = [keys]
    for number, record in enumerate(records, start=1):
        if any(isinstance(value, dict | list) for value in record.values()):
            raise _refusal(file, f"record {number:,} holds a list or an object where a value should be")
        rows.append([_text(record.get(key)) for key in keys])
    return JsonGrid(file, None, sha256(file.read_bytes()).hexdigest(), rows[:HEAD_ROWS], rows)


def _records(text: str) -> list[dict[str, Any]] | None:
    try:
        found = _parse(text)
    except json.JSONDecodeError:
        found = [_parse(line) for line in re.split("[\r\n]", text) if line.strip()]
    if isinstance(found, dict):
        inside = [value for value in found.values() if isinstance(value, dict | list)]
        lists = [value for value in inside if isinstance(value, list)]
        # One wrapper round the list, as web services write it, and what they say about it; or a single record.
        found = lists[0] if len(lists) == 1 else None if inside else [found]
    if isinstance(found, list) and found and all(isinstance(record, dict) for record in found):
        return found
    return None


def _parse(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_unique, parse_float=str, parse_int=str, parse_constant=lambda _: None)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError
    return record


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "Y" if value else "N"
    # A half letter or a zero byte, which JSON can spell, is no text a table can hold.
    return "" if value is None else str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def _refusal(file: Path, found: str) -> LoadError:
    return LoadError(
        file.name, found, "a list of flat objects, or one object a line", "export it again, or as delimited text"
    )
