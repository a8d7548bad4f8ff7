"""Dates as services write them in JSON: milliseconds since 1970, /Date(...)/, and values marked with their type."""

import re
from collections.abc import Set
from datetime import UTC, datetime
from typing import Any

# Of 1990 to 2100, in milliseconds: fewer digits are seconds or a number of another kind.
_FROM, _UNTIL = 631_152_000_000, 4_133_980_800_000
# Microsoft's form (OData 2): milliseconds in UTC; an offset says where it was written and moves nothing.
_MICROSOFT = re.compile(r"/Date\((-?\d{1,13}|\d{14})(?:[+-]\d{4})?\)/")
# A key that speaks of a date: REP_DATE, created_at, dateOccurred, EditDateTime, occ_dt.
_SPEAKS = re.compile(r"(?i)date|time|day|month|created|updated|edited|(?:^|[_ ])(?:dt|on|at)(?:$|[_ ])")
_DAY = 86_400_000


def plain(value: Any) -> Any:
    """Return the value of {"$date": ...} and its like, else the value as it is."""
    if isinstance(value, dict) and len(value) == 1:
        ((mark, inside),) = value.items()
        return inside if mark.startswith("$") else value
    return value


def write_out(rows: list[list[str]], dated: Set[str]) -> None:
    """Write the milliseconds of each column of dates as days or instants, in place; the first row holds the keys.

    A column is one of dates where it is said to be (`dated`), or its key speaks of a date, and every value fits.
    """
    for place, key in enumerate(rows[0]):
        cells = [row[place] for row in rows[1:] if row[place]]
        microsoft = [match for cell in cells if (match := _MICROSOFT.fullmatch(cell))]
        if microsoft and len(microsoft) == len(cells):
            moments = {match.group(0): int(match.group(1)) for match in microsoft}
        elif (key in dated or _SPEAKS.search(key)) and cells and all(map(_is_moment, cells)):
            moments = {cell: int(cell) for cell in cells}
        else:
            continue
        whole_days = all(moment % _DAY == 0 for moment in moments.values())
        told = {cell: _written(moment, whole_days) for cell, moment in moments.items()}
        for row in rows[1:]:
            row[place] = told.get(row[place], row[place])


def _is_moment(cell: str) -> bool:
    return cell.isdecimal() and len(cell) <= len(str(_UNTIL)) and _FROM <= int(cell) < _UNTIL


def _written(milliseconds: int, whole_days: bool) -> str:
    moment = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return f"{moment:%Y-%m-%d}" if whole_days else f"{moment:%Y-%m-%dT%H:%M:%S}Z"
