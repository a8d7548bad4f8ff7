"""What the extracts loaded say of records they do not show, for a store that is read and for one that is built."""

from pathlib import Path

import duckdb

from hcdata.common.sql import Sql, fill, name, read

_TEXT = Path(__file__).parent / "sql" / "extract_macros.sql"


def define_for_reading(con: duckdb.DuckDBPyConnection) -> None:
    """Make the macros files_at and lacks_record of a store attached as `base`."""
    con.execute(fill(read(_TEXT), macro=Sql("MACRO"), load_file=name("base", "load_file")))


def define_for_building(con: duckdb.DuckDBPyConnection) -> None:
    """Make the same of the connection's own tables, kept in none of its files."""
    con.execute(fill(read(_TEXT), macro=Sql("TEMP MACRO"), load_file="load_file"))
