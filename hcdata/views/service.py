"""A service the force owes, month by month: the share delivered, with a good direction."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal

import numpy as np
import pandas as pd

from hcdata.measures import registry
from hcdata.measures.registry import Measure
from hcdata.stats import compare, rules, spc, steady
from hcdata.stats.choose import ENOUGH_POINTS
from hcdata.stats.periods import add_months, month_start
from hcdata.views.context import Context
from hcdata.views.missing import FewBases, Missing, Simply
from hcdata.views.months import find_window
from hcdata.views.spans import TO_DATE, YEAR

_COLUMNS = ["month", "n", "of", "value", "complete", "mean", "lower", "upper", "mark"]
Change = Literal["better", "worse", "higher", "lower", "as usual", "not judged"]
# What a move up or down means to a measure with a good direction, and to one without.
_MEANS: dict[tuple[str, int], Change] = {
    ("up", 1): "better",
    ("up", -1): "worse",
    ("down", 1): "worse",
    ("down", -1): "better",
    ("neutral", 1): "higher",
    ("neutral", -1): "lower",
}


@dataclass(frozen=True)
class Service:
    """The share of a duty or outcome, by the month counted.

    months: month, n, of, value (0 to 1, missing where `of` is below the measure's minimum), complete (over, loaded, and
    no longer young where outcomes are still to come), and with enough months mean, lower, upper. `change` is
    what the last months say, where chance would hardly give it, and `mark` (1 high, -1 low, else 0) the months it
    speaks of; `why` says why nothing is judged. `young` are the months over and loaded whose crimes are younger than
    `matured_days`, so that outcomes are still to come. `unsteady` are the stretches (first month, last, 1 above or -1
    below) of the months that set the range which themselves lie apart from the others.
    """

    measure: str
    title: str
    direction: Literal["up", "down", "neutral"]
    minimum_n: int
    months: pd.DataFrame
    usual: tuple[float, float] | None
    change: Change
    why: FewBases | None = None
    missing: Missing | None = None
    unsteady: tuple[tuple[date, date, int], ...] = ()
    young: tuple[date, ...] = ()
    matured_days: int = 0

    @property
    def judged(self) -> pd.DataFrame:
        """The months that are over and have a base large enough."""
        return self.months[self.months["complete"] & self.months["value"].notna()].reset_index(drop=True)


def service(context: Context, measure: str) -> Service:
    """Judge a proportion month by month on an XmR chart of its shares, the last year against the time before."""
    header, window = registry.one(measure), find_window(context)
    least, set_by = header.spoken_base(context.store.config), context.store.config.thresholds
    missing = context.missing(measure) or (None if window else Simply("nothing_in_months"))
    empty = pd.DataFrame(columns=_COLUMNS).astype({"complete": bool, "value": float})
    if missing or window is None:
        return Service(measure, header.title, header.direction, least, empty, None, "not judged", None, missing)
    frame = pd.DataFrame(context.ask(measure, ("month",), window[0]))
    frame = frame[frame["month"] >= window[1]].reset_index(drop=True)
    days = set_by.matured_days
    young = frame["complete"] & frame["month"].map(lambda month: _is_young(context, header, month, days))
    ripe = frame["complete"] & ~young & frame["month"].map(lambda month: _looks_back(context, header, month))
    found = partial(
        Service,
        measure,
        header.title,
        header.direction,
        least,
        young=tuple(frame.loc[young, "month"]),
        matured_days=days,
    )
    large = frame["of"].astype(float) >= least
    enough, shares = ripe & large, frame["value"].astype(float).where(large)
    months = frame[["month", "n", "of"]].assign(complete=ripe, value=shares, mean=np.nan, lower=np.nan, upper=np.nan)
    months = months.assign(mark=0, month=pd.to_datetime(frame["month"]).astype("datetime64[us]"))[_COLUMNS]
    known = np.flatnonzero(enough)
    if len(known) < ENOUGH_POINTS:
        why = FewBases(len(known), least, ENOUGH_POINTS)
        return found(months, None, "not judged", why)
    values, part = shares.to_numpy()[known], frame.iloc[known][["n", "of"]].astype(int)
    judged = set_by.judged_months
    base = len(values) - judged if judged and len(values) >= 2 * judged else None
    mean, width = spc.find_limits(values[:base], set_by.screen_outliers)
    labels = rules.label(values, mean, width)
    low, high = max(0.0, mean - width), min(1.0, mean + width)
    months.loc[known, ["mean", "lower", "upper"]] = mean, low, high
    latest = spc.read_last(values, labels, mean, width)
    run = list(range(max(latest.start, base or len(values) // 2), len(values))) if latest else []
    side, own = rules.SIGNALS[latest.signal] if latest else 0, set[int]()
    change: Change = "as usual"
    if side and _stands_apart(part, run, list(range(base or run[0])), side, context.evidence):
        months.loc[known[run], "mark"] = side
        change, own = _MEANS[header.direction, side], set(run)
    test = partial(_set_apart, part)
    unsteady = tuple(
        (months["month"].iloc[known[one.first]].date(), months["month"].iloc[known[one.last]].date(), one.direction)
        for one in steady.find(labels[:base], test, context.evidence, own)
    )
    return found(months, (low, high), change, unsteady=unsteady)


def _is_young(context: Context, header: Measure, month: date, days: int) -> bool:
    """Say whether outcomes of a month's crimes are still to come, where a measure counts them by the month recorded."""
    end, data_to = add_months(month, 1), context.about.data_to
    ripens = header.id in TO_DATE or "matured_days" in header.parameters
    return ripens and (data_to is None or end > data_to - timedelta(days=days))


def _looks_back(context: Context, header: Measure, month: date) -> bool:
    """Say whether a repeat of a month has a year to look back on."""
    if not header.looks_back:
        return True
    return context.first is not None and month >= add_months(month_start(context.first), YEAR)


def _stands_apart(part: pd.DataFrame, places: list[int], others: list[int], side: int, level: float) -> bool:
    """Say whether months differ from others, to the side their label says, by more than chance would give."""
    apart, p = _set_apart(part, places, others)
    return bool(np.sign(apart) == side) and compare.is_unlikely(p, level)


def _set_apart(part: pd.DataFrame, places: list[int], others: list[int]) -> tuple[float, float | None]:
    (n, of), (n0, of0) = (part.iloc[one].sum() for one in (places, others))
    if not of or not of0:
        return 0.0, None
    return n / of - n0 / of0, compare.proportions(int(n), int(of), int(n0), int(of0)).p
