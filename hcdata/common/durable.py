"""What is written stays written when the power goes: a file's bytes, and the names a folder holds."""

import os
from pathlib import Path


def flush(file: Path) -> None:
    """Return when the bytes of a file are on the disk."""
    with file.open("rb+") as data:
        os.fsync(data.fileno())


def flush_names(folder: Path) -> None:
    """Return when the names in a folder (made, moved, put in another's place) are on the disk.

    Windows writes them itself and lets nobody ask.
    """
    if os.name == "nt":
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
