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
from hcdata.views.apart import Again
from hcdata.views.asked import About as About
from hcdata.views.asked import Subject as Subject
from hcdata.views.missing import Missing
from hcdata.views.notes import Note
from hcdata.views.parts import Mix

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


@dataclass(frozen=True)
class Figure:
    """One measure over one period beside the period compared with.

    Counts have no `of`; a percentage is n of `of`, value between 0 and 1; a rate is per 1,000, `of` the population; of
    days the value is the median of n, and `ninth` what nine in ten do not pass. `unknown` is what those not recorded
    have, where they stand beside the figure.
    lower and upper are the 95 % interval of the value. `missing` says why there is no figure and what would fill it.
    `over` and `against` are the dates counted and compared with where they are not the view's own, `on` the day of a
    state; `notes` are said with the figure: the set an outcome belongs to, or what the data do not cover. `duty` is
    what the plan asks to be recorded, `to_put_right` its cases with nothing recorded whose crime is open, so that it
    can still be.
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
    things: tuple[str, str] = ("hate crime", "hate crimes")

    @property
    def unlikely(self) -> bool:
        """Whether the series stands out: its last months, its quarter or its year are unlikely to be chance."""
        return self.headline is not None and self.headline.unlikely

    @cached_property
    def complete(self) -> pd.DataFrame:
        """The months that are over and wholly loaded: the ones that may be judged."""
        whole = self.months["complete"].to_numpy(dtype=bool)
        return self.months if whole.all() else self.months[whole].reset_index(drop=True)


@dataclass(frozen=True)
class Comparison:
    """Districts side by side over one period, never ranked.

    rows: district, name, n, of (population, or the duty's denominator), value, not_recorded, significance, prior_n,
    chance, p.
    limits: of, baseline, lower95, upper95, lower998, upper998 over a grid of denominators, for the funnel.
    dispersion: how many times more than by chance districts vary; `widened`: limits allow for it. High and Low (0.001)
    lie outside the outer limits, whose two-sided level is `level`. `over` is when, `named` as in About.
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


@dataclass(frozen=True)
class Signal:
    """Something that stands out, with its evidence: `p` ranks it, then its size; `kind` says how it is put into words.

    month, quarter, year, years: what `look` found in `trend`. duty: `figure`, and the districts' `details` below the
    others. figure: `figure`, moved since the period before. part: a part of the period that moved: name, before, now.
    direction: 1 more, -1 less. `about`: district and strand of a series. `also`: signals of the same story, as those
    of one `family` do.
    """

    kind: Literal["month", "quarter", "year", "years", "duty", "figure", "part"]
    p: float
    size: float
    page: str
    direction: int
    about: tuple[str | None, str | None] | None = None
    family: str = ""
    trend: Trend | None = None
    look: Look | None = None
    figure: Figure | None = None
    part: tuple[str, int, int] | None = None
    details: tuple[Figure, ...] = ()
    also: tuple["Signal", ...] = ()


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
