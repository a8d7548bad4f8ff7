"""One request for a measure: what is asked, over which dates, and the query that answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from hcdata.common.access import Scope, in_scope
from hcdata.common.errors import MeasureError
from hcdata.common.filters import Filters, Period
from hcdata.measures import registry, window, wrap
from hcdata.measures.counts import Counts, Key
from hcdata.measures.dimensions import check
from hcdata.measures.registry import Measure
from hcdata.stats.periods import month_start
from hcdata.store.coverage import Lack
from hcdata.store.query import Store

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Request:
    """A measure asked of a store, split by parts, within filters and a scope; `period` is what they mean in dates."""

    store: Store
    measure: Measure
    by: tuple[str, ...]
    filters: Filters
    scope: Scope
    period: Period

    @cached_property
    def over(self) -> Period:
        """The dates counted over: a rate looks back 12 months."""
        return window.widen(self.period, self.by) if self.measure.kind == "rate" else self.period

    @cached_property
    def limit(self) -> date:
        """The first day that not all feeds the measure needs cover."""
        ends = [self.store.data_to(feed) for feed in self.measure.needs]
        return min(end + DAY if end else date.min for end in ends)

    @cached_property
    def missing(self) -> bool:
        """Whether a feed the measure needs is not loaded, or no crime loaded carries what it counts."""
        lacks_feed = any(not self.store.has(feed) for feed in self.measure.needs)
        return lacks_feed or any(not self.store.is_populated(what) for what in self.measure.populated)

    @cached_property
    def loaded(self) -> list[str]:
        """The districts asked for, but those no extract has ever spoken of, or not of the month a state is of."""
        never = frozenset().union(*(self.store.coverage(feed).never for feed in self.measure.needs))
        asked = [one for one in self.list_districts() if one not in never]
        if self.missing or not self.measure.is_of_one_day:
            return asked
        month = month_start(self.limit - DAY)
        besides = [self.store.coverage(feed) for feed in self.measure.needs if feed not in self.measure.months_of]
        return [one for one in asked if not any(lack.whole for told in besides for lack in told.find([one], [month]))]

    def lacks(self, districts: Iterable[str], months: Iterable[date]) -> list[Lack]:
        """Return what is not loaded, or in part only, of districts and months in any feed its months are of."""
        areas, wanted = list(districts), list(months)
        return [lack for feed in self.measure.months_of for lack in self.store.coverage(feed).find(areas, wanted)]

    @cached_property
    def below(self) -> "Request":
        """The denominator of a ratio, without the parts and filters its header ignores."""
        ignores = self.measure.ignores
        return replace(
            self,
            measure=registry.one(self.measure.denominator or ""),
            by=tuple(name for name in self.by if name not in ignores),
            filters=replace(
                self.filters,
                districts=() if "district" in ignores else self.filters.districts,
                strands=() if "strand" in ignores else self.filters.strands,
            ),
        )

    def write(self) -> tuple[str, dict[str, Any]]:
        """Return the SQL that counts the relation on top, and what is bound to it."""
        over = None if self.measure.is_of_one_day else self.over
        bound = self.bind() | wrap.bind_filters(self.filters, self.scope.aggregates, over)
        relation = registry.relation(self.measure)
        return wrap.write_figures(relation.select, self.by, one_row_each=relation.one_row_each), bound

    def write_cases(self, state: str | None) -> tuple[str, dict[str, Any]]:
        """Return the SQL that lists the relation on top, and what is bound to it."""
        over = None if self.measure.is_of_one_day else self.period
        bound = self.bind() | wrap.bind_filters(self.filters, self.scope.records, over)
        return wrap.write_cases(registry.relation(self.measure)), bound | {"state": state}

    def list_districts(self) -> list[str]:
        """Return the ids of the districts asked for and in scope, in order."""
        asked, shown = self.filters.districts, self.store.district_names
        return [one for one in shown if (not asked or one in asked) and in_scope(one, self.scope.aggregates)]

    def list_strands(self) -> list[str]:
        """Return the ids of the strands asked for, in order."""
        asked = self.filters.strands
        return [one for one in self.store.strand_names if not asked or one in asked]

    def count(self) -> dict[Key, Counts]:
        """Count the relation on top, for each combination of parts that occurs."""
        wide = len(self.by)
        return {row[:wide]: Counts(*row[wide:]) for row in self.store.tuples(*self.write())}

    def bind(self) -> dict[str, Any]:
        """Return the values bound to the relation on top."""
        return wrap.bind(self.store, registry.relation(self.measure))


def ask(store: Store, id: str, by: Sequence[str], filters: Filters, scope: Scope) -> Request:
    """Return a request that can be answered; MeasureError when it cannot."""
    measure = registry.one(id)
    check(measure, tuple(by))
    if isinstance(filters.as_at, int) and filters.as_at != store.as_at:
        raise MeasureError(
            f"measure {id}",
            f"asked as at load {filters.as_at}",
            f"load {store.as_at}, which the store is open at",
            "open the store as at that load",
        )
    return Request(store, measure, tuple(by), filters, scope, _find_period(store, measure, filters))


def count_together(requests: Sequence[Request]) -> list[dict[Key, Counts]]:
    """Count the relations on top of requests of one store and scope, one query for each split and choice of filters."""
    found: list[dict[Key, Counts]] = [{} for _ in requests]
    alike: dict[Any, list[int]] = {}
    for number, one in enumerate(requests):
        top = registry.relation(one.measure)
        chosen = (one.filters.districts, one.filters.strands, one.by, top.needs[0], top.one_row_each)
        alike.setdefault(chosen, []).append(number)
    for numbers in alike.values():
        if len(numbers) == 1:
            found[numbers[0]] = requests[numbers[0]].count()
            continue
        wide = len(requests[numbers[0]].by) + 1
        for row in requests[0].store.tuples(*_write_together(requests, numbers)):
            found[row[0]][row[1:wide]] = Counts(*row[wide:])
    return found


def _write_together(requests: Sequence[Request], numbers: list[int]) -> tuple[str, dict[str, Any]]:
    """Return the SQL that counts the numbered requests, alike but for measure and dates, and what is bound to it."""
    asked = [requests[number] for number in numbers]
    tops = {registry.relation(one.measure).id: registry.relation(one.measure) for one in asked}
    over = [None if one.measure.is_of_one_day else one.over for one in asked]
    bound = wrap.bind_filters(asked[0].filters, asked[0].scope.aggregates, None) | {
        "numbers": numbers,
        "measures": [registry.relation(one.measure).id for one in asked],
        "starts": [period and period.start for period in over],
        "ends": [period and period.end for period in over],
    }
    for one in asked:
        bound |= one.bind()
    return wrap.write_together(tuple(tops.values()), asked[0].by), bound


def _find_period(store: Store, measure: Measure, filters: Filters) -> Period:
    """Return the dates of the filters in the crime feed's months; how things stand has all, to its last day."""
    main = "crime" if store.first("crime") else measure.needs[0]
    data_to, first = store.data_to(main), store.first(main)
    if measure.is_of_one_day and data_to and first:
        return Period(month_start(first), data_to + DAY, True)
    return filters.resolve(data_to, first)
