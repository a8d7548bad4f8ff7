"""Several measures counted by one query are what each is alone."""

from datetime import date

import pandas as pd
import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.measures.dimensions import offered
from hcdata.store import query

YEARS = [Filters("custom", start=date(year, 11, 1), end=date(year + 1, 11, 1)) for year in (2024, 2025)]
SPLITS = [(), ("district",), ("month",), ("month", "strand"), ("quarter",), ("setting",), ("square",)]


@pytest.fixture(scope="module")
def store(small_demonstration):
    with query.open(small_demonstration.store) as opened:
        yield opened


@pytest.mark.parametrize("by", SPLITS, ids="-".join)
def test_together_is_as_alone(by, store):
    ids = [id for id, measure in registry.all().items() if set(by) <= set(offered(measure))]
    asked = [(id, filters) for id in ids for filters in YEARS]
    together = run.figures_together(store, asked, by)
    assert len(asked) > 20
    for (id, filters), columns in zip(asked, together, strict=True):
        pd.testing.assert_frame_equal(run.to_frame(columns, by), run.figures(store, id, by, filters), obj=id)


def test_filters_and_scope_hold_together_too(store):
    narrow = [Filters("12m", districts=("fenland",), strands=("race", "disability")), Filters("12m")]
    scope = Scope(records=(), aggregates=("fenland", "peterborough"), people=False, audience="internal")
    asked = [(id, filters) for id in registry.all() for filters in narrow]
    for who in (LOCAL, scope):
        for (id, filters), columns in zip(asked, run.figures_together(store, asked, (), who), strict=True):
            alone = run.figures(store, id, (), filters, who)
            pd.testing.assert_frame_equal(run.to_frame(columns, ()), alone, obj=id)


def test_many_measures_are_few_queries(store, monkeypatch):
    count, real = [], query.Store.tuples

    def counting(self, text, params=None):
        count.append(text)
        return real(self, text, params)

    monkeypatch.setattr(query.Store, "tuples", counting)
    crimes = [id for id, measure in registry.all().items() if measure.needs[0] == "crime" and measure.kind != "rate"]
    run.figures_together(store, [(id, filters) for id in crimes for filters in YEARS])
    assert len(crimes) > 15
    assert len(count) <= 3  # those that count, and no more than the store's own facts
