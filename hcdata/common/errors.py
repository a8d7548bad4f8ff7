"""One family of errors: where, what was found, what was expected, what to do. Never a data value."""

import errno
import os
import traceback
from pathlib import Path

# Places named of a fault in the program, the innermost first.
_PLACES = 6


class HcdataError(Exception):
    """A fault a person can mend; its text holds no value from a record."""

    def __init__(self, where: str, found: str, expected: str = "", do: str = "") -> None:
        """Keep the four parts apart so that a page and a terminal can lay them out their own way."""
        self.where, self.found, self.expected, self.do = where, found, expected, do
        parts = [f"{where}: {found}"]
        if expected:
            parts.append(f"Expected: {expected}")
        if do:
            parts.append(f"What to do: {do}")
        super().__init__(". ".join(part.rstrip(".") for part in parts) + ".")

    def __reduce__(self) -> tuple[type["HcdataError"], tuple[str, str, str, str]]:
        """Travel between processes with the four parts."""
        return type(self), (self.where, self.found, self.expected, self.do)


class ConfigError(HcdataError):
    """The configuration or a layout has faults."""


class LoadError(HcdataError):
    """Nothing, or not everything, could be loaded; the store is as it was."""


class StoreError(HcdataError):
    """The store cannot be read or written."""


class MeasureError(HcdataError):
    """A measure file or a request for one has faults."""


class ExportError(HcdataError):
    """An export was refused; no file was left behind."""


class ProgramError(Exception):
    """A fault of the program itself: says where and of what kind, never what the fault says, which may be a value."""

    def __init__(self, fault: Exception) -> None:
        """Take kind and places from the fault that nobody foresaw; its text and its variables are left behind."""
        passed = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(fault.__traceback__)]
        super().__init__(
            f"The program has a fault: {type(fault).__name__} at {', '.join(reversed(passed[-_PLACES:]))}. What to do:"
            " send this line to those who look after it; nothing in it comes from a record."
        )


def say_refusal(fault: OSError) -> str:
    """Say what the machine refused to do, without the name of the file: it may hold a person's."""
    if fault.errno == errno.ENAMETOOLONG:
        return "A file's name is longer than this machine can keep. Give it a shorter name and try again."
    what = os.strerror(fault.errno) if fault.errno else type(fault).__name__
    return f"The machine refused: {what}. Nothing was changed; make room or rights and try again."
