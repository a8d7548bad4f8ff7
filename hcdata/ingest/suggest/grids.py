"""The one grid of a file a layout is drafted for."""

from pathlib import Path

from hcdata.common.errors import LoadError
from hcdata.ingest.discover import find
from hcdata.ingest.files.grid import SPACE, Grid


def one_grid(file: Path, workdir: Path, sheet: str | None = None) -> tuple[Grid, list[str]]:
    """Return the grid of a file, or its sheet named, else the fullest one; and notes on what else the file holds.

    Raises LoadError where nothing can be read or no sheet has the name.
    """
    found = find([file], {}, workdir)
    labels = tuple(grid.label for grid in found.unknown)
    notes = [note for note in found.notes if not note.startswith(labels)]
    if not found.unknown:
        said = "; ".join(note.removeprefix(f"{file.name}: ") for note in notes)
        raise LoadError(file.name, said or "it holds no rows", "" if said else "a text file or a workbook with rows")
    if sheet is not None:
        named = [grid for grid in found.unknown if grid.sheet == sheet]
        if not named:
            raise LoadError(file.name, "no such sheet that can be read", f"one of {', '.join(labels)}", "name one")
        return named[0], notes
    grid = max(found.unknown, key=_cells)
    others = [other.label for other in found.unknown if other is not grid]
    if others:
        notes.append(f"{file.name}: drafted for {grid.label}; name another with --sheet: {', '.join(others)}")
    return grid, notes


def _cells(grid: Grid) -> int:
    return sum(bool(cell.strip(SPACE)) for row in grid.head for cell in row)
