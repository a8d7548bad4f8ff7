"""The list of cases behind every measure: there is one, it says what it lists, and it is as long as it is counted."""

from collections.abc import Iterator

import pytest

from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.measures.repeats import counts_repeats
from hcdata.present.tables import lists
from hcdata.store import query
from hcdata.ui import markup
from hcdata.views import cases
from hcdata.views.performance import ask
from tests.handmade import build

INCIDENTS = [{"recorded_on": f"2026-{month:02d}-{day:02d}"} for month in range(1, 11) for day in (3, 17)]


@pytest.fixture(scope="module")
def stores(small_demonstration, tmp_path_factory) -> Iterator[dict[str, query.Store]]:
    folder = build(tmp_path_factory.mktemp("incidents") / "store", incidents=INCIDENTS, feeds=["incident"])
    with query.open(small_demonstration.store) as demonstration, query.open(folder) as incidents:
        yield {"demonstration": demonstration, "incidents only": incidents}


@pytest.mark.parametrize("loaded", ["demonstration", "incidents only"])
@pytest.mark.parametrize("measure", registry.all())
def test_every_measure_lists_its_cases_in_every_state_and_for_each_kind_of_record(stores, loaded, measure):
    for kind in ("crime", "incident"):
        context = ask(stores[loaded], Filters("12m", kind=kind))
        for state in cases.CHOICES:
            if state == "new" and not counts_repeats(registry.one(measure)):
                continue
            found = cases.cases(context, measure, state)
            table = lists.cases(found)
            assert len(table) == len(found.rows)
            assert markup.table(table).count('<tr role="row">') == len(table)
            assert table.columns.is_unique
            assert lists.counted(found)
            if found.measure.counts in ("crime", "incident") and len(table):
                assert table.columns[0] == found.measure.counts.capitalize()


def test_incidents_are_listed_where_nothing_else_is_loaded(stores):
    found = cases.cases(ask(stores["incidents only"], Filters("12m", kind="incident")), "non_crime_incidents")
    assert len(lists.cases(found)) == found.figure.n == len(INCIDENTS)
