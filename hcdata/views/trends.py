"""Month by month: the series, its usual range, what its last month says, and the year beside the year before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hcdata.common.filters import Period
from hcdata.measures import registry
from hcdata.stats import choose, periods
from hcdata.stats.arrays import Floats
from hcdata.stats.headline import QUARTER, Headline
from hcdata.store.reference import LEFT_OVER
from hcdata.views import limits
from hcdata.views.annotations import COLUMNS, Rebase
from hcdata.views.context import Context
from hcdata.views.figures import Row, build
from hcdata.views.missing import Simply, YearNotWhole
from hcdata.views.months import Months, months
from hcdata.views.results import Figure, Subject, Trend, Verdict

# R12 is the sum of so many months.
YEAR = 12
NO_EVENTS = pd.DataFrame({"event_on": pd.Series(dtype="datetime64[us]"), **{name: [] for name in COLUMNS[1:]}})


@dataclass(frozen=True)
class Trends:
    """Every trend of one measure in a view: the total, each strand, each district, and pairs of them."""

    context: Context
    measure: str

    @cached_property
    def counted(self) -> Months | None:
        """The monthly counts, None where there are none."""
        return months(self.context, self.measure)

    @cached_property
    def total(self) -> Trend:
        """The trend of everything asked for."""
        return self._make(self._name(), self.counted.total if self.counted else None)

    @cached_property
    def strands(self) -> tuple[Trend, ...]:
        """One trend for each strand asked for."""
        rows = self.counted.by_strand if self.counted else [None] * len(self.context.strands)
        named = zip(self.context.strands["id"], self.context.strands["name"], rows, strict=True)
        return tuple(self._make(self._name(strand=name), n, strand=one) for one, name, n in named)

    @cached_property
    def districts(self) -> tuple[Trend, ...]:
        """One trend for each district asked for."""
        rows = self.counted.by_district if self.counted else [None] * len(self.context.districts)
        named = zip(self.context.districts["id"], self.context.districts["name"], rows, strict=True)
        return tuple(self._make(self._name(district=name), n, district=one) for one, name, n in named)

    @cached_property
    def pairs(self) -> tuple[Trend, ...]:
        """The trends of each strand in each district whose months are full enough to be judged."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[Trend]:
        if self.counted is None:
            return
        enough, shut = self.context.store.config.thresholds.xmr_mean, dict(LEFT_OVER)
        strands = dict(zip(self.context.strands["id"], self.context.strands["name"], strict=True))
        for area, rows in zip(self.counted.districts, self.counted.by_both, strict=True):
            for strand, n in zip(self.counted.strands, rows, strict=True):
                known = n[self.counted.complete_of(area) & ~np.isnan(n)]
                if known.size and known.mean() >= enough and area not in shut and strand not in shut:
                    subject = self._name(strands[strand], self.context.names[area])
                    yield self._make(subject, n, district=area, strand=strand)

    def _name(self, strand: str | None = None, district: str | None = None) -> Subject:
        """Return whose records a series counts: what is asked for, narrowed to one strand or district."""
        asked, about = self.context.filters, self.context.about
        strands = tuple(self.context.strands["name"]) if asked.strands else ()
        # A strand of a reader's own districts is not narrowed by name where none was asked for.
        districts = about.districts if asked.districts or not strand else ()
        return Subject((strand,) if strand else strands, (district,) if district else districts)

    def _make(
        self, subject: Subject, n: Floats | None, district: str | None = None, strand: str | None = None
    ) -> Trend:
        if n is None or self.counted is None or np.isnan(n).all():
            return _nothing(self.context, self.measure, subject, district, strand)
        return make(self.context, self.measure, subject, n, self.counted, self._events(district), district, strand)

    def _events(self, district: str | None) -> pd.DataFrame:
        if district not in self._events_of:
            self._events_of[district] = _find_events(self.context, self.counted, district)
        return self._events_of[district]

    @cached_property
    def _events_of(self) -> dict[str | None, pd.DataFrame]:
        return {}


