"""What the system or the database refuses while a store changes, in plain words: full disk, no right, no memory."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from hcdata.common.errors import StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNCHANGED = "the store is as it was"


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn a failure of the system or the database into a StoreError that says what to do; values are never shown."""
    try:
        yield
    except OSError as fault:
        raise _of_system(folder, fault) from None
    except duckdb.OutOfMemoryException:
        raise StoreError(
            str(folder), f"memory ran short; {_UNCHANGED}", "4 GB free", "close other programs or load fewer files"
        ) from None
    except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException) as fault:
        raise _of_database(folder, str(fault)) from None


def _of_system(folder: Path, fault: OSError) -> StoreError:
    if fault.errno in _FULL:
        return _disk_full(folder)
    name = Path(str(fault.filename)).name if fault.filename else str(folder)
    if isinstance(fault, FileNotFoundError):
        return StoreError(
            name, f"it went away while it was read; {_UNCHANGED}", "files that stay", "load copies of the exports"
        )
    reason = fault.strerror or "the system refused"
    return StoreError(name, f"{reason}; {_UNCHANGED}", "a file we may read, a folder we may write", "mend the rights")


def _of_database(folder: Path, fault: str) -> StoreError:
    if "No space left" in fault or "disk full" in fault.casefold():
        return _disk_full(folder)
    return StoreError(str(folder), f"the database could not go on; {_UNCHANGED}", "", "run `python -m hcdata check`")


def _disk_full(folder: Path) -> StoreError:
    return StoreError(
        str(folder),
        f"the disk is full; {_UNCHANGED}",
        "room for the store twice over and for the exports unpacked",
        "free some, and try again",
    )
