"""`python -m bench.alarms`: how often a stable series is accused, and how soon a rise of 30 % is noticed."""

import csv
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click

from bench.alarms_runs import DRAWN, STABLE, accuse, accuse_gaps, notice
from bench.alarms_table import lay_out, list_rows
from hcdata.common.config import ROOT
from hcdata.stats.alarms import FILE
from hcdata.stats.headline import LEVEL

MEANS = (0.5, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 80, 120)
# Lengths and spreads (variance over mean) of stable series.
KINDS = ((STABLE, 1.0), (DRAWN, 1.0), (STABLE, 1.5), (STABLE, 2.0))
# A chart of days between is drawn below this mean a month.
SPARSE = 5
DOCUMENT = ROOT / "docs" / "false-alarms.md"


@click.command()
@click.option(
    "--series", default=10_000, show_default=True, type=click.IntRange(10), help="Stable series of each kind."
)
@click.option(
    "--watched", default=1_000, show_default=True, type=click.IntRange(10), help="Raised series of each mean."
)
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--write", is_flag=True, help="Write docs/false-alarms.md and the table the program reads.")
def main(series: int, watched: int, seed: int, write: bool) -> None:
    """Count false alarms and months to notice, on made series of every mean."""
    with ProcessPoolExecutor() as pool:
        alarms = [pool.submit(accuse, months, mean, spread, series, seed) for months, spread in KINDS for mean in MEANS]
        noticed = [pool.submit(notice, mean, watched, seed) for mean in MEANS]
        gaps = {mean: pool.submit(accuse_gaps, mean, watched, seed) for mean in MEANS if mean < SPARSE}
    found = [one.result() for one in alarms]
    text = lay_out(
        found, [one.result() for one in noticed], {mean: one.result() for mean, one in gaps.items()}, seed, LEVEL
    )
    click.echo(text)
    if write:
        DOCUMENT.write_text(text, encoding="utf-8")
        _save(FILE, list_rows(found))


def _save(file: Path, rows: list[tuple[object, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
