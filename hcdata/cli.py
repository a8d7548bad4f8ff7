"""The commands: results to stdout, messages to stderr; exit 0 done, 1 nothing usable, 2 usage, 3 refused, 4 faulty."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from hcdata import cli_alias, cli_figures, cli_history, cli_layout, cli_quality, cli_register, cli_store
from hcdata import config as configuration
from hcdata.command import NOTHING_USABLE, guarded, json_option, store_folder, store_option


@click.group()
def main() -> None:
    """Hate crime governance: exports in, the Performance Update out."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--years", default=4, show_default=True, type=click.IntRange(2, 10))
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--scale", default=1.0, show_default=True, type=click.FloatRange(0.01))
@guarded
def demo(folder: Path, years: int, seed: int, scale: float) -> None:
    """Write demonstration exports and truth.json of what was planted in them."""
    from hcdata.demo import write

    click.echo(str(write(folder, years=years, seed=seed, scale=scale)))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@click.option("--layout", help="Read every file by this layout: its name, or the path of a .toml.")
@click.option(
    "--extract-date", type=click.DateTime(["%Y-%m-%d"]), help="Date the data run to, when no title or name says so."
)
@click.option("--full", is_flag=True, help="These are full extracts: crimes missing from them are queried.")
@click.option("--again", is_flag=True, help="Read them with today's layouts though they were loaded before.")
@json_option
@guarded
def load(
    paths: tuple[Path, ...],
    store: Path | None,
    layout: str | None,
    extract_date: datetime | None,
    full: bool,
    again: bool,
    as_json: bool,
) -> None:
    """Load exports into the store and print the receipt."""
    from hcdata.store.load import Options
    from hcdata.store.load import load as load_exports

    options = Options(layout, extract_date.date() if extract_date else None, full, again)
    receipt = load_exports(
        paths, store_folder(store), configuration.load(), options, say=lambda text: click.echo(text, err=True)
    )
    click.echo(json.dumps(receipt.to_json(), indent=1) if as_json else "\n".join(receipt.lines()))
    if not receipt.usable:
        sys.exit(NOTHING_USABLE)


for command in (
    *(cli_store.rejects, cli_store.status, cli_store.check),
    *(cli_figures.measure, cli_figures.export),
    *(cli_history.changes, cli_history.reapply, cli_quality.quality),
    *(cli_register.event, cli_register.rebase),
    *(cli_layout.layout, cli_alias.alias),
):
    main.add_command(command)
