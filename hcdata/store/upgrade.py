"""A store of an earlier release: what its tables lack is added on the next load, and read as empty until then."""

from pathlib import Path

import duckdb

from hcdata.common.errors import StoreError
from hcdata.schema import tables
from hcdata.schema.columns import Table

_STORED = tables.TABLES
# Tables every release had: a store that lacks one of them is damaged and not old.
_FIRST = (
    *("crime_version", "crime_fact_version", "incident_version", "victim_contact_version", "service_version"),
    *("action_version", "event_version", "load", "load_file", "reject", "fault", "declared"),
)


def upgrade(con: duckdb.DuckDBPyConnection) -> None:
    """Add the tables and columns of the schema that an opened store lacks; new columns are empty for old rows.

    Raises StoreError when a table is missing that every release had.
    """
    have = _columns(con, "current_database()")
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
    con.execute(f"ALTER TABLE {table.stored} RENAME TO narrow")
    con.execute(tables.ddl(table))
    con.execute(f"INSERT INTO {table.stored} BY NAME SELECT * FROM narrow")
    con.execute("DROP TABLE narrow")


def attach(con: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Attach a store read-only as `base`; where it is older, `base` is a schema of views and empty tables over it."""
    # ATTACH takes no bound parameter; the path is quoted as a literal.
    literal = "'" + str(file).replace("'", "''") + "'"
    con.execute(f"ATTACH {literal} AS base (READ_ONLY)")
    have = _columns(con, "'base'")
    if all(_whole(table, have) for table in _STORED):
        return
    con.execute("DETACH base")
    con.execute(f"ATTACH {literal} AS stored (READ_ONLY)")
    con.execute("CREATE SCHEMA base")
    con.execute("USE memory.base")
    for table in _STORED:
        if table.stored in _FIRST and table.stored not in have:
            continue
        con.execute(tables.ddl(table))
        if table.stored in have:
            con.execute(f"ALTER TABLE {table.stored} RENAME TO {table.stored}_blank")
            con.execute(
                f"CREATE VIEW {table.stored} AS"
                f" SELECT * FROM {table.stored}_blank UNION ALL BY NAME SELECT * FROM stored.{table.stored}"
            )
    con.execute("USE memory.main")


def _whole(table: Table, have: dict[str, set[str]]) -> bool:
    return {column.name for column in table.columns} <= have.get(table.stored, set())


def _columns(con: duckdb.DuckDBPyConnection, database: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table, column in con.execute(
        f"SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = {database}"
    ).fetchall():
        found.setdefault(table, set()).add(column)
    return found
