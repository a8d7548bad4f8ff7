"""What a view is about: the period and its comparison, in dates, and the store's own facts."""

from dataclasses import replace
from datetime import date

from hcdata.common.access import Scope
from hcdata.common.filters import Filters, Period
from hcdata.stats import periods
from hcdata.store.query import Store
from hcdata.views.absences import find_absences
from hcdata.views.load_points import find_known
from hcdata.views.results import About


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
        known=find_known(store, filters.as_at),
        filters=filters,
        period=period,
        prior=before,
        named=filters.period if period.complete else "custom",
        by_year=_by_year(filters),
        districts=tuple(names.get(one, one) for one in _within(filters.districts, scope)),
        absences=find_absences(store, [counted], period, _within(filters.districts, scope) or names),
        strands=tuple(strands.get(one, one) for one in filters.strands),
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


def during(filters: Filters, period: Period) -> Filters:
    """Return the filters over another period; an empty one leaves them as they are, for they have no day either."""
    if period.start >= period.end:
        return filters
    return replace(filters, period="custom", start=period.start, end=period.end)
