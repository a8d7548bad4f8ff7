"""How a layout writes dates, and up to when an extract's data run."""

import re
from calendar import monthrange
from datetime import date, datetime, time
from typing import NamedTuple

import duckdb

from hcdata.common.errors import LoadError
from hcdata.common.sql import Sql, fill
from hcdata.ingest.define import query
from hcdata.ingest.files import name_dates
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.texts import blanks
from hcdata.schema.feeds import FEEDS

_DAY = {
    "dmy": ("%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d-%b-%Y", "%d.%m.%Y", "%d %B %Y"),
    "mdy": ("%m/%d/%Y", "%m-%d-%Y", "%b %d %Y", "%d %b %Y", "%d-%b-%Y"),
    "month": ("%Y-%m", "%Y%m", "%Y/%m", "%m/%Y", "%b %Y", "%B %Y", "%b-%Y", "%b-%y"),
}
_TIMES = (" %H:%M", "", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p")
_ISO = (
    *("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"),
    *("%Y/%m/%d", "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y%m%d"),
)
# A day named without a time runs to its last minute.
_DAY_END = time(23, 59)
# A last day stands apart when so few rows (one crime with its people), after so many days and so many times the gap
# usual between days with rows, say that the data run to it.
_FEW_ROWS, _LONG_GAP, _TIMES_USUAL = 5, 14, 7

_DAYS = "SELECT CAST(moment({text}, $formats) AS DATE) AS day FROM {raw}"
_IS_COUNTED = "SELECT 1 FROM {raw} WHERE as_count(trimmed({column})) IS NOT NULL LIMIT 1"


class End(NamedTuple):
    """The local time an extract's data run to, and what is doubtful of it, in words; "" where nothing is."""

    at: datetime
    doubt: str = ""


def formats(layout: Layout) -> dict[str, list[str]]:
    """Return the date formats of a layout by what a text must hold to be tried with them, its own order first.

    Keys: every, timed (day and time of day), days (a day alone), year_first (ISO). Macro `moment` reads them.
    """
    every = [day + clock for day in _DAY[layout.date_order] for clock in _TIMES] + list(_ISO)
    year_first = [one for one in every if one.startswith("%Y")]
    return {
        "every": every,
        "timed": [one for one in every if ":" in one and one not in year_first],
        "days": [one for one in every if ":" not in one and one not in year_first],
        "year_first": year_first,
    }


def stated(source: Recognised, extract_date: date | None) -> datetime | None:
    """Return the local time an extract's data run to as asked, by a title row or by the file's name, or None."""
    rule = source.layout.data_to
    if source.grid.data_to:
        return source.grid.data_to
    if extract_date:
        return datetime.combine(extract_date, _DAY_END)
    if rule.title:
        for title in source.titles:
            if match := re.search(rule.title, title):
                return _moment(match.group(1), source)
    if rule.filename and (match := re.search(rule.filename, source.grid.file.name)):
        day = name_dates.read(match.group(1), source.layout.date_order)
        return datetime.combine(day, _DAY_END) if day else _moment(match.group(1), source)
    return None


def data_to(
    con: duckdb.DuckDBPyConnection, source: Recognised, raw: str, texts: dict[str, str], extract_date: date | None
) -> End:
    """Return up to when an extract's data run: as stated, else to the end of the day or month of its last record.

    A record dated after today is a slip of the pen and says nothing about the extract.
    """
    said = stated(source, extract_date)
    if said:
        return End(said)
    field = FEEDS[source.layout.feed].counted_by
    last: datetime | None = _last_month(con, source, raw)
    apart: int | None = None
    if field in texts:
        days = fill(_DAYS, text=Sql(texts[field]), raw=raw)
        limits = {"few_rows": _FEW_ROWS, "long_gap": _LONG_GAP, "times_usual": _TIMES_USUAL}
        day, apart = con.execute(
            fill(query("last_day"), days=days),
            {"formats": formats(source.layout), "blanks": blanks(source.layout), "today": date.today(), **limits},
        ).fetchone() or (None, None)
        last = datetime.combine(day, _DAY_END) if day else None
        if named := _named(source, day):
            return End(datetime.combine(named, _DAY_END))
    if last is None:
        unread = field and field not in texts
        raise LoadError(
            source.grid.label,
            "nothing says up to when its data run" + (f", and no column is read as {field}" if unread else ""),
            "a date in a title row or the file's name",
            (f"name the column of {field} in the layout, or " if unread else "")
            + "give the day they run to: --extract-date, or Data to on the Load page",
        )
    month_end = last.replace(day=monthrange(last.year, last.month)[1])
    return End(month_end if source.layout.data_to.through == "month" else last, _doubt(last, apart))


def _named(source: Recognised, last: date | None) -> date | None:
    """Return the day in the file's name, not after today, where it lies just after the last record's day."""
    if last is None or source.layout.data_to.through == "month":
        return None
    found = name_dates.find(source.grid.file.name, source.layout.date_order, whole_months=False)
    near = found and 0 <= (found.day - last).days <= name_dates.NEAR and found.day <= date.today()
    return found.day if found and near else None


def _doubt(last: datetime, apart: int | None) -> str:
    if not apart:
        return ""
    return (
        f"run to {last:%d/%m/%Y}, the last record's day, though hardly any row is dated in the {apart} days up to it;"
        " if that is a slip, give the day they run to: --extract-date, or Data to on the Load page"
    )


def _last_month(con: duckdb.DuckDBPyConnection, source: Recognised, raw: str) -> datetime | None:
    """Return the end of the last month, not after this one, under which a table has a count."""
    for column, month in sorted(source.months.items(), key=lambda item: item[1], reverse=True):
        if month <= date.today() and con.execute(fill(_IS_COUNTED, raw=raw, column=column)).fetchone():
            return datetime.combine(month.replace(day=monthrange(month.year, month.month)[1]), _DAY_END)
    return None


def _moment(text: str, source: Recognised) -> datetime:
    for form in formats(source.layout)["every"]:
        try:
            found = datetime.strptime(text.strip(), form)
        except ValueError:
            continue
        return found if "%H" in form or "%I" in form else datetime.combine(found.date(), _DAY_END)
    raise LoadError(
        source.grid.label, "its data-to date cannot be read", "a date such as 31/10/2026", "give --extract-date"
    )
