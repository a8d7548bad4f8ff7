"""Where questions are answered: the served snapshot is opened once, each answer is kept for every reader.

Answers are kept by snapshot, configuration, filters and scope, never by a frame; they are frozen, nobody changes them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

import pandas as pd

from hcdata.common import config as configuration
from hcdata.common.access import Scope
from hcdata.common.filters import AsAt, Filters
from hcdata.measures import registry, run
from hcdata.measures.repeats import counts_repeats
from hcdata.store import query, register, snapshot
from hcdata.views import cases as case_view
from hcdata.views.about import about
from hcdata.views.changes import Changes, Movement, changes
from hcdata.views.closeup import Closeup, closeup
from hcdata.views.context import Context
from hcdata.views.daily import Daily, daily
from hcdata.views.definitions import definitions
from hcdata.views.districts import compare_shares
from hcdata.views.load_points import Choice, find_moment, find_since, list_choices, read_as_at
from hcdata.views.movement import movement
from hcdata.views.outcomes import Outcomes, outcomes
from hcdata.views.patterns import Patterns, patterns
from hcdata.views.performance import performance_update
from hcdata.views.plan import plan
from hcdata.views.progress import Progress, progress
from hcdata.views.quality import (
    NotedCases,
    Quality,
    faulty_cells,
    noted_cases,
    noted_incidents,
    quality,
    rejected_rows,
    rejected_texts,
)
from hcdata.views.results import About, Comparison, PerformanceUpdate, Plan
from hcdata.views.review import Review, duties, review
from hcdata.views.service import Service, service
from hcdata.views.work_list import WorkList, work_list

# Stores and answers kept at once: several as-ats, and a meeting's worth of filter choices for each of the views.
STORES, ANSWERS, VIEWS = 4, 128, 8

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Answers:
    """One store folder at one snapshot, configuration and state of the register, and the files that were there then."""

    folder: Path
    snapshot: str
    stamp: int
    edits: int = 0
    files: tuple[int, ...] = ()

    def performance(self, filters: Filters, scope: Scope) -> PerformanceUpdate:
        """Answer agenda item 2."""
        return _performance(self, filters, scope)

    def review(self, filters: Filters, scope: Scope) -> Review:
        """Answer a district's monthly review: beside the force, with what of any month can still be put right."""
        return review(
            self.performance(filters, scope),
            self.performance(replace(filters, districts=()), scope),
            _ask(self, duties, replace(filters, period="month", start=None, end=None), scope),
            self.compared(filters, scope),
            self.work_list(filters, scope),
        )

    def plan(self, filters: Filters, scope: Scope) -> Plan:
        """Answer how the delivery plan and its six key actions stand."""
        return _ask(self, plan, filters, scope)

    def progress(self, filters: Filters, scope: Scope, key_action: str) -> Progress:
        """Answer how a key action goes, over time."""
        return _ask(self, progress, filters, scope, key_action)

    def compared(self, filters: Filters, scope: Scope) -> dict[str, Comparison]:
        """Return every share and rate of crimes by district, judged among all of them whichever are asked for."""
        return _ask(self, compare_shares, replace(filters, districts=()), scope)

    def work_list(self, filters: Filters, scope: Scope) -> WorkList:
        """List what can still be put right, of whatever month."""
        return _ask(self, work_list, replace(filters, period="all", start=None, end=None), scope)

    def outcomes(self, filters: Filters, scope: Scope) -> Outcomes:
        """Answer how crimes ended."""
        return _ask(self, outcomes, filters, scope)

    def quality(self, filters: Filters, scope: Scope) -> Quality:
        """Answer how good the data are."""
        return _ask(self, quality, filters, scope)

    def noted_cases(self, filters: Filters, scope: Scope, note: str) -> NotedCases:
        """List the crimes one note on the data stands on."""
        return _ask(self, noted_cases, filters, scope, note)

    def noted_incidents(self, filters: Filters, scope: Scope, note: str) -> NotedCases:
        """List the incidents one note on the data stands on."""
        return _ask(self, noted_incidents, filters, scope, note)

    def rejected_rows(self, filters: Filters, scope: Scope) -> pd.DataFrame:
        """List every rejected row by its place and reason: file, sheet, row_no, reason, do."""
        return rejected_rows(_question(self, filters, scope))

    def rejected_texts(self, filters: Filters, scope: Scope) -> dict[str, pd.DataFrame]:
        """Return rejected rows as their files had them, by layout, to readers with leave to see people."""
        return rejected_texts(_question(self, filters, scope))

    def faulty_cells(self, filters: Filters, scope: Scope) -> pd.DataFrame:
        """List every cell that could not be read, by its place: file, sheet, row_no, field, reason."""
        return faulty_cells(_question(self, filters, scope))

    def cases(
        self, filters: Filters, scope: Scope, measure: str, state: str, hour: tuple[int, int] | None = None
    ) -> case_view.Cases:
        """List the references behind a figure, or those of one hour of the week: weekday (1 Monday to 7), hour."""
        return _ask(self, case_view.cases, filters, scope, measure, state, hour)

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

    def closeup(self, filters: Filters, scope: Scope) -> Closeup:
        """Look closely at one series over time."""
        return _ask(self, closeup, filters, scope)

    def daily(self, filters: Filters, scope: Scope) -> Daily:
        """Answer how one series goes day by day."""
        return _ask(self, daily, filters, scope)

    def service(self, filters: Filters, scope: Scope, measure: str) -> Service:
        """Answer how a share goes month by month."""
        return _ask(self, service, filters, scope, measure)

    def patterns(self, filters: Filters, scope: Scope) -> Patterns:
        """Answer what the period's records are and when they happened."""
        return _ask(self, patterns, filters, scope)

    def changes(self, filters: Filters, scope: Scope, since: AsAt) -> Changes:
        """Say which records changed since an earlier load, and how; None compares with the load before."""
        return _changes(self, filters, scope, since)

    def movement(self, filters: Filters, scope: Scope, measure: str, since: AsAt) -> Movement:
        """Say why a measure's figure is another than at an earlier load; None compares with the load before."""
        return _movement(self, filters, scope, measure, since)

    def list_moments(self, asked: str) -> dict[str, Choice]:
        """Return the moments to choose from, by what an address says of them; `asked` is among them where it exists."""
        return list_choices(_store(self, None), asked)

    def read_as_at(self, text: str) -> AsAt:
        """Return the moment a text asks for: a load, a date, or the last meeting of a kind."""
        return read_as_at(_store(self, None), text)

    @property
    def districts(self) -> dict[str, str]:
        """Districts shown, id to name, in order."""
        return _store(self, None).district_names

    @property
    def strands(self) -> dict[str, str]:
        """Strands shown, id to name, in order."""
        return _store(self, None).strand_names

    @property
    def shares(self) -> frozenset[str]:
        """The measures that are a share of cases, which have one for each month."""
        return frozenset(id for id, header in registry.all().items() if header.kind == "proportion")

    @property
    def repeats(self) -> frozenset[str]:
        """The measures that count repeats: the cases behind one are those of the people or places met again."""
        return frozenset(id for id, header in registry.all().items() if counts_repeats(header))

    @property
    def data_to(self) -> date | None:
        """The last day the crime extracts cover."""
        store = _store(self, None)
        return store.data_to("crime") or store.data_to("incident")

    @property
    def kind(self) -> str:
        """The kind of record a page shows unless asked: incidents where no crime extract is loaded."""
        store = _store(self, None)
        return "incident" if store.has("incident") and not store.has("crime") else "crime"

    @property
    def config(self) -> configuration.Config:
        """The configuration in force."""
        return _store(self, None).config


