"""Which files lie under the paths given, and what each of them is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hcdata.errors import LoadError
from hcdata.ingest.clean import normalise
from hcdata.ingest.grid import Grid
from hcdata.ingest.layout import Layout
from hcdata.ingest.text_file import open_text
from hcdata.ingest.workbook_file import SUFFIXES, open_workbook

_TEXT = (".csv", ".txt", ".tsv")


@dataclass(frozen=True)
class Recognised:
    """A grid, the layout that reads it and the 0-based row its headers are on."""

    grid: Grid
    layout: Layout
    header: int

    @property
    def headers(self) -> list[str]:
        """The header texts, in column order."""
        return self.grid.head[self.header]

    @property
    def titles(self) -> list[str]:
        """The texts above the header, one for each row that has any."""
        return [" ".join(filter(None, row)) for row in self.grid.head[: self.header] if any(row)]


@dataclass
class Found:
    """What lies under the paths: recognised grids, and a note for everything that is not read."""

    grids: list[Recognised] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def find(paths: Iterable[Path], layouts: dict[str, Layout], workdir: Path, layout: str | None = None) -> Found:
    """Open every file under the paths and recognise its sheets; raise LoadError for a path that does not exist."""
    if layout and layout not in layouts:
        raise LoadError(
            "--layout", f"no layout '{layout}'", f"one of {', '.join(sorted(layouts))}", "name one of these"
        )
    wanted = {layout: layouts[layout]} if layout else layouts
    found = Found()
    for file in _files(paths):
        try:
            grids = _open(file, workdir, found.notes)
        except LoadError as fault:
            found.notes.append(str(fault))
            continue
        for grid in grids:
            hit = recognise(grid, wanted)
            if hit:
                found.grids.append(hit)
            elif sum(any(row) for row in grid.head) > 1:
                found.notes.append(f"{grid.label}: not read, {nearest(grid, wanted)}")
    return found


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise LoadError(str(path), "no such file or folder", "exports to load", "check the path")
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        yield from (p for p in inside if not p.name.startswith((".", "~$")))


def _open(file: Path, workdir: Path, notes: list[str]) -> list[Grid]:
    suffix = file.suffix.casefold()
    if suffix in _TEXT:
        return [open_text(file, workdir)] if file.stat().st_size else _empty(file, notes)
    if suffix in SUFFIXES:
        sheets, hidden = open_workbook(file)
        notes.extend(f"{file.name} [{name}]: hidden sheet, not read" for name in hidden)
        return list(sheets)
    notes.append(f"{file.name}: not read, neither delimited text nor a workbook")
    return []


def _empty(file: Path, notes: list[str]) -> list[Grid]:
    notes.append(f"{file.name}: empty file")
    return []


def recognise(grid: Grid, layouts: dict[str, Layout]) -> Recognised | None:
    """Return the layout whose tell-tale headers all stand in one row; of several, the one with most of its columns."""
    best: tuple[int, Recognised] | None = None
    for number, row in enumerate(grid.head):
        words = {normalise(cell) for cell in row if cell}
        for layout in layouts.values():
            if {normalise(header) for header in layout.match} <= words:
                score = len({normalise(header) for header in layout.columns} & words)
                if best is None or score > best[0]:
                    best = score, Recognised(grid, layout, number)
    return best[1] if best else None


def nearest(grid: Grid, layouts: dict[str, Layout]) -> str:
    """Say which layout comes nearest and which headers it misses."""
    rows = [{normalise(cell) for cell in row if cell} for row in grid.head]
    misses = {
        name: min(([h for h in layout.match if normalise(h) not in row] for row in rows), key=len)
        for name, layout in layouts.items()
    }
    name = min(misses, key=lambda n: len(misses[n]) / len(layouts[n].match))
    if len(misses[name]) == len(layouts[name].match):
        return "no layout knows any of its headers"
    return f"nearest layout {name} misses the headers {', '.join(misses[name])}"
