"""The commands: results to stdout, messages to stderr; exit 0 done, 1 nothing usable, 2 usage, 3 refused, 4 faulty."""

from importlib import import_module

import click

# Each command: the module it lives in, and what the list of commands says of it. A module is imported when its command
# is asked for, so that no command waits for what it does not use.
COMMANDS = {
    "alias": ("alias", "What a written value means: entered once, applied to every later load."),
    "changes": (
        "history",
        "Say what changed between two loads; with --measure why its figure moved, adding up exactly.",
    ),
    "check": ("store", "Check configuration, layouts, store and versions; exit 3 when anything is wrong."),
    "demo": ("demo", "Write demonstration exports and truth.json of what was planted in them."),
    "event": ("register", "Dated events, drawn on every trend in scope."),
    "export": ("figures", "Write what the pages show to a file."),
    "layout": ("layout", "Draft a layout for a file, and try one without loading."),
    "load": ("load", "Load exports into the store and print the receipt."),
    "measure": ("figures", "Answer one measure: n, of, value and not recorded, for each part asked for."),
    "quality": (
        "quality",
        "Say what in the data would change a figure, what is complete and late, and list the crimes behind a note.",
    ),
    "reapply": (
        "history",
        "Read the rows kept by earlier loads again, with today's layouts and aliases, as a new load.",
    ),
    "rebase": (
        "register",
        "Months from which the limits of one series start anew, each with the reason on record.",
    ),
    "rejects": ("store", "List rejected rows: file, sheet, row number, reason, and what to do."),
    "status": ("store", "Say what is loaded, up to when, how many rows, and what could not be mapped or read."),
}


class Commands(click.Group):
    """A group that knows what its commands do before any of them is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command asked for; None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"hcdata.cli.{COMMANDS[cmd_name][0]}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in COMMANDS.items()])


@click.group(cls=Commands)
def main() -> None:
    """Hate crime governance: exports in, the Performance Update out."""
