"""The records of a JSON file as rows of text: a list of flat objects, one a line, or the one list in an envelope."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hcdata.common.errors import LoadError
from hcdata.ingest.files import json_dates
from hcdata.ingest.files.encoding import text_of
from hcdata.ingest.files.json_envelopes import Table, table_in
from hcdata.ingest.files.limits import MOST_CELLS, MOST_COLUMNS, Parts, too_much, too_wide

_RECORD_MARK = "\x1e"
_EXPECTED, _DO = "a list of flat objects, or one object a line", "export it again, or as delimited text"


class _TooWideError(Exception):
    """More different keys than a table may have columns."""


def read(file: Path) -> Iterator[tuple[None, list[list[str]], int]]:
    """Yield the one table of a JSON file, its keys standing as row 1; LoadError when it holds no flat records."""
    try:
        found = table_in(_parse(text_of(file)))
    except _TooWideError:
        raise LoadError(*too_wide(file.name)) from None
    except (ValueError, RecursionError):
        raise _refusal(file, "its JSON cannot be read, or a key stands twice in one record") from None
    if isinstance(found, str):
        raise _refusal(file, found)
    yield None, _rows(file, found), 0


def _rows(file: Path, found: Table) -> list[list[str]]:
    if len(found.keys) > MOST_COLUMNS:
        raise LoadError(*too_wide(file.name))
    if len(found.keys) * len(found.records) > MOST_CELLS:
        raise LoadError(*too_much(file))
    rows = [[_text(key) for key in found.keys]]
    for number, record in enumerate(found.records, start=1):
        values = [json_dates.plain(record.get(key)) for key in found.keys]
        if any(isinstance(value, dict | list) for value in values):
            raise _refusal(file, f"record {number:,} holds a list or an object where a value should be")
        rows.append([_text(value) for value in values])
    json_dates.write_out(rows, found.dates)
    return rows


def _parse(text: str) -> Any:
    seen: set[str] = set()

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(pairs)
        if len(record) != len(pairs):
            raise ValueError
        seen.update(record)
        if len(seen) > MOST_COLUMNS:
            raise _TooWideError
        return record

    def parse(part: str) -> Any:
        return json.loads(part, object_pairs_hook=unique, parse_float=str, parse_int=str, parse_constant=lambda _: None)

    try:
        return parse(text)
    except json.JSONDecodeError:
        lines = (line.strip(_RECORD_MARK) for line in re.split("[\r\n]", text))
        return [parse(line) for line in lines if line.strip()]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "Y" if value else "N"
    # A half letter or a zero byte, which JSON can spell, is no text a table can hold.
    return "" if value is None else str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def damaged(file: Path) -> Parts:
    """Say that a JSON file cannot be read."""
    return file.name, "its JSON cannot be read", _EXPECTED, _DO


def _refusal(file: Path, found: str) -> LoadError:
    return LoadError(file.name, found, _EXPECTED, _DO)
