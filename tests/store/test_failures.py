"""What the system or the database refuses is said in plain words, and never with a value."""

import errno
from pathlib import Path

import duckdb
import pytest

from hcdata.common.errors import LoadError, StoreError
from hcdata.store import failures, lock


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (duckdb.IOException("Could not write file: No space left on device"), "the disk is full"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/exports/crime.csv"), "crime.csv: it went away"),
        (PermissionError(errno.EACCES, "Permission denied", "/store/building"), "building: Permission denied"),
        (duckdb.OutOfMemoryException("failed to allocate data of size 16 MiB"), "memory ran short"),
        (duckdb.InternalException("assertion failed on value Zanzibar"), "the database could not go on"),
    ],
)
def test_a_failure_is_told_with_what_to_do(fault: Exception, message: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told, failures.told(tmp_path):
        raise fault
    assert message in str(told.value) and "the store is as it was" in str(told.value)
    assert "What to do" in str(told.value) and "Zanzibar" not in str(told.value)


def test_errors_of_ours_pass_through(tmp_path: Path) -> None:
    with pytest.raises(LoadError), failures.told(tmp_path):
        raise LoadError("here", "something")


@pytest.mark.parametrize(("reason", "said"), [(errno.ENOLCK, "cannot lock"), (errno.EWOULDBLOCK, "another load")])
def test_a_disk_that_cannot_lock_is_not_taken_for_a_load_that_is_running(
    reason: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(reason, "refused")

    monkeypatch.setattr(lock, "_take", refuse)
    with pytest.raises(StoreError, match=said), lock.hold(tmp_path):
        raise AssertionError("held")
