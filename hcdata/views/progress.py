"""How one key action goes: its figures, its shares and its numbers month by month."""

from dataclasses import dataclass
from typing import cast

from hcdata.measures import registry
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.mix import mix
from hcdata.views.months import find_window
from hcdata.views.parts import Dimension, Mix
from hcdata.views.plan import measures_of
from hcdata.views.results import Figure, Trend
from hcdata.views.service import Service, service
from hcdata.views.trends import Trends


@dataclass(frozen=True)
class Progress:
    """A key action's measures in the order they are read.

    shares: those with one for each month. numbers: those that count records, by month. mixes: those that say something
    only by their parts.
    """

    figures: tuple[Figure, ...]
    shares: tuple[Service, ...]
    numbers: tuple[Trend, ...]
    mixes: tuple[Mix, ...] = ()


def figures_of(context: Context, key_action: str) -> tuple[Figure, ...]:
    """Return the figures of a key action's measures."""
    return tuple(figures(context, measures_of(key_action)))


def progress(context: Context, key_action: str) -> Progress:
    """Return how a key action goes; its shares by month are counted all together."""
    ids = measures_of(key_action)
    headers = [registry.one(id) for id in ids]
    shares = [one.id for one in headers if one.kind == "proportion" and not one.standing]
    if window := find_window(context):
        context.ask_all([(id, window[0]) for id in shares if context.missing(id) is None], ("month",))
    return Progress(
        figures=figures_of(context, key_action),
        shares=tuple(service(context, id) for id in shares),
        numbers=tuple(Trends(context, one.id).total for one in headers if one.kind == "count"),
        mixes=tuple(mix(context, cast(Dimension, one)) for one in split_by(key_action)),
    )


def split_by(key_action: str) -> tuple[str, ...]:
    """Return what the mixes of a key action are split by."""
    mixes = (one for one in registry.all().values() if one.part and key_action in one.key_actions)
    return tuple(part for one in mixes for part in one.ignores)
