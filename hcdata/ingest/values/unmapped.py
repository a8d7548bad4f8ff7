"""Values of look-up fields that nobody has mapped, with their rows: gathered so that each is mapped once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from hcdata.common.config import Config
from hcdata.common.sql import Sql, fill, name
from hcdata.ingest import texts
from hcdata.ingest.people.name_screen import names_met
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import maps, ranks
from hcdata.ingest.values.clean import UNMAPPED, normalise
from hcdata.ingest.values.lookup import known_as, showable

# Rows named of one value.
EXAMPLES = 5
# The field a fault is about, where it goes by another name.
_FIELD_OF = {"scope": "district_or_force", "district": "district_or_force", "status": "action_status"}

# Rows of a file with a value nobody knows, by field: kept without it, or rejected for it.
_UNMAPPED = Sql(
    "SELECT row_no, field FROM fault WHERE reason = 'unmapped' AND file_id = $file_id"
    " UNION ALL SELECT row_no, 'kind' FROM reject WHERE reason = 'unknown_record_kind' AND file_id = $file_id"
)
_FAULTY = "SELECT DISTINCT field FROM ({unmapped})"
_COUNTED = """
    SELECT clean({cell}, $blanks) AS text, count(*), list(r.row_no ORDER BY r.row_no)[:$examples]
    FROM {raw} AS r
    JOIN ({unmapped}) AS f USING (row_no)
    WHERE f.field = $fault AND r.file_id = $file_id AND text IS NOT NULL
    GROUP BY text
"""
# Fields of a person's columns that are looked up, and which of them holds each.
_OF_PERSONS = {"person_role": "role_column", "person_type": "type"}


@dataclass(frozen=True)
class Unmapped:
    """A value nobody knows: its field, its text (None where it may be about a person), rows and the first of them."""

    field: str
    text: str | None
    rows: int
    examples: tuple[int, ...]


def gather(con: duckdb.DuckDBPyConnection, item: Sheet, config: Config) -> list[Unmapped]:
    """Return the unmapped values of a sheet, most rows first; reads its raw rows and the book of faults."""
    met: list[tuple[str, str, int, list[int]]] = []
    faulty = con.execute(fill(_FAULTY, unmapped=_UNMAPPED), {"file_id": item.file_id}).fetchall()
    for (fault,) in faulty:
        field = fault if fault in item.layout.fields or fault == "strands" else _FIELD_OF.get(fault, fault)
        if field == "strands":
            cells = list(_strands(con, item, config))
        elif field in _OF_PERSONS:
            cells = list(_of_persons(con, item, config, field))
        else:
            cells = _cells(con, item, fault, field)
        met += [(known_as(field, item.layout.feed), *cell) for cell in cells]
    names = names_met(con, item, {text for _, text, _, _ in met if showable(text)}, config.people.unknown_names)
    found: dict[tuple[str, str | None], tuple[int, tuple[int, ...]]] = defaultdict(lambda: (0, ()))
    for field, text, rows, examples in met:
        # A rank's column holds names of officers, which stand in no column to be met in.
        may = showable(text) and text not in names and (field != "rank" or ranks.is_plain(text))
        shown = text if may else None
        before, known = found[field, shown]
        found[field, shown] = before + rows, tuple(sorted({*known, *examples}))[:EXAMPLES]
    listed = [Unmapped(field, text, rows, examples) for (field, text), (rows, examples) in found.items()]
    return sorted(listed, key=lambda one: (one.field, -one.rows, one.text or ""))


def _cells(con: duckdb.DuckDBPyConnection, item: Sheet, fault: str, field: str) -> list[tuple[str, int, list[int]]]:
    """The texts of a field in the rows where it could not be mapped."""
    header = item.layout.fields.get(field)
    if field == "kind" and item.layout.rows:
        header = item.layout.rows.column
    column = texts.by_header(item.source).get(normalise(header)) if isinstance(header, str) else None
    return _counted(con, item, fault, column) if column else []


def _strands(con: duckdb.DuckDBPyConnection, item: Sheet, config: Config) -> Iterator[tuple[str, int, list[int]]]:
    """The markers nobody knows, of every column of strands."""
    known = maps.strands_known(config, item.layout)
    for source in item.layout.strands:
        column = texts.by_header(item.source).get(normalise(source.column))
        for text, rows, examples in _counted(con, item, "strands", column) if column else ():
            for marker in maps.strands_of(f"0:{text}", [source], known)[1]:
                yield marker, rows, examples


def _of_persons(
    con: duckdb.DuckDBPyConnection, item: Sheet, config: Config, field: str
) -> Iterator[tuple[str, int, list[int]]]:
    """The roles or types of persons that nobody knows."""
    meaning = maps.cleaners(config, item.layout)[field]
    for person in item.layout.persons:
        header = getattr(person, _OF_PERSONS[field])
        column = texts.by_header(item.source).get(normalise(header)) if header else None
        for text, rows, examples in _counted(con, item, field, column) if column else ():
            if meaning(text) == UNMAPPED:
                yield text, rows, examples


def _counted(con: duckdb.DuckDBPyConnection, item: Sheet, fault: str, column: str) -> list[tuple[str, int, list[int]]]:
    return con.execute(
        fill(_COUNTED, cell=name("r", column), raw=item.raw, unmapped=_UNMAPPED),
        {"blanks": texts.blanks(item.layout), "fault": fault, "file_id": item.file_id, "examples": EXAMPLES},
    ).fetchall()
