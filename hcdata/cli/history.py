"""Commands that look back: what changed between two loads, why a figure moved, and rows read again."""

import json
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
import pandas as pd

from hcdata.cli.command import guarded, json_option, store_option
from hcdata.cli.figures import answers_of, asked
from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import KINDS, PERIODS
from hcdata.common.progress import told_to
from hcdata.common.store_folder import store_folder
from hcdata.present.tables import comma_separated
from hcdata.present.text import changed
from hcdata.views.changes import Changes, Movement

_PARTS = {"n": "the figure", "of": "what it is out of"}


@click.command()
@store_option
@click.option(
    "--from", "since", help="The earlier moment: a load, a date or a kind of meeting (default: a load before)."
)
@click.option("--to", "as_at", help="The later moment (default: the newest load).")
@click.option("--measure", help="Explain why this measure's figure moved.")
@click.option("--month", type=click.DateTime(["%Y-%m"]), help="Only this month.")
@click.option("--period", type=click.Choice([p for p in PERIODS if p != "custom"]), help="Or a named period.")
@click.option("--district", multiple=True, help="Only these districts (id or name).")
@click.option("--strand", multiple=True, help="Only these strands (id or name).")
@click.option("--kind", type=click.Choice(KINDS), default="crime", help="Which records, where no measure is named.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print the records as CSV, and the sentences apart from them.")
@guarded
def changes(
    store: Path | None,
    since: str | None,
    measure: str | None,
    month: datetime | None,
    kind: str,
    as_json: bool,
    as_csv: bool,
    **values: Any,
) -> None:
    """Say what changed between two loads; with --measure why its figure moved, adding up exactly."""
    if month and values["period"]:
        raise click.UsageError("--month and --period exclude each other.")
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    answers = answers_of(store)
    last = month and month.replace(day=monthrange(month.year, month.month)[1])
    filters = replace(asked(answers, {**values, "start": month, "end": last}, "all"), kind=kind)
    earlier = answers.read_as_at(since) if since else None
    found: Changes | Movement
    if measure:
        found = answers.movement(filters, LOCAL, measure, earlier)
        sentences = changed.movement_sentences(found)
        lists = [changed.cases(part).assign(Of=_PARTS[part.name]) for part in found.parts]
    else:
        found = answers.changes(filters, LOCAL, earlier)
        sentences, lists = [changed.changes_sentence(found)], [changed.changed(found)]
    if as_json:
        click.echo(json.dumps(changed.plainly(found), indent=1, ensure_ascii=False, default=_plain))
        return
    for sentence in sentences:
        click.echo(sentence, err=as_csv)
    if as_csv:
        click.echo(comma_separated.write(pd.concat(lists)))
        return
    for rows in lists:
        if len(rows):
            click.echo(rows.drop(columns="Of", errors="ignore").fillna("").to_string(index=False))


@click.command()
@store_option
@click.option("--layout", help="Only the files this layout read.")
@json_option
@guarded
def reapply(store: Path | None, layout: str | None, as_json: bool) -> None:
    """Read the rows kept by earlier loads again, with today's layouts and aliases, as a new load."""
    from hcdata.loading import reapply as again

    with told_to(partial(click.echo, err=True)):
        receipt = again.reapply(store_folder(store), configuration.load(), layout)
    click.echo(json.dumps(receipt.to_json(), indent=1) if as_json else "\n".join(receipt.lines()))


def _plain(value: Any) -> Any:
    if isinstance(value, pd.DataFrame):
        return value.astype(object).where(value.notna(), None).to_dict("records")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.item()
