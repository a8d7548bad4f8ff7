"""Commands on aliases: what a value that exports write means, once for all later loads."""

import getpass
import json
from pathlib import Path

import click

from hcdata.cli.command import guarded, json_option, store_option
from hcdata.common import config as configuration
from hcdata.common.store_folder import store_folder
from hcdata.loading import aliases
from hcdata.store import register


@click.group()
def alias() -> None:
    """What a written value means: entered once, applied to every later load."""


@alias.command("list")
@store_option
@json_option
@guarded
def list_aliases(store: Path | None, as_json: bool) -> None:
    """List the aliases in force: number, field, text, id, by whom and why."""
    found = register.entries(store_folder(store), "alias")
    if as_json:
        click.echo(json.dumps([json.loads(entry.model_dump_json()) for entry in found], indent=1, ensure_ascii=False))
        return
    for entry in found:
        about = entry.about.model_dump()
        click.echo(f"{entry.number}\t{about['field']}\t{about['text']}\t{about['id']}\t{entry.by}\t{entry.reason}")
    click.echo(f"{len(found):,} aliases in force", err=True)


@alias.command("add")
@click.argument("field", type=click.Choice(aliases.FIELDS))
@click.argument("text")
@click.argument("target", metavar="ID")
@click.option("--by", help="Who says so, by role or account (default: your account's name).")
@click.option("--reason", default="", help="Why it means that.")
@store_option
@guarded
def add_alias(field: str, text: str, target: str, by: str | None, reason: str, store: Path | None) -> None:
    """Say that TEXT in a FIELD means the ID of config.toml, or not_recorded."""
    folder = store_folder(store)
    entry = aliases.add(folder, configuration.load(), field, text, target, by or getpass.getuser(), reason)
    click.echo(f"Alias {entry.number}: applied from the next load on; `reapply` applies it to what is loaded already.")


@alias.command("withdraw")
@click.argument("number", type=int)
@click.option("--by", help="Who says so, by role or account (default: your account's name).")
@click.option("--reason", default="", help="Why it is withdrawn.")
@store_option
@guarded
def withdraw_alias(number: int, by: str | None, reason: str, store: Path | None) -> None:
    """Take an alias out of force; what was loaded with it stays as it was loaded."""
    aliases.withdraw(store_folder(store), number, by or getpass.getuser(), reason)
    click.echo(f"Alias {number} is no longer in force.")
