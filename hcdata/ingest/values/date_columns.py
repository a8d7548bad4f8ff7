"""The columns of a grid that hold dates, and those of them whose dates are not all written as most systems do."""

import duckdb

from hcdata.common.sql import fill, join, named
from hcdata.ingest.files.grid import columns
from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout import Moment
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise

# Days from 30 December 1899, which spreadsheets count from, to 1 January 1904.
_DAYS_APART = 1462
# Milliseconds of a day.
_DAY = 86_400_000
_COUNT_ON = r"""
    UPDATE {raw} SET {column} = CAST(CAST({column} AS DOUBLE) + $days AS VARCHAR)
    WHERE regexp_full_match({column}, '\d{3,5}(\.\d+)?')
"""
_IS_UNUSUAL = "{column} <> '' AND (NOT is_plain_date(trimmed({column})) OR is_no_day(trimmed({column})))"
_IS_UNUSUAL_BESIDE = "({test}) OR ({time} <> '' AND NOT is_plain_clock(trimmed({time})))"
# Whether all values count from 1970, all of these are whole days, and all read as a day with its time.
_COUNTS = """
    bool_and(since_1970({column}) IS NOT NULL) FILTER ({column} IS NOT NULL),
    bool_and(since_1970({column}) % $day = 0),
    bool_and(coalesce(try_strptime({column}, '%d%m%y%H%M'), try_strptime({column}, '%y%m%d%H%M')) IS NOT NULL)
        FILTER ({column} IS NOT NULL)
"""


def find(source: Recognised) -> dict[str, str]:
    """Return raw column -> header of every column of dates the layout names; of a date and its time, the date's."""
    layout = source.layout
    headers = [spec.date if isinstance(spec, Moment) else spec for name, spec in layout.fields.items() if name in DATES]
    headers += [person.born for person in layout.persons if person.born]
    wanted = {normalise(header): header for header in headers}
    found: dict[str, str] = {}
    for text, name in zip(source.headers, columns(len(source.headers)), strict=True):
        if normalise(text) in wanted:
            found[name] = wanted.pop(normalise(text))
    return found


def count_from_1900(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> None:
    """Count the bare numbers of days in the columns of dates of `raw` from 1900, where they were from 1904."""
    for column in find(source):
        con.execute(fill(_COUNT_ON, raw=raw, column=column), {"days": _DAYS_APART})


def find_unusual(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> frozenset[str]:
    """Return the columns of dates of `raw` in which one, or the time beside it, is unlike most, or is no day.

    The others need no taking apart, which takes longer to plan than a month's rows to read.
    """
    beside = {normalise(spec.date): spec.time for spec in source.layout.fields.values() if isinstance(spec, Moment)}
    places = dict(zip(map(normalise, source.headers), columns(len(source.headers)), strict=True))
    found = find(source)
    tests = []
    for column, header in found.items():
        test = fill(_IS_UNUSUAL, column=column)
        time = places.get(normalise(beside.get(normalise(header), "")))
        tests.append(fill(_IS_UNUSUAL_BESIDE, test=test, time=time) if time else test)
    if not tests:
        return frozenset()
    asked = join(", ", (fill("coalesce(bool_or({test}), false)", test=test) for test in tests))
    met = con.execute(fill("SELECT {asked} FROM {raw}", asked=asked, raw=raw)).fetchall()[0]
    return frozenset(column for column, unusual in zip(found, met, strict=True) if unusual)


def find_counted(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> dict[str, bool]:
    """Return the unusual columns of `raw` that count seconds or milliseconds from 1970: all their values, and no other.

    True where they are whole days. Ten figures that all read as a day with its time (DDMMYYHHMM) are no count.
    """
    timed = {normalise(spec.date) for spec in source.layout.fields.values() if isinstance(spec, Moment)}
    asked = [name for name, header in find(source).items() if name in source.unusual and normalise(header) not in timed]
    if not asked:
        return {}
    tests = join(", ", (fill(_COUNTS, column=name) for name in asked))
    filled = named({name: fill("nullif(trimmed({column}), '')", column=name) for name in asked})
    asking = fill("SELECT {tests} FROM (SELECT {filled} FROM {raw})", tests=tests, filled=filled, raw=raw)
    met = con.execute(asking, {"day": _DAY}).fetchall()[0]
    return {name: bool(met[3 * n + 1]) for n, name in enumerate(asked) if met[3 * n] and not met[3 * n + 2]}
