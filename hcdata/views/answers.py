"""Where questions are answered: the served snapshot is opened once, each answer is kept for every reader.

Answers are kept by snapshot, configuration, filters and scope, never by a frame; they are frozen, nobody changes them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from hcdata.common import config as configuration
from hcdata.common.access import Scope
from hcdata.common.filters import AsAt, Filters
from hcdata.measures import registry, run
from hcdata.measures.repeats import counts_repeats
from hcdata.plan.agendas import Kind
from hcdata.store import register, snapshot
from hcdata.views import cases as case_view
from hcdata.views.about import about
from hcdata.views.agenda import Agenda, DistrictRow, agenda, by_district
from hcdata.views.changes import Changes, Movement, changes
from hcdata.views.closeup import Closeup, closeup
from hcdata.views.daily import Daily, daily
from hcdata.views.definitions import definitions
from hcdata.views.districts import compare_shares
from hcdata.views.figures import figure
from hcdata.views.load_points import Choice, find_since, list_choices, read_as_at
from hcdata.views.movement import movement
from hcdata.views.outcomes import Outcomes, outcomes
from hcdata.views.patterns import Patterns, patterns
from hcdata.views.performance import performance_update
from hcdata.views.plan import plan
from hcdata.views.progress import Progress, figures_of, progress
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
from hcdata.views.results import About, Comparison, Figure, PerformanceUpdate, Plan
from hcdata.views.review import Review, duties, limits, review
from hcdata.views.served import ANSWERS, Served, ask, open_store, question
from hcdata.views.work_list import WorkList, work_list


class Answers(Served):
    """Every question that is answered from what is served."""

    def performance(self, filters: Filters, scope: Scope) -> PerformanceUpdate:
        """Answer agenda item 2."""
        return _performance(self, filters, scope)

    def review(self, filters: Filters, scope: Scope) -> Review:
        """Answer a district's monthly review: beside the force, with what of any month can still be put right."""
        month = replace(filters, period="month", start=None, end=None)
        return review(
            self.performance(filters, scope),
            self.performance(replace(filters, districts=()), scope),
            self.about(month, scope).period,
            ask(self, duties, month, scope),
            self.compared(filters, scope),
            self.work_list(filters, scope),
            ask(self, limits, filters, scope),
        )

    def plan(self, filters: Filters, scope: Scope) -> Plan:
        """Answer how the delivery plan and its six key actions stand."""
        return ask(self, plan, filters, scope)

    def agenda(self, filters: Filters, scope: Scope, kind: Kind) -> Agenda:
        """Fill in the agenda of the next meeting of a kind."""
        return agenda(question(self, filters, scope), kind, self.plan(filters, scope))

    def district_rows(self, filters: Filters, scope: Scope) -> tuple[DistrictRow, ...]:
        """Return a comparable row of each district for the last month."""
        return by_district(
            question(self, replace(filters, period="month", start=None, end=None), scope),
            self.plan(filters, scope),
            self.work_list(filters, scope),
        )

    def known_then(self, filters: Filters, scope: Scope, day: date) -> PerformanceUpdate | None:
        """Return the Performance Update of the same question as it was known on a day; None before the first load."""
        moments = open_store(self, None).moments
        if day < moments[0].known_on or filters.as_at is not None:
            return None
        return self.performance(replace(filters, as_at=day), scope)

    def figures_then(self, filters: Filters, scope: Scope, key_action: str, day: date) -> tuple[Figure, ...]:
        """Return a key action's figures as they were known on a day; none before the first load."""
        if day < open_store(self, None).moments[0].known_on:
            return ()
        return ask(self, figures_of, replace(filters, as_at=day), scope, key_action)

    def progress(self, filters: Filters, scope: Scope, key_action: str) -> Progress:
        """Answer how a key action goes, over time."""
        return ask(self, progress, filters, scope, key_action)

    def compared(self, filters: Filters, scope: Scope) -> dict[str, Comparison]:
        """Return every share and rate of crimes by district, judged among all of them whichever are asked for."""
        return ask(self, compare_shares, replace(filters, districts=()), scope)

    def work_list(self, filters: Filters, scope: Scope) -> WorkList:
        """List what can still be put right, of whatever month."""
        return ask(self, work_list, replace(filters, period="all", start=None, end=None), scope)

    def outcomes(self, filters: Filters, scope: Scope) -> Outcomes:
        """Answer how crimes ended."""
        return ask(self, outcomes, filters, scope)

    def quality(self, filters: Filters, scope: Scope) -> Quality:
        """Answer how good the data are."""
        return ask(self, quality, filters, scope)

    def noted_cases(self, filters: Filters, scope: Scope, note: str) -> NotedCases:
        """List the crimes one note on the data stands on."""
        return ask(self, noted_cases, filters, scope, note)

    def noted_incidents(self, filters: Filters, scope: Scope, note: str) -> NotedCases:
        """List the incidents one note on the data stands on."""
        return ask(self, noted_incidents, filters, scope, note)

    def rejected_rows(self, filters: Filters, scope: Scope) -> pd.DataFrame:
        """List every rejected row by its place and reason: file, sheet, row_no, reason, do."""
        return rejected_rows(question(self, filters, scope))

    def rejected_texts(self, filters: Filters, scope: Scope) -> dict[str, pd.DataFrame]:
        """Return rejected rows as their files had them, by layout, to readers with leave to see people."""
        return rejected_texts(question(self, filters, scope))

    def faulty_cells(self, filters: Filters, scope: Scope) -> pd.DataFrame:
        """List every cell that could not be read, by its place: file, sheet, row_no, field, reason."""
        return faulty_cells(question(self, filters, scope))

    def cases(
        self, filters: Filters, scope: Scope, measure: str, state: str, hour: tuple[int, int] | None = None
    ) -> case_view.Cases:
        """List the references behind a figure, or those of one hour of the week: weekday (1 Monday to 7), hour."""
        return ask(self, case_view.cases, filters, scope, measure, state, hour)

    def figure(self, filters: Filters, scope: Scope, measure: str) -> Figure:
        """Answer one figure beside the period compared with."""
        return ask(self, figure, filters, scope, measure)

    def figures(self, filters: Filters, scope: Scope, measure: str, by: Sequence[str]) -> pd.DataFrame:
        """Count one measure by parts: the parts' columns, n, of, value, not_recorded and complete."""
        return run.figures(open_store(self, filters.as_at), measure, by, filters, scope)

    def query(self, filters: Filters, scope: Scope, measure: str, by: Sequence[str]) -> str:
        """Return the query behind a figure."""
        return run.query(open_store(self, filters.as_at), measure, by, filters, scope)

    def about(self, filters: Filters, scope: Scope) -> About:
        """Say what the served data are about."""
        return _about(self, filters, scope)

    def definitions(self) -> pd.DataFrame:
        """Say how each figure is counted."""
        return _definitions(self)

    def closeup(self, filters: Filters, scope: Scope) -> Closeup:
        """Look closely at one series over time."""
        return ask(self, closeup, filters, scope)

    def daily(self, filters: Filters, scope: Scope) -> Daily:
        """Answer how one series goes day by day."""
        return ask(self, daily, filters, scope)

    def patterns(self, filters: Filters, scope: Scope) -> Patterns:
        """Answer what the period's records are and when they happened."""
        return ask(self, patterns, filters, scope)

    def changes(self, filters: Filters, scope: Scope, since: AsAt) -> Changes:
        """Say which records changed since an earlier load, and how; None compares with the load before."""
        return _changes(self, filters, scope, since)

    def movement(self, filters: Filters, scope: Scope, measure: str, since: AsAt) -> Movement:
        """Say why a measure's figure is another than at an earlier load; None compares with the load before."""
        return _movement(self, filters, scope, measure, since)

    def list_moments(self, asked: str) -> dict[str, Choice]:
        """Return the moments to choose from, by what an address says of them; `asked` is among them where it exists."""
        return list_choices(open_store(self, None), asked)

    def read_as_at(self, text: str) -> AsAt:
        """Return the moment a text asks for: a load, a date, or the last meeting of a kind."""
        return read_as_at(open_store(self, None), text)

    @property
    def districts(self) -> dict[str, str]:
        """Districts shown, id to name, in order."""
        return open_store(self, None).district_names

    @property
    def strands(self) -> dict[str, str]:
        """Strands shown, id to name, in order."""
        return open_store(self, None).strand_names

    @property
    def repeats(self) -> frozenset[str]:
        """The measures that count repeats: the cases behind one are those of the people or places met again."""
        return frozenset(id for id, header in registry.all().items() if counts_repeats(header))

    @property
    def data_to(self) -> date | None:
        """The last day the crime extracts cover."""
        store = open_store(self, None)
        return store.data_to("crime") or store.data_to("incident")

    @property
    def kind(self) -> str:
        """The kind of record a page shows unless asked: incidents where no crime extract is loaded."""
        store = open_store(self, None)
        return "incident" if store.has("incident") and not store.has("crime") else "crime"

    @property
    def config(self) -> configuration.Config:
        """The configuration in force."""
        return open_store(self, None).config


