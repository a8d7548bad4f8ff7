"""What was counted, as docs/false-alarms.md and as the small file the program reads."""

from collections.abc import Iterable
from math import sqrt

from bench.alarms_runs import DRAWN, METHODS, RISE, STABLE, WATCHED, Alarms, Notice
from hcdata.stats.alarms import COLUMNS

# A share is given from so many series.
FEW = 500
HEAD = """# How often a stable series is accused, and how soon a rise is noticed

Written by `python -m bench.alarms --write`; change the source, not this file. {series:,} made series of each kind for
the false alarms ({years:,.0f} years of months in all), {watched:,} for the rises ({watched_years:,.0f} years), seed
{seed}. Months are Poisson counts unless another spread is named. A share of 2 % of {series:,} is known to {error:.1f}
percentage points, a share of half of {watched:,} to {watched_error:.0f} (95 %).

An alarm is a series of which anything is said to be unlikely to be chance (`hcdata/stats/headline.py`). It is looked at
up to three ways, each at p = {level}: its last months, the year beside the year before, and the year beside all whole
years before. The method for the months is chosen for each series from its own: `xmr` from a mean of 5 (a special cause
of the last three months, backed by an exact test against the months that set the range), `rare` (the last quarter
against all before) below. A plain chart is XmR as in plot-the-dots: limits of all points, a special cause alone.
"""
STABLE_HEAD = """
## Stable series of {months} months: false alarms in a month

| mean a month | method chosen (share of series) | false alarm by method | false alarm, all | special cause alone \
| plain XmR, last month | plain XmR, any month |
|---|---|---|---|---|---|---|"""
NOTICE_HEAD = f"""
## A lasting rise of {round(100 * (RISE - 1))} % after {STABLE} stable months: when the page says so

Watched for {WATCHED} months, each month read on the last {DRAWN} as a page would; signals upwards only.

| mean a month | noticed within 3, 6, 12 months | median | plain XmR within 3, 6, 12 | plain XmR, median |
|---|---|---|---|---|"""
SPREAD_HEAD = """
## Where months vary more than by chance alone

Stable series of 24 months whose variance is so many times their mean (negative binomial), false alarms in a
month. Crimes that come several to an incident do this. The limits of `xmr` widen with the months themselves; the exact
tests do not, so a finding of a quarter or a year is a reason to look at its cases first.

| mean a month | variance = mean | variance = 1.5 x mean | variance = 2 x mean |
|---|---|---|---|"""
GAPS_HEAD = """
## Days between events: the last point outside its limits

Stable series of 24 months on a G chart and a T chart. A chart of days between shows long silences and clusters; it does
not make headlines.

| mean a month | G chart | T chart |
|---|---|---|"""


def lay_out(
    alarms: Iterable[Alarms],
    noticed: Iterable[Notice],
    gaps: dict[float, tuple[float, float]],
    seed: int,
    level: float,
) -> str:
    """Return the document."""
    alarms, noticed = list(alarms), list(noticed)
    series, watched = alarms[0].series, noticed[0].series
    lines = [
        HEAD.format(
            series=series,
            years=sum(one.series * one.months for one in alarms) / 12,
            watched=watched,
            watched_years=sum(one.series * (STABLE + WATCHED) for one in noticed) / 12,
            seed=seed,
            error=_error(0.02, series),
            watched_error=_error(0.5, watched),
            level=level,
        )
    ]
    for months in sorted({one.months for one in alarms}):
        lines.append(STABLE_HEAD.format(months=months))
        lines += [_stable(one) for one in alarms if one.months == months and one.spread == 1]
    lines += [NOTICE_HEAD, *map(_notice, noticed), SPREAD_HEAD]
    spread = {(one.mean, one.spread): one.all_accused for one in alarms if one.months == STABLE}
    for mean in sorted({mean for mean, _ in spread}):
        lines.append(_row(f"{mean:g}", *(_share(spread[mean, times]) for times in (1, 1.5, 2))))
    lines.append(GAPS_HEAD)
    lines += [_row(f"{mean:g}", *map(_share, shares)) for mean, shares in gaps.items()]
    return "\n".join(lines) + "\n"


def list_rows(alarms: Iterable[Alarms]) -> list[tuple[object, ...]]:
    """Return the rows the program reads, COLUMNS first."""
    stable = [one for one in alarms if one.spread == 1]
    rows = [(one.months, one.mean, one.series, one.all_accused) for one in stable]
    return [COLUMNS, *rows]


def _stable(one: Alarms) -> str:
    used = [method for method in METHODS if one.chosen[method]]
    return _row(
        f"{one.mean:g}",
        ", ".join(f"{method} {_share(one.chosen[method], 0)}" for method in used),
        ", ".join(
            f"{method} {_share(one.accused[method])}" for method in used if one.chosen[method] * one.series >= FEW
        ),
        _share(one.all_accused),
        *map(_share, (one.special, one.plain, one.plain_anywhere)),
    )


def _notice(one: Notice) -> str:
    def waits(shares: tuple[float, ...], median: float) -> tuple[str, str]:
        return ", ".join(
            _share(share, 0) for share in shares
        ), f"{median:g}" if median <= WATCHED else f"over {WATCHED}"

    return _row(f"{one.mean:g}", *waits(one.ours, one.ours_median), *waits(one.plain, one.plain_median))


def _error(share: float, series: int) -> float:
    """Return how far off, in percentage points, a share of so many series can be: half its 95 % interval."""
    return 196 * sqrt(share * (1 - share) / series)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _share(share: float, places: int = 1) -> str:
    return f"{share * 100:.{places}f} %"
