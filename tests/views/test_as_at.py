"""Figures asked for later as at a load equal those given then, and what moved them adds up, for every measure."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.config import Config, Loading
from hcdata.common.filters import Filters
from hcdata.demo import write
from hcdata.exports import chief_officers
from hcdata.loading import run as loading
from hcdata.measures import registry, run
from hcdata.store import query
from hcdata.views.answers import at
from hcdata.views.missing import NotAtLoad
from hcdata.views.movement import movement

CHOICES = (
    Filters("12m"),
    Filters("quarter", districts=("peterborough",)),
    Filters("all", strands=("religion",)),
    Filters("month", districts=("fenland", "huntingdonshire"), strands=("race",)),
)
PARTS: tuple[tuple[str, ...], ...] = ((), ("month",), ("district",), ("strand",))
# The full extract, and one for each of six months after it.
EXTRACTS = 7
# Loads whose workbook is kept: the second, one amid the others, and the last but one.
WORKBOOKS = (2, 4, 6)
Figures = dict[tuple[str, Filters, tuple[str, ...]], dict[str, list[Any]]]


@dataclass(frozen=True)
class History:
    """A store loaded extract by extract: the figures given after each load, by its number, and some workbooks."""

    folder: Path
    given: dict[int, Figures]
    workbooks: dict[int, dict[str, list[str]]]


def _config() -> Config:
    return configuration.load().model_copy(update={"loading": Loading(snapshots_kept=EXTRACTS)})


def _figures(store: query.Store) -> Figures:
    asked = [(one, choice) for one in registry.all() for choice in CHOICES]
    return {
        (*pair, by): found
        for by in PARTS
        for pair, found in zip(asked, run.figures_together(store, asked, by), strict=True)
    }


def _workbook(folder: Path, as_at: int | None, out: Path) -> dict[str, list[str]]:
    """Return the cells of the workbook of a moment by sheet, without the cover: that says when it was made."""
    answers = at(folder)
    assert answers is not None
    chief_officers.write(answers, Filters("12m", as_at=as_at), LOCAL, out, "analyst")
    return {
        sheet.title: [str(cell) for row in sheet.values for cell in row if cell is not None]
        for sheet in load_workbook(out).worksheets[1:]
    }


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory, seed: int) -> History:
    base = tmp_path_factory.mktemp("history")
    write(base / "exports", years=2, seed=seed, scale=0.05)
    extracts = sorted(place for place in (base / "exports").iterdir() if place.is_dir())[:EXTRACTS]
    given, workbooks = {}, {}
    for extract in extracts:
        loading.load([extract], base / "store", _config())
        with query.open(base / "store") as store:
            given[store.as_at] = _figures(store)
        if store.as_at in WORKBOOKS:
            workbooks[store.as_at] = _workbook(base / "store", None, base / "workbook.xlsx")
    return History(base / "store", given, workbooks)


@pytest.fixture(scope="module")
def stores(history: History) -> Iterator[dict[int, query.Store]]:
    with ExitStack() as open_stores:
        yield {load: open_stores.enter_context(query.open(history.folder, load)) for load in history.given}


def test_figures_asked_for_later_are_those_given_then(history: History, stores: dict[int, query.Store]) -> None:
    assert list(history.given) == list(range(1, EXTRACTS + 1))
    for load, given in history.given.items():
        assert _figures(stores[load]) == given, load


def test_figures_moved_between_the_loads(history: History) -> None:
    first, *_, last = history.given.values()
    assert sum(first[key] != last[key] for key in first) > len(first) / 2


@pytest.mark.parametrize("load", WORKBOOKS)
def test_a_workbook_written_later_says_what_it_said_then(load: int, history: History, tmp_path: Path) -> None:
    assert _workbook(history.folder, load, tmp_path / "workbook.xlsx") == history.workbooks[load]


def test_a_day_shows_the_load_whose_data_ran_to_it(history: History, stores: dict[int, query.Store]) -> None:
    for moment in stores[EXTRACTS].moments:
        with query.open(history.folder, moment.as_of.date()) as store:
            assert store.as_at == moment.load
        if moment.load > 1:
            with query.open(history.folder, moment.as_of.date() - timedelta(days=1)) as store:
                assert store.as_at == moment.load - 1


def test_figures_after_going_back_to_an_earlier_snapshot_are_those_given_then(history: History, tmp_path: Path) -> None:
    shutil.copytree(history.folder, tmp_path / "store")
    (tmp_path / "store" / "current").write_text("000005", encoding="ascii")
    with query.open(tmp_path / "store") as store:
        assert store.as_at == 5 and _figures(store) == history.given[5]


def _pairs() -> Iterator[tuple[int, int, tuple[Filters, ...]]]:
    """Each load with the one before, under one of the choices in turn; the first with the last under all."""
    for now in range(2, EXTRACTS + 1):
        yield now - 1, now, (CHOICES[now % len(CHOICES)],)
    yield 1, EXTRACTS, CHOICES


@pytest.mark.parametrize(("then", "now", "choices"), list(_pairs()))
def test_what_moved_a_figure_adds_up_to_the_difference(
    then: int, now: int, choices: tuple[Filters, ...], history: History, stores: dict[int, query.Store]
) -> None:
    for measure in registry.all():
        for choice in choices:
            found = movement(stores[then], stores[now], choice, LOCAL, measure)
            figure = history.given[now][measure, choice, ()]
            base = registry.one(measure).kind in ("proportion", "ratio", "rate")
            if figure["n"][0] is None:
                assert found.missing and not found.parts, measure
                continue
            if found.missing:  # of the same dates something was not yet loaded then
                assert found.missing == NotAtLoad(stores[then].as_at) and not found.parts, measure
                continue
            assert [part.after for part in found.parts] == [figure["n"][0], *([figure["of"][0]] if base else [])], (
                measure
            )
            for part in found.parts:
                assert part.steps["n"].sum() == part.after - part.before == part.cases["change"].sum(), measure
                assert not {"other", "population"} & set(part.steps["reason"]), measure
