"""Recognised grids through the stages: raw, text, value map, typed, people, records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.config import Config, Reference
from hcdata.errors import ConfigError
from hcdata.ingest import coordinates, dates, maps
from hcdata.ingest.clean import normalise
from hcdata.ingest.discover import Recognised
from hcdata.ingest.fields import FIELDS, PERSON
from hcdata.ingest.grid import columns
from hcdata.ingest.layout import Layout, Moment, PersonSource
from hcdata.ingest.pseudonym import Key
from hcdata.schema import RECORDS, Table
from hcdata.sql import bind, read, statements

SQL = Path(__file__).parent / "sql"
TABLE_OF: dict[str, Table] = dict(
    zip(("crime", "incident", "contact", "service", "action", "event"), RECORDS, strict=True)
)
# Places where the hours of the night-time economy count as such: not homes, schools or workplaces.
_NIGHT_PLACES = ["public_place", "transport", "retail", "night_time", "not_recorded", "other"]
_ANY_REFERENCE = Reference(pattern=r"\S.*", to=r"\0")


@dataclass
class Sheet:
    """A grid read into the temporary table `raw`: the time its data run to, its number among the files, its records."""

    source: Recognised
    raw: str
    as_of: datetime
    file_id: int = 0
    records: str = "record"

    @property
    def layout(self) -> Layout:
        """The layout that reads it."""
        return self.source.layout

    @property
    def shape(self) -> tuple[str, ...]:
        """Layout and headers: sheets of one shape can be ingested together."""
        return self.layout.name, *map(normalise, self.source.headers)


def prepare(con: duckdb.DuckDBPyConnection, config: Config) -> None:
    """Make the macros and the small tables of config that the stages join."""
    for statement in statements(SQL / "macros.sql"):
        con.execute(statement)
    first: dict[str, str] = {}
    for group in config.offence_group:
        for code in group.codes:
            first.setdefault(code, group.name)
    con.execute(
        "CREATE TEMP TABLE offence_group AS SELECT unnest($codes) AS code, unnest($names) AS name",
        {"codes": list(first), "names": list(first.values())},
    )


def read_raw(con: duckdb.DuckDBPyConnection, source: Recognised, number: int, extract_date: date | None) -> Sheet:
    """Read the rows of a grid as text and find the time its data run to."""
    raw = f"raw_{number}"
    source.grid.into(con, raw, source.header, len(source.headers))
    return Sheet(source, raw, dates.data_to(con, source, raw, _texts(source), extract_date))


def ingest(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], config: Config, key: Key) -> None:
    """Make the temporary tables typed (a row for each row read, with reason) and person_row of sheets of one shape.

    Planning these statements takes longer than running them on a month's rows, so they run once for all the sheets,
    which then share the table `raw` of the first.
    """
    sheet = sheets[0]
    layout = sheet.layout
    for name in ("text_row", "person_row", "typed"):
        con.execute(f"DROP TABLE IF EXISTS {name}")
    _gather(con, sheets)
    texts = _texts(sheet.source)
    body = ", ".join(f"{texts.get(field, 'CAST(NULL AS VARCHAR)')} AS {field}" for field in FIELDS[layout.feed])
    names = columns(len(sheet.source.headers))
    filled = " + ".join(f"CAST(coalesce({name}, '') <> '' AS INTEGER)" for name in names)
    first = f"coalesce({', '.join(f'nullif({name}, {chr(39) * 2})' for name in names)})"
    con.execute(
        "CREATE TEMP TABLE text_row AS SELECT file_id, as_of, row_no, ragged,"
        f" {first} AS first_cell, {filled} AS filled, {body} FROM {sheet.raw} JOIN extract USING (file_id)",
        {"blanks": _blanks(layout)} if texts else {},
    )
    coordinates.to_grid(con, layout)
    maps.make(con, {"text_row": list(FIELDS[layout.feed])}, config, layout)
    parameters = _parameters(sheet, config, key)
    _run(con, f"{layout.feed}_typed.sql", parameters)
    con.execute("DROP TABLE text_row")
    con.execute(
        "CREATE TEMP TABLE person_row (file_id INTEGER, row_no INTEGER, role VARCHAR, private BOOLEAN,"
        " person_id VARCHAR, system_id VARCHAR, surname VARCHAR, forenames VARCHAR, born_on DATE, sex VARCHAR)"
    )
    for person in layout.persons:
        _add_person(con, sheet, person, config, parameters)


def make_records(con: duckdb.DuckDBPyConnection, layout: Layout) -> None:
    """Make the temporary table record of typed and person_row: one row for each file and reference."""
    con.execute("DROP TABLE IF EXISTS record")
    if layout.feed in ("crime", "incident"):
        con.execute(read(SQL / f"{layout.feed}_record.sql"))
    else:
        _make_plain_record(con, TABLE_OF[layout.feed])


def _gather(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet]) -> None:
    first = sheets[0].raw
    for sheet in sheets:
        con.execute(f"ALTER TABLE {sheet.raw} ADD COLUMN file_id INTEGER DEFAULT {sheet.file_id}")
        if sheet.raw != first:
            con.execute(f"INSERT INTO {first} BY NAME SELECT * FROM {sheet.raw}")
            con.execute(f"DROP TABLE {sheet.raw}")
            sheet.raw = first
    con.execute(
        "CREATE OR REPLACE TEMP TABLE extract AS SELECT unnest($file_ids) AS file_id, unnest($times) AS as_of",
        {"file_ids": [sheet.file_id for sheet in sheets], "times": [sheet.as_of for sheet in sheets]},
    )


def _make_plain_record(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    content = ", ".join(table.names)
    con.execute(
        "CREATE TEMP TABLE record AS SELECT * EXCLUDE (reason, faults),"
        f" min(hash({content})) OVER same <> max(hash({content})) OVER same AS disagree FROM typed WHERE reason IS NULL"
        f" WINDOW same AS (PARTITION BY file_id, {table.key})"
        f" QUALIFY row_number() OVER (PARTITION BY file_id, {table.key} ORDER BY row_no) = 1"
    )


def _add_person(
    con: duckdb.DuckDBPyConnection, sheet: Sheet, person: PersonSource, config: Config, parameters: dict[str, Any]
) -> None:
    where = _columns_by_header(sheet.source)
    if not any(normalise(header) in where for header in person.columns):
        return
    headers = (
        person.role_column,
        person.type,
        person.system_id,
        person.surname,
        person.forenames,
        person.born,
        person.sex,
    )
    texts = (_clean(where[normalise(header)]) if header and normalise(header) in where else None for header in headers)
    body = ", ".join(f"{text or 'CAST(NULL AS VARCHAR)'} AS {field}" for field, text in zip(PERSON, texts, strict=True))
    allowed = "reason IS NULL" + (f" AND coalesce({person.only_if}, false)" if person.only_if else "")
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE person_text AS SELECT file_id, row_no, {body} FROM {sheet.raw}"
        f" SEMI JOIN (SELECT file_id, row_no FROM typed WHERE {allowed}) USING (file_id, row_no)",
        {"blanks": _blanks(sheet.layout)},
    )
    maps.make(con, {"person_text": ["person_role", "person_type"]}, config, sheet.layout, name="person_map")
    _run(con, "person.sql", parameters | {"role": person.role})
    con.execute("DROP TABLE person_text")


def raw_columns(sheet: Sheet) -> tuple[list[str], str, bool]:
    """Return the headers kept with the raw rows, the SELECT list that keeps them, whether it asks `typed` for leave.

    Only what the layout uses is kept, and nobody without leave.
    """
    guarded = {normalise(h): p.only_if for p in sheet.layout.persons if p.only_if for h in p.columns}
    kept, body = [], []
    for header, column in _columns_by_header(sheet.source).items():
        if header in {normalise(h) for h in sheet.layout.columns}:
            kept.append(header)
            rule = guarded.get(header)
            if rule:
                body.append(f"CASE WHEN t.reason IS NULL AND coalesce(t.{rule}, false) THEN r.{column} END")
            elif guarded:  # in a row with too many cells anything may stand in any column
                body.append(f"CASE WHEN NOT r.ragged THEN r.{column} END")
            else:
                body.append(f"r.{column}")
    return kept, ", ".join(f"{expression} AS c{i + 1}" for i, expression in enumerate(body)), bool(guarded)


def _columns_by_header(source: Recognised) -> dict[str, str]:
    found: dict[str, str] = {}
    for header, column in zip(source.headers, columns(len(source.headers)), strict=True):
        found.setdefault(normalise(header), column)
    return found


def _texts(source: Recognised) -> dict[str, str]:
    """Return the SQL that yields each field's cleaned text from the grid's columns."""
    layout, where = source.layout, _columns_by_header(source)
    texts: dict[str, str] = {}
    for field, spec in layout.fields.items():
        if field not in FIELDS[layout.feed]:
            raise ConfigError(
                f"layout {layout.name}", f"no field '{field}'", f"one of {', '.join(FIELDS[layout.feed])}", "correct it"
            )
        if isinstance(spec, Moment):
            if normalise(spec.date) in where and normalise(spec.time) in where:
                texts[field] = _joined(_clean(where[normalise(spec.date)]), _clean(where[normalise(spec.time)]))
        elif normalise(spec) in where:
            texts[field] = _clean(where[normalise(spec)])
    cells = [
        f"'{number}:' || {_clean(where[normalise(strand.column)])}"
        for number, strand in enumerate(layout.strands)
        if normalise(strand.column) in where
    ]
    if cells:
        texts["strands"] = f"nullif(concat_ws(chr(31), {', '.join(cells)}), '')"
    return texts


def _clean(column: str) -> str:
    return f"clean({column}, $blanks)"


def _joined(day: str, time: str) -> str:
    return f"CASE WHEN {time} IS NULL THEN {day} ELSE split_part({day}, ' ', 1) || ' ' || clock({time}) END"


def _blanks(layout: Layout) -> list[str]:
    return ["", *(word.upper() for word in layout.blanks)]


def _parameters(sheet: Sheet, config: Config, key: Key) -> dict[str, Any]:
    layout = sheet.layout
    crime = config.reference
    own = layout.reference or (_ANY_REFERENCE if layout.feed == "incident" else crime)
    return {
        "date_formats": dates.formats(layout),
        "zone": config.force.timezone,
        "pattern": own.pattern,
        "form": own.to,
        "linked_pattern": crime.pattern,
        "linked_form": crime.to,
        "box": list(config.places.box),
        "default_words": [word.casefold() for word in config.places.default_words],
        "night_places": _NIGHT_PLACES,
        "aggravated": [
            {"codes": list(entry.codes), "valid_from": entry.valid_from, "valid_to": entry.valid_to or date.max}
            for entry in config.aggravated
        ],
        "unknown_names": [name.upper() for name in config.people.unknown_names],
        "supervisor_ranks": [rank.upper() for rank in config.people.supervisor_ranks],
        "outcome_codes": list(config.outcome),
        "inner_block": key.inner,
        "outer_block": key.outer,
    }


def _run(con: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> None:
    sql = read(SQL / name)
    con.execute(sql, bind(sql, parameters))
