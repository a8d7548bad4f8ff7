"""What the period's records are and when they happened: offence groups, channels, settings, hours."""

from dataclasses import dataclass

from hcdata.measures import registry
from hcdata.measures.dimensions import offered
from hcdata.views.context import Context
from hcdata.views.mix import mix
from hcdata.views.parts import Dimension, Mix
from hcdata.views.rhythm import Rhythm, rhythm

SPLITS: tuple[Dimension, ...] = ("kind", "offence_group", "channel", "setting")


@dataclass(frozen=True)
class Patterns:
    """The period's records by each part they can be split into, and by hour and weekday."""

    mixes: tuple[Mix, ...]
    rhythm: Rhythm


def patterns(context: Context) -> Patterns:
    """Split the period's records every way they can be."""
    there = offered(registry.one(context.volume))
    return Patterns(tuple(mix(context, one) for one in SPLITS if one in there), rhythm(context))
