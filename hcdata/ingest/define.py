"""A query made into a temporary table or a view, its parameters bound by name."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import duckdb

from hcdata.common.sql import Sql, bind, fill, read, statements

SQL = Path(__file__).parent / "sql"
Kind = Literal["TABLE", "VIEW"]


def define(con: duckdb.DuckDBPyConnection, kind: Kind, name: str, sql: str, parameters: Mapping[str, Any]) -> None:
    """Make the temporary table or view `name` of a query.

    A view holds no parameters: they are kept as variables of the connection, and stand until others take their place.
    """
    given = bind(sql, dict(parameters))
    if kind == "VIEW":
        for variable, value in given.items():
            con.execute(fill("SET VARIABLE {variable} = $value", variable=variable), {"value": value})
        sql, given = re.sub(r"\$([a-z_]+)", r"getvariable('\1')", sql), {}
    con.execute(fill("CREATE OR REPLACE TEMP {kind} {name} AS {sql}", kind=Sql(kind), name=name, sql=Sql(sql)), given)


def define_macros(con: duckdb.DuckDBPyConnection) -> None:
    """Make the macros of ingest, each file after those it needs."""
    for name in ("joining", "names", "addresses", "macros", "written_dates", "moments"):
        run(con, name, {})


def query(name: str) -> str:
    """Return the text of a named query of ingest."""
    return read(SQL / f"{name}.sql")


def run(con: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, Any]) -> None:
    """Run the statements of a named file, each with the parameters it names."""
    for statement in statements(SQL / f"{name}.sql"):
        con.execute(statement, bind(statement, dict(parameters)))


def drop(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Remove temporary tables and views that may be there."""
    found = con.execute(
        "SELECT table_name, table_type FROM information_schema.tables WHERE list_contains($names, table_name)",
        {"names": list(names)},
    ).fetchall()
    for name, kind in found:
        what = Sql("VIEW" if kind == "VIEW" else "TABLE")
        con.execute(fill("DROP {what} IF EXISTS {name}", what=what, name=name))
