"""When offences are committed: hour by weekday, without those whose hour is not known."""

from dataclasses import dataclass

import pandas as pd

from hcdata.measures import registry
from hcdata.measures.dimensions import offered
from hcdata.stats import compare
from hcdata.views.context import Context
from hcdata.views.figures import figure
from hcdata.views.missing import Missing, NoHour, Simply

# Hours a system writes when it knows none are far above any other full hour: chance gives less than one in a million.
PLACEHOLDER = 1e-6
# Fridays and Saturdays 20:00 to 05:00, as in the setting "Night-time economy" (domain brief, measure 33).
FRIDAY, SATURDAY, NIGHT_FROM, NIGHT_TO = 5, 6, 20, 5
WEEK, NIGHTS = 7 * 24, 2 * (24 - NIGHT_FROM + NIGHT_TO)


@dataclass(frozen=True)
class Rhythm:
    """When the period's offences were committed, by the date and hour of the offence.

    cells: weekday (1 Monday to 7), hour, n; every cell. `known` are in the cells; `unknown` have no hour.
    `placeholders` stand at exactly 00:00, more than chance would give, so they are left out. `night` are those of
    Friday and Saturday night. `busiest` is the weekday with most, None where chance would give as much;
    `peaks` the hours of the week (weekday, hour) with most, none where in an even week one of them would have as many.
    """

    cells: pd.DataFrame
    known: int
    unknown: int
    placeholders: int
    night: int
    busiest: int | None
    missing: Missing | None = None
    peaks: tuple[tuple[int, int], ...] = ()


def rhythm(context: Context) -> Rhythm:
    """Count the period's offences by weekday and hour."""
    nothing = pd.DataFrame(columns=["weekday", "hour", "n"])
    missing = figure(context, context.volume).missing
    if not missing and "hour" not in offered(registry.one(context.volume)):
        missing = Simply("incidents_have_no_hour")
    if missing:
        return Rhythm(nothing, 0, 0, 0, 0, None, missing)
    found = context.ask(context.volume, ("weekday", "hour", "full_hour"))
    frame = pd.DataFrame({name: found[name] for name in ("weekday", "hour", "full_hour", "n")})
    unknown = int(frame.loc[frame["hour"].isna(), "n"].sum())
    timed = frame[frame["hour"].notna() & frame["weekday"].notna()]
    left_out = _placeholders(timed)
    kept = timed if not left_out else timed[~((timed["hour"] == 0) & (timed["full_hour"] == 1))]
    cells = kept.groupby(["weekday", "hour"], as_index=False)["n"].sum().astype(int)
    known = int(cells["n"].sum())
    if not known:
        why = NoHour(unknown) if unknown else Simply("no_offence")
        return Rhythm(nothing, 0, unknown, left_out, 0, None, why)
    night = _at_night(cells)
    level, by_night = context.evidence, int(cells.loc[night, "n"].sum())
    return Rhythm(cells, known, unknown, left_out, by_night, _busiest(cells, level), peaks=_peaks(cells, known, level))


def _placeholders(timed: pd.DataFrame) -> int:
    """Return how many stand at exactly 00:00 where that is far above the other full hours, else 0."""
    full = timed[timed["full_hour"] == 1].groupby("hour")["n"].sum()
    midnight, others = int(full.get(0, 0)), int(full.drop(0, errors="ignore").sum())
    p = compare.counts(midnight, others, 1, 23).p
    return midnight if p is not None and p < PLACEHOLDER and midnight > others / 23 else 0


def _at_night(cells: pd.DataFrame) -> pd.Series:
    """Say which cells are Friday or Saturday night: the small hours belong to the day before."""
    late = cells["weekday"].isin([FRIDAY, SATURDAY]) & (cells["hour"] >= NIGHT_FROM)
    early = cells["weekday"].isin([FRIDAY + 1, SATURDAY + 1]) & (cells["hour"] < NIGHT_TO)
    return late | early


def _busiest(cells: pd.DataFrame, level: float) -> int | None:
    days = cells.groupby("weekday")["n"].sum()
    top = int(days.idxmax())
    p = compare.counts(int(days[top]), int(days.sum() - days[top]), 1, 6).p
    return top if compare.is_unlikely(p, level) else None


def _peaks(cells: pd.DataFrame, known: int, level: float) -> tuple[tuple[int, int], ...]:
    """Return the hours of the week with most, where none of all of them would readily have as many by chance."""
    most = int(cells["n"].max())
    p = compare.counts(most, known - most, 1, WEEK - 1).p
    if p is None or not compare.is_unlikely(p * WEEK, level):
        return ()
    top = cells.loc[cells["n"] == most, ["weekday", "hour"]].astype(int)
    return tuple(top.itertuples(index=False, name=None))
