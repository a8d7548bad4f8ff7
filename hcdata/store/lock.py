"""One load, or one entry in the register, at a time: a lock the operating system drops when its holder dies."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from hcdata.common.errors import StoreError

FILES = {"load": "lock", "register": "register.lock"}
NAMES = {"load": "load", "register": "edit of the register"}
# What a system answers where another holds the lock: flock(2), and _locking of the Windows C run-time library.
_HELD = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


@contextmanager
def hold(folder: Path, what: Literal["load", "register"] = "load") -> Iterator[None]:
    """Hold one of the store's locks; raise StoreError when somebody else has it, or nobody can."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / FILES[what]).open("a+b") as file:
        _make_private(file.fileno())
        try:
            _take(file.fileno())
        except OSError as fault:
            if fault.errno not in _HELD:
                raise StoreError(
                    str(folder),
                    "its file system cannot lock a file, so two loads could not be kept apart",
                    "a folder on a disk of this machine",
                    "keep the store there",
                ) from None
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

    def _make_private(descriptor: int) -> None:
        """Leave the file as it is: here its folder says who may open it."""

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _make_private(descriptor: int) -> None:
        """Take a lock made by an earlier release from other accounts: whoever may open it can hold it for ever."""
        with suppress(PermissionError):
            os.fchmod(descriptor, 0o600)
