"""What stands out on a page: all that any of its judgements finds, told once, ranked by strength of evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hcdata.measures import registry
from hcdata.stats import compare
from hcdata.store.reference import LEFT_OVER
from hcdata.views.parts import Mix
from hcdata.views.results import (
    OUTSIDE,
    Comparison,
    DutyBelow,
    Figure,
    FigureMoved,
    PartMoved,
    SeriesStandsOut,
    Signal,
    Trend,
)

UNLIKELY = "unlikely to be chance"
# Parts of which nobody knows what they are.
NOT_KNOWN = ("not_recorded", "unmapped")
# Figures that count what the series of the whole counts.
VOLUME = ("recorded_hate_crimes", "hate_crime_rate", "monitored_hate_crimes")


def find(
    total: Trend,
    parts: Iterable[Trend],
    duty: Comparison,
    duty_total: Figure,
    details: dict[str, Figure],
    figures: Iterable[Figure],
    mixes: Iterable[Mix] = (),
) -> tuple[Signal, ...]:
    """Return the signals worth a sentence, strongest first, each with the overlapping ones it stands for.

    `duty` and `duty_total` are of the whole force, `details` the duty in the districts asked for; `figures` and `mixes`
    are all that the page sets against the period before. Nothing is judged here: each says itself what it finds.
    """
    found = [
        *(signal for trend in (total, *parts) for signal in _looks(trend)),
        *(signal for figure in figures for signal in _moved(figure, total)),
        *(signal for mix in mixes for signal in _parts(mix)),
        *_duty(duty, duty_total, details),
    ]
    series = {(*one.about, one.direction) for one in found if one.about}
    kept: list[Signal] = []
    for signal in sorted(found, key=lambda one: (one.p, -one.size, -_narrowness(one))):
        place = next((i for i, other in enumerate(kept) if _overlap(signal, other, series)), None)
        if place is None:
            kept.append(signal)
        else:
            kept[place] = replace(kept[place], also=(*kept[place].also, signal))
    return tuple(kept)


def _looks(trend: Trend) -> Iterator[Signal]:
    for look in trend.headline.found if trend.headline else ():
        yield SeriesStandsOut(look.p or 0.0, look.n, "trends", look.direction, trend, look)


def _moved(figure: Figure, total: Trend) -> Iterator[Signal]:
    if figure.missing or not figure.verdict.unlikely or figure.verdict.p is None:
        return
    header = registry.one(figure.measure)
    page = "nominals" if header.counts == "person" else header.key_actions[0]
    volume = figure.measure == total.measure or (total.measure in VOLUME and figure.measure in VOLUME)
    higher = (figure.value or 0) > (figure.prior_value or 0)
    yield FigureMoved(
        figure.verdict.p,
        float(figure.n),
        "trends" if volume else page,
        1 if higher else -1,
        figure,
        of_volume=volume,
        alike=header.family or figure.measure,
    )


def _parts(mix: Mix) -> Iterator[Signal]:
    """Yield the parts of a period that moved since the period before; where no part is known none is one."""
    if mix.rows["id"].isin(NOT_KNOWN).all():
        return
    for row in mix.rows[mix.rows["chance"] == UNLIKELY].to_dict("records"):
        yield PartMoved(
            row["p"],
            float(row["n"]),
            "locations" if mix.dimension == "setting" else "trends",
            1 if row["n"] > row["prior_n"] else -1,
            mix.dimension,
            row["id"],
            row["name"],
            int(row["prior_n"]),
            int(row["n"]),
        )


def _duty(duty: Comparison, total: Figure, details: dict[str, Figure]) -> Iterator[Signal]:
    """Yield the duty with every district asked for below the outer limit, the weakest first."""
    if duty.missing or total.missing:
        return
    low = duty.rows.loc[duty.rows["significance"].map(OUTSIDE) == -1, "district"]
    named = [details[district] for district in low if district in details.keys() - dict(LEFT_OVER).keys()]
    named = [one for one in named if (one.of or 0) >= one.minimum_n]
    if named:
        named.sort(key=lambda one: one.value or 0.0)
        p = min(
            compare.proportions(one.n, one.of or 0, total.n - one.n, (total.of or 0) - (one.of or 0)).p or 0.0
            for one in named
        )
        size = float((total.of or 0) - total.n)
        yield DutyBelow(p, size, "investigate", -1, total, tuple(named))


def _narrowness(signal: Signal) -> int:
    """Return how many of district and strand a signal is narrowed to: of equal evidence the narrower is told."""
    return sum(one is not None for one in signal.about or ())


def _overlap(one: Signal, other: Signal, series: set[tuple[str | None, str | None, int]]) -> bool:
    """Say whether two signals tell one story: one family moved one way, or one series on one side holds the other.

    A strand and a district do where the strand in that district is a signal on that side itself (`series`).
    """
    if one.direction != other.direction:
        return False
    if one.about is None or other.about is None:
        return one.about is other.about and one.family == other.family
    pairs = list(zip(one.about, other.about, strict=True))
    whole = all(mine in (None, its) for mine, its in pairs) or all(its in (None, mine) for mine, its in pairs)
    agree = all(None in pair or pair[0] == pair[1] for pair in pairs)
    return whole or (agree and (*(mine or its for mine, its in pairs), one.direction) in series)
