"""What a crime's measures need from other rows, brought up to date after a load for the crimes it may have changed."""

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.config import Config
from hcdata.schema import CRIME_FACT
from hcdata.sql import bind, read
from hcdata.store.merge import merge

SQL = Path(__file__).parent / "sql"


def refresh(con: duckdb.DuckDBPyConnection, config: Config, load: int, as_of: datetime, about: dict[str, Any]) -> None:
    """Work out the facts of the crimes a load touched; of all of them when the thresholds are not what they were."""
    sql = read(SQL / "facts.sql")
    thresholds = bind(sql, config.thresholds.model_dump())
    if about.get("facts") == thresholds:
        touched = read(SQL / "touched.sql")
        con.execute(touched, bind(touched, {"load": load, **thresholds}))
    else:
        con.execute("CREATE OR REPLACE TEMP TABLE wanted AS SELECT crime_ref FROM crime_version WHERE to_load IS NULL")
    about["facts"] = thresholds
    con.execute("DROP TABLE IF EXISTS record")
    con.execute(sql, thresholds)
    newest = con.execute("SELECT max(as_of) FROM load").fetchone()
    merge(con, CRIME_FACT, "record", load, max(as_of, newest[0] if newest else as_of))
