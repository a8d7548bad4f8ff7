"""Every question a page may put, from a reader of one district: no other district is named in what is answered."""

import inspect
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.views.answers import Answers, at
from hcdata.views.quality import incidents
from tests.conftest import Demonstration

OWN = "fenland"
READER = Scope(records=(OWN,), aggregates=(OWN,), people=False, audience="internal")
DAY = date(2026, 9, 30)
DUTY = "supervisor_contact_24h"
# What each question is asked with, besides filters and scope.
ASKED: dict[str, tuple[Any, ...]] = {
    "performance": (),
    "review": (),
    "plan": (),
    "agenda": ("strategic",),
    "district_rows": (),
    "known_then": (DAY,),
    "figures_then": ("support", DAY),
    "progress": ("investigate",),
    "compared": (),
    "work_list": (),
    "outcomes": (),
    "quality": (),
    "noted_cases": ("no_offence_code",),
    "noted_incidents": (next(iter(incidents.FIELDS)),),
    "rejected_rows": (),
    "rejected_texts": (),
    "faulty_cells": (),
    "cases": (DUTY, "all"),
    "figure": (DUTY,),
    "figures": (DUTY, ("district",)),
    "query": (DUTY, ("district",)),
    "about": (),
    "closeup": (),
    "daily": (),
    "patterns": (),
    "changes": (None,),
    "movement": (DUTY, None),
}
# Answered alike for the whole force here: the text of a query, which binds the scope, texts only those with leave to
# see people are given, and lists of the few (their rows are compared in test_scope.py).
ALIKE = {"query", "rejected_texts", "noted_cases", "noted_incidents"}
# What a map is drawn on.
GROUND = {"landmarks", "outlines"}


def questions() -> list[str]:
    """The methods that take filters and a scope."""
    return [
        name
        for name, method in inspect.getmembers(Answers, inspect.isfunction)
        if "scope" in inspect.signature(method).parameters
    ]


@pytest.fixture(scope="module")
def answers(small_demonstration: Demonstration) -> Answers:
    found = at(small_demonstration.store)
    assert found is not None
    return found


def values(one: Any) -> set[str]:
    """Every text within an answer: of its fields, keys, cells and columns."""
    if isinstance(one, str):
        return {one}
    if isinstance(one, pd.DataFrame):
        return values(list(one.columns)) | values(list(one.itertuples(index=True)))
    if is_dataclass(one) and not isinstance(one, type):
        return set().union(*(values(getattr(one, field.name)) for field in fields(one) if field.name not in GROUND))
    if isinstance(one, dict):
        return values(list(one)) | values(list(one.values()))
    if isinstance(one, (list, tuple, set, frozenset)):
        return set().union(*map(values, one))
    return set()


def test_every_question_is_asked_here() -> None:
    assert sorted(questions()) == sorted(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_no_other_district_is_named(answers: Answers, name: str) -> None:
    others = {word for id, title in answers.districts.items() if id != OWN for word in (id, title)}
    filters = Filters("12m", districts=(OWN,)) if name == "review" else Filters("12m")
    own = getattr(answers, name)(filters, READER, *ASKED[name])
    found = {text for text in values(own) if any(re.search(rf"\b{re.escape(other)}\b", text) for other in others)}
    assert not found
    whole = getattr(answers, name)(filters, LOCAL, *ASKED[name])
    assert repr(whole) != repr(own) or name in ALIKE
