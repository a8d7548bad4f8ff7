"""The raw rows of a grid: read into a table or, when there are very many, straight into the file they are kept in."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from hcdata.common.sql import Sql, fill, literal, named
from hcdata.common.sql import name as sql_name
from hcdata.ingest import texts
from hcdata.ingest.define import define, drop
from hcdata.ingest.files.grid import SPACE
from hcdata.ingest.recognised import Recognised

# Level 1 of ZSTD is as small as its default here and takes less time; large dictionaries cost more than they save. Of a
# million crime rows, 33 MB are written in 3.9 s of processor and read in 0.55 s; in the first version of the format,
# 35 MB in 4.3 s and 0.84 s.
# Half of its own row groups are written, in order, as soon as they are read: ten million rows in 18 s and not 28.
FORMAT = Sql(
    "FORMAT parquet, PARQUET_VERSION v2, ROW_GROUP_SIZE 61440, COMPRESSION zstd, COMPRESSION_LEVEL 1,"
    " DICTIONARY_SIZE_LIMIT 4000"
)

# The rows of a file kept ($file) but the blank ones, and the number of each: in a streamed file its place, from $first.
KEPT = Sql(
    "(SELECT CAST(NULL AS INTEGER) AS row_no, false AS blank WHERE false"
    " UNION ALL BY NAME SELECT * FROM read_parquet($file, file_row_number = true)) WHERE NOT coalesce(blank, false)"
)
ROW_NO = Sql("coalesce(row_no, CAST(file_row_number + $first AS INTEGER))")
_STREAM = "COPY (SELECT CAST(NULL AS INTEGER) AS row_no, ragged, {cells} FROM ({reading})) TO {file} ({form})"
_LOOK = """
    SELECT * REPLACE ({ragged} AS ragged)
    FROM (
        SELECT CAST({file_id} AS INTEGER) AS file_id, {row_no} AS row_no, ragged, footer, total, {cells}
        FROM read_parquet($raw_file, file_row_number = true)
        WHERE NOT blank
    )
    WHERE {wanted}
"""
_KEEP = """
    COPY (
        SELECT r.row_no, r.ragged, false AS blank, r.footer, r.total, {cells} FROM {rows} AS r {leave}
        WHERE r.file_id = {file_id}
    ) TO {file} ({form})
"""


def stream(con: duckdb.DuckDBPyConnection, source: Recognised, name: str, folder: Path) -> Path | None:
    """Read a large grid into a Parquet file and make the view `name` of it; None when it has to be read into a table.

    The file holds every row in order (its place is its number), whether it is blank, ragged, a footer or a total, and
    the columns the layout uses.
    """
    width = len(source.headers)
    reading = source.grid.stream(source.header, width)
    if reading is None:
        return None
    sql, parameters = reading
    kept = texts.kept(source).values()
    cells = named({**texts.of_row(width), **{f"c{place}": sql_name(one) for place, one in enumerate(kept, start=1)}})
    file = folder / f"{name}.parquet"
    try:
        con.execute(
            fill(_STREAM, cells=cells, reading=Sql(sql), file=literal(str(file)), form=FORMAT),
            parameters | {"space": SPACE},
        )
    except duckdb.Error:  # a file that is not as plain as it looked
        return None
    source.grid.release()
    look_at(con, source, name, file)
    return file


def look_at(
    con: duckdb.DuckDBPyConnection, source: Recognised, name: str, file: Path, file_id: int = 0, only: str = ""
) -> None:
    """Make the view `name` of a streamed file, of all its rows or of those whose row_no stands in the table `only`."""
    kept = texts.kept(source).values()
    cells = named({column: sql_name(f"c{place}") for place, column in enumerate(kept, start=1)})
    ragged = (
        fill("ragged AND row_no NOT IN (FROM {done})", done=source.completed) if source.completed else Sql("ragged")
    )
    wanted = fill("row_no IN (SELECT row_no FROM {only})", only=only) if only else Sql("true")
    define(
        con,
        "VIEW",
        name,
        fill(_LOOK, ragged=ragged, file_id=Sql(file_id), row_no=ROW_NO, cells=cells, wanted=wanted),
        {"first": source.header + 2, "raw_file": str(file)},
    )


def gather(con: duckdb.DuckDBPyConnection, tables: Sequence[tuple[str, int]], width: int) -> None:
    """Join tables of raw rows into the first one, with file_id, footer and total added: (table, file_id) of each."""
    first = tables[0][0]
    for table, file_id in tables:
        adding = "ALTER TABLE {table} ADD COLUMN file_id INTEGER DEFAULT {file_id}"
        con.execute(fill(adding, table=table, file_id=Sql(file_id)))
        if table != first:
            con.execute(fill("INSERT INTO {first} BY NAME SELECT * FROM {table}", first=first, table=table))
            drop(con, table)
    con.execute(fill("ALTER TABLE {first} ADD COLUMN footer BOOLEAN", first=first))
    con.execute(fill("ALTER TABLE {first} ADD COLUMN total BOOLEAN", first=first))
    rules = texts.of_row(width)
    marking = "UPDATE {first} SET footer = {footer}, total = {total}"
    con.execute(fill(marking, first=first, footer=Sql(rules["footer"]), total=Sql(rules["total"])))


def keep(
    con: duckdb.DuckDBPyConnection, source: Recognised, name: str, file_id: int, target: Path, judged: str
) -> list[str]:
    """Write the raw rows of one file, unless they were streamed there, and return the headers kept.

    Only what the layout uses is kept, and nobody without leave, as the relation of `judged` rows says.
    """
    headers = list(texts.kept(source))
    if target.exists():
        return headers
    rules = texts.guarded(source)
    body = []
    for header, column in texts.kept(source).items():
        cell = sql_name("r", column)
        if header in rules:
            leave = sql_name("t", rules[header])
            cell = fill(
                "CASE WHEN t.reason IS NULL AND coalesce({leave}, false) THEN {cell} END", leave=leave, cell=cell
            )
        elif rules:  # in a row with too many cells anything may stand in any column
            cell = fill("CASE WHEN NOT r.ragged THEN {cell} END", cell=cell)
        body.append(cell)
    parts = {
        "cells": named({f"c{place}": cell for place, cell in enumerate(body, start=1)}),
        "leave": fill("LEFT JOIN {judged} AS t USING (file_id, row_no)", judged=judged) if rules else Sql(""),
        "file_id": Sql(file_id),
        "file": literal(str(target)),
        "form": FORMAT,
    }
    con.execute(fill(_KEEP, rows=name, **parts))
    return headers


def claim(file: Path, source: Recognised, target: Path) -> Path:
    """Move a streamed file to where it is kept, if nobody's leave is needed for what it holds; return where it is."""
    return file if texts.guarded(source) else file.rename(target)
