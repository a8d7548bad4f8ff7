"""Commands that look at the store: rejects, status and check. None of them prints the value of a cell."""

import json
import sys
from pathlib import Path

import click

from hcdata.cli.command import REFUSED, as_at_option, guarded, json_option, store_option
from hcdata.common import config as configuration
from hcdata.common.errors import HcdataError
from hcdata.common.filters import AsAt
from hcdata.common.spared import without_pandas
from hcdata.common.store_folder import store_folder
from hcdata.store import inspection


@click.command()
@store_option
@click.option("--file", "name", help="Only the rejects of this file (its name, without folders).")
@click.option("--reason", help="Only the rejects with this reason code.")
@as_at_option
@json_option
@guarded
def rejects(store: Path | None, name: str | None, reason: str | None, as_at: str | None, as_json: bool) -> None:
    """List rejected rows: file, sheet, row number, reason, and what to do."""
    moment = _read(store, as_at)
    with without_pandas():
        found = inspection.rejects(store_folder(store), name, reason, moment)
    if as_json:
        click.echo(json.dumps([row.to_json() for row in found], indent=1))
        return
    for row in found:
        click.echo(f"{row.place}\trow {row.row}\t{row.reason}\t{row.remedy}")
    click.echo(f"{len(found):,} rejected rows", err=True)


@click.command()
@store_option
@as_at_option
@json_option
@guarded
def status(store: Path | None, as_at: str | None, as_json: bool) -> None:
    """Say what is loaded, up to when, how many rows, and what could not be mapped or read."""
    moment = _read(store, as_at)
    with without_pandas():
        found = inspection.status(store_folder(store), moment)
    click.echo(json.dumps(found.to_json(), indent=1) if as_json else "\n".join(found.lines()))


@click.command()
@store_option
@guarded
def check(store: Path | None) -> None:
    """Check configuration, layouts, store and versions; exit 3 when anything is wrong."""
    faults: list[str] = []
    try:
        configuration.load()
    except HcdataError as fault:
        faults.append(str(fault))
    with without_pandas():
        faults += inspection.faults(store_folder(store))
    for text in faults:
        click.echo(text)
    if faults:
        sys.exit(REFUSED)
    click.echo("Configuration, layouts and store are in order.")


def _read(store: Path | None, as_at: str | None) -> AsAt:
    if not as_at:
        return None
    from hcdata.cli.figures import answers_of

    return answers_of(store).read_as_at(as_at)
