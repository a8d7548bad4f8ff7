"""What of a duty can still be put right: the crime is open, and nothing is recorded. What was late stays late."""

from typing import Any

import pandas as pd

from hcdata.common.filters import Period
from hcdata.measures.registry import Measure
from hcdata.views.context import Context

BY = ("outcome",)
# What a list asks of a duty -> whether its rows are those that can still be put right.
CHOICES = {"to_put_right": True, "missed": False}


def count_open(
    context: Context, header: Measure, dates: Period, by: tuple[str, ...] = ()
) -> dict[tuple[Any, ...], int]:
    """Return how many cases of a duty can be put right while their crime is open, by the parts asked for."""
    if not header.duty:
        return {}
    found = context.ask(header.id, (*by, *BY), dates)
    rows = zip(*(found[name] for name in (*by, *BY, "n", "of", "not_recorded")), strict=True)
    return {
        tuple(part): (of - met if header.standing else blank) or 0
        for *part, outcome, met, of, blank in rows
        if outcome is None and of is not None
    }


def list_cases(context: Context, header: Measure, rows: pd.DataFrame, state: str) -> pd.DataFrame:
    """Leave the rows of a duty that can still be put right, or those missed; say what each lacks, and since when.

    Columns added: `lacks` (what is not recorded) and `waiting` (days to the data-to date from the day it fell due, else
    from the day counted), both only where it can still be put right; asked for alone, those are the oldest first.
    """
    still = rows["state"].isin(header.mendable) & rows["outcome_code"].isna()
    if state in CHOICES:
        rows, still = rows[still == CHOICES[state]], still[still == CHOICES[state]]
    since = rows["due_on"] if "due_on" in rows else rows["counted_at"]
    waiting = (pd.Timestamp(context.about.data_to) - pd.to_datetime(since)).dt.days
    rows = rows.assign(lacks=still.map({True: header.lacks, False: None}), waiting=waiting.where(still).astype("Int64"))
    if state != "to_put_right":
        return rows
    return rows.iloc[::-1].sort_values("waiting", ascending=False, kind="stable")
