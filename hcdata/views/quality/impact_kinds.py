"""What can be wrong with the data, by what it does to what is said: one class for each kind."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from hcdata.store.coverage import Why
from hcdata.views.quality.strand_share import StrandShare
from hcdata.views.quality.tables import CountTable
from hcdata.views.results import Figure

Level = Literal["changes", "limits", "check"]
# Worst first.
LEVELS: tuple[Level, ...] = ("changes", "limits", "check")


@dataclass(frozen=True)
class Impact:
    """One thing wrong with the data: n of `of` records, by which `weight` ranks it within its level.

    `level` is what it does to what is said; `kind` and `detail` order those that weigh alike.
    """

    n: int
    of: int
    level: ClassVar[Level] = "changes"
    kind: ClassVar[str] = ""

    @property
    def weight(self) -> float:
        """The share of records it touches."""
        return self.n / self.of if self.of else 0.0

    @property
    def detail(self) -> str:
        """What tells it from others of its kind."""
        return ""


@dataclass(frozen=True)
class OfNote(Impact):
    """Crimes that have a note."""

    note: str

    @property
    def detail(self) -> str:
        """The note."""
        return self.note


@dataclass(frozen=True)
class Unflagged(OfNote):
    """Crimes of registers of hate crimes that carry no strand, so that they are in no figure: `refs` are the first."""

    refs: tuple[str, ...]
    kind: ClassVar[str] = "unflagged"


@dataclass(frozen=True)
class Uncounted(OfNote):
    """Crimes that are not counted and may be hate crimes."""

    kind: ClassVar[str] = "uncounted"


@dataclass(frozen=True)
class StillCounted(OfNote):
    """Crimes that are counted and may be none any more."""

    kind: ClassVar[str] = "counted"


@dataclass(frozen=True)
class OutcomeUncertain(OfNote):
    """Crimes whose outcome is not known as it was given."""

    kind: ClassVar[str] = "outcome"


@dataclass(frozen=True)
class TimeUnrecorded(OfNote):
    """Crimes without a time that a duty is counted from."""

    kind: ClassVar[str] = "unrecorded"


@dataclass(frozen=True)
class Lacking(OfNote):
    """Crimes without a key field, more of them than config expects."""

    level: ClassVar[Level] = "limits"
    kind: ClassVar[str] = "lacking"


@dataclass(frozen=True)
class Contradiction(OfNote):
    """Crimes whose fields contradict each other."""

    level: ClassVar[Level] = "check"
    kind: ClassVar[str] = "order"


@dataclass(frozen=True)
class Lost(Impact):
    """Rows rejected that may have been records."""

    kind: ClassVar[str] = "lost"


@dataclass(frozen=True)
class Unrecorded(Impact):
    """Cases of a duty with nothing recorded: the figure they would change."""

    figure: Figure
    kind: ClassVar[str] = "unrecorded"


@dataclass(frozen=True)
class OfFeed(Impact):
    """Something a feed does not hold."""

    feed: str

    @property
    def detail(self) -> str:
        """The feed."""
        return self.feed


@dataclass(frozen=True)
class BeginsLate(OfFeed):
    """A feed that begins within the period, on this day."""

    day: date
    kind: ClassVar[str] = "late"


@dataclass(frozen=True)
class EndsEarly(OfFeed):
    """A feed that ends within the period, on this day."""

    day: date
    kind: ClassVar[str] = "early"


@dataclass(frozen=True)
class Gap(OfFeed):
    """Months not loaded of districts (none: all), and why."""

    months: tuple[date, ...]
    areas: tuple[str, ...] = ()
    why: Why = "none"
    kind: ClassVar[str] = "gap"


@dataclass(frozen=True)
class InPart(Gap):
    """Months loaded in part only."""

    kind: ClassVar[str] = "part"


@dataclass(frozen=True)
class NeverLoaded(OfFeed):
    """Districts that no file of a feed ever spoke for."""

    areas: tuple[str, ...]
    level: ClassVar[Level] = "limits"
    kind: ClassVar[str] = "never"


@dataclass(frozen=True)
class Absent(Impact):
    """Key fields that no crime has recorded, by their notes."""

    notes: tuple[str, ...]
    level: ClassVar[Level] = "limits"
    kind: ClassVar[str] = "absent"


@dataclass(frozen=True)
class Unjoined(Impact):
    """Rows whose number joins nothing: of which field, and why."""

    field: str
    reason: str
    level: ClassVar[Level] = "limits"
    kind: ClassVar[str] = "unjoined"

    @property
    def detail(self) -> str:
        """The fault, as the table of faults has it."""
        return " ".join((self.field, self.reason))


@dataclass(frozen=True)
class StrandsOdd(OfNote):
    """More or fewer crimes with several strands than elsewhere."""

    share: StrandShare
    level: ClassVar[Level] = "check"
    kind: ClassVar[str] = "strands"


@dataclass(frozen=True)
class PublishedApart(Impact):
    """Published figures that differ from ours."""

    level: ClassVar[Level] = "check"
    kind: ClassVar[str] = "published"


@dataclass(frozen=True)
class TableApart(Impact):
    """A table of counts that differs from ours."""

    table: CountTable
    level: ClassVar[Level] = "check"
    kind: ClassVar[str] = "table"
