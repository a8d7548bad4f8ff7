"""Every query around a measure tells a reader of one district what it tells somebody who asks for that district."""

from collections.abc import Callable, Iterator

import pandas as pd
import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.measures import members, registry, run
from hcdata.measures.repeats import counts_repeats, earlier, repeats
from hcdata.measures.request import Request, ask
from hcdata.store import query
from tests.conftest import Demonstration
from tests.measures.conftest import JUNE, crime

OWN = "fenland"
ALL, ASKED = Filters("12m"), Filters("12m", districts=(OWN,))
READER = Scope(records=(OWN,), aggregates=(OWN,), people=False, audience="internal")
MEASURES = list(registry.all())


@pytest.fixture(scope="module")
def store(small_demonstration: Demonstration) -> Iterator[query.Store]:
    with query.open(small_demonstration.store) as opened:
        yield opened


def asked(store: query.Store, id: str) -> tuple[Request, Request, Request]:
    """Return one measure as the district's reader, as somebody who asks for the district, and as the force sees it."""
    return ask(store, id, (), ALL, READER), ask(store, id, (), ASKED, LOCAL), ask(store, id, (), ALL, LOCAL)


@pytest.mark.parametrize("id", MEASURES)
@pytest.mark.parametrize("by", [(), ("district",), ("month",)], ids=["whole", "district", "month"])
def test_figures(store: query.Store, id: str, by: tuple[str, ...]) -> None:
    pd.testing.assert_frame_equal(run.figures(store, id, by, ALL, READER), run.figures(store, id, by, ASKED))


@pytest.mark.parametrize("id", MEASURES)
def test_cases(store: query.Store, id: str) -> None:
    own = run.cases(store, id, ALL, READER)
    pd.testing.assert_frame_equal(own, run.cases(store, id, ASKED))
    assert set(own["district"]) <= {OWN}


@pytest.mark.parametrize("id", MEASURES)
def test_members_and_their_rows(store: query.Store, id: str) -> None:
    reader, choice, force = asked(store, id)
    assert members.list_members(reader) == members.list_members(choice)
    refs = sorted(members.list_members(force).n)
    found = members.list_rows(reader, refs)
    assert found == members.list_rows(choice, refs)
    assert {row.district for row in found if row.placed} <= {OWN}


@pytest.mark.parametrize("id", [id for id in MEASURES if counts_repeats(registry.one(id))])
def test_repeats_name_no_other_district(store: query.Store, id: str) -> None:
    reader, choice, force = asked(store, id)
    own = repeats(store, id, ALL, (OWN,), reader.period)
    chosen = repeats(store, id, ASKED, None, choice.period)
    assert earlier(store, id, ALL, (OWN,), reader.period) == earlier(store, id, ASKED, None, choice.period)
    assert [one._replace(districts=[], outcomes=[]) for one in own] == [
        one._replace(districts=[], outcomes=[]) for one in chosen
    ]
    assert all(set(one.districts) <= {OWN} for one in own)
    assert len(repeats(store, id, ALL, None, force.period)) > len(own)


def test_a_repeat_that_began_in_another_district_names_none_of_it(make: Callable[..., query.Store]) -> None:
    earlier = crime("2026-05-05", district="peterborough", victims=["p1"], outcome_code="1")
    later = crime("2026-06-05", district=OWN, victims=["p1"], repeat_victims=["p1"], outcome_code="16")
    store = make(crimes=[earlier, later])
    period = ask(store, "repeat_victims", (), JUNE, READER).period
    (own,) = repeats(store, "repeat_victims", JUNE, (OWN,), period)
    (force,) = repeats(store, "repeat_victims", JUNE, None, period)
    assert (own.crimes, own.districts, own.outcomes) == (2, [OWN], ["16"])
    assert (force.crimes, force.districts, sorted(force.outcomes)) == (2, [OWN, "peterborough"], ["1", "16"])


def test_the_force_has_more_than_the_district(store: query.Store) -> None:
    reader, _, force = asked(store, "recorded_hate_crimes")
    assert 0 < len(members.list_members(reader).n) < len(members.list_members(force).n)
    assert len(run.cases(store, "recorded_hate_crimes", ALL, READER)) < len(
        run.cases(store, "recorded_hate_crimes", ALL)
    )
