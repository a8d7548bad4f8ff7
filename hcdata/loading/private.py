"""Private folders for files in hand, which hold exports in clear: read by nobody else, gone with their process."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hcdata.common.errors import StoreError
from hcdata.store import lock

PREFIX = "hcdata-"
# Seconds after which a folder that is in use has its lock; it takes some microseconds.
SETTLED = 2


@contextmanager
def private_folder() -> Iterator[Path]:
    """Yield a folder of this process alone, removed when the block ends; those of dead processes are removed first."""
    clear()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with lock.hold(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear() -> None:
    """Remove the private folders whose processes are gone: killed, they could not do so themselves."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another user's
            if _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether a folder has a lock that nobody holds; one that is just being made may not be locked yet."""
    file = folder / lock.FILES["load"]
    if not file.is_file() or time.time() - file.stat().st_mtime < SETTLED:
        return False
    try:
        with lock.hold(folder):
            return True
    except StoreError:
        return False
