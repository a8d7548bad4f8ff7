"""`python -m bench`: what loading, a change of filter and judging take, and how often the judging is right."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bench.load import best
from bench.size import measure
from bench.table import lay_out, line


def measure_loading(folder: Path, rows: int, repeat: int) -> Iterator[tuple[str, ...]]:
    """Write the exports and yield a line for each thing measured."""
    click.echo("Writing the exports ...", err=True)
    # In a process of its own: a child starts with its parent's peak of memory as its own.
    subprocess.run([sys.executable, "-m", "bench.exports", str(folder), str(rows)], check=True)
    demonstration = folder / "demonstration"
    extracts = sorted(demonstration.rglob("crime_extract_*.csv"))
    click.echo("Loading the demonstration ...", err=True)
    yield line("four-year demonstration", best("load", [demonstration], repeat), {})
    typed = best("typed", extracts, repeat, recode=True, parallel=False)
    yield line(f"its {len(extracts)} crime extracts", best("load", extracts, repeat), {"typed": typed})
    click.echo("Reading a workbook ...", err=True)
    ours, theirs = (best(what, [folder / "workbook.xlsx"], repeat) for what in ("workbook", "openpyxl"))
    yield line("a workbook of 20 columns", ours, {})
    yield line("the same by openpyxl", theirs, {})
    click.echo(f"Loading {rows:,} crime rows ...", err=True)
    for what, run, beside in measure(folder / "bulk.csv", folder / "month.csv", repeat):
        yield line(what, run, beside)


@click.command()
@click.option("--rows", default=1_000_000, show_default=True, type=click.IntRange(1), help="Rows of the large extract.")
@click.option("--repeat", default=2, show_default=True, type=click.IntRange(1), help="Runs; the quickest counts.")
def main(rows: int, repeat: int) -> None:
    """Measure loading beside bare DuckDB, a change of filter, judging every series, false alarms and planted truths."""
    with TemporaryDirectory() as folder:
        lines = list(measure_loading(Path(folder), rows, repeat))
    click.echo(lay_out(lines))
    click.echo("Changing filters ...", err=True)
    subprocess.run([sys.executable, "-m", "bench.page"], check=True)
    click.echo("Judging series ...", err=True)
    subprocess.run([sys.executable, "-m", "bench.judge"], check=True)
    click.echo("Counting false alarms ...", err=True)
    # A fifth of what docs/false-alarms.md rests on.
    subprocess.run([sys.executable, "-m", "bench.alarms", "--series", "2000", "--watched", "200"], check=True)
    click.echo("Looking for what is planted ...", err=True)
    subprocess.run([sys.executable, "-m", "bench.planted", "--seeds", "4"], check=True)


if __name__ == "__main__":
    main()
