"""Numbers that link nothing, kept from load to load: what one shows of a number holds for the records there already."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from hcdata.common.sql import bind, fill, read, split, statements
from hcdata.ingest.people.pseudonym import Key
from hcdata.ingest.values.clean import UNSAID
from hcdata.schema.feeds import Feed
from hcdata.schema.records import CRIME, INCIDENT

SQL = Path(__file__).parent / "sql"


def offer(con: duckdb.DuckDBPyConnection, read_again: int = 0) -> None:
    """Let ingest see whom and what the store knows by number, and the numbers refused before.

    Where all its rows are read again (`read_again` files), nothing known from an earlier reading counts.
    """
    afresh = read_again > 0 and read_again == len(con.execute(read(SQL / "kept.sql")).fetchall())
    for statement in statements(SQL / ("known_afresh.sql" if afresh else "known_before.sql")):
        con.execute(statement)


def keep(con: duckdb.DuckDBPyConnection, feed: Feed) -> None:
    """Enter the numbers that the rows just checked refuse, and remember whom and what they name where that is asked."""
    places = "address" in feed.fields
    names = ["refuse_persons", *(["refuse_places"] if places else [])]
    if con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'met_person'").fetchone():
        names += ["met_persons", *(["met_places"] if places else [])]
    for name in names:
        for statement in statements(SQL / f"{name}.sql"):
            con.execute(statement)


def settle(con: duckdb.DuckDBPyConnection, load: int, key: Key) -> Iterator[str]:
    """Take the numbers refused since the connection was opened from the records that stand; say of how many.

    A record of an earlier load has a new version from this load on, and its row a fault.
    """
    given = {"load": load, "inner_block": key.inner, "outer_block": key.outer, "unsaid": sorted(UNSAID)}
    for statement in statements(SQL / "far_apart.sql"):
        con.execute(statement)
    if not con.execute("SELECT 1 FROM refused_now LIMIT 1").fetchone():
        return
    for statement in statements(SQL / "relinked.sql"):
        con.execute(statement, bind(statement, given))
    for table, relinked in ((CRIME, "relinked_crime"), (INCIDENT, "relinked_incident")):
        names = {"version": table.stored, "key": table.key, "relinked": relinked}
        for statement in split(fill(read(SQL / "relink.sql"), **names)):
            con.execute(statement, bind(statement, given))
        counting = fill("SELECT count(*) FROM {relinked} WHERE from_load < $load", relinked=relinked)
        ((earlier,),) = con.execute(counting, {"load": load}).fetchall()
        if earlier:
            yield (
                f"{earlier:,} {table.name} records of earlier loads were joined by a number that is no identity:"
                " from this load on it links nothing"
            )
