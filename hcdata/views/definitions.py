"""How each figure is counted, in the measure's own words."""

import pandas as pd

from hcdata.common.config import Config
from hcdata.measures import registry


def definitions(config: Config) -> pd.DataFrame:
    """Return one row a measure.

    Columns: id, title, short, question, kind, counts, duty, time_basis, direction, how, plan, key_actions, thresholds,
    sql, and of what is made from two others those: numerator, denominator.
    """
    thresholds = config.thresholds.model_dump(mode="json") | {"positive_outcomes": config.outcomes.positive_words}
    rows = [
        {
            "id": measure.id,
            "title": measure.title,
            "short": measure.short,
            "question": measure.question,
            "kind": measure.kind,
            "counts": measure.counts,
            "duty": measure.duty,
            "time_basis": measure.time_basis,
            "direction": measure.direction,
            "how": " ".join(measure.notes.split()),
            "plan": measure.plan,
            "key_actions": ", ".join(measure.key_actions),
            "thresholds": ", ".join(
                f"{name} = {_write(thresholds[name])}" for name in measure.parameters if name in thresholds
            ),
            "sql": measure.select,
            "numerator": measure.numerator,
            "denominator": measure.denominator,
        }
        for measure in registry.all().values()
    ]
    return pd.DataFrame(rows)


def _write(value: object) -> str:
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)
