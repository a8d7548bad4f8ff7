"""Figures asked for later as at a load equal those given then, and what moved them adds up, for every measure."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from hcdata import config as configuration
from hcdata.access import LOCAL
from hcdata.demo import write
from hcdata.filters import Filters
from hcdata.measures import registry, run
from hcdata.store import load as loading
from hcdata.store import query
from hcdata.views.movement import movement

CHOICES = (Filters("12m"), Filters("quarter", districts=("peterborough",)), Filters("all", strands=("religion",)))
# Extracts loaded one by one; those before them come with the first.
MONTHS = 3

Figures = dict[tuple[str, Filters, tuple[str, ...]], dict[str, list[Any]]]


@dataclass(frozen=True)
class History:
    """A store loaded month by month: the figures given after each load, by its number."""

    folder: Path
    given: dict[int, Figures]


def _figures(store: query.Store) -> Figures:
    asked = [(one, choice) for one in registry.all() for choice in CHOICES]
    return {
        (*pair, by): found
        for by in ((), ("month",), ("district",))
        for pair, found in zip(asked, run.figures_together(store, asked, by), strict=True)
    }


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory, seed: int) -> History:
    base = tmp_path_factory.mktemp("history")
    write(base / "exports", years=2, seed=seed, scale=0.05)
    extracts = sorted(place for place in (base / "exports").iterdir() if place.is_dir())
    given = {}
    for batch in (extracts[:-MONTHS], *([one] for one in extracts[-MONTHS:])):
        loading.load(batch, base / "store", configuration.load())
        with query.open(base / "store") as store:
            given[store.as_at] = _figures(store)
    return History(base / "store", given)


@pytest.fixture(scope="module")
def stores(history: History) -> Iterator[dict[int, query.Store]]:
    with ExitStack() as open_stores:
        yield {load: open_stores.enter_context(query.open(history.folder, load)) for load in history.given}


def test_figures_asked_for_later_are_those_given_then(history: History, stores: dict[int, query.Store]) -> None:
    assert len(history.given) == MONTHS + 1
    for load, given in history.given.items():
        assert _figures(stores[load]) == given


def test_figures_moved_between_the_loads(history: History) -> None:
    first, *_, last = history.given.values()
    assert sum(first[key] != last[key] for key in first) > len(first) / 2


def test_a_day_shows_the_load_whose_data_ran_to_it(history: History, stores: dict[int, query.Store]) -> None:
    for moment in stores[max(stores)].moments[-MONTHS:]:
        with query.open(history.folder, moment.as_of.date()) as store:
            assert store.as_at == moment.load


def test_what_moved_a_figure_adds_up_to_the_difference(history: History, stores: dict[int, query.Store]) -> None:
    loads = sorted(stores)
    for measure, choice in product(registry.all(), CHOICES):
        for then, now in ((loads[0], loads[-1]), (loads[-2], loads[-1])):
            found = movement(stores[then], stores[now], choice, LOCAL, measure)
            figure = history.given[now][measure, choice, ()]
            base = registry.one(measure).kind in ("proportion", "ratio", "rate")
            assert found.missing is None, measure
            assert [part.after for part in found.parts] == [figure["n"][0], *([figure["of"][0]] if base else [])], (
                measure
            )
            for part in found.parts:
                assert part.steps["n"].sum() == part.after - part.before == part.cases["change"].sum(), measure
                assert not {"other", "population"} & set(part.steps["reason"]), measure