def at(folder: Path) -> Answers | None:
    """Return what answers from a store's served snapshot; None when nothing has been loaded."""
    served = snapshot.current(folder)
    if served is None:
        return None
    return Answers(folder, served.name, configuration.stamp(), register.stamp(folder), snapshot.stamp(served))


@lru_cache(maxsize=ANSWERS)
def _performance(served: Answers, filters: Filters, scope: Scope) -> PerformanceUpdate:
    return performance_update(open_store(served, filters.as_at), filters, scope)


@lru_cache(maxsize=ANSWERS)
def _changes(served: Answers, filters: Filters, scope: Scope, since: AsAt) -> Changes:
    return changes(open_store(served, filters.as_at), filters, scope, since)


@lru_cache(maxsize=ANSWERS)
def _movement(served: Answers, filters: Filters, scope: Scope, measure: str, since: AsAt) -> Movement:
    store = open_store(served, filters.as_at)
    return movement(open_store(served, find_since(store, since).load), store, filters, scope, measure)


@lru_cache(maxsize=ANSWERS)
def _about(served: Answers, filters: Filters, scope: Scope) -> About:
    return about(open_store(served, filters.as_at), filters, scope)


@lru_cache(maxsize=ANSWERS)
def _definitions(served: Answers) -> pd.DataFrame:
    return definitions(served.config)
