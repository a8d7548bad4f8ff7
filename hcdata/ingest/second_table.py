"""Two exports pasted one below the other: harmless where the columns stand alike, refused where they do not."""

import duckdb

from hcdata.common.errors import LoadError
from hcdata.common.sql import fill, join
from hcdata.ingest import texts
from hcdata.ingest.files.grid import columns
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise


def refuse(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> None:
    """Raise LoadError when a row of `raw` begins like the headers and goes on with others, or in another order.

    A header has no digit: a row that has one where the headers differ is a record, and judged as such.
    """
    kept = texts.kept(source)
    wanted = [normalise(header) for header in source.layout.match]
    key = next((column for header, column in kept.items() if header == wanted[0]), None)
    if key is None or source.grid.came_with:  # rows read again were taken in as they are
        return
    found = con.execute(
        fill(
            "SELECT row_no, {cells} FROM {raw} WHERE {key} IN (SELECT unnest($headers)) ORDER BY row_no",
            cells=join(", ", kept.values()),
            raw=raw,
            key=key,
        ),
        {"headers": [header for header in source.headers if header]},
    ).fetchall()
    places = [columns(len(source.headers)).index(column) for column in kept.values()]
    top = source.rows.first if source.rows else source.header
    same = [[_cell(row, place) for place in places] for row in source.grid.head[top : source.header + 1]]
    for number, *cells in found:
        names = [normalise(cell or "") for cell in cells]
        begins = names[list(kept).index(wanted[0])] == wanted[0]
        if (begins or set(wanted) <= set(names)) and names not in same and _go_on_otherwise(names, list(kept)):
            raise LoadError(
                source.grid.label,
                f"from row {number:,} on a second table stands under the first, its columns not the same",
                "one table, or several whose columns stand alike",
                "put each table into a file of its own and load them together",
            )


def _cell(row: list[str], place: int) -> str:
    return normalise(row[place]) if place < len(row) else ""


def _go_on_otherwise(names: list[str], headers: list[str]) -> bool:
    others = [name for name, header in zip(names, headers, strict=True) if name and name != header]
    return bool(others) and not any(mark.isdecimal() for mark in "".join(others))
