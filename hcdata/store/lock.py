"""One load, or one entry in the register, at a time: a lock the operating system drops when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from hcdata.errors import StoreError

FILES = {"load": "lock", "register": "register.lock"}
NAMES = {"load": "load", "register": "edit of the register"}


@contextmanager
def hold(folder: Path, what: Literal["load", "register"] = "load") -> Iterator[None]:
    """Hold one of the store's locks; raise StoreError when somebody else has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / FILES[what]).open("a+b") as file:
        try:
            _take(file.fileno())
        except OSError:
            raise StoreError(
                str(folder),
                f"another {NAMES[what]} is running",
                "one at a time",
                "wait until it has finished and try again",
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
