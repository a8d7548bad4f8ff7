"""The dates a measure is counted over, those it can be compared with, and what must be said of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hcdata.common.filters import Period
from hcdata.measures.registry import Measure
from hcdata.stats.periods import add_months, month_start
from hcdata.views.absences import Absence, find_absences
from hcdata.views.context import Context
from hcdata.views.notes import BeforeWithout, Begins, FeedEnds, LookedBackWithout, LooksBack, Note, StillOpen, Without

# A rate, and the look-back of a repeat, take a year (domain brief, measures 2 and 7 to 10).
YEAR = 12
DAY = timedelta(days=1)
# Outcomes to date of the crimes recorded in a period: they fall short while its crimes are open (domain brief 1.7, C).
TO_DATE = ("charge_rate", "positive_outcome_cohort")


@dataclass(frozen=True)
class Span:
    """Dates counted, dates compared with (None where there are none that compare), and a note said with the figure."""

    now: Period
    before: Period | None
    note: Note | None = None


def span(context: Context, measure: Measure) -> Span:
    """Return the dates of a measure in a question.

    How things stand on one day has no earlier period. A rate has always 12 months, so it is set against the 12 before.
    What a feed does not cover whole is neither compared (unless it is a share) nor passed over in silence.
    """
    period, before = context.about.period, context.about.prior
    if context.missing(measure.id):
        return Span(period, None)
    if measure.is_of_one_day:
        unseen = _list_never_seen(context, measure)
        return Span(period, None, Without(unseen) if unseen else None)
    if measure.kind == "rate":
        period, before = year_to(period.end), year_to(add_months(period.end, -YEAR))
    absences = context.absences(measure.id, period)
    # Where only months after a feed's end are lacking, its end is said.
    reached = min(end for feed in measure.needs if (end := context.store.data_to(feed)))
    if any(one.month <= reached for one in absences):
        return Span(period, None, Without(absences, apart=bool(before)))
    if measure.looks_back and (lacked := _list_behind(context, measure, period)):
        return Span(period, None, LookedBackWithout(lacked, apart=bool(before)))
    compared = context.absences(measure.id, before) if before else ()
    if before and measure.looks_back:
        compared = _list_behind(context, measure, before)
    if before and compared:
        return Span(period, None, BeforeWithout(before, compared, bool(measure.looks_back), apart=True))
    begun = max(_begun(context, measure), default=date.min)
    if before and before.start < (add_months(begun, YEAR) if measure.looks_back else begun):
        before = None
    data_to = context.about.data_to
    open_still = timedelta(days=context.store.config.thresholds.matured_days)
    if measure.id in TO_DATE and data_to and period.end > data_to - open_still:
        return Span(period, None, StillOpen(apart=True))
    note = _note(context, measure, period, begun)
    if before and note and measure.kind not in ("proportion", "ratio", "rate", "duration"):
        return Span(period, None, replace(note, apart=True))
    return Span(period, before, note)


def year_to(end: date) -> Period:
    """Return the 12 months up to a day."""
    return Period(add_months(end, -YEAR), end, True)


def _list_never_seen(context: Context, measure: Measure) -> tuple[Absence, ...]:
    """Return the months of which a state of one day knows nothing: what was recorded in them is not in it."""
    begun, data_to = max(_begun(context, measure), default=None), context.about.data_to
    if begun is None or data_to is None:
        return ()
    found = find_absences(context.store, measure.needs, Period(begun, data_to + DAY, True), context.districts["id"])
    return tuple(one for one in found if not one.part)


def _list_behind(context: Context, measure: Measure, period: Period) -> tuple[Absence, ...]:
    """Return what lacks of the year a repeat looks back on: of every district, also of those not asked for."""
    before = Period(add_months(period.start, -YEAR), period.end, True)
    return find_absences(context.store, measure.looks_back, before, context.names)


def _begun(context: Context, measure: Measure) -> Iterator[date]:
    """Yield the first month of each feed the measure needs."""
    for feed in measure.needs:
        first = context.store.first(feed)
        if first:
            yield month_start(first)


def _note(context: Context, measure: Measure, period: Period, begun: date) -> Note | None:
    ends = {feed: context.store.data_to(feed) for feed in measure.needs}
    feed, last = min(((feed, end) for feed, end in ends.items() if end), key=lambda one: one[1])
    if last + DAY < period.end:
        return FeedEnds(feed, last)
    if begun > period.start:
        return Begins(begun)
    if measure.looks_back and add_months(begun, YEAR) > period.start:
        return LooksBack(begun)
    return None
