"""The things behind a figure, by name: which are counted, which stand in the denominator, and their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hcdata.common import sql
from hcdata.measures import registry, wrap
from hcdata.measures.registry import Measure
from hcdata.measures.request import Request


class _Thing(NamedTuple):
    """A thing counted, whatever its rows."""

    ref: str
    met: bool
    due: bool
    not_recorded: bool


class Row(NamedTuple):
    """One row of a relation: the thing, its record, and whether date, district and strand are those asked for."""

    ref: str
    record: str
    counted_at: date | None
    district: str
    strands: list[str]
    state: str | None
    dated: bool
    placed: bool
    flagged: bool

    @property
    def inside(self) -> bool:
        """Whether it lies within what is asked."""
        return self.dated and self.placed and self.flagged


@dataclass(frozen=True)
class Members:
    """Refs of the things that make n, and of those that make `of`; `of` is None where a count stands over nothing."""

    n: frozenset[str]
    of: frozenset[str] | None


def list_members(request: Request) -> Members:
    """Return what a figure counts, by ref: as many as `run.figures` says."""
    kind = request.measure.kind
    found = _list_things(request)
    if kind == "proportion":
        return Members(frozenset(one.ref for one in found if one.met), frozenset(one.ref for one in found if one.due))
    of = frozenset(one.ref for one in _list_things(request.below)) if kind == "ratio" else None
    apart = request.measure.leaves_unknown
    return Members(frozenset(one.ref for one in found if not (apart and one.not_recorded)), of)


def list_rows(request: Request, refs: Sequence[str]) -> list[Row]:
    """Return the rows of these things in the relation on top, oldest first."""
    relation = registry.relation(request.measure)
    text = _fill("member_rows.sql", relation).replace("{key}", "crime_ref" if holds_crimes(relation) else "ref")
    return [Row(*row) for row in request.store.tuples(text, _bind(request) | {"refs": list(refs)})]


def holds_crimes(measure: Measure) -> bool:
    """Say whether the rows of a relation are crimes; else they are incidents."""
    return "crime_ref" in measure.columns


def _list_things(request: Request) -> list[_Thing]:
    return [_Thing(*thing) for thing in request.store.tuples(_fill_members(request), _bind(request))]


def _fill_members(request: Request) -> str:
    return _fill("members.sql", registry.relation(request.measure))


def _fill(name: str, relation: Measure) -> str:
    return sql.read(wrap.FOLDER / name).replace("{relation}", relation.select)


def _bind(request: Request) -> dict[str, object]:
    over = None if request.measure.is_of_one_day else request.over
    return request.bind() | wrap.bind_filters(request.filters, request.scope.aggregates, over)
