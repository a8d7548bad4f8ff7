"""The tables of a key action."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from hcdata.present.text import numbers, words
from hcdata.views.results import OUTSIDE, Comparison, Figure


def by_district(compared: Iterable[Comparison]) -> pd.DataFrame:
    """Return Measure, All, and a column a district: its share or rate, and whether it is above or below chance."""
    rows = []
    for one in compared:
        if one.missing is None:
            cells = {str(row["name"]): _cell(one, row) for row in one.rows.to_dict("records")}
            rows.append({"Measure": one.title, "All": words.pooled(one), **cells})
    return pd.DataFrame(rows).fillna("")


def since(then: Iterable[Figure], now: Iterable[Figure], day: date) -> pd.DataFrame:
    """Return Measure, its figure as known on a day, and now; of those that were there both times."""
    before = {one.measure: one for one in then if not one.missing}
    pairs = [(before[one.measure], one) for one in now if one.measure in before and not one.missing]
    return pd.DataFrame(
        {
            "Measure": [one.title for _, one in pairs],
            f"As known on {numbers.day(day)}": [numbers.value(one) for one, _ in pairs],
            "Now": [numbers.value(one) for _, one in pairs],
        }
    )


def _cell(one: Comparison, row: Mapping[Any, Any]) -> str:
    n, of, value = row["n"], row["of"], row["value"]
    if pd.isna(value) or pd.isna(of):
        return ""
    written = (
        numbers.rate(float(value))
        if one.unit == "rate"
        else numbers.share(float(value), int(n), int(of), one.minimum_n)
    )
    side = OUTSIDE.get(str(row["significance"]))
    return f"{written}, {words.SIDES[side]}" if side else written
