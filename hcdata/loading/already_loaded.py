"""Large files known by their stamp: those loaded before are passed over without being read again."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from hcdata.ingest.files.text_file import LARGE
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised


def stamp(file: Path, known: Iterable[Layout]) -> str:
    """Return what a file keeps while nobody writes to it, with the layouts it was looked at with, as one digest.

    Its name, size, place on the disk, and the times of its last writing and of its last change of any kind: the system
    sets the last one, and nobody who changes the bytes can put it back.
    """
    about = file.stat()
    told = [file.name, about.st_size, about.st_dev, about.st_ino, about.st_mtime_ns, about.st_ctime_ns]
    return sha256(repr([told, sorted(layout.digest for layout in known)]).encode()).hexdigest()[:32]


def sift(paths: Iterable[Path], about: dict[str, Any], known: Iterable[Layout]) -> tuple[list[Path], list[str]]:
    """Return the paths still to be read, and the labels of the large files among them that were loaded as they are."""
    seen, fresh, labels = about.get("seen", {}), [], []
    for path in paths:
        label = seen.get(stamp(path, known)) if path.is_file() and path.stat().st_size >= LARGE else None
        if label:
            labels.append(label)
        else:
            fresh.append(path)
    return fresh, labels


def enter(about: dict[str, Any], paths: Iterable[Path], sources: Iterable[Recognised], known: Iterable[Layout]) -> None:
    """Keep the stamps of the large text files among the paths, with what they are called on a receipt."""
    given, seen = set(paths), about.setdefault("seen", {})
    for source in sources:
        file = source.grid.file
        if file in given and source.grid.sheet is None and file.stat().st_size >= LARGE:
            seen[stamp(file, known)] = source.grid.label
