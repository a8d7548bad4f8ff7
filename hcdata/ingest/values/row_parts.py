"""A file that holds crimes and other records: one layout, read in two parts, each row in exactly one of them."""

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from hcdata.common.config import Config
from hcdata.common.sql import Sql, fill, join
from hcdata.ingest import texts
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import maps
from hcdata.ingest.values.clean import UNMAPPED, normalise

CRIME = "crime"
_FORGET = "UPDATE {whole} SET {nothing} WHERE NOT coalesce(list_contains($known::VARCHAR[], {cell}), false)"
_PART = """
    CREATE TEMP TABLE {own} AS
    SELECT * FROM {whole}
    WHERE coalesce(list_contains($others::VARCHAR[], {cell}), false) <> CAST($crimes AS BOOLEAN)
"""


def separate(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], config: Config) -> Sequence[Sheet]:
    """Return the sheets with only the rows of their part in `raw`; all the rows stand in `every_row`, to be kept.

    Rows that say nothing, or what nobody knows, are of the part of crimes, which rejects them: nobody's data are kept
    of a row that is not known to be of one.
    """
    layout, whole = sheets[0].layout, sheets[0].raw
    if layout.rows is None:
        return sheets
    column = texts.by_header(sheets[0].source).get(normalise(layout.rows.column))
    cell = fill("clean({column}, $blanks)", column=column) if column else Sql("CAST(NULL AS VARCHAR)")
    given = {"blanks": texts.blanks(layout)}
    asking = fill("SELECT DISTINCT {cell} AS cell FROM {whole} WHERE cell IS NOT NULL", cell=cell, whole=whole)
    met = con.execute(asking, given).fetchall()
    kind_of = maps.cleaners(config, layout)["kind"]
    kinds = {text: kind_of(text) for (text,) in met}
    crimes = [text for text, kind in kinds.items() if kind == CRIME]
    others = [text for text, kind in kinds.items() if kind not in (CRIME, UNMAPPED, None)]
    persons = sorted({normalise(header) for person in layout.persons for header in person.columns})
    places = [place for header, place in texts.by_header(sheets[0].source).items() if header in persons]
    known = crimes if layout.feed == CRIME else others
    if places:
        nothing = join(", ", (fill("{place} = NULL", place=place) for place in places))
        con.execute(fill(_FORGET, whole=whole, nothing=nothing, cell=cell), {**given, "known": known})
    own = f"own_{whole}"
    told = {**given, "others": others, "crimes": layout.feed == CRIME}
    con.execute(fill(_PART, own=own, whole=whole, cell=cell), told)
    return [replace(sheet, every_row=whole, raw=own) for sheet in sheets]
