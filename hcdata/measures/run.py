"""Measures asked of a store: figures by parts, the cases behind them, and the query itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from hcdata.common import sql
from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.measures import grid, presence, rate, wrap
from hcdata.measures.counts import NOTHING, Counts, Key
from hcdata.measures.dimensions import MONTHS_IN
from hcdata.measures.request import Request, ask, count_together
from hcdata.stats.periods import month_start
from hcdata.store.query import SQL, Store

EVERYTHING = Filters()
# One answer as plain columns, None where a figure is missing.
Columns = dict[str, list[Any]]


def figures(
    store: Store, id: str, by: Sequence[str] = (), filters: Filters = EVERYTHING, scope: Scope = LOCAL
) -> pd.DataFrame:
    """Count a measure by parts, zeros included; MeasureError for a request that cannot be answered.

    Columns: those of `by`, then n, of (missing for counts), value (n, n / of, or n / of * per), not_recorded, not_due,
    complete; recorded_value for proportions (met over those recorded), median for snapshots (days). A duration's value
    is the median of n, in days, and `ninth` what nine in ten do not pass.
    All are missing where a feed the measure needs is not loaded, value also where `of` is 0.
    """
    return to_frame(figures_together(store, [(id, filters)], by, scope)[0], tuple(by))


def figures_together(
    store: Store, asked: Sequence[tuple[str, Filters]], by: Sequence[str] = (), scope: Scope = LOCAL
) -> list[Columns]:
    """Count several measures, each with filters of its own, in few queries; the columns of `figures` as plain lists."""
    requests = [ask(store, id, by, filters, scope) for id, filters in asked]
    ratios = [place for place, request in enumerate(requests) if request.measure.kind == "ratio"]
    counted = count_together([*requests, *(requests[place].below for place in ratios)])
    below = dict(zip(ratios, counted[len(requests) :], strict=True))
    return [_answer(request, counted[place], below.get(place, {})) for place, request in enumerate(requests)]


def to_frame(columns: Columns, by: tuple[str, ...]) -> pd.DataFrame:
    """Turn plain columns into a frame with pandas' nullable numbers."""
    kinds: dict[str, Any] = dict.fromkeys(("n", "of", "not_recorded", "not_due"), np.int64)
    kinds |= dict.fromkeys(("value", "recorded_value", "median", "ninth"), np.float64)
    shown = {name: _label(name, columns[name]) for name in by}
    shown |= {name: _mask(columns[name], kind) for name, kind in kinds.items() if name in columns}
    return pd.DataFrame(shown | {"complete": np.array(columns["complete"], dtype=bool)})


def _answer(request: Request, counted: dict[Key, Counts], below: dict[Key, Counts]) -> Columns:
    kind = "count" if "state" in request.by else request.measure.kind
    parts = grid.list_parts(request, counted)
    if kind == "rate":
        parts, counted = rate.roll(request.by, parts, counted)
    keys = grid.cross(parts)
    lacking = presence.find(request, keys)
    present = [there and not lack.whole for there, lack in zip(_find_present(request, keys), lacking, strict=True)]
    counts = [counted.get(key, NOTHING) if there else NOTHING for key, there in zip(keys, present, strict=True)]
    n = [_count(request, kind, found) for found in counts]
    of = _find_bases(request, kind, keys, counts, below)
    columns: Columns = {name: [key[place] for key in keys] for place, name in enumerate(request.by)}
    columns |= {
        "n": n,
        "of": list(of),
        "value": [_divide(*pair, request.measure.per) for pair in zip(n, of, strict=True)],
        "not_recorded": [found.not_recorded for found in counts],
        "not_due": [found.not_due for found in counts],
    }
    if kind in ("count", "snapshot"):
        columns["value"] = [float(one) for one in n]
    if kind == "proportion":
        columns["recorded_value"] = [_divide(found.met, found.due - found.not_recorded) for found in counts]
    if kind == "snapshot":
        columns["median"] = [found.median for found in counts]
    if kind == "duration":
        columns["value"] = [found.median for found in counts]
        columns["ninth"] = [found.ninth for found in counts]
    if not all(present):
        for name in columns.keys() - set(request.by):
            columns[name] = [value if there else None for value, there in zip(columns[name], present, strict=True)]
    whole = zip(_find_complete(request, keys), lacking, strict=True)
    return columns | {"complete": [complete and not lack.part for complete, lack in whole]}


