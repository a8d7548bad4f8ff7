"""Rows on their way to a file, each knowing whether it is a planted bad row or holds planted bad cells."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

Cells = list[Any]


@dataclass(slots=True)
class Row:
    """One row: its cells, the reason it must be rejected, or the columns of cells that cannot be read and why."""

    cells: Cells
    reject: str = ""
    faults: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """What was written: rows in each file and sheet, rows that must be rejected, cells that cannot be read."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    rejects: list[dict[str, Any]] = field(default_factory=list)
    faults: list[dict[str, Any]] = field(default_factory=list)

    def enter(self, file: str, sheet: str | None, first_row: int, rows: list[Row]) -> None:
        """Enter a file's rows; the first of them stands in row `first_row` of the sheet, counted from 1."""
        self.rows.setdefault(file, {})[sheet or ""] = len(rows)
        for number, row in enumerate(rows, first_row):
            if row.reject:
                self.rejects.append({"file": file, "sheet": sheet, "row": number, "reason": row.reject})
            for column, what in row.faults.items():
                self.faults.append({"file": file, "sheet": sheet, "row": number, "field": column, "what": what})


def scatter(rows: list[Row], bad: list[Row], rng: Random) -> list[Row]:
    """Return the rows with the bad ones put in at random places."""
    places = sorted((rng.randint(0, len(rows)) for _ in bad), reverse=True)
    mixed = list(rows)
    for place, row in zip(places, bad, strict=True):
        mixed.insert(place, row)
    return mixed
