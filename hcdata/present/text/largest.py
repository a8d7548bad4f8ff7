"""Which of several parts is the largest: said only where there are enough to say it, and of parts as large together."""

import pandas as pd

# Shares are spoken from this base up, and so is which part leads (domain brief, comparison of two periods): of fewer,
# one record entered late or put right may give another winner.
SPOKEN_BASE = 20
TOO_FEW = "too few to say which is largest"


def lead(parts: pd.DataFrame, total: int) -> pd.DataFrame:
    """Return the largest of parts (name, n), every one where several are as large; none where there are too few.

    `total` is the records they are parts of; those in no known part count for nothing here.
    """
    known = min(total, int(parts["n"].sum()))
    if known < SPOKEN_BASE:
        return parts.iloc[:0]
    return parts[parts["n"] == parts["n"].max()]
