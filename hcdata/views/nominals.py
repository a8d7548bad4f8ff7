"""Who: repeat victims and suspects as counts over time and the most frequent as pseudonyms; linked, not proven."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from hcdata.common.filters import Period
from hcdata.disclosure.disclose import label
from hcdata.stats import periods
from hcdata.views.again import is_new
from hcdata.views.context import Context
from hcdata.views.figures import figure, figures
from hcdata.views.missing import Simply
from hcdata.views.results import Nominals

CRIMES, VICTIMS, SUSPECTS = "recorded_hate_crimes", "repeat_victims", "repeat_suspects"
# Whole quarters drawn (and one begun), and people listed.
QUARTERS, LISTED = 8, 10
# The first year has no full look-back: a quarter is drawn when it starts twelve months after the first month or later.
_FULL_LOOK_BACK = 14
_QUARTERS = ["quarter", "repeat_victims", "repeat_suspects", "complete"]
_PEOPLE = ["label", "districts", "crimes", "asked", "new", "last_recorded"]


def nominals(context: Context) -> Nominals:
    """Return repeat victims and suspects of the period; incidents have no nominals."""
    victims, suspects = figures(context, [VICTIMS, SUSPECTS])
    missing = context.missing(VICTIMS) if context.missing(VICTIMS) and context.missing(SUSPECTS) else None
    unloaded = figure(context, CRIMES).missing
    nobody = None if victims.of or suspects.of else Simply("nobody_identified")
    return Nominals(
        victims=victims,
        suspects=suspects,
        quarters=pd.DataFrame(columns=_QUARTERS) if missing else _quarters(context),
        most_frequent_suspects=_most_frequent(context, SUSPECTS, [*_PEOPLE, "outcomes"]),
        most_frequent_victims=_most_frequent(context, VICTIMS, [*_PEOPLE, "incidents"]),
        missing=missing or unloaded or nobody,
    )


def _quarters(context: Context) -> pd.DataFrame:
    end = context.about.period.end
    start = periods.add_months(periods.quarter(end).start, -3 * QUARTERS)
    if context.first:
        start = max(start, periods.quarter(periods.add_months(context.first, _FULL_LOOK_BACK)).start)
    if start >= end:
        return pd.DataFrame(columns=_QUARTERS)
    window = Period(start, end, True)
    victims, suspects = context.ask_all([(VICTIMS, window), (SUSPECTS, window)], ("quarter",))
    columns = (victims["quarter"], victims["n"], suspects["n"], victims["complete"])
    frame = pd.DataFrame(dict(zip(_QUARTERS, columns, strict=True)))
    kinds = {"quarter": "datetime64[us]", "repeat_victims": "Int64", "repeat_suspects": "Int64"}
    return frame.astype(kinds)


def _most_frequent(context: Context, measure: str, columns: list[str]) -> pd.DataFrame:
    """Return those of the period's repeats with most crimes: the columns named."""
    if context.missing(measure):
        return pd.DataFrame(columns=columns)
    period, titles = context.about.period, {code: title for code, (title, _) in context.store.config.outcome.items()}
    rows = [
        (
            label(person.ref),
            ", ".join(sorted(context.names.get(one, one) for one in person.districts)),
            person.crimes,
            person.asked,
            is_new(person, period),
            person.last_recorded,
            person.incidents,
            _outcome_words(person.outcomes, titles),
        )
        for person in context.repeats(measure, period, context.scope.records)[:LISTED]
    ]
    return pd.DataFrame(rows, columns=[*_PEOPLE, "incidents", "outcomes"])[columns]


def _outcome_words(codes: Iterable[str | None], titles: dict[str, str]) -> str:
    named = Counter(titles.get(code, f"outcome {code}") if code else "no outcome yet" for code in codes)
    ordered = sorted(named.items(), key=lambda one: (-one[1], one[0]))
    return "; ".join(f"{count} {title[0].lower()}{title[1:]}" for title, count in ordered)
