"""What stands out: candidates from every series and comparison, ranked by strength of evidence and then by size."""

from collections.abc import Iterable, Iterator

from hcdata.stats import compare
from hcdata.stats.arrays import Floats
from hcdata.stats.rules import SIGNALS
from hcdata.store.reference import LEFT_OVER
from hcdata.views.results import Comparison, Figure, Signal, Trend

# A page looks at some 25 series and a dozen figures, each several ways. On 20 demonstrations the planted spike and duty
# were found on all, the slow drift on 16, the quiet district accused on none: `python -m bench.planted --seeds 20`.
EVIDENCE = 0.001
MOST = 4
# The group meets quarterly: a month outside its limits is news for three months.
RECENT = 3
# Beyond the lower 99.8 % limit: Spiegelhalter 2005, Statistics in Medicine 24.
BELOW = "Low (0.001)"
OUTSIDE = ("Above UCL", "Below LCL")


def find(
    total: Trend,
    parts: Iterable[Trend],
    duty: Comparison,
    duty_total: Figure,
    details: dict[str, Figure],
    figures: Iterable[Figure],
    evidence: float = EVIDENCE,
) -> tuple[Signal, ...]:
    """Return the few signals worth a sentence, strongest first; of overlapping ones only the strongest.

    `duty` and `duty_total` are of the whole force, `details` the duty in the districts asked for; `figures` are those
    that may have moved since the period before. Each but the duty, judged by its funnel, needs p below `evidence`.
    """
    trends = [total, *(part for part in parts if not {part.district, part.strand} & dict(LEFT_OVER).keys())]
    found = [
        *(signal for trend in trends for say in (_months, _quarter, _year, _years) for signal in say(trend)),
        *(signal for figure in figures for signal in _moved(figure)),
    ]
    found = [*(signal for signal in found if signal.p < evidence), *_duty(duty, duty_total, details)]
    series = [(one.trend.district, one.trend.strand, direction(one)) for one in found if one.trend]
    kept: list[Signal] = []
    for signal in sorted(found, key=lambda one: (one.p, -one.size, -_narrowness(one))):
        if not any(_overlap(signal, other, series) for other in kept):
            kept.append(signal)
    return tuple(kept[:MOST])


def direction(signal: Signal) -> int:
    """Return 1 where a series' signal lies above what is usual, -1 where below."""
    assert signal.trend is not None
    if signal.kind == "year":
        return 1 if signal.trend.year.n > (signal.trend.year.prior_n or 0) else -1
    if signal.kind == "quarter":
        assert signal.trend.headline is not None
        return signal.trend.headline.direction
    if signal.kind == "years":
        assert signal.trend.headline is not None and signal.trend.headline.year is not None
        return 1 if signal.trend.headline.year.n > signal.trend.headline.year.expected else -1
    return SIGNALS[signal.trend.complete["signal"].iloc[signal.last]]


def _months(trend: Trend) -> Iterator[Signal]:
    """Yield what the last months say: those outside one limit this quarter, or the run the last month ends."""
    if trend.latest is None:
        return
    n, labels = trend.complete["n"].to_numpy(), trend.complete["signal"].tolist()
    last = len(n) - 1
    outside = [i for i in range(max(0, last - RECENT + 1), last + 1) if labels[i] in OUTSIDE]
    if outside:
        side = [i for i in outside if labels[i] == labels[outside[-1]]]
    elif trend.latest.signal != "Common Cause":
        side = list(range(trend.latest.start, last + 1))
    else:
        return
    p = _against(n, side)
    if p is not None:
        yield Signal("month", p, float(n[side].sum()), "trends", trend=trend, first=side[0], last=side[-1])


def _against(n: Floats, chosen: list[int]) -> float | None:
    """Return p for the chosen months against all others."""
    inside, others = n[chosen].sum(), len(n) - len(chosen)
    return compare.counts(inside, n.sum() - inside, len(chosen), others).p if others else None


def _quarter(trend: Trend) -> Iterator[Signal]:
    """Yield what the last three months say of a series too sparse for a usual range."""
    found = trend.headline
    if found and found.choice.method == "rare" and found.p is not None:
        yield Signal("quarter", found.p, found.n, "trends", trend=trend)


def _year(trend: Trend) -> Iterator[Signal]:
    verdict = trend.year.verdict
    if verdict.p is not None:
        yield Signal("year", verdict.p, float(trend.year.n), "trends", trend=trend, figure=trend.year)


def _years(trend: Trend) -> Iterator[Signal]:
    """Yield the last twelve months beside all whole years before: a slow drift that the year before would hide."""
    found = trend.headline.year if trend.headline else None
    if found and found.p is not None:
        yield Signal("years", found.p, found.n, "trends", trend=trend)


def _duty(duty: Comparison, total: Figure, details: dict[str, Figure]) -> Iterator[Signal]:
    """Yield the duty with every district asked for below the 99.8 % limit, the weakest first."""
    if duty.missing or total.missing:
        return
    low = duty.rows.loc[duty.rows["significance"] == BELOW, "district"]
    named = [details[district] for district in low if district in details.keys() - dict(LEFT_OVER).keys()]
    named = [one for one in named if (one.of or 0) >= one.minimum_n]
    if named:
        named.sort(key=lambda one: one.value or 0.0)
        p = min(
            compare.proportions(one.n, one.of or 0, total.n - one.n, (total.of or 0) - (one.of or 0)).p or 0.0
            for one in named
        )
        yield Signal("duty", p, float((total.of or 0) - total.n), "investigate", figure=total, details=tuple(named))


def _moved(figure: Figure) -> Iterator[Signal]:
    if not figure.missing and figure.verdict.p is not None:
        page = "nominals" if figure.measure in ("repeat_victims", "repeat_suspects") else "investigate"
        yield Signal("figure", figure.verdict.p, float(figure.n), page, figure=figure)


def _narrowness(signal: Signal) -> int:
    """Return how many of district and strand a series is narrowed to: of equal evidence the narrower is told."""
    return sum(one is not None for one in (signal.trend.district, signal.trend.strand)) if signal.trend else 0


def _overlap(one: Signal, other: Signal, series: list[tuple[str | None, str | None, int]]) -> bool:
    """Say whether two series' signals tell one story: both lie on the same side, and one series holds the other.

    A strand and a district do where the strand in that district is a signal on that side itself (`series`).
    """
    if one.trend is None or other.trend is None or direction(one) != direction(other):
        return False
    crossing = (one.trend.district or other.trend.district, one.trend.strand or other.trend.strand, direction(one))
    crosses = None not in crossing and crossing in series and _agree(one.trend, other.trend)
    return crosses or _holds(one.trend, other.trend) or _holds(other.trend, one.trend)


def _agree(one: Trend, other: Trend) -> bool:
    """Say whether no two series are of different districts or of different strands."""
    pairs = ((one.district, other.district), (one.strand, other.strand))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _holds(whole: Trend, part: Trend) -> bool:
    return whole.district in (None, part.district) and whole.strand in (None, part.strand)
