"""Snapshots: a folder is built beside the served one and published by moving one pointer, whole or not at all."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hcdata.common import durable
from hcdata.common.errors import StoreError

STORE, PEOPLE, MANIFEST, RAW = "store.duckdb", "people.duckdb", "manifest.json", "raw"
# Names the served snapshot; it is made with what it names, and moved into its place when that stands.
POINTER = "current"
# Raised when what is written can no longer be read by the release before; 1 had no number.
FORMAT = 2
_GOING = "removed-"


def current(folder: Path) -> Path | None:
    """Return the served snapshot's folder, or None when nothing was ever loaded; StoreError for a damaged store."""
    pointer = folder / POINTER
    if not pointer.exists():
        if any(not (one / POINTER).exists() for one in (folder / "snapshots").glob("[0-9]*")):  # once pointed at
            raise StoreError(
                str(pointer),
                "it is missing, and snapshots are there: which of them was served is not known",
                "a file that names the served snapshot",
                "restore the file from a backup, or write the newest folder's name into it",
            )
        return None
    name = _named(pointer)
    if not (folder / "snapshots" / name / MANIFEST).exists():
        raise StoreError(
            str(pointer), "it points at a snapshot that is not there", "a whole snapshot", "restore the store's folder"
        )
    return folder / "snapshots" / name


def _named(pointer: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        name = pointer.read_text(encoding="ascii").strip()
        if re.fullmatch("[0-9]{1,20}", name):
            return name
    raise StoreError(
        str(pointer),
        "it is damaged and names no snapshot",
        "the name of a folder in snapshots/, as 000012",
        "restore the file from a backup, or write the newest folder's name into it",
    )


def stamp(snapshot: Path) -> tuple[int, ...]:
    """Return what tells a snapshot's files from others put in their place under the same name; of none, nothing."""
    with suppress(FileNotFoundError):  # whoever opens it is told
        there = [(snapshot / name).stat() for name in (MANIFEST, STORE)]
        return tuple(part for one in there for part in (one.st_ino, one.st_mtime_ns, one.st_size))
    return ()


def manifest(snapshot: Path | None) -> dict[str, Any]:
    """Return what a snapshot says of itself; of none, the beginning. StoreError when a later release wrote it."""
    if snapshot is None:
        return {"number": 0, "key": None, "headers": {}}
    refuse_later(snapshot)
    found = _read(snapshot)
    if not {"number", "key", "headers"} <= found.keys():
        raise _damaged(snapshot)
    return found


def refuse_later(snapshot: Path) -> None:
    """Raise StoreError when a later release wrote a snapshot in a form this one does not know."""
    with suppress(FileNotFoundError):
        written = _read(snapshot).get("format", 1)
        if not isinstance(written, int):
            raise _damaged(snapshot)
        if written > FORMAT:
            raise StoreError(
                f"snapshot {snapshot.name}",
                f"format {written}, written by a later release",
                f"format {FORMAT} or an earlier one",
                "use that release, or restore a backup made before it",
            )


def _read(snapshot: Path) -> dict[str, Any]:
    try:
        found = json.loads((snapshot / MANIFEST).read_text(encoding="utf-8"))
    except ValueError:  # no JSON, or no text at all
        raise _damaged(snapshot) from None
    if not isinstance(found, dict):
        raise _damaged(snapshot)
    return found


def _damaged(snapshot: Path) -> StoreError:
    return StoreError(
        f"snapshot {snapshot.name}",
        f"its {MANIFEST} is damaged",
        "what the load wrote into it",
        "restore the snapshot's folder from a backup, or write the name of an earlier one into `current`",
    )


@contextmanager
def build(folder: Path) -> Iterator[Path]:
    """Yield a new snapshot's folder, to be filled; what is not published when the block ends is removed."""
    place = folder / "building"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True, mode=0o700)  # exports and names pass through here: nobody else on the machine reads them
    (place / RAW).mkdir()
    (place / "work").mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def fill(folder: Path, place: Path) -> None:
    """Copy the served snapshot into a new one's folder; of none, nothing."""
    served = current(folder)
    if served is None:
        return
    for name in (STORE, PEOPLE):
        shutil.copyfile(served / name, place / name)
    for file in (served / RAW).iterdir():
        link(file, place / RAW / file.name)


def publish(folder: Path, place: Path, about: dict[str, Any], kept: int) -> Path:
    """Make the built folder the served one, remove all but it and the `kept` before it, and return it."""
    shutil.rmtree(place / "work")
    there = [int(old.name) for old in _published(folder)]
    about |= {"number": max([about["number"], *there]) + 1, "format": FORMAT}
    target = folder / "snapshots" / f"{about['number']:06d}"
    (place / MANIFEST).write_text(json.dumps(about, indent=1, sort_keys=True), encoding="utf-8")
    (place / POINTER).write_text(target.name, encoding="ascii")
    for file in place.rglob("*"):
        if file.is_file():
            durable.flush(file)
    for made in (place / RAW, place):
        durable.flush_names(made)
    target.parent.mkdir(exist_ok=True)
    place.rename(target)
    durable.flush_names(target.parent)
    (target / POINTER).replace(folder / POINTER)
    durable.flush_names(folder)  # before anything is removed that the pointer named until now
    for old in _published(folder)[: -1 - kept]:
        _remove(old)
    return target


def _published(folder: Path) -> list[Path]:
    """Return the snapshots there are, oldest first; what is left of an earlier removal is cleared away."""
    there = sorted((folder / "snapshots").glob("*"))
    for left in (place for place in there if place.name.startswith(_GOING)):
        shutil.rmtree(left, ignore_errors=True)
    return [place for place in there if place.name.isdecimal()]


def _remove(old: Path) -> None:
    """Remove a snapshot: none can be opened half removed, and files a reader has open stay readable to it.

    Where the system does not let go of files in use (Windows), it stays until a later load.
    """
    going = old.with_name(f"{_GOING}{old.name}")
    with suppress(OSError):
        old.rename(going)
        shutil.rmtree(going, ignore_errors=True)


def link(old: Path, new: Path) -> None:
    """Give a file a second name; where the file system cannot, a copy."""
    with suppress(OSError):
        os.link(old, new)
        return
    shutil.copyfile(old, new)
