"""What is asked of every feed whose records are counted by a day, as SQL on the views of an opened store."""

from pathlib import Path

from hcdata.common.sql import Sql, fill, join, literal, name, read
from hcdata.schema.feeds import DATED, Feed

SQL = Path(__file__).parent / "sql"
_ALL = " UNION ALL "


def local_day(feed: Feed, row: str) -> Sql:
    """Return the day a record is counted by, of the row that goes by this name; an instant has that of the clock."""
    (column,) = (one for one in feed.table.columns if one.name == feed.day)
    day = name(row, column.name)
    return day if column.type == "DATE" else fill("CAST(timezone('UTC', {day}) AS DATE)", day=day)


def district_months() -> Sql:
    """Return the query of records by feed, district and month; those of a crime are in the crime's district."""
    return join(_ALL, (_fill("months_of_crime" if feed.is_of_crime else "months", feed) for feed in DATED.values()))


def first_days() -> Sql:
    """Return the query of each feed's first day; a sheet about crimes begins with the month of its first entry."""
    cases = (_fill("first_day", feed) for feed in DATED.values() if feed.is_case)
    return join(_ALL, [*cases, Sql(read(SQL / "first_entry.sql"))])


def _fill(file: str, feed: Feed) -> Sql:
    text = read(SQL / f"{file}.sql")
    return fill(text, feed=literal(feed.name), table=feed.table.name, day=local_day(feed, "r"))
