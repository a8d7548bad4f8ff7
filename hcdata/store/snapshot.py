"""Snapshots: a folder is built beside the served one and published by moving one pointer, whole or not at all."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from hcdata import schema
from hcdata.errors import StoreError
from hcdata.identities import IDENTITIES

STORE, PEOPLE, MANIFEST, RAW = "store.duckdb", "people.duckdb", "manifest.json", "raw"
# Snapshots kept behind the served one, for readers that still hold them.
KEPT = 2


def current(folder: Path) -> Path | None:
    """Return the served snapshot's folder, or None when nothing was ever loaded."""
    pointer = folder / "current"
    if not pointer.exists():
        return None
    snapshot = folder / "snapshots" / pointer.read_text(encoding="ascii").strip()
    if not (snapshot / MANIFEST).exists():
        raise StoreError(
            str(pointer), "it points at a snapshot that is not there", "a whole snapshot", "restore the store's folder"
        )
    return snapshot


def manifest(snapshot: Path | None) -> dict[str, Any]:
    """Return what a snapshot says of itself; of none, the beginning."""
    if snapshot is None:
        return {"number": 0, "key": None, "headers": {}}
    return dict(json.loads((snapshot / MANIFEST).read_text(encoding="utf-8")))


@contextmanager
def build(folder: Path) -> Iterator[Path]:
    """Yield a new snapshot's folder, a copy of the served one; what is not published when the block ends is removed."""
    served = current(folder)
    place = folder / "building"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True, mode=0o700)  # exports and names pass through here: nobody else on the machine reads them
    (place / RAW).mkdir()
    (place / "work").mkdir()
    try:
        if served:
            for name in (STORE, PEOPLE):
                shutil.copyfile(served / name, place / name)
            for file in (served / RAW).iterdir():
                _link(file, place / RAW / file.name)
        else:
            _create(place)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def publish(folder: Path, place: Path, about: dict[str, Any]) -> Path:
    """Make the built folder the served one and remove those no longer kept; return it."""
    shutil.rmtree(place / "work")
    (place / MANIFEST).write_text(json.dumps(about, indent=1, sort_keys=True), encoding="utf-8")
    for file in place.rglob("*"):
        if file.is_file():
            _flush(file)
    target = folder / "snapshots" / f"{about['number']:06d}"
    target.parent.mkdir(exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    place.rename(target)
    pointer = folder / "current.new"
    pointer.write_text(target.name, encoding="ascii")
    _flush(pointer)
    pointer.replace(folder / "current")
    for old in sorted(target.parent.iterdir())[: -1 - KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return target


def _create(place: Path) -> None:
    for name, tables in ((STORE, (*schema.VERSIONED, *schema.BOOKS)), (PEOPLE, IDENTITIES)):
        with duckdb.connect(str(place / name)) as con:
            for table in tables:
                con.execute(schema.ddl(table))


def _link(old: Path, new: Path) -> None:
    with suppress(OSError):
        os.link(old, new)
        return
    shutil.copyfile(old, new)


def _flush(file: Path) -> None:
    with file.open("rb+") as data:
        os.fsync(data.fileno())