def at(folder: Path) -> Answers | None:
    """Return what answers from a store's served snapshot; None when nothing has been loaded."""
    served = snapshot.current(folder)
    if served is None:
        return None
    return Answers(folder, served.name, configuration.stamp(), register.stamp(folder), snapshot.stamp(served))


@lru_cache(maxsize=STORES)
def _open(answers: Answers, load: int | None) -> query.Store:
    return query.open(answers.folder, load, snapshot=answers.snapshot)


def _store(answers: Answers, as_at: AsAt) -> query.Store:
    served = replace(answers, edits=0)
    newest = _open(served, None)
    load = find_moment(newest, as_at).load
    return newest if load == newest.as_at else _open(served, load)


def _question(answers: Answers, filters: Filters, scope: Scope) -> Context:
    store = _store(answers, filters.as_at)
    return Context(store, filters, scope, about(store, filters, scope))


def _ask(
    answers: Answers,
    view: Callable[[Context, *Asked], Answer],
    filters: Filters,
    scope: Scope,
    *asked: *Asked,
) -> Answer:
    found: Answer = _answer(answers, view, filters, scope, asked)
    return found


@lru_cache(maxsize=VIEWS * ANSWERS)
def _answer(answers: Answers, view: Callable[..., Any], filters: Filters, scope: Scope, asked: tuple[Any, ...]) -> Any:
    """Put a question to a view once, and keep what it answers."""
    return view(_question(answers, filters, scope), *asked)


@lru_cache(maxsize=ANSWERS)
def _performance(answers: Answers, filters: Filters, scope: Scope) -> PerformanceUpdate:
    return performance_update(_store(answers, filters.as_at), filters, scope)


@lru_cache(maxsize=ANSWERS)
def _changes(answers: Answers, filters: Filters, scope: Scope, since: AsAt) -> Changes:
    return changes(_store(answers, filters.as_at), filters, scope, since)


@lru_cache(maxsize=ANSWERS)
def _movement(answers: Answers, filters: Filters, scope: Scope, measure: str, since: AsAt) -> Movement:
    store = _store(answers, filters.as_at)
    return movement(_store(answers, find_since(store, since).load), store, filters, scope, measure)


@lru_cache(maxsize=ANSWERS)
def _about(answers: Answers, filters: Filters, scope: Scope) -> About:
    return about(_store(answers, filters.as_at), filters, scope)


@lru_cache(maxsize=ANSWERS)
def _definitions(answers: Answers) -> pd.DataFrame:
    return definitions(answers.config)
