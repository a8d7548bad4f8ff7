"""Records above the headers, as when a sheet is sorted with its header row: they would be taken for titles and lost."""

import re

from hcdata.common.errors import LoadError
from hcdata.common.patterns import MOST_LETTERS
from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout import Moment
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise
from hcdata.schema.feeds import FEEDS

# A title row says a word and a date: "Run 2", "31/10/2026".
_TITLE_CELLS = 2


def refuse(source: Recognised, reference: str) -> None:
    """Raise LoadError when a row above the headers has a `reference` and a date under the headers of the two."""
    layout = source.layout
    if FEEDS[layout.feed].is_counts:  # years stand above months
        return
    headers = [normalise(header) for header in source.headers]
    keys = _places(headers, layout.fields.get(FEEDS[layout.feed].fields[0]))
    dates = [place for field in DATES for place in _places(headers, layout.fields.get(field))]
    top = source.rows.first if source.rows else source.header
    for number, row in enumerate(source.grid.head[:top], start=1):
        cells = [cell.strip() for cell in row] + [""] * len(headers)
        named = any(re.fullmatch(reference, cells[place][:MOST_LETTERS].upper()) for place in keys)
        dated = any(re.search(r"\d", cells[place]) for place in dates)
        if named and dated and sum(map(bool, cells)) > _TITLE_CELLS:
            raise LoadError(
                source.grid.label,
                f"row {number} holds a record, but the headers stand below it, on row {source.header + 1}",
                "the headers above all records",
                "move the row of headers to the top (was it sorted with the others?), save and load again",
            )


def _places(headers: list[str], spec: str | Moment | None) -> list[int]:
    header = normalise(spec.date if isinstance(spec, Moment) else spec or "")
    return [headers.index(header)] if header and header in headers else []
