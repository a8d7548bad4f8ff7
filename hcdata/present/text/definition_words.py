"""How each figure is counted, in words."""

import pandas as pd

KINDS = {
    "count": "Count",
    "proportion": "Share",
    "ratio": "Ratio of two counts",
    "rate": "Rate per 1,000 residents",
    "snapshot": "As at the data-to date",
    "duration": "Duration",
}
DIRECTIONS = {
    "up": "more is better",
    "down": "less is better",
    "neutral": "neither more nor less is better",
}


def in_words(definitions: pd.DataFrame) -> pd.DataFrame:
    """Return definitions with their kind and direction in words, and the query of what is made from two others."""
    made = [
        sql or f"{above} divided by {below}"
        for sql, above, below in zip(
            definitions["sql"], definitions["numerator"], definitions["denominator"], strict=True
        )
    ]
    shown = definitions.assign(
        kind=definitions["kind"].map(KINDS), direction=definitions["direction"].map(DIRECTIONS), sql=made
    )
    return shown.drop(columns=["numerator", "denominator"])
