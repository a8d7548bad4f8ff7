"""One load at a time: a lock the operating system drops when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcdata.errors import StoreError


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the store's lock; raise StoreError when another load has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+b") as file:
        try:
            _take(file.fileno())
        except OSError:
            raise StoreError(
                str(folder), "another load is running", "one load at a time", "wait until it has finished and try again"
            ) from None
        yield


if os.name == "nt":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
