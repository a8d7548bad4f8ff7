"""The demo command: realistic, messy, synthetic exports with known truth planted in them."""

from pathlib import Path

import click

from hcdata.cli.command import guarded
from hcdata.demo import write


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--years", default=4, show_default=True, type=click.IntRange(2, 10))
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--scale", default=1.0, show_default=True, type=click.FloatRange(0.01))
@guarded
def demo(folder: Path, years: int, seed: int, scale: float) -> None:
    """Write demonstration exports and truth.json of what was planted in them."""
    click.echo(str(write(folder, years=years, seed=seed, scale=scale)))
