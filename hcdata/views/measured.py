"""One measure over one period and its verdict, as a frozen answer."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hcdata.common.filters import Period
from hcdata.views.apart import Again
from hcdata.views.asked import Subject
from hcdata.views.missing import Missing
from hcdata.views.notes import Note

Unit = Literal["count", "percent", "rate", "days"]
Chance = Literal[
    "could be chance",
    "unlikely to be chance",
    "unlikely to be chance by all years before",
    "too few to say",
    "nothing to compare with",
]


@dataclass(frozen=True)
class Verdict:
    """A comparison in words, two-sided p, the ratio (counts, rates) or difference (shares) and its 95 % interval."""

    chance: Chance
    p: float | None = None
    effect: float | None = None
    lower: float | None = None
    upper: float | None = None

    @property
    def unlikely(self) -> bool:
        """Whether the figure has moved by more than chance would give: by the period before, or by all years before."""
        return self.chance in ("unlikely to be chance", "unlikely to be chance by all years before")


@dataclass(frozen=True)
class Figure:
    """One measure over one period beside the period compared with.

    Counts have no `of`; a percentage is n of `of`, value between 0 and 1; a rate is per 1,000, `of` the population; of
    days the value is the median of n, and `ninth` what nine in ten do not pass. `unknown` is what those not recorded
    have, where they stand beside the figure.
    lower and upper are the 95 % interval of the value. `missing` says why there is no figure and what would fill it.
    `over` and `against` are the dates counted and compared with where they are not the view's own, `on` the day of a
    state; `notes` are said with the figure: the set an outcome belongs to, or what the data do not cover. `duty` is
    what the plan asks to be recorded, `to_put_right` its cases whose crime is open, so that it can still be.
    """

    measure: str
    title: str
    unit: Unit
    direction: Literal["up", "down", "neutral"]
    subject: Subject
    n: int = 0
    of: int | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    not_recorded: int = 0
    not_due: int = 0
    prior_n: int | None = None
    prior_of: int | None = None
    prior_value: float | None = None
    verdict: Verdict = Verdict("nothing to compare with")
    minimum_n: int = 20
    missing: Missing | None = None
    recorded_value: float | None = None
    ninth: float | None = None
    unknown: str = ""
    on: date | None = None
    over: Period | None = None
    against: Period | None = None
    notes: tuple[Note, ...] = ()
    duty: bool = False
    again: Again | None = None
    to_put_right: int = 0

    @property
    def missed(self) -> int:
        """Cases of a duty that are not evidenced and stay so: not met, or closed with nothing recorded."""
        return (self.of or 0) - self.n - self.to_put_right if self.duty else 0

    @property
    def apart(self) -> bool:
        """Whether there is an earlier period that it is not set against."""
        return any(note.apart for note in self.notes)
