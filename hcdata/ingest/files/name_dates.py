"""A date in the name of a file: where it stands, what day it is, and a pattern for the next one's name."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hcdata.ingest.files.month_header import FIRST_YEAR, LAST_YEAR, MONTHS

Order = Literal["dmy", "mdy", "month"]
_ORDINAL = "(?:st|nd|rd|th)"
_MARK = r"[-_. ]"
_NAME = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
# The forms of a date, in groups of its parts: y year, m month, n the month's name, d day; a and b, day and month in
# the layout's order.
_DAYS = (
    rf"(?P<y>\d{{4}}){_MARK}(?P<m>\d{{2}}){_MARK}(?P<d>\d{{2}})",
    r"(?P<y>20\d{2})(?P<m>\d{2})(?P<d>\d{2})",
    rf"(?P<a>\d{{1,2}}){_MARK}(?P<b>\d{{1,2}}){_MARK}(?P<y>20\d{{2}})",
    r"(?P<a>\d{2})(?P<b>\d{2})(?P<y>20\d{2})",
    rf"(?P<d>\d{{1,2}}){_ORDINAL}?{_MARK}?(?P<n>{_NAME}){_MARK}?(?P<y>20\d{{2}}|\d{{2}})",
    rf"(?P<n>{_NAME}){_MARK}?(?P<d>\d{{1,2}}){_ORDINAL}?,?{_MARK}(?P<y>20\d{{2}})",
)
_MONTHS = (
    rf"(?P<y>20\d{{2}}){_MARK}?(?P<n>{_NAME})",
    rf"(?P<n>{_NAME}){_MARK}?(?P<y>20\d{{2}}|\d{{2}})",
    rf"(?P<m>\d{{2}}){_MARK}(?P<y>20\d{{2}})",
    rf"(?P<y>20\d{{2}}){_MARK}?(?P<m>\d{{2}})",
)
_FORMS = (*_DAYS, *_MONTHS)
# Days between the last record and a date in the file's name for the name to be when the data end: later, and the
# months between may never have been exported.
NEAR = 31
# A date is part of no longer number or word; a time of day may follow it.
_BEFORE, _AFTER = r"(?:^|[^0-9A-Za-z])", r"(?=[^0-9A-Za-z]|T\d|$)"
_ANY_NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"


@dataclass(frozen=True)
class Named:
    """A date in a name: the day, of a month its last, and the pattern that finds such a date in a name."""

    day: date
    pattern: str


def find(name: str, order: Order, whole_months: bool = True) -> Named | None:
    """Return the latest date in a name; of two ways to read one place the fuller."""
    found: dict[str, date] = {}
    left = name
    for form in _FORMS if whole_months else _DAYS:
        for match in list(re.finditer(f"{_BEFORE}({form}){_AFTER}", left, re.IGNORECASE)):
            if day := _day(match, order):
                found[match.group(1)] = day
                left = left[: match.start(1)] + "\0" * len(match.group(1)) + left[match.end(1) :]
    if not found:
        return None
    text, day = max(found.items(), key=lambda item: item[1])
    pattern = _pattern(text)
    for begin in ("", ".*"):
        whole = pattern.replace("(?i)", f"(?i){begin}") if "(?i)" in pattern else begin + pattern
        hit = re.search(whole, name)
        if hit and hit.group(1) == text:
            return Named(day, whole)
    return None


def read(text: str, order: Order) -> date | None:
    """Return the day a text found in a name says, of a month its last; None where it is no date."""
    matches = (re.fullmatch(form, text.strip(), re.IGNORECASE) for form in _FORMS)
    return next((day for match in matches if match and (day := _day(match, order))), None)


def _day(match: re.Match[str], order: Order) -> date | None:
    parts = {name: text for name, text in match.groupdict().items() if text}
    year = int(parts["y"]) + (2000 if len(parts["y"]) < len("2026") else 0)
    day, month = parts.get("d"), parts.get("m")
    if "a" in parts:
        day, month = (parts["b"], parts["a"]) if order == "mdy" else (parts["a"], parts["b"])
    number = MONTHS[parts["n"].casefold()] if "n" in parts else int(month or 0)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= len("JFMAMJJASOND")):
        return None
    last = monthrange(year, number)[1]
    return date(year, number, int(day or last)) if 1 <= int(day or last) <= last else None


def _pattern(text: str) -> str:
    """The pattern of a date: its digits by their number, any month for a month's name, all else as it stands."""
    loose = not re.match(r"\d{4}", text)
    parts = re.findall(r"\d+|[A-Za-z]+|[^\dA-Za-z]", text)
    form = "".join(_of_part(part, loose) for part in parts)
    alone = rf"(?:^|\D)({form})(?:\D|$)" if text.isdecimal() else f"({form})"
    return f"(?i){alone}" if _ANY_NAME in form else alone


def _of_part(part: str, loose: bool) -> str:
    if part.isdecimal():
        return rf"\d{{{len(part)}}}" if len(part) > len("12") or not loose else r"\d{1,2}"
    if part.casefold() in MONTHS:
        return _ANY_NAME
    return _ORDINAL if part.casefold() in _ORDINAL else re.escape(part).replace("\\ ", " ").replace("\\-", "-")
