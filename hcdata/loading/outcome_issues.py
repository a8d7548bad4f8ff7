"""What a crime's outcome rows say against each other and against full extracts, brought up to date after a load."""

from datetime import datetime
from pathlib import Path

import duckdb

from hcdata.common.sql import read
from hcdata.ingest.define import define
from hcdata.loading.merge import merge
from hcdata.schema.tables import OUTCOME_NOTE

SQL = Path(__file__).parent / "sql"


def refresh(con: duckdb.DuckDBPyConnection, load: int, as_of: datetime) -> None:
    """Work out the notes on every crime with outcome rows; a crime no longer noted has no current version."""
    define(con, "TABLE", "outcome_noted", read(SQL / "outcome_noted.sql"), {})
    con.execute(
        "UPDATE outcome_note_version SET to_load = $load"
        " WHERE to_load IS NULL AND crime_ref NOT IN (SELECT crime_ref FROM outcome_noted)",
        {"load": load},
    )
    newest = con.execute("SELECT max(as_of) FROM load").fetchone()
    merge(con, OUTCOME_NOTE, "outcome_noted", load, max(as_of, newest[0] if newest else as_of))
