"""What a view answers with: frozen results that pages, workbook and slides only render."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

import pandas as pd

from hcdata.common.filters import Period
from hcdata.stats.choose import Choice
from hcdata.stats.headline import Headline, Look
from hcdata.views.absences import Absence
from hcdata.views.annotations import Rebase
from hcdata.views.asked import About as About
from hcdata.views.asked import Subject as Subject
from hcdata.views.measured import Chance as Chance
from hcdata.views.measured import Figure as Figure
from hcdata.views.measured import Unit as Unit
from hcdata.views.measured import Verdict as Verdict
from hcdata.views.missing import Missing
from hcdata.views.parts import Dimension, Mix


@dataclass(frozen=True)
class Trend:
    """A measure month by month.

    months: month (first day), n, complete, r12, mark (1 high, -1 low, else 0: the months the judgement speaks of), and
    where the method is xmr mean, lower, upper.
    events: event_on, name, scope, kind, note, in the months shown. `usual` is the range of the last month: the least
    and most whole number within the limits, set by the months of `baseline`. `rebases` are where limits start
    anew, in order. `absences` are the months not loaded whole: n is missing, or what is loaded of them, and nothing is
    judged by them. `headline` is the one judgement of the series, its places those of the complete months, and
    `false_alarm` how likely it is to find something though nothing has changed. `things` is what is counted, one of it
    and many.
    """

    measure: str
    title: str
    subject: Subject
    things: tuple[str, str]
    district: str | None
    strand: str | None
    months: pd.DataFrame
    choice: Choice
    usual: tuple[int, int] | None
    baseline: Period | None
    baseline_months: int
    year: Figure
    events: pd.DataFrame
    missing: Missing | None = None
    rebases: tuple[Rebase, ...] = ()
    headline: Headline | None = None
    absences: tuple[Absence, ...] = ()
    false_alarm: float = 0.0

    @property
    def unlikely(self) -> bool:
        """Whether the series stands out: its last months, its quarter or its year are unlikely to be chance."""
        return self.headline is not None and self.headline.unlikely

    @cached_property
    def complete(self) -> pd.DataFrame:
        """The months that are over and wholly loaded: the ones that may be judged."""
        whole = self.months["complete"].to_numpy(dtype=bool)
        return self.months if whole.all() else self.months[whole].reset_index(drop=True)


# Beyond the outer limits of a funnel, and the side: 1 above what chance gives, -1 below.
OUTSIDE: dict[str, Literal[1, -1]] = {"High (0.001)": 1, "Low (0.001)": -1}


@dataclass(frozen=True)
class Comparison:
    """Districts side by side over one period, never ranked.

    rows: district, name, n, of (population, or the duty's denominator), value, not_recorded, significance, prior_n,
    chance, p.
    limits: of, baseline, lower95, upper95, lower998, upper998 over a grid of denominators, for the funnel.
    dispersion: how many times more than by chance districts vary; `widened`: limits allow for it. What is `OUTSIDE`
    lies beyond the outer limits, whose two-sided level is `level`. `over` is when, `named` as in About; `on` is
    the day of a state.
    """

    measure: str
    title: str
    unit: Unit
    rows: pd.DataFrame
    limits: pd.DataFrame
    baseline: float | None
    missing: Missing | None = None
    dispersion: float | None = None
    widened: bool = False
    level: float = 0.002
    notes: tuple[str, ...] = ()
    absences: tuple[Absence, ...] = ()
    over: Period | None = None
    named: str = "custom"
    on: date | None = None
    minimum_n: int = 20


@dataclass(frozen=True)
class Locations:
    """Where: never an address.

    settings: setting, name, n, share, prior_n, chance, p. places: district, place_type, places, crimes,
    new (for the first time, in the last three months). squares: east_km, north_km, n (missing where muted), muted.
    landmarks: name, east_km, north_km. outlines: district, ring, east_km, north_km, of the store's districts.
    """

    settings: pd.DataFrame
    repeat: Figure
    places: pd.DataFrame
    squares: pd.DataFrame
    landmarks: pd.DataFrame
    squares_missing: Missing | None
    not_on_map: int
    map_minimum: int
    settings_missing: Missing | None = None
    outlines: pd.DataFrame = field(default_factory=pd.DataFrame)


@dataclass(frozen=True)
class Nominals:
    """Who, as counts and pseudonyms: linked, not proven.

    quarters: quarter (first day), repeat_victims, repeat_suspects, complete.
    The ten with most crimes among the repeat suspects and victims of the period: label, districts, crimes (of the
    period and the earlier ones that make them repeats), asked (of the period), new, last_recorded; of suspects
    outcomes, of victims incidents (the earlier ones that were no crime).
    """

    victims: Figure
    suspects: Figure
    quarters: pd.DataFrame
    most_frequent_suspects: pd.DataFrame
    most_frequent_victims: pd.DataFrame
    missing: Missing | None = None


@dataclass(frozen=True)
class ActionCounts:
    """Delivery-plan actions: open, overdue, not updated since the last meeting, discharged."""

    open: int
    overdue: int
    not_updated: int
    discharged: int


@dataclass(frozen=True)
class KeyAction:
    """One of the six key actions: its measures, its actions, and what the plan promises that is not measured yet."""

    id: str
    number: int
    name: str
    figures: tuple[Figure, ...]
    actions: ActionCounts | None
    unmeasured: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The six key actions at a date.

    actions: action_no, key_action, title, district, owner, status, raised_on, due_on, updated_on, latest_update,
    discharged_on, is_open, overdue, not_updated, proposed; those of `areas` and of the whole force, all
    where no area is named. Meetings are those of either kind; `kinds` says which.
    """

    key_actions: tuple[KeyAction, ...]
    actions: pd.DataFrame
    last_meeting: date | None
    meeting: date | None
    update_by: date | None
    missing: Missing | None = None
    last_kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


# District and strand of a series, each None where it is of all.
Place = tuple[str | None, str | None]


@dataclass(frozen=True)
class Signal:
    """Something that stands out, with its evidence: `p` ranks it, then its size; one class a kind.

    direction: 1 more, -1 less. `page` shows it. `also`: signals of the same story, as those of one `family` do.
    """

    p: float
    size: float
    page: str
    direction: int
    also: tuple["Signal", ...] = field(default=(), kw_only=True)

    @property
    def about(self) -> Place | None:
        """The series it is of; None where it is of none."""
        return None

    @property
    def family(self) -> str:
        """What is of one family tells one story."""
        return ""


@dataclass(frozen=True)
class SeriesStandsOut(Signal):
    """What a look at a series found: in its months, its quarter, its year, or by all years before."""

    trend: Trend
    look: Look

    @property
    def about(self) -> Place:
        """The series' own district and strand."""
        return self.trend.district, self.trend.strand


@dataclass(frozen=True)
class FigureMoved(Signal):
    """A figure that moved since the period before; `of_volume` where it counts what the series of the whole counts."""

    figure: Figure
    of_volume: bool
    alike: str

    @property
    def about(self) -> Place | None:
        """The whole where the figure counts it."""
        return (None, None) if self.of_volume else None

    @property
    def family(self) -> str:
        """The measures of one thing: where one has moved the others have."""
        return self.alike


@dataclass(frozen=True)
class PartMoved(Signal):
    """A part of the period that moved: its id and name, its numbers before and now."""

    dimension: Dimension
    part: str | None
    name: str
    before: int
    now: int

    @property
    def about(self) -> Place | None:
        """The series of the same district or strand."""
        places: dict[Dimension, Place] = {"district": (self.part, None), "strand": (None, self.part)}
        return places.get(self.dimension)

    @property
    def family(self) -> str:
        """The part itself."""
        return f"{self.dimension}/{self.part}"


@dataclass(frozen=True)
class DutyBelow(Signal):
    """A duty, and its figure in each district that lies below the others, the weakest first."""

    figure: Figure
    details: tuple[Figure, ...]

    @property
    def family(self) -> str:
        """The duty."""
        return "duty"


@dataclass(frozen=True)
class PerformanceUpdate:
    """Item 2 of the steering group's agenda, whole."""

    about: About
    headlines: tuple[Figure, ...]
    total: Trend
    strand_mix: Mix
    district_mix: Mix
    strands: tuple[Trend, ...]
    district_trends: tuple[Trend, ...]
    pair_trends: tuple[Trend, ...]
    districts: Comparison
    duty: Comparison
    locations: Locations
    nominals: Nominals
    plan: Plan
    signals: tuple[Signal, ...]
    too_few: tuple[Figure, ...]
