"""How one key action goes: its figures, its shares and its numbers month by month."""

from dataclasses import dataclass

from hcdata.measures import registry
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.plan import measures_of
from hcdata.views.results import Figure, Trend
from hcdata.views.service import Service, service
from hcdata.views.trends import Trends


@dataclass(frozen=True)
class Progress:
    """A key action's measures in the order they are read.

    shares: those with one for each month. numbers: those that count records, by month.
    """

    figures: tuple[Figure, ...]
    shares: tuple[Service, ...]
    numbers: tuple[Trend, ...]


def progress(context: Context, key_action: str) -> Progress:
    """Return how a key action goes."""
    ids = measures_of(key_action)
    headers = [registry.one(id) for id in ids]
    return Progress(
        figures=tuple(figures(context, ids)),
        shares=tuple(service(context, one.id) for one in headers if one.kind == "proportion"),
        numbers=tuple(Trends(context, one.id).total for one in headers if one.kind == "count"),
    )
