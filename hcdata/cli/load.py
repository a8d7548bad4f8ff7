"""The load command: exports into the store, and the receipt of what was read, accepted and rejected."""

import json
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from hcdata.cli.command import NOTHING_USABLE, guarded, json_option, store_option
from hcdata.common import config as configuration
from hcdata.common.progress import told_to
from hcdata.common.spared import without_pandas
from hcdata.common.store_folder import store_folder
from hcdata.loading.run import Options
from hcdata.loading.run import load as load_exports


@click.command()
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
    options = Options(layout, extract_date.date() if extract_date else None, full, again)
    with without_pandas(), told_to(partial(click.echo, err=True)):
        receipt = load_exports(paths, store_folder(store), configuration.load(), options)
    click.echo(json.dumps(receipt.to_json(), indent=1) if as_json else "\n".join(receipt.lines()))
    if not receipt.usable:
        sys.exit(NOTHING_USABLE)
