"""A store of an earlier release: what its tables lack is added on the next load, and read as empty until then."""

from pathlib import Path

import duckdb

from hcdata.common.errors import StoreError
from hcdata.common.sql import fill, literal
from hcdata.schema import tables
from hcdata.schema.columns import Table

_STORED = tables.TABLES
_TOGETHER = "CREATE VIEW {table} AS SELECT * FROM {blank} UNION ALL BY NAME SELECT * FROM stored.{table}"
# Tables every release had: a store that lacks one of them is damaged and not old.
_FIRST = (
    *("crime_version", "crime_fact_version", "incident_version", "victim_contact_version", "service_version"),
    *("action_version", "event_version", "load", "load_file", "reject", "fault", "declared"),
)


def upgrade(con: duckdb.DuckDBPyConnection) -> None:
    """Add the tables and columns of the schema that an opened store lacks; new columns are empty for old rows.

    Raises StoreError when a table is missing that every release had.
    """
    ((database,),) = con.execute("SELECT current_database()").fetchall()
    have = _columns(con, database)
    for table in _STORED:
        if table.stored not in have:
            if table.stored in _FIRST:
                raise StoreError(
                    "store", f"its table {table.stored} is missing", "a whole store", "restore it from a backup"
                )
            con.execute(tables.ddl(table))
        elif not _whole(table, have):
            _widen(con, table)


def _widen(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Make a table anew with every column of the schema in its order: rows are entered by place."""
    con.execute(fill("ALTER TABLE {stored} RENAME TO narrow", stored=table.stored))
    con.execute(tables.ddl(table))
    con.execute(fill("INSERT INTO {stored} BY NAME SELECT * FROM narrow", stored=table.stored))
    con.execute("DROP TABLE narrow")


def attach(con: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Attach a store read-only as `base`; where it is older, `base` is a schema of views and empty tables over it."""
    place = literal(str(file))
    con.execute(fill("ATTACH {place} AS base (READ_ONLY)", place=place))
    have = _columns(con, "base")
    if all(_whole(table, have) for table in _STORED):
        return
    con.execute("DETACH base")
    con.execute(fill("ATTACH {place} AS stored (READ_ONLY)", place=place))
    con.execute("CREATE SCHEMA base")
    con.execute("USE memory.base")
    for table in _STORED:
        if table.stored in _FIRST and table.stored not in have:
            continue
        con.execute(tables.ddl(table))
        if table.stored in have:
            names = {"table": table.stored, "blank": f"{table.stored}_blank"}
            con.execute(fill("ALTER TABLE {table} RENAME TO {blank}", **names))
            con.execute(fill(_TOGETHER, **names))
    con.execute("USE memory.main")


def _whole(table: Table, have: dict[str, set[str]]) -> bool:
    return {column.name for column in table.columns} <= have.get(table.stored, set())


def _columns(con: duckdb.DuckDBPyConnection, database: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table, column in con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = $database", {"database": database}
    ).fetchall():
        found.setdefault(table, set()).add(column)
    return found
