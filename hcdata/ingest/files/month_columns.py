"""Wide files: months as columns hold counts and not records, and are never added to records."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from hcdata.ingest.files.grid import SPACE
from hcdata.ingest.files.header_rows import candidates
from hcdata.ingest.files.month_header import Said, financial_year, is_year, names_month, read

# So many months in one row of headers are no accident.
LEAST = 3
_NUMBER = re.compile(r"[.,]*\d[\d.,]*")
# First days by the month before the day, as America writes them.
_FIRST_DAY = re.compile(r"(\d{1,2})[/-]0?1[/-](\d{4})")
_QUARTER = re.compile(r"(?i)\b(?:q[1-4]|quarter|[1-4](?:st|nd|rd|th) qu?a?r?te?r)\b")
SAID = (
    "months stand as columns: counts, not records, which are never added to records; no layout of the feed series"
    " knows them: `layout suggest` drafts one"
)
SAID_YEARS = (
    "financial years stand as columns, not months: counts, not records; to compare them with ours, enter them as"
    " published figures, one row for each year (data/reference/published_figures.csv)"
)
SAID_QUARTERS = "quarters stand as columns, not months: counts, not records; ask for the same table by month"
SAID_NO_YEAR = "months stand as columns without their year: write it beside each (Apr 2026), or on a row above them"
SAID_EITHER = (
    "its columns are headed by dates that may be days of one January or, month first, first days of months:"
    " write the months (Apr 2026)"
)
SAID_NUMBERS = "a table of counts whose columns no month stands over: it needs headers such as Apr 2026"


def refusal(head: list[list[str]]) -> str:
    """Say why a grid no layout knows is not read, by what stands over its columns; nothing where that is no reason."""
    if stand_in(head):
        return SAID
    for said, stands in (
        (SAID_YEARS, lambda row: len(set(find_years(row))) >= LEAST),
        (SAID_QUARTERS, lambda row: sum(bool(_QUARTER.search(text)) for text in row) >= LEAST),
        (SAID_NO_YEAR, lambda row: len({text for text in row if names_month(text.strip(SPACE))}) >= LEAST),
        (SAID_EITHER, lambda row: len(set(_by_month_first(row))) >= LEAST),
    ):
        if any(map(stands, head)):
            return said
    return SAID_NUMBERS if counts_stand_in(head) else ""


def stand_in(head: list[list[str]]) -> bool:
    """Return whether one of a grid's first rows, or two read as one, has months for headers."""
    return any(len(set(find(headers.texts).values())) >= LEAST for headers in candidates(head))


def counts_stand_in(head: list[list[str]]) -> bool:
    """Whether all rows but those of headers hold a label and else only numbers, in so many columns."""
    filled = [[text.strip(SPACE) for text in row if text.strip(SPACE)] for row in head]
    wide = [row for row in filled if len(row) > LEAST]
    counts = [row for row in wide if not _NUMBER.fullmatch(row[0]) and all(map(_NUMBER.fullmatch, row[1:]))]
    return len(counts) > 1 and len(wide) - len(counts) in (1, 2)


def find(headers: Sequence[str]) -> dict[int, date]:
    """Return place -> first day of the month, for every header that names one.

    '2011-12' and the like may be a month or a financial year: a month where another header is a month of that year.
    Days are months where all are the first days of months, or all the last; digits alone ('202604', a serial day, a
    number under a year) where every number of the row is one and they run on in order.
    """
    said = {place: found for place, text in enumerate(headers) if text and (found := read(text))}
    months = {place: one.month for place, one in said.items() if one.kind == "month"}
    days = {place: one for place, one in said.items() if one.kind == "day"}
    if all(one.is_first for one in days.values()) or all(one.is_last for one in days.values()):
        months |= {place: one.month for place, one in days.items()}
    if _bear_each_other_out(headers, said):
        months |= {place: one.month for place, one in said.items() if one.kind == "digits"}
    if not months:
        months = _by_month_first_over_years(headers)
    plain = {month.year for place, month in months.items() if not financial_year(headers[place])}
    return {
        place: month
        for place, month in sorted(months.items())
        if month.year in plain or not financial_year(headers[place])
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


def _bear_each_other_out(headers: Sequence[str], said: dict[int, Said]) -> bool:
    """Whether every number among the headers, years aside, is a month, and the months run on in order.

    A row of counts may hold a number that looks like one.
    """
    numbers = [place for place, text in enumerate(headers) if _NUMBER.fullmatch(text.strip(SPACE))]
    if any(place not in said and not is_year(headers[place].strip(SPACE)) for place in numbers):
        return False
    return _run_on([one.month for one in said.values() if one.kind == "digits"])


def _run_on(months: list[date]) -> bool:
    """Whether months stand in order, either way, with hardly a gap."""
    numbered = [month.year * 12 + month.month for month in months]
    in_order = numbered in (sorted(numbered), sorted(numbered, reverse=True))
    return in_order and max(numbered, default=0) - min(numbered, default=0) < 2 * len(numbered)


def _by_month_first(headers: Sequence[str]) -> dict[int, date]:
    """Return place -> month of headers that are first days of months if the month stands first."""
    dates = {place: match for place, text in enumerate(headers) if (match := _FIRST_DAY.fullmatch(text.strip(SPACE)))}
    found = {
        place: date(int(match.group(2)), int(match.group(1)), 1)
        for place, match in dates.items()
        if 1 <= int(match.group(1)) <= 12 and is_year(match.group(2))
    }
    return found if len(found) == len(dates) and _run_on(list(found.values())) else {}


def _by_month_first_over_years(headers: Sequence[str]) -> dict[int, date]:
    """The same where they run over a year's end: as days of January they would jump a year."""
    found = _by_month_first(headers)
    return found if len({month.year for month in found.values()}) > 1 else {}
