"""What a view is about: the period and its comparison, in dates and in words, and the store's own facts."""

from dataclasses import replace
from datetime import date, timedelta

from hcdata.common.access import Scope
from hcdata.common.filters import Filters, Period
from hcdata.stats import periods
from hcdata.store.query import Store
from hcdata.views.absences import find_absences
from hcdata.views.load_points import say_moment
from hcdata.views.results import About

_NAMES = {
    "12m": "12 months to",
    "36m": "36 months to",
    "quarter": "quarter to",
    "month": "",
    "month_before": "",
    "fytd": "financial year to",
    "all": "all months to",
    "custom": "",
}


def about(store: Store, filters: Filters, scope: Scope) -> About:
    """Return what a page or sheet says of itself before any figure."""
    feed = "crime" if store.has("crime") or filters.kind == "crime" else "incident"
    counted = "incident" if filters.kind == "incident" and store.has("incident") else feed
    period = filters.resolve(store.data_to(feed), store.first(feed))
    before = _prior(period, filters, store.first(feed))
    names, strands = store.district_names, store.strand_names
    return About(
        force=store.config.force.name,
        marking=store.config.force.marking,
        handling=store.config.force.handling,
        synthetic=store.synthetic,
        data_to=store.data_to(feed),
        snapshot=store.snapshot,
        as_at=store.as_at,
        known_words=say_moment(store, filters.as_at),
        filters=filters,
        period=period,
        prior=before,
        period_words=period_words(period, filters.period if period.complete else "custom"),
        prior_words=_prior_words(before, filters),
        district_words=", ".join(names.get(one, one) for one in _within(filters.districts, scope)) or "Force",
        absences=find_absences(store, [counted], period, _within(filters.districts, scope) or names),
        strand_words=", ".join(strands.get(one, one) for one in filters.strands) or "all strands",
    )


def _within(districts: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    if scope.aggregates is None:
        return districts
    return tuple(one for one in (districts or scope.aggregates) if one in scope.aggregates)


def _prior(period: Period, filters: Filters, first: date | None) -> Period | None:
    """Return the dates compared with: never days of the period itself, nor days before the data begin."""
    if period.start >= period.end or first is None:
        return None
    asked = periods.Period(period.start, period.end)
    found = periods.last_year(asked) if _by_year(filters) else periods.prior(asked)
    return (
        Period(found.start, found.end, True)
        if periods.month_start(first) <= found.start and found.end <= period.start
        else None
    )


def _by_year(filters: Filters) -> bool:
    """Say whether the same months a year before are meant.

    A month is never set against the month before, nor a financial year so far against the months before it: they
    differ by season (domain brief, comparison of two periods).
    """
    return filters.compare == "year" or filters.period in ("month", "month_before", "fytd")


def period_words(period: Period, name: str = "custom") -> str:
    """Say a period: '12 months to Oct 2026', 'Oct 2026', or its first and last day."""
    if period.start >= period.end:
        return "no complete month"
    last = period.end - timedelta(days=1)
    whole = period.start.day == 1 and period.end.day == 1
    if whole and periods.count_months(period.start, period.end) == 1:
        return f"{last:%b %Y}"
    if whole and _NAMES[name]:
        return f"{_NAMES[name]} {last:%b %Y}"
    if whole:
        return f"{period.start:%b %Y} to {last:%b %Y}"
    return f"{period.start.day} {period.start:%b %Y} to {last.day} {last:%b %Y}"


def _prior_words(before: Period | None, filters: Filters) -> str:
    if before is None:
        return "no earlier period to compare with"
    words = period_words(before)
    return f"the same time a year before ({words})" if _by_year(filters) else f"the period before ({words})"


def during(filters: Filters, period: Period) -> Filters:
    """Return the filters over another period; an empty one leaves them as they are, for they have no day either."""
    if period.start >= period.end:
        return filters
    return replace(filters, period="custom", start=period.start, end=period.end)
