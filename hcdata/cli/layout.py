"""Commands on layouts: one drafted for a file nobody has seen, and one tried on a file without loading it."""

import json
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from hcdata.cli.command import NOTHING_USABLE, guarded, json_option, store_option
from hcdata.common import config as configuration
from hcdata.common.progress import told_to
from hcdata.common.store_folder import store_folder
from hcdata.ingest.layouts import layout as layouts
from hcdata.schema.feeds import FEEDS

file_argument = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def layout() -> None:
    """Draft a layout for a file, and try one without loading."""


@layout.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it here instead of printing it.")
@click.option("--feed", type=click.Choice(list(FEEDS)), help="What the file holds, where its headers do not say.")
@click.option("--sheet", help="The sheet to draft for, where there are several.")
@store_option
@guarded
def suggest(file: Path, out: Path | None, feed: str | None, sheet: str | None, store: Path | None) -> None:
    """Draft a commented layout from headers and values: nothing unsure is mapped, no value of a person is written."""
    from hcdata.ingest.suggest.draft import draft
    from hcdata.ingest.suggest.grids import one_grid
    from hcdata.ingest.suggest.write import write
    from hcdata.loading.scratch import scratch

    known = layouts.read(store_folder(store).parent / "layouts")
    with scratch() as (con, workdir):
        grid, notes = one_grid(file, workdir, sheet)
        for note in notes:
            click.echo(note, err=True)
        text = write(draft(con, grid, configuration.load(), known.values(), feed))
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(str(out))


@layout.command()
@file_argument
@click.option("--layout", "named", help="A layout by name, or a file of one (default: the one that knows the headers).")
@click.option("--extract-date", type=click.DateTime(["%Y-%m-%d"]), help="Date the data run to, when nothing says so.")
@store_option
@json_option
@guarded
def check(file: Path, named: str | None, extract_date: datetime | None, store: Path | None, as_json: bool) -> None:
    """Run a layout on a file without loading: accepted, rejected, unmapped, complete; rows by number, not by value."""
    from hcdata.ingest.discover import find
    from hcdata.loading import dry_run
    from hcdata.loading.aliases import with_aliases
    from hcdata.loading.scratch import scratch
    from hcdata.views.quality import comparable

    known, name = layouts.choose(named, store_folder(store).parent / "layouts")
    config = with_aliases(configuration.load(), store_folder(store))
    with scratch() as (con, workdir):
        found = find([file], known, workdir, name)
        for note in found.notes:
            click.echo(note, err=True)
        day = extract_date.date() if extract_date else None
        for measure in {source.layout.measure for source in found.grids} - {None, *comparable()}:
            click.echo(f"measure {measure}: no count of ours, so nothing is set beside it (docs/measures.md)", err=True)
        with told_to(partial(click.echo, err=True)):
            trials = [dry_run.run(con, source, config, day) for source in found.grids]
    if as_json:
        click.echo(json.dumps([one.to_json() for one in trials], indent=1, ensure_ascii=False))
    else:
        click.echo("\n".join(line for one in trials for line in one.lines()))
    if not any(one.rows_accepted for one in trials):
        sys.exit(NOTHING_USABLE)
