"""How wide and how large a table may be before anything is made of it, and the words for one that is more."""

from pathlib import Path

# No extract is as wide: what stands beyond is a stray cell, and every column costs time and memory.
MOST_COLUMNS = 2_000
# A full sheet of twenty columns, and a third more.
MOST_CELLS = 28_000_000
# A workbook of ten years has a sheet for each month.
MOST_SHEETS = 400

Parts = tuple[str, str, str, str]


def too_wide(where: str) -> Parts:
    """Say that a table has too many columns."""
    return (
        where,
        f"not read, it is more than the {MOST_COLUMNS:,} columns wide that a table may be",
        "a table of records",
        "delete what stands far right of it, or export fewer fields, and save again",
    )


def too_much(file: Path) -> Parts:
    """Say that a file holds more cells than can be held."""
    return (
        file.name,
        "a table of it spans more cells than can be held, perhaps by one stray cell",
        f"no more than {MOST_CELLS:,} cells",
        "delete what lies far off, or export it by years",
    )


def too_many_sheets(file: Path) -> Parts:
    """Say that a workbook has too many sheets."""
    return (file.name, f"more than {MOST_SHEETS} sheets", "a workbook of records", "load the sheets that hold records")
