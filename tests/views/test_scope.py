"""Every view tells a reader of one district what it tells somebody who asks for that district, and names no other."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd
import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.schema.issues import FIELDS
from hcdata.store import query
from hcdata.views.context import Context
from hcdata.views.performance import ask
from hcdata.views.quality import answer, delay, incidents, issues
from hcdata.views.work_list import work_list
from tests.conftest import Demonstration

OWN = "fenland"
READER = Scope(records=(OWN,), aggregates=(OWN,), people=False, audience="internal")
ALL, ASKED = Filters("12m"), Filters("12m", districts=(OWN,))

VIEWS: dict[str, Callable[[Context], Any]] = {
    "issues": issues.noted,
    "issues of incidents": incidents.incidents,
    "delay": delay.delay,
    "work list": work_list,
    **{f"crimes: {note}": lambda context, note=note: issues.noted_cases(context, note).rows for note in FIELDS},
    **{
        f"incidents: {note}": lambda context, note=note: incidents.noted_incidents(context, note).rows
        for note in incidents.FIELDS
    },
}


@pytest.fixture(scope="module")
def store(small_demonstration: Demonstration) -> Iterator[query.Store]:
    with query.open(small_demonstration.store) as opened:
        yield opened


def said(one: Any) -> Any:
    """Return an answer as plain values."""
    if isinstance(one, pd.DataFrame):
        return one.to_dict("list")
    if is_dataclass(one):
        return {field.name: said(getattr(one, field.name)) for field in fields(one)}
    return one


@pytest.mark.parametrize("name", VIEWS)
def test_a_view(store: query.Store, name: str) -> None:
    own = said(VIEWS[name](ask(store, ALL, READER)))
    assert repr(own) == repr(said(VIEWS[name](ask(store, ASKED, LOCAL))))


def test_the_force_is_told_more(store: query.Store) -> None:
    same = [
        name for name, view in VIEWS.items()
        if repr(said(view(ask(store, ALL, READER)))) == repr(said(view(ask(store, ALL, LOCAL))))
    ]  # fmt: skip
    assert len(same) < len(VIEWS) / 2, same
    assert not {"issues", "delay"} & set(same)


def test_cancelled_crimes_of_the_districts_are_those_of_the_force(store: query.Store) -> None:
    each = [Scope((one,), (one,), False, "internal") for one in store.district_names]
    counts = [answer._count_cancelled(ask(store, ALL, scope)) for scope in each]
    assert sum(counts) == answer._count_cancelled(ask(store, ALL, LOCAL)) > max(counts)
