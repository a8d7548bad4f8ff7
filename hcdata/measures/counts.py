"""What is counted in each part a figure is split into."""

from typing import Any, NamedTuple

Key = tuple[Any, ...]


class Counts(NamedTuple):
    """What was counted in one part: distinct things in all, and those with a row of each state.

    `median` and `ninth` are the values that half and nine in ten of them do not pass.
    """

    things: int = 0
    met: int = 0
    due: int = 0
    not_recorded: int = 0
    not_due: int = 0
    median: float | None = None
    ninth: float | None = None


NOTHING = Counts()
