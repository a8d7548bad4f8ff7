"""A draft of rows written in a test."""

import csv
from pathlib import Path

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch

REFS = [f"35/{number}/26" for number in range(1, 21)]


def drafted(
    folder: Path,
    headers: list[str],
    rows: list[list[str]],
    above: list[str] | None = None,
    over: list[str] | None = None,
) -> tuple[str, Layout]:
    """Write rows under headers, one row or two, to a file, draft a layout, and return its text and what it says."""
    file = folder / "extract.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([*([line] for line in above or ()), *([over] if over else ()), headers, *rows])
    with scratch() as (con, workdir):
        text = write(draft(con, one_grid(file, workdir)[0], configuration.load(), layouts.read().values()))
    return text, layouts.parse(text, "draft")


def line(text: str, start: str) -> str:
    """Return the drafted line that begins so."""
    return next(one for one in text.splitlines() if one.startswith(start))


def rows(*columns: list[str]) -> list[list[str]]:
    """Twenty rows, each column repeating the texts given."""
    return [[column[number % len(column)] for column in columns] for number in range(20)]
