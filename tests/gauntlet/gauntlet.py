"""How a hostile file is put through: made, loaded into a small store, and its end compared with the one expected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from hcdata.common.errors import HcdataError
from tests.gauntlet import accounts
from tests.store import store_exports

# Stands in many cells; no receipt, note or error may ever show it.
CANARY = "Zanzibar Lane 7"
HEADERS = ["crime_ref", "recorded", "district", "strands", "address"]
NAME = "crime_2026-12-31"


@dataclass(frozen=True)
class Loaded:
    """The file is loaded: rows read, rejected by reason, faults by field, distinct records; what the receipt says."""

    read: int
    rejected: Mapping[str, int] = field(default_factory=dict)
    records: int | None = None
    faults: Mapping[str, int] = field(default_factory=dict)
    says: Sequence[str] = ()
    query: str = ""
    rows: Sequence[tuple[Any, ...]] = ()


@dataclass(frozen=True)
class Refused:
    """Nothing changes, byte for byte, and the message says this."""

    message: str


@dataclass(frozen=True)
class Case:
    """One hostile file or set: its name, how it is made in a folder, and its end."""

    name: str
    make: Callable[[Path], object]
    end: Loaded | Refused


def row(number: int, **cells: str) -> list[str]:
    """One row under HEADERS."""
    plain = {
        "crime_ref": f"35/{number}/26",
        "recorded": f"{number % 28 + 1:02}/05/2026 10:00",
        "district": "Hunts",
        "strands": "Race",
        "address": CANARY,
    }
    return list((plain | cells).values())


def rows(count: int) -> list[list[str]]:
    """Headers and so many rows."""
    return [HEADERS, *(row(number) for number in range(1, count + 1))]


def text(table: Sequence[Sequence[str]], separator: str = ",", end: str = "\n") -> str:
    """A table as delimited text, nothing quoted."""
    return end.join(separator.join(line) for line in table) + end


def write(content: str | bytes, name: str = f"{NAME}.csv", encoding: str = "utf-8") -> Callable[[Path], object]:
    """Return what writes a file of this content."""
    data = content.encode(encoding) if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(data)


def parametrize(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """One test for each case, under its name."""
    assert len({case.name for case in cases}) == len(cases)
    return pytest.mark.parametrize("case", cases, ids=lambda case: case.name.replace(" ", "_"))


def run(case: Case, place: Path, small_store: Path) -> None:
    """Make the case's files, load them beside what the store holds, and check its end and that all is accounted for."""
    exports, store = place / "exports", place / "store"
    exports.mkdir()
    copytree(small_store, store)
    before, had = _untouched(small_store)
    case.make(exports)
    receipt, said = None, ""
    try:
        receipt = store_exports.load(store, exports)
        said = "\n".join(receipt.lines())
    except HcdataError as fault:
        said = str(fault)
    assert CANARY not in said
    accounts.hold(store, before, had, receipt)
    if isinstance(case.end, Refused):
        assert case.end.message in said
        assert receipt is None or not receipt.files
        return
    assert receipt is not None, said
    _check(case.end, receipt.files, said)
    if case.end.query:
        assert store_exports.query(store, case.end.query) == list(case.end.rows)


@cache
def _untouched(store: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Return the digests and the current records of a store that is never written again."""
    return store_exports.digests(store), accounts.current(store)


def _check(end: Loaded, files: Sequence[Any], said: str) -> None:
    assert files, said
    assert sum(found.rows_read for found in files) == end.read, said
    assert _added(found.rejected_by_reason for found in files) == dict(end.rejected), said
    assert _added(found.faults for found in files) == dict(end.faults), said
    expected = end.records if end.records is not None else end.read - sum(end.rejected.values())
    assert sum(found.records for found in files) == expected, said
    for words in end.says:
        assert words in said


def _added(counts: Any) -> dict[str, int]:
    total: dict[str, int] = {}
    for count in counts:
        for name, number in count.items():
            total[name] = total.get(name, 0) + number
    return total
