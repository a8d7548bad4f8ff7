"""Why there is no figure, series or chart: one class for each kind that has facts to tell, one for all the others."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hcdata.views.absences import Absence

Kind = Literal[
    "no_complete_month",
    "under_12_months",
    "under_12_complete_months",
    "nothing_in_period",
    "nothing_in_months",
    "nothing_recorded",
    "no_offence",
    "nothing_due",
    "nothing_to_count",
    "recorded_for_none",
    "no_population",
    "no_rate_by_district",
    "nothing_due_by_district",
    "counts_by_district",
    "days_by_district",
    "year_to_date_not_whole",
    "incidents_have_no_rate",
    "incidents_have_no_hour",
    "no_setting",
    "few_squares",
    "no_square",
    "nobody_identified",
]


@dataclass(frozen=True)
class Missing:
    """Why there is none."""


@dataclass(frozen=True)
class Simply(Missing):
    """A reason without facts of its own."""

    kind: Kind


@dataclass(frozen=True)
class NotLoaded(Missing):
    """Feeds that nothing has been loaded of."""

    feeds: tuple[str, ...]


@dataclass(frozen=True)
class NotSpokenFor(Missing):
    """A feed that holds none of the districts asked for, ever: their names, none where all are asked for."""

    feed: str
    districts: tuple[str, ...]


@dataclass(frozen=True)
class NotPopulated(Missing):
    """Fields that no crime loaded has recorded."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class NotGiven(Missing):
    """Months that are not loaded whole, so that no figure is given."""

    absences: tuple[Absence, ...]


@dataclass(frozen=True)
class NoDaysBetween(Missing):
    """Months that are not loaded whole, so that the days between records are not known."""

    absences: tuple[Absence, ...]


@dataclass(frozen=True)
class YearNotWhole(Missing):
    """Months of the last twelve that are not loaded whole."""

    months: tuple[date, ...]


@dataclass(frozen=True)
class NoHour(Missing):
    """Offences of the period, none of which has a known hour."""

    n: int


@dataclass(frozen=True)
class NotAtLoad(Missing):
    """A load at which not all was loaded that a figure is counted from."""

    load: int


@dataclass(frozen=True)
class FewBases(Missing):
    """Months whose base is large enough, fewer than a chart needs."""

    months: int
    base: int
    needed: int
