"""How the records of the period split: which strand, which district, beside the period before."""

from typing import Literal

import pandas as pd

from hcdata.measures import registry
from hcdata.views.figures import judge
from hcdata.views.question import Question
from hcdata.views.results import Mix
from hcdata.views.spans import span

_COLUMNS = ["id", "name", "n", "share", "prior_n", "chance"]


def mix(question: Question, dimension: Literal["strand", "district"]) -> Mix:
    """Count the period's records by strand or by district, each beside the period compared with."""
    missing = question.missing(question.volume)
    if missing:
        return Mix(dimension, pd.DataFrame(columns=_COLUMNS), 0, missing)
    dates = span(question, registry.one(question.volume))
    asked = [(question.volume, one) for one in (dates.now, dates.before) if one]
    now, *earlier = question.ask_all(asked, (dimension,))
    before = dict(zip(earlier[0][dimension], earlier[0]["n"], strict=True)) if earlier else {}
    total = question.ask(question.volume)["n"][0] or 0
    counts = dict(zip(now[dimension], now["n"], strict=True))
    parts = question.strands if dimension == "strand" else question.districts
    rows = []
    for one, name in parts[["id", "name"]].itertuples(index=False):
        n, prior = counts.get(one) or 0, (before.get(one) or 0) if earlier else None
        rows.append((one, name, n, n / total if total else None, prior, judge("count", n, None, prior, None).chance))
    why = None if total else "Nothing was recorded in this period."
    return Mix(dimension, pd.DataFrame(rows, columns=_COLUMNS), total, why)