def make(
    context: Context,
    measure: str,
    subject: Subject,
    n: Floats,
    counted: Months,
    events: pd.DataFrame,
    district: str | None = None,
    strand: str | None = None,
) -> Trend:
    """Judge monthly counts: the last twelve complete months against those before where there are as many.

    A month that is not loaded, or not whole, has its place and is not judged; nor is a year that holds one.
    """
    header, drawn = registry.one(measure), np.datetime64(counted.drawn_from, "us")
    begin = int(np.flatnonzero(~np.isnan(counted.total))[0])
    n, starts, over = n[begin:], counted.starts[begin:], counted.complete[begin:]
    complete = counted.complete_of(district)[begin:] & ~np.isnan(n)
    r12 = np.full(len(n), np.nan)
    known = np.where(complete, n, np.nan)
    r12[YEAR - 1 :] = np.convolve(known, np.ones(YEAR), "valid") if len(n) >= YEAR else []
    shown = starts >= drawn
    judged = shown & complete
    rebases = _find_rebases(context, measure, district, strand)
    positions = np.searchsorted(starts[judged], np.array([one.month for one in rebases], dtype=starts.dtype)).tolist()
    begun = [place for place in positions if place < judged.sum()]
    found = limits.find(n[judged], begun, context.store.config.thresholds)
    columns: dict[str, Any] = {"month": starts[shown], "n": n[shown], "complete": complete[shown], "r12": r12[shown]}
    if not np.isnan(found.mean).all():
        for name in ("mean", "lower", "upper"):
            columns[name] = _put(getattr(found, name), complete[shown])
    columns["mark"] = np.nan_to_num(_put(found.mark, complete[shown])).astype(int)
    judgement = _without_gaps(found.headline, (complete & shown)[over & shown])
    used = starts[judged][found.first : found.until]
    return Trend(
        measure=measure,
        title=header.title,
        subject=subject,
        district=district,
        strand=strand,
        months=pd.DataFrame(columns),
        choice=found.headline.choice,
        headline=judgement,
        false_alarm=found.false_alarm,
        usual=found.usual,
        baseline=_window(used) if len(used) else None,
        baseline_months=len(used),
        year=_year(context, header, known[over], starts[over], subject, comparable=judgement.look("year") is not None),
        events=events,
        rebases=rebases,
        things=header.things,
        absences=context.absences(measure, _window(starts[shown]), district) if shown.any() else (),
    )


def _window(starts: Any) -> Period:
    first, last = (start.astype(object).date() for start in (starts[0], starts[-1]))
    return Period(first, periods.add_months(last, 1), True)


def _without_gaps(found: Headline, complete: NDArray[np.bool_]) -> Headline:
    """Take from a judgement what speaks of so many months running, where one of them is not loaded whole."""
    running = {"quarter": QUARTER, "year": 2 * YEAR, "years": len(complete)}
    kept = (one for one in found.looks if one.kind not in running or complete[-running[one.kind] :].all())
    return replace(found, looks=tuple(kept))


def _find_rebases(context: Context, measure: str, district: str | None, strand: str | None) -> tuple[Rebase, ...]:
    """Return where the limits of one series start anew: a filter for one district makes the total that district's."""
    asked = (
        district or _only(context.filters.districts),
        strand or _only(context.filters.strands),
    )
    return tuple(one for one in context.rebases if (one.measure, one.district, one.strand) == (measure, *asked))


def _only(chosen: tuple[str, ...]) -> str | None:
    return chosen[0] if len(chosen) == 1 else None


def _put(values: Any, complete: Any) -> Any:
    """Spread the complete months' values over all months, missing in the others."""
    spread = np.full(len(complete), np.nan)
    spread[complete] = values
    return spread


def _year(
    context: Context, header: registry.Measure, n: Floats, starts: Any, subject: Subject, *, comparable: bool
) -> Figure:
    """Return the last twelve months beside the twelve before, judged where they are counted alike.

    There is none where one of its months is not loaded whole.
    """
    gaps = tuple(start.astype(object).date() for start in starts[-YEAR:][np.isnan(n[-YEAR:])])
    why = Simply("under_12_complete_months") if len(n) < YEAR else YearNotWhole(gaps) if gaps else None
    if why:
        return Figure(header.id, header.title, "count", header.direction, subject, missing=why)
    before = n[-2 * YEAR : -YEAR]
    then = _row(before) if len(n) >= 2 * YEAR and not np.isnan(before).any() else None
    figure = build(context, header, _row(n[-YEAR:]), then, subject)
    return figure if comparable or then is None else replace(figure, verdict=Verdict("nothing to compare with"))


def _row(n: Floats) -> Row:
    return {"n": int(n.sum()), "of": None, "value": float(n.sum()), "not_recorded": 0, "not_due": 0}


def _nothing(context: Context, measure: str, subject: Subject, district: str | None, strand: str | None) -> Trend:
    header = registry.one(measure)
    why = context.missing(measure) or Simply("nothing_in_months")
    none = Figure(measure, header.title, "count", header.direction, subject, missing=why)
    frame = pd.DataFrame({"month": pd.Series(dtype="datetime64[us]"), "n": [], "complete": [], "r12": [], "mark": []})
    return Trend(
        measure=measure,
        title=header.title,
        subject=subject,
        district=district,
        strand=strand,
        months=frame,
        choice=choose.choose([]),
        usual=None,
        baseline=None,
        baseline_months=0,
        year=none,
        events=NO_EVENTS,
        missing=why,
        things=header.things,
    )


def _find_events(context: Context, counted: Months | None, district: str | None) -> pd.DataFrame:
    """Return the dated events of the months drawn that touch what is asked: event_on, name, scope, kind, note."""
    if counted is None:
        return NO_EVENTS
    here = {"force", *([district] if district else context.districts["id"])}
    events = context.events
    first = max(np.datetime64(counted.drawn_from), counted.starts[0])
    after = np.datetime64(periods.add_months(counted.starts[-1].astype(object).date(), 1))
    days, scopes = events["event_on"].to_numpy(), events["scope"].tolist()
    inside = (days >= first) & (days < after) & np.array([scope in here for scope in scopes], dtype=bool)
    return events.iloc[np.flatnonzero(inside)].reset_index(drop=True)
