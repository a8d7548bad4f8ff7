"""`python -m bench.planted --seeds 20`: whether the Performance Update finds what the demonstration has planted."""

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hcdata.common import config as configuration
from hcdata.common.filters import Filters
from hcdata.demo import write
from hcdata.demo.contacts import LATE_DISTRICT
from hcdata.demo.planted import QUIET_DISTRICT
from hcdata.demo.timing import DRIFT_DISTRICT, SPIKE_DAY, SPIKE_DISTRICT
from hcdata.loading.run import load
from hcdata.store import query
from hcdata.views.performance import performance_update
from hcdata.views.results import DutyBelow, PerformanceUpdate, SeriesStandsOut, Signal

SPIKE_STRAND = "race"


@dataclass(frozen=True)
class Found:
    """What one demonstration's page says: planted things found, the quiet district accused, findings of neither kind.

    drift_told: among the findings; drift_shown: by the district's own chart, as unlikely to be chance.
    """

    spike: bool
    drift_told: bool
    drift_shown: bool
    duty: bool
    quiet_told: bool
    quiet_shown: bool
    others: int


def run(seed: int, scale: float, years: int) -> Found:
    """Write, load and read one demonstration."""
    with TemporaryDirectory() as folder:
        os.environ["HCDATA_KEY_FILE"] = str(Path(folder) / "key")
        config, store = configuration.load(), Path(folder) / "store"
        load([write(Path(folder) / "exports", years=years, seed=seed, scale=scale).parent], store, config)
        with query.open(store) as opened:
            return read(performance_update(opened, Filters()))


def read(update: PerformanceUpdate) -> Found:
    """Say what a page found of what is planted."""
    trends = {one.district: one for one in update.district_trends}
    told = [one for one in update.signals if not _is_spike(one) and not isinstance(one, DutyBelow)]
    shown = {place for place, one in trends.items() if one.unlikely}
    rising = {place for place in shown if (judged := trends[place].headline) and judged.direction > 0}
    named = {one.trend.district for one in told if isinstance(one, SeriesStandsOut)}
    duty = {detail.subject for one in update.signals if isinstance(one, DutyBelow) for detail in one.details}
    late, quiet = (trends[place].subject for place in (LATE_DISTRICT, QUIET_DISTRICT))
    return Found(
        spike=any(map(_is_spike, update.signals)),
        drift_told=any(_rises(one, DRIFT_DISTRICT) for one in told),
        drift_shown=DRIFT_DISTRICT in rising,
        duty=late in duty,
        quiet_told=QUIET_DISTRICT in named or quiet in duty,
        quiet_shown=QUIET_DISTRICT in shown,
        others=sum(not _rises(one, DRIFT_DISTRICT) for one in told) + len(duty - {late}),
    )


def _is_spike(one: Signal) -> bool:
    """Whether a finding speaks of a rise in the month of the event, in a series that holds the spike."""
    if not isinstance(one, SeriesStandsOut) or one.look.kind != "month" or one.direction < 0:
        return False
    months = one.trend.complete["month"].iloc[list(one.look.places)]
    here = one.trend.district in (None, SPIKE_DISTRICT) and one.trend.strand in (None, SPIKE_STRAND)
    return here and any((month.year, month.month) == (SPIKE_DAY.year, SPIKE_DAY.month) for month in months)


def _rises(one: Signal, district: str) -> bool:
    return isinstance(one, SeriesStandsOut) and one.trend.district == district and one.direction > 0


@click.command()
@click.option("--seeds", default=20, show_default=True, type=click.IntRange(1), help="Demonstrations, seeds 1 upwards.")
@click.option("--scale", default=1.0, show_default=True, type=float, help="Size of the force.")
@click.option("--years", default=4, show_default=True, type=click.IntRange(2), help="Years of exports.")
def main(seeds: int, scale: float, years: int) -> None:
    """Print, seed by seed and in all, what the page found."""
    names = [field.name for field in fields(Found)]
    click.echo("seed  " + "  ".join(names))
    found = []
    with ProcessPoolExecutor() as pool:
        for seed, one in enumerate(pool.map(run, range(1, seeds + 1), [scale] * seeds, [years] * seeds), start=1):
            found.append(one)
            click.echo(
                f"{seed:>4}  "
                + "  ".join(f"{cell:>{len(name)}}" for cell, name in zip(map(int, astuple(one)), names, strict=True))
            )
    for name in names:
        total = sum(int(getattr(one, name)) for one in found)
        click.echo(
            f"{name}: {total} in all" if name == "others" else f"{name}: {total} of {seeds} ({total / seeds:.0%})"
        )


if __name__ == "__main__":
    main()
