"""A question in hand: the store, what is asked, who asks, and the answers had so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from hcdata.common.access import Districts, Scope, in_scope
from hcdata.common.filters import Filters, Period
from hcdata.measures import registry, run
from hcdata.measures.repeats import Repeat, repeats
from hcdata.measures.run import Columns
from hcdata.store.query import Store
from hcdata.store.reference import LEFT_OVER
from hcdata.views import annotations
from hcdata.views.about import during
from hcdata.views.absences import Absence, find_absences
from hcdata.views.annotations import Rebase
from hcdata.views.missing import Missing, NotLoaded, NotPopulated, NotSpokenFor, Simply
from hcdata.views.results import About, Figure

# A measure, and the dates it is counted over.
Asked = tuple[str, Period]


@dataclass(frozen=True)
class Context:
    """Store, filters, scope and what follows from them; answers are remembered for the length of one view."""

    store: Store
    filters: Filters
    scope: Scope
    about: About
    _answers: dict[Any, Columns] = field(default_factory=dict, compare=False)
    figures: dict[str, Figure] = field(default_factory=dict, compare=False)
    _repeats: dict[Any, list[Repeat]] = field(default_factory=dict, compare=False)

    def ask_all(self, asked: Sequence[Asked], by: Sequence[str] = ()) -> list[Columns]:
        """Count measures by parts, each over its own dates: plain columns, None where missing, in the order asked."""
        lacking = [one for one in dict.fromkeys(asked) if (one, tuple(by)) not in self._answers]
        wanted = [(measure, during(self.filters, period)) for measure, period in lacking]
        found = run.figures_together(self.store, wanted, by, self.scope)
        self._answers.update(zip(((one, tuple(by)) for one in lacking), found, strict=True))
        return [self._answers[one, tuple(by)] for one in asked]

    def ask(self, measure: str, by: Sequence[str] = (), period: Period | None = None) -> Columns:
        """Count one measure by parts over the question's period or another."""
        return self.ask_all([(measure, period or self.about.period)], by)[0]

    def repeats(self, measure: str, period: Period, scope: Districts) -> list[Repeat]:
        """List the people or places that were a repeat in a period, within the districts one may see."""
        asked = measure, period, scope
        if asked not in self._repeats:
            self._repeats[asked] = repeats(self.store, measure, self.filters, scope, period)
        return self._repeats[asked]

    def missing(self, measure: str) -> Missing | None:
        """Return what a measure lacks of feeds, fields or months; None when it lacks nothing."""
        header = registry.one(measure)
        lacking = [feed for feed in header.needs if not self.store.has(feed)]
        if lacking:
            return NotLoaded(tuple(lacking))
        asked = [one for one in self.districts["id"] if one not in dict(LEFT_OVER)]
        for feed in header.needs:
            if asked and set(asked) <= self.store.coverage(feed).never:
                return NotSpokenFor(feed, self.about.districts)
        bare = [what for what in header.populated if not self.store.is_populated(what)]
        if bare:
            return NotPopulated(tuple(bare))
        return Simply("no_complete_month") if self.about.empty else None

    def absences(self, measure: str, period: Period, district: str | None = None) -> tuple[Absence, ...]:
        """Return what a measure lacks in a period, of one district or of all asked for; how things stand has none."""
        header = registry.one(measure)
        if header.is_of_one_day:
            return ()
        asked = [district] if district else self.districts["id"].tolist()
        return find_absences(self.store, header.needs, period, asked)

    @cached_property
    def names(self) -> dict[str, str]:
        """Every district's name by id."""
        return self.store.district_names

    @cached_property
    def districts(self) -> pd.DataFrame:
        """The districts asked for and in scope: id, name."""
        shown, asked = self.store.districts(), self.filters.districts
        keep = [(not asked or one in asked) and in_scope(one, self.scope.aggregates) for one in shown["id"]]
        return shown[keep].reset_index(drop=True)

    @cached_property
    def strands(self) -> pd.DataFrame:
        """The strands asked for: id, name, monitored."""
        shown = self.store.strands()
        return shown[[not self.filters.strands or one in self.filters.strands for one in shown["id"]]].reset_index(
            drop=True
        )

    @cached_property
    def events(self) -> pd.DataFrame:
        """Every dated event, loaded or entered: event_on, name, scope, kind, note, entry."""
        return annotations.list_events(self.store)

    @cached_property
    def rebases(self) -> tuple[Rebase, ...]:
        """Where limits of series start anew."""
        return annotations.list_rebases(self.store)

    @property
    def first(self) -> date | None:
        """The first recorded date loaded."""
        return self.store.first("crime" if self.store.has("crime") else "incident")

    @property
    def evidence(self) -> float:
        """The level of evidence at which anything is unlikely to be chance."""
        return self.store.config.thresholds.evidence

    @property
    def volume(self) -> str:
        """The measure that counts the kind of record asked for."""
        return "recorded_hate_crimes" if self.filters.kind == "crime" else "non_crime_incidents"
