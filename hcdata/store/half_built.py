"""What a killed load leaves behind: a half-built snapshot with exports in clear in it, which nothing serves."""

import shutil
from pathlib import Path

from hcdata.common.errors import StoreError
from hcdata.store import lock


def is_left(folder: Path) -> bool:
    """Whether a half-built snapshot lies in a store while no load is running."""
    if not (folder / "building").exists():
        return False
    try:
        with lock.hold(folder):
            return True
    except StoreError:
        return False


def clear(folder: Path) -> None:
    """Remove a half-built snapshot, unless a load is running."""
    if (folder / "building").exists():
        try:
            with lock.hold(folder):
                shutil.rmtree(folder / "building", ignore_errors=True)
        except StoreError:
            return
