"""Rows whose last empty cells a spreadsheet left off: complete, where nothing says that they were cut or moved."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb

from hcdata.common.sql import Sql, bind, fill, join
from hcdata.ingest import texts
from hcdata.ingest.define import query
from hcdata.ingest.files.grid import columns
from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.recognised import Recognised
from hcdata.schema.feeds import FEEDS


def complete(
    con: duckdb.DuckDBPyConnection, source: Recognised, raw: str, given: Mapping[str, Any], streamed: bool
) -> Recognised:
    """Take the short rows of `raw` that are complete as such, and return the source that says so of a streamed file.

    Rows read again were judged when they came; a table of counts has no references to judge them by.
    """
    last = columns(len(source.headers))[source.grid.least(source.header) - 1]
    missing = Sql("true") if streamed else fill("{last} IS NULL", last=last)
    feed = FEEDS[source.layout.feed]
    if feed.is_counts or source.grid.came_with:
        return source
    short = fill("SELECT 1 FROM {raw} WHERE ragged AND {missing} LIMIT 1", raw=raw, missing=missing)
    if not con.execute(short).fetchone():
        return source
    found = texts.of_fields(source)
    reference = found.get(feed.fields[0], "NULL")
    named = f"canonical({reference}, $pattern, $form)" if feed.is_numbered else reference
    counted = found.get(feed.counted_by)
    parts = {
        "named": "true" if source.layout.no_reference == "row" and reference == "NULL" else f"{named} IS NOT NULL",
        "counted": f"{counted} IS NOT NULL" if counted else "true",
        "dates": ", ".join(text for field, text in found.items() if field in DATES),
    }
    cells = join(", ", dict.fromkeys(texts.kept(source).values()))
    expressions = {place: Sql(part) for place, part in parts.items()}
    sql = fill(query("short_rows"), raw=raw, missing=missing, cells=cells, **expressions)
    told = {**given, "blanks": texts.blanks(source.layout), "ends_within_a_line": source.grid.ends_within_a_line}
    con.execute(sql, bind(sql, told))
    if streamed:
        complete = f"{raw}_complete"
        con.execute(fill("CREATE OR REPLACE TEMP TABLE {complete} AS SELECT row_no FROM short_row", complete=complete))
        return replace(source, completed=complete)
    mending = "UPDATE {raw} SET ragged = false WHERE row_no IN (SELECT row_no FROM short_row)"
    con.execute(fill(mending, raw=raw))
    return source
