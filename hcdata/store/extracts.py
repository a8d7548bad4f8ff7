"""What was loaded, file by file: the months and districts each extract holds, and the rows it lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hcdata.stats.periods import add_months, month_start

# Numbers by month and district; None where the month of a row without a date, or the district, is not known.
Counts = dict[date | None, dict[str | None, int]]
# What tells one file of a series from the next: a number, or the name of a month.
_NUMBERED = re.compile(
    r"\d+|(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?)(?![a-z])|[^a-z]+"
)


@dataclass(frozen=True)
class Extract:
    """One file: the series it belongs to by its name, the last day it covers, and what it holds.

    first and last are the days of its first and last accepted row. held and new are distinct records by district and
    month, accepted and rejected rows. `entered` is False of a file an earlier release loaded: then nothing is known of
    what it holds.
    """

    series: str
    ends: date
    first: date | None = None
    last: date | None = None
    held: Counts = field(default_factory=dict)
    new: Counts = field(default_factory=dict)
    accepted: Counts = field(default_factory=dict)
    rejected: Counts = field(default_factory=dict)
    entered: bool = True

    @property
    def month(self) -> date:
        """The month its data end in."""
        return month_start(self.ends)

    @property
    def blank(self) -> bool:
        """Whether it holds no row at all, rejected ones among them: it says that there was nothing."""
        return self.entered and self.first is None and not self.rejected


def name_series(file: str, sheet: str | None) -> str:
    """Return a file's name without what tells it from its like: 'fenland_2026-07-31.csv' -> 'fenland'."""
    stem = file.rsplit(".", 1)[0].casefold()
    return " ".join(_NUMBERED.sub(" ", f"{stem} {(sheet or '').casefold()}").split())


def last_day(as_of: datetime) -> date:
    """Return the last day covered whole: a time of 23:59 covers its day, one within a day does not."""
    return (as_of + timedelta(minutes=1)).date() - timedelta(days=1)


def list_months(first: date, last: date) -> list[date]:
    """Return the first days of the months from one to another, both inside."""
    months = [first]
    while months[-1] < last:
        months.append(add_months(months[-1], 1))
    return months if first <= last else []


def total(counts: Counts, month: date | None, areas: Iterable[str | None] | None = None) -> int:
    """Return what is counted in a month, in some districts or in all."""
    found = counts.get(month, {})
    return sum(found.values()) if areas is None else sum(found.get(area, 0) for area in areas)
