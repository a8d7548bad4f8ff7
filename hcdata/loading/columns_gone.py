"""Columns that a layout's last file had and this one has not."""

from collections.abc import Mapping, Sequence

import duckdb

from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values.clean import normalise


def note(con: duckdb.DuckDBPyConnection, item: Sheet, number: int, headers: Mapping[str, Sequence[str]]) -> str | None:
    """Say which columns the layout uses stood in the last file (or sheet of this name) of earlier loads and not here.

    `headers` are those kept of each file, by its number.
    """
    (last,) = con.execute(
        "SELECT max(file_id) FROM load_file"
        " WHERE layout = $layout AND sheet IS NOT DISTINCT FROM $sheet AND load < $number",
        {"layout": item.layout.name, "sheet": item.source.grid.sheet, "number": number},
    ).fetchone() or (None,)
    here = set(map(normalise, item.source.headers))
    gone = sorted({*map(normalise, headers.get(str(last), ()))} & item.source.used - here)
    if not gone:
        return None
    return (
        f"{item.source.grid.label}: without columns that the last file of layout {item.layout.name} had:"
        f" {', '.join(gone)}; of records it brings again they are no longer recorded. If a column has another name"
        " now, put it into the layout and load the file again with --again"
    )
