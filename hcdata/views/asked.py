"""What every page and sheet says of itself before any figure."""

from dataclasses import dataclass
from datetime import date

from hcdata.common.filters import Filters, Period
from hcdata.views.absences import Absence
from hcdata.views.load_points import KnownAt


@dataclass(frozen=True)
class Subject:
    """Whose records are counted: the names of strands and of districts, none where all are."""

    strands: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """What every page and sheet says of itself: whose figures, marking, data-to, period, and what was asked for.

    `named` is the choice a period was asked for by, custom where it does not hold it whole; `by_year` whether `prior`
    is the same time a year before. Districts and strands are named, none where all are asked for.
    """

    force: str
    marking: str
    handling: str
    synthetic: bool
    data_to: date | None
    snapshot: str
    as_at: int
    filters: Filters
    period: Period
    prior: Period | None
    named: str
    by_year: bool
    districts: tuple[str, ...]
    strands: tuple[str, ...]
    known: KnownAt | None = None
    absences: tuple[Absence, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the period holds no complete month of data."""
        return self.period.start >= self.period.end
