"""`python -m bench.exports FOLDER ROWS` writes what is measured: the demonstration and one large crime extract."""

import sys
from pathlib import Path

from hcdata.demo import write, write_bulk


def main(folder: Path, rows: int) -> None:
    """Write the exports, the same bytes every time."""
    write(folder / "demonstration", years=4, seed=1, scale=1.0)
    write_bulk(folder / "bulk.csv", rows, seed=1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
