"""Commands that answer: a measure by its parts or its cases, and the workbook."""

import getpass
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pandas as pd

from hcdata.cli.command import as_at_option, guarded, store_option
from hcdata.common.access import LOCAL
from hcdata.common.errors import MeasureError, StoreError
from hcdata.common.filters import PERIODS, Filters
from hcdata.common.store_folder import store_folder
from hcdata.ingest.values.clean import normalise
from hcdata.present.tables import comma_separated, lists
from hcdata.present.text import about_words
from hcdata.present.text.absences import page_words
from hcdata.views.answers import Answers, at
from hcdata.views.cases import CHOICES

_DAY = click.DateTime(["%Y-%m-%d"])


def filter_options(command: Any) -> Any:
    """Add the options every answer takes; --from and --to are inclusive and may hold incomplete months."""
    for option in (
        as_at_option,
        click.option("--strand", multiple=True, help="Only these strands (id or name)."),
        click.option("--district", multiple=True, help="Only these districts (id or name)."),
        click.option("--to", "end", type=_DAY, help="Last day, inclusive."),
        click.option("--from", "start", type=_DAY, help="First day."),
        click.option(
            "--period",
            type=click.Choice([p for p in PERIODS if p != "custom"]),
            help="A named period of complete months.",
        ),
    ):
        command = option(command)
    return command


def answers_of(store: Path | None) -> Answers:
    """Return what answers from a store; StoreError when nothing was loaded."""
    found = at(store_folder(store))
    if found is None:
        raise StoreError(
            str(store_folder(store)), "nothing has been loaded here", "a store", "run `python -m hcdata load PATH`"
        )
    return found


def asked(answers: Answers, values: dict[str, Any], otherwise: str) -> Filters:
    """Return the filters a command asks for."""
    as_at = answers.read_as_at(values["as_at"]) if values["as_at"] else None
    districts = _known("district", values["district"], answers.districts)
    strands = _known("strand", values["strand"], answers.strands)
    start, end = (value.date() if value else None for value in (values["start"], values["end"]))
    if not (start or end):
        return Filters(values["period"] or otherwise, districts=districts, strands=strands, as_at=as_at)
    if values["period"]:
        raise MeasureError("--period", "given beside --from or --to", "one or the other", "leave one out")
    if (start and end and start > end) or end == date.max:
        raise MeasureError("--from and --to", "the last day comes before the first", "--from no later than --to")
    after = end + timedelta(days=1) if end else None
    return Filters("custom", start, after, districts=districts, strands=strands, as_at=as_at)


def _known(kind: str, words: tuple[str, ...], there: dict[str, str]) -> tuple[str, ...]:
    index = {normalise(word): one for one, name in there.items() for word in (one, name)}
    missing = [word for word in words if normalise(word) not in index]
    if missing:
        raise MeasureError(f"--{kind}", f"no {kind} of this name", f"one of {', '.join(there)}", "check the spelling")
    return tuple(index[normalise(word)] for word in words)


@click.command()
@click.argument("measure")
@store_option
@click.option("--by", multiple=True, help="Split by month, quarter, district, strand, setting ... (repeat for more).")
@filter_options
@click.option("--cases", is_flag=True, help="List the references behind the figure.")
@click.option("--state", type=click.Choice(list(CHOICES)), default="all", help="With --cases: which.")
@click.option("--sql", is_flag=True, help="Print the query instead of running it.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@guarded
def measure(
    measure: str, store: Path | None, by: tuple[str, ...], cases: bool, state: str, sql: bool, form: str, **values: Any
) -> None:
    """Answer one measure: n, of, value and not recorded, for each part asked for."""
    answers = answers_of(store)
    filters = asked(answers, values, "all")
    about = answers.about(filters, LOCAL)
    for said in filter(None, (about_words.known(about), page_words(about.absences))):
        click.echo(f"{said[0].upper()}{said[1:]}", err=True)
    if sql:
        click.echo(answers.query(filters, LOCAL, measure, by))
    elif cases:
        found = answers.cases(filters, LOCAL, measure, state)
        click.echo(_write(found.rows, form))
        click.echo(f"{len(found.rows):,} rows. {lists.counted(found)}", err=True)
    else:
        click.echo(_write(answers.figures(filters, LOCAL, measure, by), form))


def _write(frame: pd.DataFrame, form: str) -> str:
    if "month" in frame:
        frame = frame.assign(month=pd.to_datetime(frame["month"]).dt.strftime("%Y-%m"))
    rows = [{name: _plain(value) for name, value in row.items()} for row in frame.astype(object).to_dict("records")]
    if form == "json":
        return json.dumps(rows, indent=1, ensure_ascii=False)
    text = pd.DataFrame(rows, columns=frame.columns, dtype=object)
    if form == "csv":
        return comma_separated.write(text)
    return text.map(lambda value: "" if value is None else value).to_string(index=False)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return None if pd.isna(value) else day.isoformat()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return value
    return None if pd.isna(value) else value


@click.group()
def export() -> None:
    """Write what the pages show to a file."""


@export.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@filter_options
@click.option("--since", help="Say what changed since this load, date or kind of meeting (default: the load before).")
@click.option("--by", "author", help="Who writes it, as the cover shall say (default: your account's name).")
@guarded
def workbook(out: Path, store: Path | None, since: str | None, author: str | None, **values: Any) -> None:
    """Write the Chief Officers' workbook; it is reopened and checked, and refused when anything is hidden in it."""
    from hcdata.exports import chief_officers

    answers = answers_of(store)
    filters, earlier = asked(answers, values, "12m"), answers.read_as_at(since) if since else None
    by = author or getpass.getuser()
    done = chief_officers.write(answers, filters, LOCAL, out, by, earlier, lambda text: click.echo(text, err=True))
    click.echo(str(done))
