"""`python -m bench`: writes made-up exports, loads them, and prints what it took beside bare DuckDB."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bench.load import Case, best
from bench.table import lay_out, line


def cases(folder: Path, rows: int) -> list[Case]:
    """Write the exports and return what to measure."""
    # In a process of its own: a child starts with its parent's peak of memory as its own.
    subprocess.run([sys.executable, "-m", "bench.exports", str(folder), str(rows)], check=True)
    extracts = tuple(sorted(folder.rglob("crime_extract_*.csv")))
    return [
        Case("four-year demonstration, all exports", (folder / "demonstration",), bare=False),
        Case(f"its {len(extracts)} crime extracts", extracts, recode=True, parallel=False),
        Case(f"{rows:,} crime rows", (folder / "bulk.csv",)),
    ]


@click.command()
@click.option("--rows", default=1_000_000, show_default=True, type=click.IntRange(1), help="Rows of the large extract.")
@click.option("--repeat", default=2, show_default=True, type=click.IntRange(1), help="Runs; the quickest counts.")
def main(rows: int, repeat: int) -> None:
    """Measure loading beside bare DuckDB, then a change of filter on the Performance Update."""
    with TemporaryDirectory() as folder:
        click.echo("Writing the exports ...", err=True)
        lines = []
        for case in cases(Path(folder), rows):
            click.echo(f"Loading: {case.name} ...", err=True)
            loaded = best(case, "load", repeat)
            lines.append(line(case, loaded, best(case, "bare", repeat) if case.bare else None))
    click.echo(lay_out(lines))
    click.echo("Changing filters ...", err=True)
    subprocess.run([sys.executable, "-m", "bench.page"], check=True)


if __name__ == "__main__":
    main()
