"""A store of an earlier release: what its tables lack is added on the next load, and read as empty until then."""

import duckdb

from hcdata import schema


def upgrade(con: duckdb.DuckDBPyConnection) -> None:
    """Add the tables and columns of the schema that an opened store lacks; new columns are empty for old rows."""
    have = _columns(con, "current_database()")
    for table in (*schema.VERSIONED, *schema.BOOKS):
        if table.stored not in have:
            con.execute(schema.ddl(table))
        elif not {column.name for column in table.columns} <= have[table.stored]:
            _widen(con, table)


def _widen(con: duckdb.DuckDBPyConnection, table: schema.Table) -> None:
    """Make a table anew with every column of the schema in its order: rows are entered by place."""
    con.execute(f"ALTER TABLE {table.stored} RENAME TO narrow")
    con.execute(schema.ddl(table))
    con.execute(f"INSERT INTO {table.stored} BY NAME SELECT * FROM narrow")
    con.execute("DROP TABLE narrow")


def stand_in(con: duckdb.DuckDBPyConnection, table: schema.Table, view: str) -> None:
    """Make a book's view on the attached store `base`, or an empty table of its name where the store is older."""
    con.execute(view if table.stored in _columns(con, "'base'") else schema.ddl(table))


def _columns(con: duckdb.DuckDBPyConnection, database: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table, column in con.execute(
        f"SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = {database}"
    ).fetchall():
        found.setdefault(table, set()).add(column)
    return found
