"""The command line: `python -m hcdata COMMAND`."""

import signal
import sys

from hcdata.cli import main


def _stop(number: int, _: object) -> None:
    """Leave by the way that clears private folders up: a copy of an export must not outlive the command."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    main()
