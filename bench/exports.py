"""`python -m bench.exports FOLDER ROWS` writes what is measured: the exports and a workbook."""

import sys
from pathlib import Path

from bench import workbook
from bench.multiply import multiply
from bench.size import MONTH
from hcdata.demo import write, write_bulk
from hcdata.demo.clock import LAST_DAY

# More rows than this are so many copies of a smaller extract: writing them one by one takes a minute for each million.
WRITTEN = 1_000_000


def main(folder: Path, rows: int) -> None:
    """Write the exports, the same bytes every time."""
    write(folder / "demonstration", years=4, seed=1, scale=1.0)
    write_large(folder / "bulk.csv", rows)
    write_month(folder / "month.csv")
    workbook.write(folder / "workbook.xlsx")


def write_large(file: Path, rows: int) -> None:
    """Write a crime extract of so many rows; above a million, of so many whole millions."""
    if rows <= WRITTEN:
        write_bulk(file, rows, seed=1)
        return
    small = file.with_suffix(".small")
    write_bulk(small, WRITTEN, seed=1)
    multiply(small, file, rows // WRITTEN)
    small.unlink()


def write_month(file: Path) -> None:
    """Write an extract of a month later: crimes recorded lately, most under references the large one holds already."""
    write_bulk(file, MONTH, seed=2, since=0.99)
    old = f"Data to {LAST_DAY:%d/%m/%Y}".encode()
    later = f"Data to {LAST_DAY.replace(year=LAST_DAY.year + 1):%d/%m/%Y}".encode()
    file.write_bytes(file.read_bytes().replace(old, later, 1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
