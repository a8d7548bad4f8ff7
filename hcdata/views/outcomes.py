"""Outcomes: the four bases side by side, attrition, charges, and the mix of everything assigned in the period."""

from dataclasses import dataclass

import pandas as pd

from hcdata.ingest.values.clean import UNMAPPED
from hcdata.views.context import Context
from hcdata.views.figures import figure, figures
from hcdata.views.missing import Missing
from hcdata.views.results import Figure

SHOWN = (
    "positive_outcome_in_period",
    "positive_outcome_closed",
    "positive_outcome_cohort",
    "positive_outcome_matured",
    "charge_rate",
    "victim_attrition",
)


@dataclass(frozen=True)
class Outcomes:
    """Figures on each basis, the named positive set, and the mix: code, title, group, n, share of all, positive."""

    figures: tuple[Figure, ...]
    positive_words: str
    mix: pd.DataFrame
    open_cases: Figure
    ages: pd.DataFrame
    missing: Missing | None


def outcomes(context: Context) -> Outcomes:
    """Return the outcomes of the period; ages: age_band, n of the open caseload."""
    missing = figure(context, "outcomes_assigned").missing
    return Outcomes(
        figures=tuple(figures(context, SHOWN)),
        positive_words=context.store.config.outcomes.positive_words,
        mix=_mix(context)
        if not missing
        else pd.DataFrame(columns=["code", "title", "group", "n", "share", "positive"]),
        open_cases=figure(context, "open_caseload"),
        ages=_ages(context) if not context.missing("open_caseload") else pd.DataFrame(columns=["age_band", "n"]),
        missing=missing,
    )


def _unmapped(code: str) -> str:
    return "In words nobody has mapped" if code == UNMAPPED else f"Unmapped outcome {code}"


def _ages(context: Context) -> pd.DataFrame:
    counted = context.ask("open_caseload", ("age_band",))
    return pd.DataFrame({"age_band": counted["age_band"], "n": counted["n"]})


def _mix(context: Context) -> pd.DataFrame:
    config = context.store.config
    answer = context.ask("outcomes_assigned", ("outcome",))
    counted = {code: n for code, n in zip(answer["outcome"], answer["n"], strict=True) if n}
    total = sum(counted.values())
    rows = [
        (
            code,
            *config.outcome.get(code, (_unmapped(code), "Unmapped")),
            n,
            n / total,
            code in config.outcomes.positive,
        )
        for code, n in sorted(counted.items(), key=lambda one: (int(one[0]) if one[0].isdecimal() else 999, one[0]))
    ]
    return pd.DataFrame(rows, columns=["code", "title", "group", "n", "share", "positive"])
