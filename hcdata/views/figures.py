"""Measures over the period, beside the period compared with, and whether the difference could be chance."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from hcdata.common.filters import Period
from hcdata.common.sql import read
from hcdata.measures import registry
from hcdata.measures.registry import Measure
from hcdata.measures.wrap import bind_filters
from hcdata.stats import compare, intervals
from hcdata.store.query import SQL
from hcdata.views import put_right
from hcdata.views.again import again
from hcdata.views.context import Context
from hcdata.views.missing import Missing, NotGiven, Simply
from hcdata.views.notes import CountedBy, Note, Rebased, StillCounted
from hcdata.views.results import Chance, Figure, Subject, Unit, Verdict
from hcdata.views.spans import Span, span

Row = Mapping[str, Any]


def figure(context: Context, measure: str) -> Figure:
    """Return a measure's figure over the question's period, with its interval, prior period and verdict."""
    return figures(context, [measure])[0]


def figures(context: Context, measures: Iterable[str]) -> list[Figure]:
    """Return the figures of several measures, all counted together."""
    measures = list(measures)
    new = [registry.one(id) for id in dict.fromkeys(measures) if id not in context.figures]
    spans = {header.id: span(context, header) for header in new if not context.missing(header.id)}
    asked = [(id, dates) for id, one in spans.items() for dates in (one.now, one.before) if dates]
    answers = dict(zip(asked, context.ask_all(asked), strict=True))
    context.ask_all([(id, one.now) for id, one in spans.items() if registry.one(id).duty], put_right.BY)
    for header in new:
        context.figures[header.id] = _figure(context, header, spans.get(header.id), answers)
    return [context.figures[measure] for measure in measures]


def _figure(context: Context, header: Measure, dates: Span | None, answers: Mapping[Any, Row]) -> Figure:
    subject = Subject(context.about.strands, context.about.districts)
    if dates is None:
        return Figure(
            header.id, header.title, unit_of(header), header.direction, subject, missing=context.missing(header.id)
        )
    now = first_row(answers[header.id, dates.now])
    rebases = _counted_anew(context, header, dates)
    then = first_row(answers[header.id, dates.before]) if dates.before and not rebases else None
    if now["n"] is None and (lacking := context.absences(header.id, dates.now)):
        why = NotGiven(lacking)
        return Figure(header.id, header.title, unit_of(header), header.direction, subject, missing=why)
    own_year = header.kind == "rate"
    notes = name_set(context, header), dates.note, rebases, _still_counted(context, header, dates)
    figure = build(
        context,
        header,
        now,
        then,
        subject,
        on=context.about.data_to if header.is_of_one_day else None,
        over=dates.now if own_year else None,
        against=dates.before if own_year else None,
        notes=tuple(filter(None, notes)),
    )
    return replace(
        figure,
        again=again(context, header.id, dates.now) if figure.n else None,
        to_put_right=put_right.count_open(context, header, dates.now).get((), 0),
    )


def _counted_anew(context: Context, header: Measure, dates: Span) -> Rebased | None:
    """Return where limits start anew within the dates compared; None where none do."""
    asked = context.filters.districts, context.filters.strands
    own = (header.id, *(chosen[0] if len(chosen) == 1 else None for chosen in asked))
    months = [one.month for one in context.rebases if (one.measure, one.district, one.strand) == own]
    within = [month for month in months if dates.before and dates.before.start < month < dates.now.end]
    return Rebased(within[-1], apart=True) if within else None


def _still_counted(context: Context, header: Measure, dates: Span) -> StillCounted | None:
    """Count the crimes that the last full extract did not hold: deleted, or left out; None where it held all."""
    if header.id != "recorded_hate_crimes":
        return None
    within = bind_filters(context.filters, context.scope.aggregates, dates.now)
    n = context.store.tuples(read(SQL / "still_counted.sql"), within)[0][0]
    return StillCounted(n) if n else None


def first_row(columns: Mapping[str, list[Any]]) -> Row:
    """Return the only row of an answer without parts."""
    return {name: values[0] for name, values in columns.items()}


def name_set(context: Context, header: Measure) -> CountedBy | None:
    """Name the force's positive set where a measure counts by it."""
    counted = registry.relation(header)
    name = context.store.config.outcomes.positive_words
    return CountedBy(name) if name and "positive_outcomes" in counted.parameters else None


