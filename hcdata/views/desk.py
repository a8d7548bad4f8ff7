"""The desk where questions are handed in: the served snapshot is opened once, each answer is kept for every reader.

Answers are kept by snapshot, configuration, filters and scope, never by a frame; they are frozen, nobody changes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from hcdata import config as configuration
from hcdata.access import Scope
from hcdata.filters import Filters
from hcdata.measures import run
from hcdata.store import query, snapshot
from hcdata.views import cases as case_view
from hcdata.views.about import about
from hcdata.views.definitions import definitions
from hcdata.views.outcomes import Outcomes, outcomes
from hcdata.views.performance import performance_update
from hcdata.views.quality import Quality, quality
from hcdata.views.question import Question
from hcdata.views.results import About, PerformanceUpdate

# Stores and answers kept at once: several as-ats, and a meeting's worth of filter choices.
STORES, ANSWERS = 4, 128


@dataclass(frozen=True)
class Desk:
    """One store folder at one snapshot and configuration."""

    folder: Path
    snapshot: str
    stamp: int

    def performance(self, filters: Filters, scope: Scope) -> PerformanceUpdate:
        """Answer agenda item 2."""
        return _performance(self, filters, scope)

    def outcomes(self, filters: Filters, scope: Scope) -> Outcomes:
        """Answer how crimes ended."""
        return _outcomes(self, filters, scope)

    def quality(self, filters: Filters, scope: Scope) -> Quality:
        """Answer how good the data are."""
        return _quality(self, filters, scope)

    def cases(self, filters: Filters, scope: Scope, measure: str, state: str) -> case_view.Cases:
        """List the references behind a figure."""
        return _cases(self, filters, scope, measure, state)

    def figures(self, filters: Filters, scope: Scope, measure: str, by: Sequence[str]) -> pd.DataFrame:
        """Count one measure by parts: the parts' columns, n, of, value, not_recorded and complete."""
        return run.figures(_store(self, filters.as_at), measure, by, filters, scope)

    def query(self, filters: Filters, scope: Scope, measure: str, by: Sequence[str]) -> str:
        """Return the query behind a figure."""
        return run.query(_store(self, filters.as_at), measure, by, filters, scope)

    def about(self, filters: Filters, scope: Scope) -> About:
        """Say what the served data are about."""
        return _about(self, filters, scope)

    def definitions(self) -> pd.DataFrame:
        """Say how each figure is counted."""
        return _definitions(self)

    @property
    def districts(self) -> dict[str, str]:
        """Districts shown, id to name, in order."""
        return dict(_store(self, None).districts()[["id", "name"]].itertuples(index=False))

    @property
    def strands(self) -> dict[str, str]:
        """Strands shown, id to name, in order."""
        return dict(_store(self, None).strands()[["id", "name"]].itertuples(index=False))

    @property
    def data_to(self) -> date | None:
        """The last day the crime extracts cover."""
        store = _store(self, None)
        return store.data_to("crime") or store.data_to("incident")

    @property
    def config(self) -> configuration.Config:
        """The configuration in force."""
        return _store(self, None).config


def at(folder: Path) -> Desk | None:
    """Return the desk of a store's served snapshot; None when nothing has been loaded."""
    served = snapshot.current(folder)
    return Desk(folder, served.name, configuration.find().stat().st_mtime_ns) if served else None


@lru_cache(maxsize=STORES)
def _store(desk: Desk, as_at: int | None) -> query.Store:
    return query.open(desk.folder, as_at, snapshot=desk.snapshot)


def _question(desk: Desk, filters: Filters, scope: Scope) -> Question:
    store = _store(desk, filters.as_at)
    return Question(store, filters, scope, about(store, filters, scope))


@lru_cache(maxsize=ANSWERS)
def _performance(desk: Desk, filters: Filters, scope: Scope) -> PerformanceUpdate:
    return performance_update(_store(desk, filters.as_at), filters, scope)


@lru_cache(maxsize=ANSWERS)
def _outcomes(desk: Desk, filters: Filters, scope: Scope) -> Outcomes:
    return outcomes(_question(desk, filters, scope))


@lru_cache(maxsize=ANSWERS)
def _quality(desk: Desk, filters: Filters, scope: Scope) -> Quality:
    return quality(_question(desk, filters, scope))


@lru_cache(maxsize=ANSWERS)
def _cases(desk: Desk, filters: Filters, scope: Scope, measure: str, state: str) -> case_view.Cases:
    return case_view.cases(_question(desk, filters, scope), measure, state)


@lru_cache(maxsize=ANSWERS)
def _about(desk: Desk, filters: Filters, scope: Scope) -> About:
    return about(_store(desk, filters.as_at), filters, scope)


@cache
def _definitions(desk: Desk) -> pd.DataFrame:
    return definitions(desk.config)
