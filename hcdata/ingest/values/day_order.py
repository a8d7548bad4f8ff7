"""Whether a column of dates writes the day or the month first: its values decide, not only what the layout says."""

from collections.abc import Sequence

import duckdb

from hcdata.common.sql import fill, join
from hcdata.ingest.recognised import DayOrder, Order, Recognised
from hcdata.ingest.values import date_columns, spreadsheet_swapped
from hcdata.ingest.values.spreadsheet_swapped import Exchange

WORDS: dict[str, str] = {"dmy": "day first", "mdy": "month first"}
# Rows looked at first; only a column that says nothing there is read whole.
SAMPLE = 10_000
_NUMBERS = r"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(\D.*)?$"

# Ten characters hold the day, and there are few days: the numbers are looked for once in each. The fifth of May is
# itself, whichever comes first.
_COUNTED = """
    SELECT
        name,
        coalesce(sum(rows) FILTER (first > 12 AND second <= 12), 0),
        coalesce(sum(rows) FILTER (second > 12 AND first <= 12), 0),
        coalesce(sum(rows) FILTER (first <= 12 AND second <= 12 AND first <> second), 0)
    FROM (
        SELECT
            name, rows,
            TRY_CAST(regexp_extract(day, $numbers, 1) AS INTEGER) AS first,
            TRY_CAST(regexp_extract(day, $numbers, 2) AS INTEGER) AS second
        FROM (
            SELECT name, left(numbers_first(text), 10) AS day, count(*) AS rows
            FROM (UNPIVOT (SELECT {columns} FROM {raw} LIMIT $rows) ON {columns} INTO NAME name VALUE text)
            GROUP BY ALL
        )
    )
    GROUP BY name
"""


def decide(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> list[DayOrder]:
    """Return the order of each column of `raw` whose dates are written in numbers; ISO dates need none.

    The order more values fit alone is taken. Where all values fit both, the other columns of the grid decide, and where
    they say nothing, the layout.
    """
    layout = source.layout
    if layout.date_order == "month":
        return []
    own: Order = layout.date_order
    where = date_columns.find(source)
    counts = _count(con, raw, list(where), SAMPLE)
    silent = [name for name, (day, month, both) in counts.items() if both and not day and not month]
    counts |= _count(con, raw, silent, None)
    evident = {name: _fuller(day, month, own) for name, (day, month, _) in counts.items() if day or month}
    exchanges = spreadsheet_swapped.find(con, raw, [name for name in evident if not counts[name][2]])
    agreed = set(evident.values())
    found = []
    for name in where:
        day, month, both = counts.get(name, (0, 0, 0))
        if name in evident:
            found.append(DayOrder(name, where[name], evident[name], "values", day, month, exchanges.get(name)))
        elif both and len(agreed) == 1:
            found.append(DayOrder(name, where[name], min(agreed), "other columns", 0, 0))
        elif both:
            found.append(DayOrder(name, where[name], own, "layout", 0, 0))
    return found


def words(decided: Sequence[DayOrder], own: str) -> list[str]:
    """Say how each column was read and why, for the receipt."""
    said = []
    for order in ("dmy", "mdy"):
        evident = [one.header for one in decided if one.order == order and one.basis != "layout"]
        if evident:
            though = "" if order == own else f", though the layout says {WORDS[own]}"
            said.append(f"{WORDS[order]} by their values{though}: {', '.join(evident)}")
    unsure = [one.header for one in decided if one.basis == "layout"]
    if unsure:
        said.append(
            f"both readings fit, read {WORDS[own]} as the layout says: {', '.join(unsure)}."
            " Compare a date you know; if it is wrong, set date_order in the layout"
        )
    said += [_exchange_words(one.header, one.exchange) for one in decided if one.exchange]
    against = sum(one.against for one in decided)
    if against:
        said.append(f"{against:,} values fit only the other order and could not be read")
    return said


def _exchange_words(header: str, found: Exchange) -> str:
    apart = f"{header}: no true date ({found.dates:,}) has a day above 12, every one in text ({found.texts:,}) has"
    if found.sure:
        return f"{apart}: a spreadsheet exchanged day and month of the true dates, and here they are exchanged back"
    return f"{apart}. If a spreadsheet exchanged day and month of the true dates, load the export as it was before"


def _count(
    con: duckdb.DuckDBPyConnection, raw: str, names: list[str], rows: int | None
) -> dict[str, tuple[int, int, int]]:
    """Return, for each column, how many values fit day first alone, month first alone, and both."""
    if not names:
        return {}
    told = {"numbers": _NUMBERS, "rows": rows}
    found = con.execute(fill(_COUNTED, columns=join(", ", names), raw=raw), told).fetchall()
    return {name: (int(day), int(month), int(both)) for name, day, month, both in found}


def _fuller(day: int, month: int, own: Order) -> Order:
    if day == month:
        return own
    return "dmy" if day > month else "mdy"
