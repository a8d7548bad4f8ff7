"""What must be said with a figure: one class for each kind of note, facts only."""

from dataclasses import dataclass, field
from datetime import date

from hcdata.common.filters import Period
from hcdata.views.absences import Absence


@dataclass(frozen=True)
class Note:
    """Something to be said with a figure; `apart` where because of it no earlier period is set beside the figure."""

    apart: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Without(Note):
    """Months of the figure's own dates are not loaded whole."""

    absences: tuple[Absence, ...]


@dataclass(frozen=True)
class LookedBackWithout(Note):
    """Months of the year that repeats look back on are not loaded whole."""

    absences: tuple[Absence, ...]


@dataclass(frozen=True)
class BeforeWithout(Note):
    """Months of the dates compared with are not loaded whole, or `looked_back` those that they look back on."""

    period: Period
    absences: tuple[Absence, ...]
    looked_back: bool


@dataclass(frozen=True)
class StillOpen(Note):
    """Crimes of the last months are still open, so that outcomes are still to come."""


@dataclass(frozen=True)
class FeedEnds(Note):
    """A feed ends before the period does."""

    feed: str
    last: date


@dataclass(frozen=True)
class Begins(Note):
    """What is loaded begins within the period."""

    month: date


@dataclass(frozen=True)
class LooksBack(Note):
    """Repeats look back a year, and nothing before this month is loaded."""

    month: date


@dataclass(frozen=True)
class Rebased(Note):
    """Limits start anew within the dates compared, which are then not counted alike."""

    month: date


@dataclass(frozen=True)
class StillCounted(Note):
    """So many of the crimes counted the last full extract did not hold."""

    n: int


@dataclass(frozen=True)
class CountedBy(Note):
    """The force's set of outcomes, as config names it."""

    name: str


@dataclass(frozen=True)
class ByYears(Note):
    """What is usual by all months before, where the one year before leaves open whether a figure has moved."""

    months: int
    expected: float
    n: int
    incidents: bool


# Those that say what a figure lacks.
LACKING = (Without, LookedBackWithout, BeforeWithout)
