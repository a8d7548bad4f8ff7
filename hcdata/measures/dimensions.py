"""The parts a figure can be split by: one table of names, and the SQL each stands for."""

from dataclasses import dataclass
from typing import Any

from hcdata.common.errors import MeasureError
from hcdata.measures.registry import Measure, relation


@dataclass(frozen=True)
class Dimension:
    """One way to split: the column it needs, its SQL, whether it opens a list, its fixed values, a second column."""

    column: str
    sql: str
    opens: bool = False
    values: tuple[Any, ...] = ()
    beside: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns its SQL reads."""
        return (self.column, self.beside) if self.beside else (self.column,)


# Ages of open crimes as the force's packs print them (domain brief, measure 16).
AGE_BANDS = ("0-30", "31-60", "61-90", "91-180", "181+")
STATES = ("met", "not_met", "not_recorded", "not_due")
# Months in one part of each calendar dimension, finest first.
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}

DIMENSIONS = {
    # The place of a request among those counted by one query.
    "number": Dimension("number", "number"),
    "day": Dimension("counted_at", "counted_at"),
    "month": Dimension("counted_at", "CAST(date_trunc('month', counted_at) AS DATE)"),
    "quarter": Dimension("counted_at", "CAST(date_trunc('quarter', counted_at) AS DATE)"),
    "year": Dimension("counted_at", "CAST(date_trunc('year', counted_at) AS DATE)"),
    "district": Dimension("district", "district"),
    "strand": Dimension("strands", "unnest(strands)", opens=True),
    "channel": Dimension("channel", "channel"),
    "setting": Dimension(
        "settings", "unnest(CASE WHEN len(settings) = 0 THEN ['not_recorded'] ELSE settings END)", opens=True
    ),
    "place_type": Dimension("place_type", "place_type"),
    "offence_group": Dimension("offence_group", "offence_group"),
    "outcome": Dimension("outcome_code", "outcome_code"),
    "kind": Dimension("kind", "kind"),
    "state": Dimension("state", "state", values=STATES),
    "age_band": Dimension("age_band", "age_band", values=AGE_BANDS),
    # Monday is 1 (ISO 8601), local time the offence was committed.
    "weekday": Dimension("committed_local", "isodow(committed_local)", values=tuple(range(1, 8))),
    "hour": Dimension("committed_local", "hour(committed_local)", values=tuple(range(24))),
    # 1 where the time given is a full hour: systems write 00:00 when they know none.
    "full_hour": Dimension("committed_local", "CAST(minute(committed_local) = 0 AS INTEGER)", values=(0, 1)),
    "square": Dimension("east_km", "east_km || ' ' || north_km", beside="north_km"),
}


def offered(measure: Measure) -> tuple[str, ...]:
    """Return the dimensions a measure can be split by; a rate has months, never quarters or years."""
    columns = relation(measure).columns
    names = [name for name, dimension in DIMENSIONS.items() if dimension.column in columns]
    if measure.kind == "rate":
        names = [name for name in names if name not in ("quarter", "year")]
    if measure.kind != "proportion":
        names = [name for name in names if name != "state"]
    return tuple(names)


def check(measure: Measure, by: tuple[str, ...]) -> None:
    """Raise MeasureError when the measure cannot be split so."""
    there = offered(measure)
    if len(set(by)) < len(by) or any(name not in there for name in by):
        raise MeasureError(
            f"measure {measure.id}", "it cannot be split so", f"each at most once of {', '.join(there)}", "change by"
        )
