"""What is served: a snapshot opened once, at the loads asked for, and each answer kept for every reader."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

from hcdata.common.access import Scope
from hcdata.common.filters import AsAt, Filters
from hcdata.store import query
from hcdata.views.about import about
from hcdata.views.context import Context
from hcdata.views.load_points import find_moment

# Stores and answers kept at once: several as-ats, and a meeting's worth of filter choices for each of the views.
STORES, ANSWERS, VIEWS = 4, 128, 8

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Served:
    """One store folder at one snapshot, configuration and state of the register, and the files that were there then."""

    folder: Path
    snapshot: str
    stamp: int
    edits: int = 0
    files: tuple[int, ...] = ()


def open_store(served: Served, as_at: AsAt) -> query.Store:
    """Return the store at a load, opened once."""
    same = replace(served, edits=0)
    newest = _open(same, None)
    load = find_moment(newest, as_at).load
    return newest if load == newest.as_at else _open(same, load)


@lru_cache(maxsize=STORES)
def _open(served: Served, load: int | None) -> query.Store:
    return query.open(served.folder, load, snapshot=served.snapshot)


def question(served: Served, filters: Filters, scope: Scope) -> Context:
    """Put a question to the store at the load it asks for."""
    store = open_store(served, filters.as_at)
    return Context(store, filters, scope, about(store, filters, scope))


def ask(
    served: Served, view: Callable[[Context, *Asked], Answer], filters: Filters, scope: Scope, *asked: *Asked
) -> Answer:
    """Put a question to a view once, and keep what it answers."""
    found: Answer = _answer(served, view, filters, scope, asked)
    return found


@lru_cache(maxsize=VIEWS * ANSWERS)
def _answer(served: Served, view: Callable[..., Any], filters: Filters, scope: Scope, asked: tuple[Any, ...]) -> Any:
    return view(question(served, filters, scope), *asked)