def build(
    context: Context,
    header: Measure,
    now: Row,
    then: Row | None,
    subject: Subject,
    *,
    on: date | None = None,
    over: Period | None = None,
    against: Period | None = None,
    notes: tuple[Note, ...] = (),
) -> Figure:
    """Make a figure of two rows of a measure: the period's and the one compared with."""
    unit, n, of = unit_of(header), now["n"], now["of"]
    prior_n, prior_of = (then["n"], then["of"]) if then else (None, None)
    low, high = _interval(unit, n or 0, of)
    base = header.spoken_base(context.store.config)
    return Figure(
        measure=header.id,
        title=header.title,
        unit=unit,
        direction=header.direction,
        subject=subject,
        n=n or 0,
        of=of,
        value=now["value"],
        lower=low,
        upper=high,
        not_recorded=now["not_recorded"] or 0,
        not_due=now["not_due"] or 0,
        prior_n=prior_n,
        prior_of=prior_of,
        prior_value=then["value"] if then else None,
        verdict=judge(unit, n, of, prior_n, prior_of, base, level=context.evidence),
        minimum_n=base,
        duty=header.duty,
        missing=_missing(unit, n, of),
        recorded_value=now.get("recorded_value"),
        ninth=now.get("ninth"),
        unknown=header.unknown,
        on=on,
        over=over,
        against=against,
        notes=notes,
    )


def _missing(unit: Unit, n: int | None, of: int | None) -> Missing | None:
    if n is None:
        return Simply("under_12_months" if unit == "rate" else "nothing_in_period")
    if unit == "percent" and not of:
        return Simply("nothing_due")
    if unit == "days" and not n:
        return Simply("nothing_to_count")
    return Simply("no_population") if unit == "rate" and of is None else None


def unit_of(header: Measure) -> Unit:
    """Return how a measure's value is written."""
    if header.kind in ("rate", "duration"):
        return "rate" if header.kind == "rate" else "days"
    return "percent" if header.kind in ("proportion", "ratio") else "count"


def judge(
    unit: Unit,
    n: int | None,
    of: int | None,
    prior_n: int | None,
    prior_of: int | None,
    minimum_n: int = 0,
    *,
    level: float,
) -> Verdict:
    """Compare two periods of one length: counts and rates by the exact conditional test, percentages by Fisher's.

    Medians of days are set side by side and not judged.

    Unlikely to be chance: p is at most `level`. Too few to say: a percentage of a base below `minimum_n`, or so few
    events that no split could be told from chance.
    """
    if n is None or prior_n is None or unit == "days":
        return Verdict("nothing to compare with")
    if unit == "percent":
        if not of or not prior_of or n > of or prior_n > prior_of:
            return Verdict("nothing to compare with")
        if min(of, prior_of) < minimum_n:
            return Verdict("too few to say")
        found = compare.proportions(n, of, prior_n, prior_of)
        return Verdict(_chance(found.p, level), found.p, found.difference, found.lower, found.upper)
    # So few events differ by chance even when all fall in one period: then p is twice one half to their number.
    if 2 * 0.5 ** (n + prior_n) > level:
        return Verdict("too few to say")
    one, other = (of, prior_of) if unit == "rate" and of and prior_of else (1, 1)
    ratio = compare.counts(n, prior_n, one, other)
    return Verdict(_chance(ratio.p, level), ratio.p, ratio.ratio, ratio.lower, ratio.upper)


def _chance(p: float | None, level: float) -> Chance:
    if p is None:
        return "too few to say"
    return "unlikely to be chance" if compare.is_unlikely(p, level) else "could be chance"


def _interval(unit: Unit, n: int, of: int | None) -> tuple[float | None, float | None]:
    if unit == "count" or not of or n > of:
        return None, None
    if unit == "rate":
        found = intervals.rate([n], [of])
        return float(found["lower"].iloc[0]), float(found["upper"].iloc[0])
    _, low, high = intervals.wilson(np.array([n], dtype=float), np.array([of], dtype=float))
    return float(low[0]), float(high[0])
