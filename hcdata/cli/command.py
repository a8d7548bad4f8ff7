"""What every command has in common: which store, how faults become exit codes, and the options they share."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from hcdata.common.errors import HcdataError, ProgramError, say_refusal

REFUSED = 3
NOTHING_USABLE = 1
FAULTY = 4


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Turn a fault a person can mend into its text on stderr and exit 3, another into where it arose and exit 4."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except HcdataError as fault:
            click.echo(str(fault), err=True)
            sys.exit(REFUSED)
        except BrokenPipeError:  # whoever read has enough, as `| head` does: click ends it, and what was done stands
            raise
        except OSError as fault:
            click.echo(say_refusal(fault), err=True)
            sys.exit(REFUSED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:  # its text may hold a value of a record
            click.echo(str(ProgramError(fault)), err=True)
            sys.exit(FAULTY)

    return run


store_option = click.option(
    "--store", type=click.Path(path_type=Path), help="Store folder (else HCDATA_STORE, else data/store)."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
as_at_option = click.option(
    "--as-at", help="As known at a load, on a date, or at the last strategic or tactical meeting."
)
