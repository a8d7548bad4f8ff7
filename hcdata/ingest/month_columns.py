"""Wide files: months as columns hold counts and not records, and are never added to records."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime

from hcdata.ingest.grid import SPACE
from hcdata.ingest.header_rows import candidates

# So many months in one row of headers are no accident.
LEAST = 3
_FORMS = ("%b %Y", "%B %Y", "%b %y", "%Y %b", "%Y %B", "%Y %m", "%m %Y", "%Y %m %d", "%d %m %Y")
_MONTHS = ("%b", "%B")
# A financial year, and the name of one of its months where that stands on a second row of headers.
_YEAR = re.compile(r"(?:FY ?)?(20\d\d) (?:20)?(\d\d)(?: ([A-Za-z]+))?", re.IGNORECASE)
# Financial years begin in April.
_APRIL = 4
SAID = (
    "months stand as columns: counts, not records, which are never added to records; no layout of the feed series"
    " knows them: `layout suggest` drafts one"
)
SAID_YEARS = (
    "financial years stand as columns, not months: counts, not records; to compare them with ours, enter them as"
    " published figures, one row for each year (data/reference/published_figures.csv)"
)


def refusal(head: list[list[str]]) -> str:
    """Say why a grid no layout knows is not read, where months or years stand as its columns; else nothing."""
    return SAID if stand_in(head) else SAID_YEARS if years_stand_in(head) else ""


def stand_in(head: list[list[str]]) -> bool:
    """Return whether one of a grid's first rows, or two read as one, has months for headers."""
    return any(len(set(find(headers.texts).values())) >= LEAST for headers in candidates(head))


def years_stand_in(head: list[list[str]]) -> bool:
    """Return whether one of a grid's first rows has financial years for headers."""
    return any(len(set(find_years(row))) >= LEAST for row in head)


def find(headers: Sequence[str]) -> dict[int, date]:
    """Return place -> first day of the month, for every header that names one.

    '2011-12' and the like may be a month or a financial year: a month where another header is a month of that year.
    """
    months = {place: month for place, text in enumerate(headers) if (month := month_of(text))}
    plain = {month.year for place, month in months.items() if not financial_year(headers[place])}
    return {
        place: month for place, month in months.items() if month.year in plain or not financial_year(headers[place])
    }


def find_years(headers: Sequence[str]) -> list[str]:
    """Return the headers that name a financial year and no month."""
    months = find(headers)
    return [text for place, text in enumerate(headers) if place not in months and financial_year(text)]


def find_repeated(headers: Sequence[str]) -> list[date]:
    """Return the months that more than one header names."""
    return sorted(month for month, times in Counter(find(headers).values()).items() if times > 1)


def words(months: Collection[date]) -> list[str]:
    """Say which months stand as columns, for the receipt."""
    if not months:
        return []
    return [f"of {len(months)} columns headed by a month, {min(months):%b %Y} to {max(months):%b %Y}"]


def financial_year(text: str) -> bool:
    """Return whether a header names a financial year: 2024/25, 2024-25, FY 2024/2025."""
    match = _YEAR.fullmatch(_words(text))
    return match is not None and match.group(3) is None and _follow(match)


def month_of(text: str) -> date | None:
    """Return the first day of the month a header names: Apr-25, April 2025, 2025-04, 01/04/2025, 2025/26 Apr."""
    words = re.sub(r"(?i)\bsept\b", "Sep", _words(text))
    match = _YEAR.fullmatch(words)
    if match and match.group(3) and _follow(match):
        return _month_in_year(int(match.group(1)), match.group(3))
    for form in _FORMS:
        if found := _read(words, form):
            return found if found.day == 1 else None
    return None


def names_month(word: str) -> bool:
    """Return whether a word is a month's name, long or short."""
    return any(_read(word, form) for form in _MONTHS)


def _words(text: str) -> str:
    return " ".join(re.split(r"[\s/.,'–-]+", text.strip(SPACE).removesuffix("00:00:00").strip(SPACE)))


def _follow(match: re.Match[str]) -> bool:
    return (int(match.group(1)) + 1) % 100 == int(match.group(2))


def _month_in_year(first: int, name: str) -> date | None:
    for form in _MONTHS:
        if found := _read(name, form):
            return found.replace(year=first + (found.month < _APRIL))
    return None


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None
