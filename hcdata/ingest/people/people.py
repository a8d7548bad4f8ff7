"""The persons of a grid's rows: who may be kept, under which pseudonym."""

from collections.abc import Mapping
from typing import Any

import duckdb

from hcdata.common.config import Config
from hcdata.common.sql import Sql, fill, named
from hcdata.ingest import texts
from hcdata.ingest.define import define, drop, run
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values import maps

_TEXTS = """
    SELECT file_id, row_no, {texts} FROM {raw}
    ANTI JOIN (SELECT file_id, row_no FROM checked WHERE reason IS NOT NULL OR NOT {leave}) USING (file_id, row_no)
"""


def add(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str, config: Config, given: Mapping[str, Any]) -> None:
    """Make person_row, identity, person_count and person_fault (roles and types nobody knows) of the rows accepted."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE person_row"
        " (file_id INTEGER, row_no INTEGER, role VARCHAR, private BOOLEAN, person UBIGINT)"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE identity"
        " (person UBIGINT, system_id VARCHAR, surname VARCHAR, forenames VARCHAR, born_on DATE, sex VARCHAR)"
    )
    con.execute("CREATE OR REPLACE TEMP TABLE refused_person (person UBIGINT, reason VARCHAR)")
    con.execute("CREATE OR REPLACE TEMP TABLE person_count (named BIGINT, told_apart BIGINT)")
    con.execute(
        "CREATE OR REPLACE TEMP TABLE person_fault (file_id INTEGER, row_no INTEGER, field VARCHAR, reason VARCHAR)"
    )
    for person in source.layout.persons:
        cells = texts.of_person(source, person)
        if cells is None:
            continue
        leave = fill("coalesce({field}, false)", field=person.only_if) if person.only_if else Sql("true")
        define(
            con,
            "VIEW",
            "person_text",
            fill(_TEXTS, texts=named(cells), raw=raw, leave=leave),
            {"blanks": texts.blanks(source.layout)},
        )
        maps.make(con, {"person_text": ["person_role", "person_type"]}, config, source.layout, name="person_map")
        for step in ("person", "shared_number", "person_row"):
            run(con, step, {**given, "role": person.role})
        if con.execute("SELECT 1 FROM written_person WHERE spoilt IS NOT NULL LIMIT 1").fetchone():
            run(con, "person_spoilt", {"role": person.role})
        if con.execute("SELECT 1 FROM person_map WHERE id = 'unmapped' LIMIT 1").fetchone():
            run(con, "person_fault", {"role": person.role})
        drop(con, "person_text", "written_person", "form", "shared_number", "person_map")
