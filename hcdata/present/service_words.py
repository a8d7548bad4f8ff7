"""A service month by month in words, with its good direction, and as a table."""

import pandas as pd

from hcdata.present import numbers, tables
from hcdata.present.signals import MEANING
from hcdata.views.service import Service

CHANGE = {"better": "better than usual", "worse": "worse than usual", "as usual": "as usual"}


def title(found: Service) -> str:
    """State whether the last months are better or worse than usual."""
    return f"{found.title}: {CHANGE.get(found.change, 'too few a month to judge')}"


def sentence(found: Service) -> str:
    """Say the last month's share with its n, the usual range, and whether it could be chance."""
    if found.missing:
        return found.missing
    if found.judged.empty:
        return f"Too few to say: no month has a base of {found.minimum_n} or more."
    last = found.judged.iloc[-1]
    said = f"In {last['month']:%B %Y}: {numbers.share(last['value'], int(last['n']), int(last['of']), found.minimum_n)}"
    if found.usual is None:
        return f"{said}. No usual range: {found.why}."
    low, high = (numbers.percent(one) for one in found.usual)
    meaning = MEANING.get(last["signal"], "within the usual range")
    chance = "so it could be chance" if found.change == "as usual" else f"{CHANGE[found.change]}: unlikely to be chance"
    return f"{said}, {meaning} ({low} to {high}), {chance}."


def table(found: Service) -> pd.DataFrame:
    """Return Month, Number, Of, Percent, Complete, and the usual range."""
    frame = found.months
    named = {"value": "Percent", "lower": "Usual from, %", "upper": "Usual to, %"}
    columns = {
        "Month": tables.dates(frame["month"], "%b %Y"),
        "Number": tables.whole(frame["n"], tables.NO_FIGURE),
        "Of": tables.whole(frame["of"], tables.NO_FIGURE),
        "Complete": tables.yes(frame["complete"]),
    }
    shares = {name: tables.rounded(frame[key], 1, tables.TOO_FEW, 100) for key, name in named.items()}
    return pd.DataFrame(columns | shares)