def cases(
    store: Store, id: str, filters: Filters = EVERYTHING, scope: Scope = LOCAL, state: str | None = None
) -> pd.DataFrame:
    """List the rows a measure counts (the numerator's for a ratio or rate), newest first, within the scope's records.

    Columns: those of the relation: ref, counted_at, district, strands, state and value first; no row where a feed it
    needs is not loaded.
    """
    request = ask(store, id, (), filters, scope)
    found = store.rows(*request.write_cases(state))
    return found.iloc[:0] if request.missing else found


def query(store: Store, id: str, by: Sequence[str] = (), filters: Filters = EVERYTHING, scope: Scope = LOCAL) -> str:
    """Return the SQL behind a figure with its parameters written above it, and the macros it names; a ratio has two."""
    request = ask(store, id, by, filters, scope)
    texts = [wrap.show(*request.write())]
    if request.measure.kind == "ratio":
        texts.append(wrap.show(*request.below.write()))
    return "\n".join(["\n-- divided by\n".join(texts), *_macros_named(" ".join(texts))])


def _macros_named(text: str) -> list[str]:
    """Return the files of macros a query names, those of filters and scope always."""
    named = [file for file in ("key_fields", "summary_limit", "duty") if sql.defines(SQL / f"{file}.sql", text)]
    return [sql.read(SQL / f"{file}.sql") for file in ("asked", *named)]


def _count(request: Request, kind: str, found: Counts) -> int:
    """Return what a figure counts: those met of a proportion; else all, where it says so without the unknown ones."""
    if kind == "proportion":
        return found.met
    return found.things - found.not_recorded * request.measure.leaves_unknown


def _find_present(request: Request, keys: list[Key]) -> list[bool]:
    """Say of each part whether what it counts was loaded: if not it is missing, not zero."""
    if request.missing:
        return [False] * len(keys)
    if request.measure.kind == "rate":
        return [not rate.is_short(request, key) for key in keys]
    firsts = [first for feed in request.measure.months_of if (first := request.store.first(feed))]
    if "month" not in request.by or not firsts:
        return [True] * len(keys)
    place, begun = request.by.index("month"), month_start(max(firsts))
    return [key[place] >= begun for key in keys]


def _find_complete(request: Request, keys: list[Key]) -> list[bool]:
    """Say of each part whether its days lie inside the period and the data; parts of one month share the answer."""
    known: dict[Any, bool] = {}
    places = [place for place, name in enumerate(request.by) if name in MONTHS_IN]
    for key in keys:
        days = tuple(key[place] for place in places)
        if days not in known:
            known[days] = grid.is_complete(request, key)
    return [known[tuple(key[place] for place in places)] for key in keys]


def _find_bases(
    request: Request, kind: str, keys: list[Key], counts: list[Counts], below: dict[Key, Counts]
) -> Sequence[int | None]:
    """Return what each n stands over: residents, the denominator's things, those due, or nothing."""
    if kind == "rate":
        return rate.find_residents(request, keys)
    if kind == "proportion":
        return [found.due for found in counts]
    if kind != "ratio":
        return [None] * len(keys)
    places = [request.by.index(name) for name in request.below.by]
    return [below.get(tuple(key[place] for place in places), Counts()).things for key in keys]


def _divide(over: int, under: int | None, per: int = 1) -> float | None:
    return over / under * per if under else None


def _label(name: str, values: list[Any]) -> Any:
    return np.array(values, dtype="datetime64[us]") if name in MONTHS_IN else pd.array(values)


def _mask(values: list[Any], kind: type[np.generic]) -> Any:
    """Return values as pandas' nullable arrays hold them."""
    missing = np.array([value is None for value in values], dtype=bool)
    array = pd.arrays.IntegerArray if kind is np.int64 else pd.arrays.FloatingArray
    return array(np.array([value or 0 for value in values], dtype=kind), missing)
