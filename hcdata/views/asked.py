"""What every page and sheet says of itself before any figure."""

from dataclasses import dataclass
from datetime import date

from hcdata.common.filters import Filters, Period
from hcdata.views.absences import Absence


@dataclass(frozen=True)
class About:
    """What every page and sheet says of itself: whose figures, marking, data-to, period, and what was asked for."""

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
    period_words: str
    prior_words: str
    district_words: str
    strand_words: str
    known_words: str = ""
    absences: tuple[Absence, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the period holds no complete month of data."""
        return self.period.start >= self.period.end
