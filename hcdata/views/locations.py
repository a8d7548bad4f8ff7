"""Where: settings, repeat places by type and area, and squares of one kilometre; never an address."""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from hcdata.disclosure.disclose import mute
from hcdata.measures import registry
from hcdata.views import outlines
from hcdata.views.again import is_new
from hcdata.views.context import Context
from hcdata.views.field_words import BLANKS
from hcdata.views.figures import figure, judge
from hcdata.views.missing import Missing, Simply
from hcdata.views.results import Locations
from hcdata.views.spans import span

_SETTINGS = ["setting", "name", "n", "share", "prior_n", "chance", "p"]
_PLACES = ["district", "place_type", "places", "crimes", "new"]


def locations(context: Context) -> Locations:
    """Return where records of the period happened."""
    minimum = context.store.config.thresholds.map_minimum
    squares, off = _squares(context, minimum)
    settings = _settings(context)
    missing = figure(context, context.volume).missing
    return Locations(
        settings=settings,
        repeat=figure(context, "repeat_places"),
        places=_places(context),
        squares=squares,
        landmarks=_landmarks(context),
        squares_missing=missing or _explain_none(squares, off, _total(context)),
        not_on_map=off,
        map_minimum=minimum,
        outlines=outlines.of(context.names),
        settings_missing=missing or (None if len(settings) else Simply("no_setting")),
    )


def _settings(context: Context) -> pd.DataFrame:
    """Count the period's records by setting, those of a known one first; one record can have several."""
    if context.missing(context.volume):
        return pd.DataFrame(columns=_SETTINGS)
    dates, names = span(context, registry.one(context.volume)), _name_types(context)
    asked = [(context.volume, one) for one in (dates.now, dates.before) if one]
    now, *earlier = context.ask_all(asked, ("setting",))
    before = dict(zip(earlier[0]["setting"], earlier[0]["n"], strict=True)) if earlier else {}
    total = _total(context)
    rows = []
    for one, n in zip(now["setting"], now["n"], strict=True):
        prior = before.get(one, 0) if earlier else None
        if n:
            found = judge("count", n, None, prior, None, level=context.evidence)
            rows.append((one, names.get(one, one), n, n / total, prior, found.chance, found.p))
    rows.sort(key=lambda row: (row[0] in BLANKS, -row[2], row[1]))
    return pd.DataFrame(rows, columns=_SETTINGS)


def _total(context: Context) -> int:
    return int(context.ask(context.volume)["n"][0] or 0)


@dataclass
class _Tally:
    places: int = 0
    crimes: int = 0
    new: int = 0


def _places(context: Context) -> pd.DataFrame:
    """Return the period's repeat places as counts by district and type: places, crimes, how many of them are new."""
    if context.missing("repeat_places"):
        return pd.DataFrame(columns=_PLACES)
    period, kinds = context.about.period, _name_types(context)
    tallies = defaultdict[tuple[str, str], _Tally](_Tally)
    for place in context.repeats("repeat_places", period, context.scope.aggregates):
        tally = tallies[
            context.names.get(place.district, place.district), kinds.get(place.place_type, place.place_type)
        ]
        tally.places += 1
        tally.crimes += place.crimes
        tally.new += is_new(place, period)
    rows = [(*key, tally.places, tally.crimes, tally.new) for key, tally in tallies.items()]
    rows.sort(key=lambda row: (-row[2], -row[3], row[:2]))
    return pd.DataFrame(rows, columns=_PLACES)


def _name_types(context: Context) -> dict[str, str]:
    return {setting.id: setting.name for setting in context.store.config.setting} | BLANKS


def _squares(context: Context, minimum: int) -> tuple[pd.DataFrame, int]:
    """Return the squares of the period's records, small ones muted, and how many records lie in none."""
    if context.missing(context.volume):
        return pd.DataFrame(columns=["east_km", "north_km", "n", "muted"]), 0
    counted = context.ask(context.volume, ("square",))
    rows = [
        (*map(int, square.split(" ")), n)
        for square, n in zip(counted["square"], counted["n"], strict=True)
        if square and n
    ]
    frame = pd.DataFrame(rows, columns=["east_km", "north_km", "n"]).astype({"n": "Int64"})
    return mute(frame, minimum), _total(context) - int(frame["n"].sum())


def _explain_none(squares: pd.DataFrame, off: int, total: int) -> Missing | None:
    if len(squares):
        return None
    if off < total:
        return Simply("few_squares")
    return Simply("no_square")


def _landmarks(context: Context) -> pd.DataFrame:
    rows = [(mark.name, mark.easting / 1000, mark.northing / 1000) for mark in context.store.config.landmark]
    return pd.DataFrame(rows, columns=["name", "east_km", "north_km"])
