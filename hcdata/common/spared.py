"""Spare a command the import of pandas, which takes as long as a small load."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _Absent(MetaPathFinder):
    """Finds no pandas, and leaves every other name alone."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Raise ModuleNotFoundError for pandas; return None for every other name."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


@contextmanager
def without_pandas() -> Iterator[None]:
    """Keep DuckDB and PyArrow from importing pandas in a block that hands them nothing of it.

    Both do so wherever it is installed, with the first parameter bound or array made, to know its missing values.
    Where pandas is imported already this changes nothing.
    """
    absent = _Absent()
    sys.meta_path.insert(0, absent)
    try:
        yield
    finally:
        sys.meta_path.remove(absent)
