"""What the values of a column look like: the share of its filled rows that read as a date, a district ..."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from hcdata.common.config import Config
from hcdata.ingest.files import month_header
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.suggest import names
from hcdata.ingest.suggest.columns import DOUBTFUL_BLANKS, Column
from hcdata.ingest.values import clean, maps, ranks

Test = Callable[[str], bool]
_TIME = r"(?:[ T]\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
# Z or an offset, which a load reads after an ISO date.
_ZONE = r"(?: ?(?:Z|[+-]\d{2}:?\d{2}))?"
_NUMERIC = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]((?:19|20)?\d{{2}}){_TIME}")
_ISO = re.compile(rf"(\d{{4}})([-/])(\d{{2}})\2(\d{{2}}){_TIME}{_ZONE}")
_NAMED = re.compile(
    rf"(?:\d{{1,2}}[ -][A-Za-z]{{3,9}}[ -](?:\d{{4}}|\d{{2}})|[A-Za-z]{{3,9}} \d{{1,2}},? \d{{4}}){_TIME}"
)
# Days since 30 December 1899 from 1990 to 2060, as Excel counts them.
_SERIAL = re.compile(r"(3[3-9]|4\d|5[0-8])\d{3}(\.\d+)?")
# Seconds or milliseconds from 1970, of 2001 to 2100.
_EPOCH = re.compile(r"[1-3]\d{9}(?:\d{3})?(?:\.0+)?")
# A month and its year, as a load reads them.
_MONTH = re.compile(r"\d{4}[-/]\d{2}|\d{2}/\d{4}|[A-Za-z]{3,9} \d{4}|[A-Za-z]{3}-\d{2}(?:\d{2})?")
# Royal Mail's form, with or without the space (BS 7666).
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
# Degrees of Great Britain and Northern Ireland.
_LATITUDES, _LONGITUDES = (49.0, 61.0), (-9.0, 2.5)
# Kinds that are dates, however written.
DATES = (
    *("day first", "month first", "ISO date", "day with its month's name", "Excel date", "day in digits"),
    "seconds from 1970",
)
# Kinds of digits alone, which any number may be: looked for where the header speaks of a date.
_DIGITS = ("Excel date", "day in digits", "month in digits", "seconds from 1970")
# The look-up fields, and the names their kinds go by.
LOOKED_UP = {
    "district": "district",
    "district_or_force": "district",
    "channel": "channel",
    "place_type": "place type",
    "kind": "record kind",
    "outcome": "outcome",
    "key_action": "key action",
    "action_status": "action status",
    "contact_kind": "contact kind",
}


def shares(columns: Iterable[Column], config: Config, layout: Layout) -> dict[str, dict[str, float]]:
    """Return, by header, the share of a column's filled rows that look like each kind; kinds without any left out."""
    tests = _tests(config, layout)
    return {column.header: _shares(column, tests) for column in columns}


def _shares(column: Column, tests: Mapping[str, Test]) -> dict[str, float]:
    if not column.filled:
        return {}
    if not names.speaks_of_a_date(column.header):
        tests = {kind: fits for kind, fits in tests.items() if kind not in _DIGITS}
    rows = {kind: sum(n for value, n in column.values.items() if fits(value.strip())) for kind, fits in tests.items()}
    found = {kind: n / column.filled for kind, n in rows.items() if n}
    if column.distinct > 1 or column.rows == 1:
        found["different in every row"] = column.distinct / column.present
    return found


def moment_share(found: Mapping[str, float]) -> float:
    """Return the share that reads as a date in one way or another, each value counted once."""
    slashed = max(found.get("day first", 0.0), found.get("month first", 0.0))
    return min(1.0, slashed + sum(found.get(kind, 0.0) for kind in DATES[2:]))


def month_share(found: Mapping[str, float]) -> float:
    """Return the share that reads as a whole month."""
    return found.get("whole month", 0.0) + found.get("month in digits", 0.0)


