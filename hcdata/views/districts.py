"""Districts side by side: a funnel against the pooled figure, never a league table."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from hcdata.measures import registry
from hcdata.measures.registry import Measure
from hcdata.measures.run import Columns
from hcdata.stats import funnel
from hcdata.views.context import Context
from hcdata.views.figures import Row, build, judge, unit_of
from hcdata.views.missing import Missing, NotGiven, Simply
from hcdata.views.put_right import count_open
from hcdata.views.results import Comparison, Figure, Subject, Unit, Verdict
from hcdata.views.spans import span

# Points of the drawn limits, and how far beyond the largest denominator they run.
GRID, BEYOND = 60, 1.08
_LIMITS = ["of", "baseline", "lower95", "upper95", "lower998", "upper998"]
_ROWS = ["district", "name", "n", "of", "value", "not_recorded", "significance", "prior_n", "chance", "p"]
# Why there are numbers and no funnel, by unit.
_NO_FUNNEL: dict[Unit, Missing] = {
    "rate": Simply("no_rate_by_district"),
    "percent": Simply("nothing_due_by_district"),
    "count": Simply("counts_by_district"),
    "days": Simply("days_by_district"),
}


def compare(context: Context, *measures: str) -> tuple[Comparison, ...]:
    """Return measures by district over the period, each district judged against all of them pooled.

    A measure without a denominator (no population on file) keeps its counts and says why there is no funnel.
    """
    known = [id for id in measures if not context.missing(id)]
    spans = {id: span(context, registry.one(id)) for id in known}
    asked = [(id, dates) for id in known for dates in (spans[id].now, spans[id].before) if dates]
    answers = dict(zip(asked, context.ask_all(asked, ("district",)), strict=True))
    rows = {}
    for id in known:
        before = spans[id].before
        rows[id] = _rows(context, id, answers[id, spans[id].now], answers[id, before] if before else None)
    return tuple(_judge(context, id, rows.get(id)) for id in measures)


def compare_shares(context: Context) -> dict[str, Comparison]:
    """Return every share and rate of crimes by district; people and places may be in several, so none of those."""
    ids = [
        one.id
        for one in registry.all().values()
        if unit_of(one) in ("percent", "rate") and not one.part and registry.relation(one).counts == "crime"
    ]
    return dict(zip(ids, compare(context, *ids), strict=True))


def _judge(context: Context, measure: str, rows: pd.DataFrame | None) -> Comparison:
    header = registry.one(measure)
    unit, no_limits = unit_of(header), pd.DataFrame(columns=_LIMITS)
    if rows is None:
        why = context.missing(measure)
        return Comparison(measure, header.title, unit, pd.DataFrame(columns=_ROWS), no_limits, None, why)
    over = rows["of"].to_numpy(dtype=float, na_value=0)
    if not (over > 0).any():
        gaps = context.absences(measure, span(context, header).now) if rows["n"].isna().all() else ()
        return Comparison(
            measure, header.title, unit, rows, no_limits, None, NotGiven(gaps) if gaps else _NO_FUNNEL[unit]
        )
    n, of, level = rows["n"], rows["of"], context.evidence
    allow = context.store.config.thresholds.widen_funnel
    if unit == "rate":
        judged = funnel.rates(n, of, 1000, allow=allow, outer=level)
    else:
        judged = funnel.proportions(n, of, allow=allow, outer=level)
    rows["significance"] = judged["significance"].to_numpy()
    baseline, dispersion = (float(judged[name].iloc[0]) for name in ("baseline", "dispersion"))
    spread = dispersion if allow else 1.0
    drawn = np.linspace(max(1, over[over > 0].min() * 0.5), over.max() * BEYOND, GRID)
    if unit == "rate":
        limits = funnel.rate_limits(baseline, drawn, 1000, spread, level)
    else:
        limits = funnel.proportion_limits(baseline, drawn, spread, level)
    shown, noted = set(rows["district"]), context.store.config.district if unit == "rate" else ()
    dates = span(context, header).now
    return Comparison(
        measure,
        header.title,
        unit,
        rows,
        limits[_LIMITS],
        baseline,
        dispersion=dispersion,
        widened=allow,
        level=level,
        notes=tuple(one.note for one in noted if one.note and one.id in shown),
        absences=context.absences(measure, dates),
        over=dates if unit == "rate" else context.about.period,
        named="12m" if unit == "rate" else context.about.named,
        on=context.about.data_to if header.is_of_one_day else None,
        minimum_n=header.spoken_base(context.store.config),
    )


def _rows(context: Context, measure: str, now: Columns, before: Columns | None) -> pd.DataFrame:
    header = registry.one(measure)
    then = {row["district"]: row for row in list_rows(before)} if before else {}
    verdicts = []
    for row in list_rows(now):
        prior = then.get(row["district"], {"n": None, "of": None})
        verdicts.append((prior["n"], _compare(context, header, row, prior)))
    return pd.DataFrame(
        {
            "district": now["district"],
            "name": [context.names.get(one, one) for one in now["district"]],
            "n": pd.array(now["n"], dtype="Float64"),
            "of": pd.array(now["of"], dtype="Float64"),
            "value": pd.array(now["value"], dtype="Float64"),
            "not_recorded": pd.array(now["not_recorded"], dtype="Int64"),
            "significance": None,
            "prior_n": pd.array([prior for prior, _ in verdicts], dtype="Int64"),
            "chance": [verdict.chance for _, verdict in verdicts],
            "p": [verdict.p for _, verdict in verdicts],
        }
    )


def _compare(context: Context, header: Measure, now: Row, then: Row) -> Verdict:
    base = header.spoken_base(context.store.config)
    return judge(unit_of(header), now["n"], now["of"], then["n"], then["of"], base, level=context.evidence)


def list_rows(columns: Columns) -> list[dict[str, Any]]:
    """Return an answer row by row."""
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def details(context: Context, measure: str) -> dict[str, Figure]:
    """Return a measure's figure for each district over the period, without what it is compared with."""
    if context.missing(measure):
        return {}
    header = registry.one(measure)
    dates = span(context, header).now
    found = context.ask(measure, ("district",), dates)
    open_still = count_open(context, header, dates, ("district",))
    rows = {row["district"]: row for row in list_rows(found)}
    return {
        one: replace(
            build(context, header, row, None, Subject((), (context.names.get(one, one),))),
            to_put_right=open_still.get((one,), 0),
        )
        for one, row in rows.items()
    }
