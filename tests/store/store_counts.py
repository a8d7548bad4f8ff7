"""Tables with months as columns, and the layouts that read them, for tests of counts."""

import csv
from collections.abc import Sequence
from pathlib import Path

from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout

FIELDS = {"district": "District", "strand": "Strand"}
TOTALS = 'measure = "recorded_hate_crimes"'


def layout(text: str = "", fields: dict[str, str] | None = None, name: str = "board", below: str = "") -> str:
    """The text of a layout: lines of its own, and the headers of its labels."""
    chosen = FIELDS if fields is None else fields
    match = ", ".join(f'"{header}"' for header in chosen.values())
    lines = [f'name = "{name}"', 'title = "The board\'s table"', 'feed = "series"', f"match = [{match}]"]
    if "match =" in text:
        lines.pop()
    return "\n".join([*lines, text, "[fields]", *(f'{field} = "{header}"' for field, header in chosen.items()), below])


def parsed(text: str = "", fields: dict[str, str] | None = None, below: str = "") -> Layout:
    """The layout itself."""
    return layouts.parse(layout(text, fields, below=below), "test")


def keep(store: Path, text: str, name: str = "board") -> Path:
    """Keep a layout beside a store; return the store."""
    file = store.parent / "layouts" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return store


def write(file: Path, *rows: Sequence[object]) -> Path:
    """Write rows as comma-separated text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return file
