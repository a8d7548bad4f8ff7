"""Commands that annotate: dated events on every trend, and months from which a series' limits start anew."""

import getpass
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from hcdata.cli.command import guarded, json_option, store_option
from hcdata.cli.figures import answers_of
from hcdata.common import config as configuration
from hcdata.common.errors import StoreError
from hcdata.common.store_folder import store_folder
from hcdata.measures import registry
from hcdata.store import register
from hcdata.views.annotations import KINDS

_DAY, _MONTH = click.DateTime(["%Y-%m-%d"]), click.DateTime(["%Y-%m"])
by_option = click.option("--by", help="Who says so, by role or account (default: your account's name).")


@click.group()
def event() -> None:
    """Dated events, drawn on every trend in scope."""


@event.command("list")
@store_option
@json_option
@guarded
def list_events(store: Path | None, as_json: bool) -> None:
    """List the events entered here; those of an events list are loaded with it."""
    _write(register.entries(store_folder(store), "event"), as_json)


@event.command("add")
@click.argument("day", type=_DAY)
@click.argument("name")
@click.option("--scope", default="force", show_default=True, help="force, or a district's id.")
@click.option("--kind", type=click.Choice(list(KINDS)), default="trigger", show_default=True)
@click.option("--note", default="", help="What a reader should know of it.")
@click.option("--reason", default="", help="Why it is entered.")
@by_option
@store_option
@guarded
def add_event(
    day: datetime, name: str, scope: str, kind: str, note: str, reason: str, by: str | None, store: Path | None
) -> None:
    """Enter an event on a DAY (YYYY-MM-DD) under a NAME."""
    _check("--scope", scope, ["force", *answers_of(store).districts])
    about = {"event_on": day.date(), "name": name, "scope": scope, "kind": kind, "note": note}
    _say(register.add(store_folder(store), "event", about, by or getpass.getuser(), reason))


@click.group()
def rebase() -> None:
    """Months from which the limits of one series start anew, each with the reason on record."""


@rebase.command("list")
@store_option
@json_option
@guarded
def list_rebases(store: Path | None, as_json: bool) -> None:
    """List the rebases in force."""
    _write(register.entries(store_folder(store), "rebase"), as_json)


@rebase.command("add")
@click.argument("month", type=_MONTH)
@click.option("--reason", required=True, help="Why the months before are no guide to those after.")
@click.option("--measure", default="recorded_hate_crimes", show_default=True)
@click.option("--district", help="The series of this district (its id); else of the force.")
@click.option("--strand", help="The series of this strand (its id); else of all.")
@by_option
@store_option
@guarded
def add_rebase(
    month: datetime,
    reason: str,
    measure: str,
    district: str | None,
    strand: str | None,
    by: str | None,
    store: Path | None,
) -> None:
    """Start limits anew from the first day of a MONTH (YYYY-MM)."""
    answers = answers_of(store)
    registry.one(measure)
    _check("--district", district, [None, *answers.districts])
    _check("--strand", strand, [None, *answers.strands])
    about = {"measure": measure, "month": month.date(), "district": district, "strand": strand}
    _say(register.add(store_folder(store), "rebase", about, by or getpass.getuser(), reason))


def _withdraw(kind: register.Kind) -> click.Command:
    @click.argument("number", type=int)
    @click.option("--reason", default="", help="Why.")
    @by_option
    @store_option
    @guarded
    def withdraw(number: int, reason: str, by: str | None, store: Path | None) -> None:
        folder = store_folder(store)
        _check("number", number, [entry.number for entry in register.entries(folder, kind)])
        _say(register.withdraw(folder, number, by or getpass.getuser(), reason))

    return click.command("withdraw", help="Take the entry of this NUMBER out of force; it stays on record.")(withdraw)


event.add_command(_withdraw("event"))
rebase.add_command(_withdraw("rebase"))


def _check(where: str, given: Any, there: list[Any]) -> None:
    if given not in there:
        named = ", ".join(str(one) for one in there if one is not None)
        raise StoreError(where, "nothing of this name", f"one of {named}" if named else "an entry", "list them first")


def _write(found: Iterable[register.Entry], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([entry.model_dump(mode="json") for entry in found], indent=1, ensure_ascii=False))
        return
    zone = configuration.load().force.timezone
    for entry in found:
        about = ", ".join(str(value) for value in entry.about.model_dump(mode="json").values() if value)
        click.echo(f"{entry.number}\t{about}\t{entry.by}, {entry.day(zone)}\t{entry.reason}")


def _say(entry: register.Entry) -> None:
    click.echo(f"Entry {entry.number} is on record.")
