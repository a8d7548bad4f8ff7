"""A service the force owes, month by month: the share delivered, with a good direction."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from hcdata.measures import registry
from hcdata.measures.registry import Measure
from hcdata.stats import compare, headline, rules, spc
from hcdata.stats.choose import ENOUGH_POINTS
from hcdata.stats.periods import add_months, month_start
from hcdata.stats.spc import Improvement
from hcdata.views.months import find_window
from hcdata.views.question import Question
from hcdata.views.spans import TO_DATE, YEAR

_COLUMNS = ["month", "n", "of", "value", "complete", "mean", "lower", "upper", "signal"]
_IMPROVES: dict[str, Improvement] = {"up": "increase", "down": "decrease", "neutral": "neutral"}
Change = Literal["better", "worse", "as usual", "not judged"]


@dataclass(frozen=True)
class Service:
    """The share of a duty or outcome, by the month counted.

    months: month, n, of, value (0 to 1, missing where `of` is below the measure's minimum), complete (over, loaded, and
    no longer young where outcomes are still to come), and with enough months mean, lower, upper, signal. `change` is
    what the last months say, where chance would hardly give it; `why` says why nothing is judged.
    """

    measure: str
    title: str
    direction: Literal["up", "down", "neutral"]
    minimum_n: int
    months: pd.DataFrame
    usual: tuple[float, float] | None
    change: Change
    why: str = ""
    missing: str | None = None

    @property
    def judged(self) -> pd.DataFrame:
        """The months that are over and have a base large enough."""
        return self.months[self.months["complete"] & self.months["value"].notna()].reset_index(drop=True)


def service(question: Question, measure: str) -> Service:
    """Judge a proportion month by month on an XmR chart of its shares, the last year against the time before."""
    header, window = registry.one(measure), find_window(question)
    missing = question.missing(measure) or (None if window else "Nothing is loaded for these months.")
    empty = pd.DataFrame(columns=_COLUMNS).astype({"complete": bool, "value": float})
    if missing or window is None:
        return Service(
            measure, header.title, header.direction, header.minimum_n, empty, None, "not judged", "", missing
        )
    frame = pd.DataFrame(question.ask(measure, ("month",), window[0]))
    frame = frame[frame["month"] >= window[1]].reset_index(drop=True)
    ripe = frame["complete"] & frame["month"].map(lambda month: _ripe(question, header, month))
    large = frame["of"].astype(float) >= header.minimum_n
    enough, shares = ripe & large, frame["value"].astype(float).where(large)
    months = frame[["month", "n", "of"]].assign(complete=ripe, value=shares, mean=np.nan, lower=np.nan, upper=np.nan)
    months = months.assign(signal=None, month=pd.to_datetime(frame["month"]).astype("datetime64[us]"))[_COLUMNS]
    known = np.flatnonzero(enough)
    if len(known) < ENOUGH_POINTS:
        why = f"{len(known)} months have a base of {header.minimum_n} or more, and {ENOUGH_POINTS} are needed"
        return Service(measure, header.title, header.direction, header.minimum_n, months, None, "not judged", why)
    values = shares.to_numpy()[known]
    base = len(values) - headline.JUDGED if len(values) >= 2 * headline.JUDGED else None
    mean, width = spc.find_limits(values[:base], screen_outliers=False)
    labels = rules.label(values, mean, width)
    low, high = max(0.0, mean - width), min(1.0, mean + width)
    months.loc[known, ["mean", "lower", "upper"]] = mean, low, high
    months.loc[known, "signal"] = labels
    latest = spc.read_last(values, labels, mean, width, _IMPROVES[header.direction])
    start = len(values) if latest is None else max(latest.start, base or len(values) // 2)
    change: Change = "as usual"
    if latest and latest.signal != rules.COMMON and _unlikely(frame.iloc[known], start, base or start):
        change = "better" if latest.point_type == "special_cause_improvement" else "worse"
    return Service(measure, header.title, header.direction, header.minimum_n, months, (low, high), change)


def _ripe(question: Question, header: Measure, month: date) -> bool:
    """Say whether a month shows all it will: its crimes are not young, and a repeat has a year to look back on."""
    end, data_to = add_months(month, 1), question.about.data_to
    if header.id in TO_DATE:
        return data_to is not None and end <= data_to - timedelta(days=question.store.config.thresholds.matured_days)
    if header.counts in ("person", "place"):
        return question.first is not None and month >= add_months(month_start(question.first), YEAR)
    return True


def _unlikely(known: pd.DataFrame, start: int, base: int) -> bool:
    """Say whether the months from `start` on differ from the first `base` by more than chance would give."""
    (n, of), (n0, of0) = (part[["n", "of"]].astype(int).sum() for part in (known.iloc[start:], known.iloc[:base]))
    p = compare.proportions(int(n), int(of), int(n0), int(of0)).p if of and of0 else None
    return p is not None and p <= headline.LEVEL
