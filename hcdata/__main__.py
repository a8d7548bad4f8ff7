"""The command line: `python -m hcdata COMMAND`."""

from hcdata.cli import main

if __name__ == "__main__":
    main()
