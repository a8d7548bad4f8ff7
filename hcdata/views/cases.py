"""The references behind a figure, with what a reader needs to put them right; people and places only by pseudonym."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hcdata.common.errors import MeasureError
from hcdata.disclosure.disclose import label, strip
from hcdata.measures import registry, run
from hcdata.measures.registry import Measure
from hcdata.measures.repeats import counts_repeats
from hcdata.schema.issues import FIELDS
from hcdata.views import put_right
from hcdata.views.about import during
from hcdata.views.again import list_repeats
from hcdata.views.context import Context
from hcdata.views.field_words import BLANKS
from hcdata.views.figures import figure
from hcdata.views.offence_titles import titles_shown
from hcdata.views.references import as_written
from hcdata.views.results import Figure
from hcdata.views.rhythm import rhythm
from hcdata.views.spans import span

STATES = {"met": "Met", "not_met": "Not met", "not_recorded": "Nothing recorded", "not_due": "Not due yet"}
REPEAT_STATES = {"met": "Repeat", "not_met": "No repeat"}
# What a reader may ask to see: the states of the rows listed.
CHOICES = {
    "to_put_right": ("not_met", "not_recorded"),
    "missed": ("not_met", "not_recorded"),
    "not_recorded": ("not_recorded",),
    "not_met": ("not_met",),
    "met": ("met",),
    "new": ("met",),
    "not_due": ("not_due",),
    "all": tuple(STATES),
}
# Columns of a relation that say nothing to a reader of a list, or say too much of a place.
_NOT_LISTED = ("settings", "east_km", "north_km", "committed_local")


@dataclass(frozen=True)
class Cases:
    """The rows behind a figure, newest first, those that can be put right oldest first.

    `figure` is the one they stand behind, `sql` the query that counts it. `things` are the crimes, incidents, people or
    places among the rows: a person has a row for each of their crimes.
    """

    figure: Figure
    measure: Measure
    rows: pd.DataFrame
    state: str
    sql: str
    things: int


def cases(context: Context, measure: str, state: str = "all", hour: tuple[int, int] | None = None) -> Cases:
    """List a measure's rows over the dates its figure counts; for a ratio or rate those of its numerator.

    `hour` keeps those committed on a weekday (1 Monday to 7) and hour, as `rhythm` counts them.
    """
    header = registry.one(measure)
    if state == "new" and not counts_repeats(header):
        raise MeasureError(f"measure {measure}", "it counts no repeats, and none is new", "another state", "change it")
    period = span(context, header).now
    asked = during(context.filters, period)
    rows = run.cases(context.store, measure, asked, context.scope)
    if header.leaves_unknown:
        rows = rows[rows["state"].isna() if state == "all" else rows["state"].isin(CHOICES[state])]
    elif rows["state"].notna().any():
        rows = rows[rows["state"].isin(CHOICES[state])]
    if header.duty:
        rows = put_right.list_cases(context, header, rows, state)
    if counts_repeats(header):
        rows = list_repeats(context, measure, rows, period, only_new=state == "new")
    if hour and "committed_local" in rows:
        rows = rows[_committed_in(rows, hour, without_midnight=bool(rhythm(context).placeholders))]
    said = REPEAT_STATES if counts_repeats(header) else STATES
    shown = rows.assign(state=rows["state"].map(said.get), **name_codes(context, rows))
    counted = registry.relation(header).counts
    if counted == "person":
        shown["ref"] = shown["ref"].map(label)
    hidden = _NOT_LISTED if counted != "place" else (*_NOT_LISTED, "ref")
    listed = strip(shown.drop(columns=[name for name in hidden if name in shown])).reset_index(drop=True)
    query = run.query(context.store, measure, (), asked, context.scope)
    return Cases(figure(context, measure), header, listed, state, query, rows["ref"].nunique())


def _committed_in(rows: pd.DataFrame, hour: tuple[int, int], *, without_midnight: bool) -> pd.Series:
    when = pd.to_datetime(rows["committed_local"]).dt
    inside = (when.day_of_week + 1 == hour[0]) & (when.hour == hour[1])
    return inside & ~((when.hour == 0) & (when.minute == 0)) if without_midnight else inside


def name_codes(context: Context, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of a list in words: codes by name, crimes by the reference the force writes."""
    config = context.store.config
    strands = dict(context.store.strands()[["id", "name"]].itertuples(index=False))
    channels = BLANKS | {channel.id: channel.name for channel in config.channel}
    settings = BLANKS | {setting.id: setting.name for setting in config.setting}
    outcomes = {code: f"{code} {title}" for code, (title, _) in config.outcome.items()} | BLANKS
    open_still = "no outcome yet"
    words: dict[str, Callable[[Any], str | None]] = {
        "district": lambda one: context.names.get(one, one),
        "strands": lambda ids: ", ".join(strands.get(one, one) for one in ids),
        "channel": lambda one: channels.get(one, one),
        "place_type": lambda one: settings.get(one, one),
        "outcome_code": lambda one: outcomes.get(one, f"{one} (unmapped)") if isinstance(one, str) else open_still,
    }
    for source in ("own_outcome_code", "event_outcome_code"):
        words[source] = lambda one: outcomes.get(one, one)
    words["lacking"] = lambda codes: ", ".join(FIELDS[code] for code in codes) or None
    words["outcome_rows"] = lambda told: _outcome_rows(told, outcomes)
    if "offence_title" in rows:
        words["offence_title"] = titles_shown(context.store, rows["offence_title"])
    told = {column: rows[column].map(said) for column, said in words.items() if column in rows}
    return told | ({"crime_ref": as_written(context.store, rows["crime_ref"])} if "crime_ref" in rows else {})


def _outcome_rows(told: Any, outcomes: Mapping[str, str]) -> str | None:
    """Say each outcome row of a crime: what was given, when, and the newest extract that gave it."""
    if not isinstance(told, Iterable):
        return None
    return "; ".join(
        f"{outcomes.get(one['code'], one['code'])}, {one['given_on'] or 'no date'}"
        + (f" (extract to {one['seen']})" if one["seen"] else "")
        for one in told
    )
