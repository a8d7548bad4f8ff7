"""What one header says of a month: its name or number with a year, a day, or digits its neighbours have to bear out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from hcdata.ingest.files.grid import SPACE

# Years of records and returns that can stand over a column; four digits beyond them are a number.
FIRST_YEAR, LAST_YEAR = 1990, 2100
_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {text: number for number, name in enumerate(_NAMES, start=1) for text in (name, name[:3])} | {"sept": 9}
# Financial years begin in April.
_APRIL = 4
# Day 0 of a workbook's serial days, for every day after February 1900.
_EPOCH = date(1899, 12, 30)
_FINANCIAL = re.compile(r"(?:FY ?)?(20\d\d)[ /–-](?:20)?(\d\d)", re.IGNORECASE)
# Midnight after a date, a remark in brackets and footnote marks behind it, and what a pivot table says before it.
_BESIDE = re.compile(r"(?i)^(?:sum|count|total) of |[T ]00:00(?::00(?:\.0+)?)?Z?$|\s*[(\[][^)\]]{0,40}[)\]]$|\*+$")
_LONGEST = 60
_ORDINALS = ("st", "nd", "rd", "th")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN = " \t/.,'’_–-"
# Two digits of a year: those of this century before 69, as elsewhere.
_THIS_CENTURY = 69
# Digits of a month, a day or the short form of a year.
_SHORT = 2


@dataclass(frozen=True)
class Said:
    """What a header says: a month (its first day), a day, or digits alone that may be a month."""

    kind: Literal["month", "day", "digits"]
    on: date

    @property
    def month(self) -> date:
        """The first day of the month."""
        return self.on.replace(day=1)

    @property
    def is_first(self) -> bool:
        """Whether it is the first day of its month."""
        return self.on.day == 1

    @property
    def is_last(self) -> bool:
        """Whether it is the last day of its month."""
        return (self.on + timedelta(days=1)).day == 1


@lru_cache(maxsize=8192)
def read(text: str) -> Said | None:
    """Return what a header says of a month: Apr-25, April 2025, 2025-04, 2025M04, 01/04/2025, 2025/26 Apr, 202504."""
    bare = text.strip(SPACE)
    if len(bare) > _LONGEST:
        return None
    while (without := _BESIDE.sub("", bare).strip(SPACE)) != bare:
        bare = without
    parts = [part.casefold() for part in _PARTS.findall(bare)]
    if _PARTS.sub("", bare).strip(_BETWEEN) or not any(part.isdecimal() for part in parts):
        return None
    marks = set(_PARTS.sub("", bare))
    told = [part for part in parts if part not in _ORDINALS]
    names = [MONTHS[part] for part in told if part in MONTHS]
    rest = [part for part in told if part not in MONTHS]
    if len(names) == 1:
        return _of_name(names[0], rest, told[0] in MONTHS)
    match rest:
        case _ if names:
            return None
        case [digits]:
            return _of_digits(digits)
        case [year, "m", month] | ["m", month, year] if month.isdecimal():
            return _month(_year(year), int(month))
        case [first, second]:
            year, month = (first, second) if _year(first) else (second, first)
            found = _month(_year(year), int(month)) if month.isdecimal() and len(month) <= _SHORT else None
            # A number over a number, or with a point in it, is a month only among others.
            return Said("digits", found.on) if found and marks <= {" ", "."} else found
        case [first, month, last] if month.isdecimal() and len(month) <= _SHORT:
            year, day = (first, last) if _year(first) else (last, first)
            return _day(_year(year), int(month), day)
    return None


def month_of(text: str) -> date | None:
    """Return the first day of the month a header names by itself, or that it is the first day of."""
    said = read(text)
    return said.on if said and said.kind != "digits" and said.is_first else None


def financial_year(text: str) -> bool:
    """Return whether a header names a financial year: 2024/25, 2024-25, FY 2024/2025."""
    match = _FINANCIAL.fullmatch(text.strip(SPACE))
    return match is not None and _follow(*match.groups())


def names_month(word: str) -> bool:
    """Return whether a word is a month's name, long or short."""
    return word.casefold() in MONTHS


def is_year(text: str) -> bool:
    """Return whether a header is a year and nothing else."""
    return len(text) == len("2025") and _year(text) is not None


def _of_name(month: int, rest: list[str], leads: bool) -> Said | None:
    """Read what stands beside a month's name: its year, a financial year, or year and day; `leads`: before them."""
    match rest:
        case [year]:
            return _month(_year(year, short=leads), month)
        case [year, then] | ["fy", year, then] if _follow(year, then):
            return _month(int(year) + (month < _APRIL), month)
        case [first, last]:
            year, day = (first, last) if _year(first) else (last, first)
            return _day(_year(year, short=not leads), month, day)
    return None


def _of_digits(digits: str) -> Said | None:
    if not digits.isdecimal():
        return None
    if len(digits) == len("202504"):
        found = _month(_year(digits[:4]), int(digits[4:]))
        return Said("digits", found.on) if found else None
    if len(digits) == len("20250401"):
        day = _day(_year(digits[:4]), int(digits[4:6]), digits[6:])
        return Said("digits", day.on) if day and day.is_first else None
    if len(digits) == len("45748"):
        serial = _EPOCH + timedelta(days=int(digits))
        return Said("digits", serial) if serial.day == 1 and FIRST_YEAR <= serial.year <= LAST_YEAR else None
    return None


def _year(text: str, *, short: bool = False) -> int | None:
    if not text.isascii() or not text.isdecimal():
        return None
    if short and len(text) == _SHORT:
        year = int(text) + (2000 if int(text) < _THIS_CENTURY else 1900)
    else:
        year = int(text) if len(text) == len("2025") else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _month(year: int | None, month: int) -> Said | None:
    return Said("month", date(year, month, 1)) if year and 1 <= month <= len(_NAMES) else None


def _day(year: int | None, month: int, day: str) -> Said | None:
    try:
        return Said("day", date(year, month, int(day))) if year else None
    except ValueError:
        return None


def _follow(year: str, then: str) -> bool:
    long = len(year) == len("2025") and len(then) in (_SHORT, len(year))
    return long and year.isdecimal() and then.isdecimal() and (int(year) + 1) % 100 == int(then) % 100
