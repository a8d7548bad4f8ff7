"""The command line, run in the test's own process."""

from click.testing import CliRunner, Result

from hcdata.cli import main


def run(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
