"""What a crime's measures need from other rows, brought up to date after a load for the crimes it may have changed."""

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.config import Config
from hcdata.common.sql import bind, read
from hcdata.ingest.define import define
from hcdata.loading import ledger
from hcdata.loading.merge import merge
from hcdata.schema.tables import CRIME_FACT

SQL = Path(__file__).parent / "sql"
# What facts.sql asks of each crime, when they are worked out for every one.
ALL = "CREATE OR REPLACE TEMP MACRO is_wanted(ref) AS true"


def refresh(con: duckdb.DuckDBPyConnection, config: Config, load: int, as_of: datetime, about: dict[str, Any]) -> None:
    """Work out the facts of the crimes a load touched; of all when thresholds or fields are not what they were."""
    sql = read(SQL / "facts.sql")
    thresholds = bind(sql, config.thresholds.model_dump())
    asked = thresholds | {"fields": [column.name for column in CRIME_FACT.columns]}
    if about.get("facts") == asked:
        touched = read(SQL / "touched.sql")
        con.execute(touched, bind(touched, {"load": load, **thresholds}))
        con.execute("CREATE OR REPLACE TEMP MACRO is_wanted(ref) AS ref IN (SELECT crime_ref FROM wanted)")
    else:
        con.execute(ALL)
    about["facts"] = asked
    # On an empty table they are worked out as they are entered: no copy of them all is made.
    define(con, "VIEW" if ledger.is_empty(con, CRIME_FACT) else "TABLE", "record", sql, thresholds)
    newest = con.execute("SELECT max(as_of) FROM load").fetchone()
    merge(con, CRIME_FACT, "record", load, max(as_of, newest[0] if newest else as_of))
