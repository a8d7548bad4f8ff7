"""How a file writes its dates, which columns hold their times of day, and what says up to when its data run."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hcdata.ingest.files import name_dates
from hcdata.ingest.layouts.layout import DataTo, DateOrder
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.suggest.fields import ALONE
from hcdata.ingest.suggest.kinds import month_share
from hcdata.ingest.suggest.names import words

_SLASHED = r"\d{1,2}/\d{1,2}/\d{4}"
_CLOCK = r"(?: \d{1,2}:\d{2})?"
# The words that may stand between in a title, and no other: a draft must not repeat who asked for the extract.
_SAID = (
    "data|extract|extracted|valid|correct|up|to|until|end|ends|ending|date|as|at|of|on|from|run|is|was|and|including"
)
_TITLE = re.compile(
    rf"(?i)\b((?:data|extract|up|valid)(?:[ :]+(?:{_SAID})\b)*[ :]*)"
    rf"({_SLASHED}{_CLOCK}|\d{{4}}-\d{{2}}-\d{{2}}{_CLOCK})"
)


@dataclass(frozen=True)
class Reading:
    """The order of day and month, and what speaks for it."""

    order: DateOrder
    why: str


def order(shares: Iterable[Mapping[str, float]]) -> Reading:
    """Return the order the date columns are written in; where both fit or columns differ, day first, and said so."""
    found = list(shares)
    if any(month_share(one) >= ALONE for one in found):
        return Reading("month", "dates are whole months")
    slashed = [(one.get("day first", 0.0), one.get("month first", 0.0)) for one in found]
    if not any(day or month for day, month in slashed):
        return Reading("dmy", "no date has day and month as numbers" if found else "no column of dates was found")
    orders: set[DateOrder] = {"dmy" if day > month else "mdy" for day, month in slashed if day != month}
    if len(orders) > 1:
        return Reading("dmy", "UNSURE: columns differ, and a load reads each by its own values")
    if orders == {"mdy"}:
        return Reading("mdy", "more dates can be read month first")
    return Reading("dmy", "more dates can be read day first" if orders else "UNSURE: every date can be read either way")


def clock_of(header: str, columns: Iterable[Column], shares: Mapping[str, Mapping[str, float]]) -> str | None:
    """Return the header of the times of day that go with a column of dates: 'Contact Date', 'Contact Time'."""
    stem = [word for word in words(header).split() if word not in ("date", "of", "the")]
    for column in columns:
        asked = words(column.header).split()
        rest = [word for word in asked if word not in ("time", "of", "the")]
        if "time" in asked and rest == stem and shares[column.header].get("time of day", 0.0) >= ALONE:
            return column.header
    return None


@dataclass(frozen=True)
class Until:
    """The rule for the time an extract's data run to, what speaks for it, and a file name's pattern that may be one."""

    rule: DataTo
    why: str
    doubtful: str | None = None


def until(titles: Iterable[str], filename: str, last: date | None, written: DateOrder) -> Until:
    """Return up to when an extract's data run; `last` is the day of its last record, `written` how its dates are."""
    for title in titles:
        if match := _TITLE.search(title):
            form = rf"\d{{2}}/\d{{2}}/\d{{4}}{_CLOCK}" if "/" in match.group(2) else rf"\d{{4}}-\d{{2}}-\d{{2}}{_CLOCK}"
            said = re.escape(match.group(1)).replace(r"\ ", " ")
            return Until(DataTo(title=f"{said}({form})"), "a title row says it")
    named = name_dates.find(filename, written)
    if named and last and 0 <= (named.day - last).days <= name_dates.NEAR:
        return Until(DataTo(filename=named.pattern), "the file's name holds a date just after the last record")
    through: Literal["month", "record"] = "month" if written == "month" else "record"
    why = "whole months" if through == "month" else "the last record's day, unless --extract-date is given"
    return Until(DataTo(through=through), why, named.pattern if named else None)


def last_day(values: Iterable[str], order: DateOrder) -> date | None:
    """Return the last day among some texts of dates, those after today left out."""
    days = (found for text in values if (found := _day(text, order)) and found <= date.today())
    return max(days, default=None)


def _day(text: str, order: DateOrder) -> date | None:
    day, *_ = re.split(r"[ T](?=\d{1,2}[:.]\d)", text.strip(), maxsplit=1)
    return name_dates.read(day.replace("/", "-"), order)