def _tests(config: Config, layout: Layout) -> dict[str, Test]:
    looked_up = maps.cleaners(config, layout)
    strands = clean.index(config.strand)
    codes = {code for group in config.offence_group for code in group.codes} | {
        code for entry in config.aggravated for code in entry.codes
    }
    west, south, east, north = config.places.box
    tests: dict[str, Test] = {
        "day first": lambda text: _is_day(text, day=1, month=2),
        "month first": lambda text: _is_day(text, day=2, month=1),
        "ISO date": _is_iso,
        "day with its month's name": lambda text: bool(_NAMED.fullmatch(text)),
        "Excel date": lambda text: bool(_SERIAL.fullmatch(text)),
        "day in digits": lambda text: len(text) == len("20260401") and _is_iso(f"{text[:4]}-{text[4:6]}-{text[6:]}"),
        "whole month": lambda text: bool(_MONTH.fullmatch(text)) and month_header.month_of(text) is not None,
        "month in digits": lambda text: bool(re.fullmatch(r"(199\d|20\d\d)(0[1-9]|1[0-2])", text)),
        "seconds from 1970": lambda text: bool(_EPOCH.fullmatch(text)),
        "time of day": _is_clock,
        "reference": lambda text: bool(re.fullmatch(config.reference.pattern, text.upper())),
        "offence code": lambda text: clean.offence_code(text) in codes,
        "strand": lambda text: _is_strand(text, strands),
        "yes or no": lambda text: clean.yes_no(text) is not None and not text.isdecimal(),
        "postcode": lambda text: bool(_POSTCODE.fullmatch(text)),
        "UPRN": lambda text: bool(re.fullmatch(r"\d{8,12}", text)),
        "easting": partial(_within, low=west, high=east),
        "northing": partial(_within, low=south, high=north),
        "latitude": partial(_within, low=_LATITUDES[0], high=_LATITUDES[1]),
        "longitude": partial(_within, low=_LONGITUDES[0], high=_LONGITUDES[1]),
        "whole number": str.isdecimal,
        "rank": lambda text: ranks.parse(text) not in (clean.UNMAPPED, None),
    }
    for field, kind in LOOKED_UP.items():
        if field in looked_up and kind not in tests:
            tests[kind] = partial(is_known, looked_up[field], codes=set(config.outcome) if field == "outcome" else None)
    return tests


def is_known(function: Callable[[str], str | None], text: str, codes: set[str] | None = None) -> bool:
    """Whether a cleaner maps a value; of outcomes, to one of the codes or to none yet (0)."""
    found = function(text)
    return found in {*codes, None} if codes is not None else found not in (clean.UNMAPPED, None)


def _is_strand(text: str, known: dict[str, str]) -> bool:
    parts = [part for part in re.split(r"[;|,\n]", text) if part.strip()]
    told = [part for part in parts if clean.normalise(part) not in DOUBTFUL_BLANKS]
    return bool(told) and any(clean.strand(part, known) != clean.UNMAPPED for part in told)


def _is_day(text: str, *, day: int, month: int) -> bool:
    match = _NUMERIC.fullmatch(text)
    if not match:
        return False
    year = int(match.group(3)) + (2000 if len(match.group(3)) == 2 else 0)
    try:
        date(year, int(match.group(month)), int(match.group(day)))
    except ValueError:
        return False
    return True


def _is_iso(text: str) -> bool:
    if not _ISO.fullmatch(text):
        return False
    try:
        date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError:
        return False
    return True


def _is_clock(text: str) -> bool:
    if match := re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", text):
        return int(match.group(1)) < 24 and int(match.group(2)) < 60
    return bool(re.fullmatch(r"\d{1,4}", text)) and int(text) // 100 < 24 and int(text) % 100 < 60


def _within(text: str, *, low: float, high: float) -> bool:
    try:
        return low <= float(text) <= high and not (text.isdecimal() and high < 1_000)
    except ValueError:
        return False
