"""The tables of a key action."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from hcdata.present.text import numbers, words
from hcdata.views.results import Comparison


def by_district(compared: Iterable[Comparison]) -> pd.DataFrame:
    """Return Measure, All, and a column a district: its share or rate, and whether it is above or below chance."""
    rows = []
    for one in compared:
        if one.missing is None:
            cells = {str(row["name"]): _cell(one, row) for row in one.rows.to_dict("records")}
            rows.append({"Measure": one.title, "All": words.pooled(one), **cells})
    return pd.DataFrame(rows).fillna("")


def _cell(one: Comparison, row: Mapping[Any, Any]) -> str:
    n, of, value = row["n"], row["of"], row["value"]
    if pd.isna(value) or pd.isna(of):
        return ""
    written = (
        numbers.rate(float(value))
        if one.unit == "rate"
        else numbers.share(float(value), int(n), int(of), one.minimum_n)
    )
    side = words.OUTSIDE.get(str(row["significance"]))
    return f"{written}, {side}" if side else written
