"""Which files lie under the paths given, and what each of them is."""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hcdata.common import progress
from hcdata.common.errors import LoadError
from hcdata.ingest.files import month_columns
from hcdata.ingest.files.archive import Room, unpack
from hcdata.ingest.files.content import Content, look
from hcdata.ingest.files.grid import SPACE, Grid
from hcdata.ingest.files.header_rows import candidates
from hcdata.ingest.files.json_file import open_json
from hcdata.ingest.files.limits import MOST_COLUMNS, too_wide
from hcdata.ingest.files.reader import Reader
from hcdata.ingest.files.text_file import open_text
from hcdata.ingest.files.workbook_file import open_workbook
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise
from hcdata.schema.feeds import FEEDS


@dataclass
class Found:
    """What lies under the paths: recognised grids, those no layout knows, a note for everything that is not read."""

    grids: list[Recognised] = field(default_factory=list)
    unknown: list[Grid] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def find(
    paths: Iterable[Path],
    layouts: dict[str, Layout],
    workdir: Path,
    layout: str | None = None,
) -> Found:
    """Open every file under the paths and recognise its sheets; raise LoadError for a path that does not exist.

    While it reads, what was said last is said again and again: where nobody listens any longer, that ends it.
    """
    if layout and layout not in layouts:
        raise LoadError(
            "--layout",
            f"no layout '{layout}'",
            f"one of {', '.join(sorted(layouts))}",
            "name one, or give the path of a .toml",
        )
    wanted = {layout: layouts[layout]} if layout else layouts
    found, room = Found(), Room()
    waiting = deque((file, 1) for file in _files(paths, found.notes))
    with Reader(progress.again) as reader:
        while waiting:
            file, layer = waiting.popleft()
            try:
                content = look(file)
                if content.kind == "archive":
                    members = unpack(file, workdir, room, layer)
                    waiting.extendleft((member, layer + 1) for member in reversed(members))
                    continue
                grids = _open(file, content, workdir, reader, found.notes)
            except LoadError as fault:
                found.notes.append(str(fault))
                continue
            except OSError:
                found.notes.append(f"{file.name}: not read, the system does not let us open it")
                continue
            for grid in grids:
                _place(grid, wanted, found)
    return found


def _place(grid: Grid, layouts: dict[str, Layout], found: Found) -> None:
    if max(map(len, grid.head), default=0) > MOST_COLUMNS:
        found.notes.append(str(LoadError(*too_wide(grid.label))))
        grid.release()
        return
    hit = recognise(grid, layouts)
    repeated = month_columns.find_repeated(hit.headers) if hit and hit.months else []
    if repeated:
        months = ", ".join(f"{month:%b %Y}" for month in repeated)
        found.notes.append(f"{grid.label}: not read, more than one column is headed {months}: leave one of each")
    elif hit:
        found.grids += [replace(hit, layout=part) for part in hit.layout.parts]
        if hit.doubled:
            found.notes.append(
                f"{grid.label}: more than one column is headed {', '.join(hit.doubled)}: the first is read;"
                " rename the others if it is not the one meant"
            )
        years = month_columns.find_years(hit.headers) if hit.months else []
        if years:
            found.notes.append(f"{grid.label}: financial years are no months and are not read: {', '.join(years)}")
    elif any(cell.strip(SPACE) for row in grid.head for cell in row):
        found.unknown.append(grid)
        why = month_columns.refusal(grid.head) or nearest(grid, layouts)
        found.notes.append(f"{grid.label}: not read, {why}")
    else:
        found.notes.append(f"{grid.label}: not read, it is empty")


def _files(paths: Iterable[Path], notes: list[str]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise LoadError(str(path), "no such file or folder", "exports to load", "check the path")
        inside = sorted(p for p in path.rglob("*") if p.is_file() or p.is_symlink()) if path.is_dir() else [path]
        for file in inside:
            if file.name.startswith((".", "~$")):
                continue
            if (name := os.fsencode(file.name).decode("utf-8", "replace")) != file.name:
                notes.append(f"{name}: not read, its name is written in letters nobody can read: give it another")
                continue
            if not file.is_file():
                what = "a link to a folder or to nothing" if path.is_dir() else "a pipe or a device, and no file"
                notes.append(f"{file.name}: not read, {what}")
                continue
            if path.is_dir() and not file.resolve().is_relative_to(path.resolve()):
                notes.append(f"{file.name}: not read, a link that leads out of the folder")
                continue
            yield file


def _open(file: Path, content: Content, workdir: Path, reader: Reader, notes: list[str]) -> Sequence[Grid]:
    if content.kind == "text":
        return [open_text(file, workdir)]
    if content.kind == "json":
        return [open_json(reader, file)]
    if content.kind == "workbook":
        sheets, remarks = open_workbook(reader, file)
        notes.extend(remarks)
        return sheets
    if content.kind == "other":
        raise LoadError(file.name, f"not read, {content.words}", "delimited text or a workbook", content.do)
    notes.append(f"{file.name}: empty file")
    return []


def recognise(grid: Grid, layouts: dict[str, Layout]) -> Recognised | None:
    """Return the layout whose tell-tale headers all stand in the headers; of several, the one with most of its columns.

    Two rows are read as one only where that finds more than any single row does.
    """
    best: tuple[int, Recognised] | None = None
    telling = [(layout, {normalise(header) for header in layout.match}) for layout in layouts.values()]
    for headers in candidates(grid.head):
        words = {normalise(cell) for cell in headers.texts if cell}
        for layout, needed in telling:
            if needed <= words:
                source = Recognised(grid, layout, headers.last, headers)
                score = len(source.used & words)
                if _fits(source) and (best is None or score > best[0]):
                    best = score, source
    return best[1] if best else None


def _fits(source: Recognised) -> bool:
    """Whether a file is called what its layout says, and a table of counts has a month."""
    grid, layout = source.grid, source.layout
    called = (grid.file.name, grid.sheet or "", *source.titles)
    if layout.named and not any(re.search(layout.named, text, re.IGNORECASE) for text in called):
        return False
    return not FEEDS[layout.feed].is_counts or bool(source.months)


def nearest(grid: Grid, layouts: dict[str, Layout]) -> str:
    """Say which layout comes nearest and which headers it misses."""
    if not layouts:
        return "no layout knows any of its headers"
    rows = [{normalise(cell) for cell in headers.texts if cell} for headers in candidates(grid.head)]
    misses = {
        name: min(([h for h in layout.match if normalise(h) not in row] for row in rows), key=len)
        for name, layout in layouts.items()
    }
    name = min(misses, key=lambda n: len(misses[n]) / len(layouts[n].match))
    if not misses[name]:
        return f"layout {name} knows its headers, but it is not called what that layout says, or has no month"
    if len(misses[name]) == len(layouts[name].match):
        return "no layout knows any of its headers"
    return f"nearest layout {name} misses the headers {', '.join(misses[name])}"
