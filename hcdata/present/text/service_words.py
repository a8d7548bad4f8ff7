"""A service month by month in words, with its good direction, and as a table."""

import pandas as pd

from hcdata.present.text import missing_words, numbers, signals
from hcdata.views.service import Service

MOVED = {one: f"{one} than usual" for one in ("better", "worse", "higher", "lower")}
CHANGE = MOVED | {"as usual": "as usual"}


def title(found: Service) -> str:
    """State whether the last months are better or worse than usual, or higher or lower where neither is good."""
    if found.change == "as usual" and _place(found) != "within":
        return f"{found.title}: {_place(found)} the usual range, but it could be chance"
    return f"{found.title}: {CHANGE.get(found.change, 'too few a month to judge')}"


def _place(found: Service) -> str:
    """Say on which side of the usual range the last month judged lies."""
    if found.usual is None or found.judged.empty:
        return "within"
    (low, high), value = found.usual, found.judged["value"].iloc[-1]
    return "above" if value > high else "below" if value < low else "within"


def sentence(found: Service) -> str:
    """Say the last month's share with its n, the usual range, whether it is better or worse, and why no later month."""
    said = _judged(found)
    return f"{said} {_later(found)}".rstrip()


def _later(found: Service) -> str:
    """Say why months after the one spoken of are left out: crimes still open, or a base too small."""
    if found.missing or found.judged.empty:
        return ""
    after = found.months[found.months["month"] > found.judged["month"].iloc[-1]]
    young = after["month"].isin(pd.to_datetime(list(found.young)))
    few = after["complete"].astype(bool) & after["value"].isna() & ~young
    days = found.matured_days
    whys = (
        (young, f"left out: crimes younger than {days} days are mostly open, and their outcomes still to come"),
        (few, f"left out: fewer than {found.minimum_n} a month"),
    )
    return " ".join(f"{_months(after.loc[which, 'month'])} {why}." for which, why in whys if which.any())


def _months(months: pd.Series) -> str:
    first, last = (numbers.month(one) for one in (months.iloc[0], months.iloc[-1]))
    return f"{first} is" if first == last else f"{first} to {last} are"


def _judged(found: Service) -> str:
    if found.missing:
        return missing_words.say(found.missing)
    if found.judged.empty:
        return f"Too few to say: no month has a base of {found.minimum_n} or more."
    last = found.judged.iloc[-1]
    said = f"In {last['month']:%B %Y}: {numbers.share(last['value'], int(last['n']), int(last['of']), found.minimum_n)}"
    if found.usual is None:
        return f"{said}. No usual range: {missing_words.say(found.why)}."
    low, high = found.usual
    usual = f"the usual range of {numbers.percent(low)} to {numbers.percent(high)}{_unsteady(found)}"
    place = _place(found)
    if found.change in MOVED:
        marked = int((found.judged["mark"] != 0).sum())
        months = "the last month is" if marked == 1 else f"the last {marked} months taken together are"
        return f"{said}, {place} {usual}; {months} {CHANGE[found.change]}, which is unlikely to be chance."
    if place == "within":
        return f"{said}, an ordinary month, within {usual}."
    return f"{said}, {place} {usual}, but not by enough to rule out chance."


def _unsteady(found: Service) -> str:
    """Say where the months that set the range were not steady themselves; nothing else."""
    stretches = [signals.stretch(pd.Timestamp(a), pd.Timestamp(b), side) for a, b, side in found.unsteady]
    return f", set by months that were not steady themselves ({numbers.listed(stretches)})" if stretches else ""
