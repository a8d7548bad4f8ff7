"""Why a figure over the same dates is another at a later load, adding up exactly."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Literal, NamedTuple

import pandas as pd

from hcdata.common.access import Scope, keep_in_scope
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.measures.members import Row, holds_crimes, list_members, list_rows
from hcdata.measures.request import Request, ask
from hcdata.schema.records import CRIME, INCIDENT, SERVICE
from hcdata.schema.tables import CRIME_FACT
from hcdata.store.changes import Difference, list_differences, list_gone
from hcdata.store.query import Store
from hcdata.views.about import about, during
from hcdata.views.changes import CASES, STEPS, Movement, Part
from hcdata.views.field_words import field_words
from hcdata.views.load_points import find_moment
from hcdata.views.missing import NotAtLoad
from hcdata.views.reasons import explain
from hcdata.views.references import as_written

Name = Literal["n", "of"]
# A thing and the record it is counted by.
Key = tuple[str, str]


class _Pair(NamedTuple):
    """One request put to the earlier and to the later load."""

    then: Request
    now: Request


def movement(earlier: Store, store: Store, filters: Filters, scope: Scope, measure: str) -> Movement:
    """Explain a measure's figure over the dates the filters mean today, at two loads of one snapshot."""
    header = registry.one(measure)
    asked = replace(during(filters, ask(store, measure, (), filters, scope).period), as_at=None)
    pair = _Pair(*(ask(one, measure, (), asked, scope) for one in (earlier, store)))
    facts = about(store, asked, scope)
    before = find_moment(store, earlier.as_at)
    found = Movement(
        measure=measure,
        title=header.title,
        kind=header.kind,
        counts=registry.relation(header).counts,
        before=before,
        after=find_moment(store, store.as_at),
        period=None if header.is_of_one_day else pair.now.over,
        districts=facts.districts,
        strands=facts.strands,
        begun=header.is_of_one_day or before.as_of.date() >= facts.period.start,
        whole=header.is_of_one_day or before.as_of.date() >= facts.period.end - timedelta(days=1),
    )
    lacking = [one.store.as_at for one in pair if _lacks(one)]
    if lacking:
        return replace(found, missing=NotAtLoad(lacking[0]))
    return replace(found, parts=tuple(_list_parts(pair)))


def _lacks(request: Request) -> bool:
    return _figure(request)["n"][0] is None


def _figure(request: Request) -> run.Columns:
    return run.figures_together(request.store, [(request.measure.id, request.filters)], (), request.scope)[0]


def _list_parts(pair: _Pair) -> Iterable[Part]:
    kind, apart = pair.now.measure.kind, pair.now.measure.leaves_unknown
    then, now = (list_members(request) for request in pair)
    yield _explain_part(pair, "n", then.n, now.n, _counts_in("n", kind, apart))
    if then.of is not None and now.of is not None:
        below = _Pair(pair.then.below, pair.now.below) if kind == "ratio" else pair
        yield _explain_part(below, "of", then.of, now.of, _counts_in("of", kind, apart))
    if kind == "rate":
        yield _population(pair)


def _counts_in(part: Name, kind: str, apart: bool) -> Callable[[Row | None], bool]:
    """Return what tells whether a row makes its thing count in a part; `apart`: what is not known does not."""

    def counts(row: Row | None) -> bool:
        if row is None or not row.inside:
            return False
        if apart:
            return row.state != "not_recorded"
        if kind != "proportion":
            return True
        return row.state == "met" if part == "n" else row.state not in (None, "not_due")

    return counts


def _explain_part(
    pair: _Pair, part: Name, then: frozenset[str], now: frozenset[str], counts: Callable[[Row | None], bool]
) -> Part:
    moved = sorted(then ^ now)
    if not moved:
        return Part(part, len(then), len(now), _count_steps(nothing := pd.DataFrame(columns=CASES)), nothing)
    was, after = ({(row.ref, row.record): row for row in list_rows(request, moved)} for request in pair)
    # A person or place can have several records: the first that counts on one side only has made the difference.
    made: dict[str, Key] = {}
    for key in [*after, *was]:
        side, other = (after, was) if key[0] in now else (was, after)
        if counts(side.get(key)) and not counts(other.get(key)):
            made.setdefault(key[0], key)
    relation = registry.relation(pair.now.measure)
    differences = _find_differences(pair, sorted({record for _, record in made.values()}))
    cases = []
    for ref, key in made.items():
        row = after.get(key) or was[key]
        reason = explain(relation, part, was.get(key), after.get(key), differences.get(row.record, []))
        shown_by = reason.shown_by[1:] if reason.shown_by else (None, None, None)
        change = 1 if ref in now else -1
        cases.append(
            (row.record, row.counted_at, row.district, row.strands, change, reason.code, reason.how, *shown_by)
        )
    frame = pd.DataFrame(cases, columns=CASES, dtype=object)
    shown = keep_in_scope(frame, pair.now.scope.records)
    if holds_crimes(relation):
        shown = shown.assign(ref=as_written(pair.now.store, shown["ref"]))
    return Part(part, len(then), len(now), _count_steps(frame), field_words(pair.now.store).name(shown))


def _find_differences(pair: _Pair, records: list[str]) -> dict[str, list[Difference]]:
    """Return by record which fields differ between the loads, those of its facts and of the Hub's sheet among them."""
    then, now = pair.then.store.as_at, pair.now.store.as_at
    found: dict[str, list[Difference]] = {}
    crimes = holds_crimes(registry.relation(pair.now.measure))
    for table in (CRIME, CRIME_FACT, SERVICE) if crimes else (INCIDENT,):
        differences = list_differences(pair.now.store, table, then, now, records)
        gone = [Difference(ref, None, None, None) for ref in list_gone(pair.now.store, table, then, now, records)]
        for one in [*differences, *gone]:
            if one.field is None and table is CRIME_FACT:
                continue
            named = one._replace(field="service") if one.field is None and table is SERVICE else one
            found.setdefault(one.ref, []).append(named)
    return found


def _count_steps(cases: pd.DataFrame) -> pd.DataFrame:
    """Add up the cases by reason, what entered first and the larger before the smaller: reason, how, n."""
    steps = cases.groupby(["reason", "how", "change"], sort=False).size().rename("cases").reset_index()
    steps["n"] = steps["cases"] * steps["change"].astype(int)
    return steps.sort_values("n", ascending=False, ignore_index=True)[STEPS]


def _population(pair: _Pair) -> Part:
    """Return what a rate stands over: residents, who change with the year the population file is read for."""
    then, now = (_figure(one)["of"][0] or 0 for one in pair)
    rows = [("population", "", now - then)] if now != then else []
    return Part("of", then, now, pd.DataFrame(rows, columns=STEPS), pd.DataFrame(columns=CASES))
