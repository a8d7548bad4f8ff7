"""Cells of a file before it is loaded: shown where they are what their column is for, else described."""

import re
from collections.abc import Callable

from hcdata.common.config import Config
from hcdata.common.patterns import MOST_LETTERS
from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout import Layout, Moment, StrandSource
from hcdata.ingest.people.name_screen import words_of
from hcdata.ingest.values import clean, maps, ranks
from hcdata.ingest.values.clean import normalise
from hcdata.schema.offence_words import is_plain

Test = Callable[[str], bool]
# Day, month and year in figures, or the month in letters; a time and a zone may follow.
_MONTH = r"\d{1,2}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = rf"\d{{1,4}}[/. -]({_MONTH})[/. -]\d{{1,4}}|\d{{5}}(\.\d+)?|\d{{4}}-\d{{2}}"
_DATE = re.compile(rf"({_DAY})[T ]?[\d:. +-]*([AP]M|Z)?", re.IGNORECASE)
_TIME = re.compile(r"[\d:.]{1,8}")
_NUMBER = re.compile(r"<?\d{1,7}")
# Letters before or between figures, as systems number their records; a name has more of them.
_REFERENCE = re.compile(r"[A-Z\d/ -]*\d[A-Z\d/ -]*", re.IGNORECASE)
_NO_REFERENCE = re.compile(r"[A-Z]{6}|\d[A-Z]{2}|[-/ ]{2}|[-/ ]$| [A-Z]", re.IGNORECASE)
_CANCELLED = re.compile(r"C[1-5]", re.IGNORECASE)
_REFERENCES = ("crime_ref", "incident_ref", "linked_crime", "action_no")
_STATUSES = ("open", "closed", "finalised", "filed", "live", "under investigation", "no crime")


def describe_unknown(config: Config, layout: Layout) -> Callable[[str, str], str]:
    """Return what a cell under a header is shown as: itself, or its kind and how long it is."""
    tests = _tests(config, layout)
    by_header: dict[str, list[Test]] = {}
    for field, spec in layout.fields.items():
        date, time = (spec.date, spec.time) if isinstance(spec, Moment) else (spec, None)
        by_header.setdefault(normalise(date), []).append(tests.get(field, _never))
        if time:
            by_header.setdefault(normalise(time), []).append(_fits(_TIME))
    if layout.rows:
        by_header.setdefault(normalise(layout.rows.column), []).append(tests["kind"])
    known = maps.strands_known(config, layout)
    for source in layout.strands:
        by_header.setdefault(normalise(source.column), []).append(_strands_in(source, known))

    def shown(header: str, text: str) -> str:
        cell = text.strip()
        fitting = by_header.get(normalise(header), [_fits(_NUMBER)])
        if len(cell) > MOST_LETTERS:
            return _describe(cell)
        blank = not cell or normalise(cell) in map(normalise, layout.blanks)
        return cell if blank or any(fits(cell) for fits in fitting) else _describe(cell)

    return shown


def _tests(config: Config, layout: Layout) -> dict[str, Test]:
    cleaners = maps.cleaners(config, layout)
    codes = set(config.outcome)
    found = {field: _known_to(function, codes if field == "outcome" else None) for field, function in cleaners.items()}
    told = {word for title, _ in config.outcome.values() for word in words_of(title)} | {"outcome"}
    told |= {word for action in config.key_action for word in words_of(action.name)}
    for field in ("outcome", "key_action"):  # known by its number, whatever follows
        found[field] = _all_of(found[field], told)
    areas = clean.index(config.district) | {area.id: area.id for area in layout.declare_districts}
    if layout.districts_as_found:
        found["district"] = lambda text: normalise(text) in areas or clean.area_id(text) in areas
    return (
        found
        | dict.fromkeys(DATES, _fits(_DATE))
        | dict.fromkeys(_REFERENCES, _is_reference)
        | {
            "offence_title": is_plain,
            "cancel_reason": _fits(_CANCELLED),
            "rank": _both(found["rank"], ranks.is_plain),
            "status": lambda text: normalise(text) in _STATUSES or clean.says_cancelled(text) == "true",
            "category": _never,
        }
    )


def _known_to(function: Callable[[str], str | None], codes: set[str] | None) -> Test:
    return lambda text: (function(text) in codes) if codes else function(text) not in (clean.UNMAPPED, None)


def _all_of(test: Test, words: set[str]) -> Test:
    return lambda text: test(text) and words_of(text) <= words


def _both(one: Test, other: Test) -> Test:
    return lambda text: one(text) and other(text)


def _strands_in(source: StrandSource, known: dict[str, str]) -> Test:
    plain = source.model_copy(update={"otherwise": None})

    def fits(text: str) -> bool:
        return clean.yes_no(text) is not None or not maps.strands_of(f"0:{text}", [plain], known)[1]

    return fits


def _fits(pattern: re.Pattern[str]) -> Test:
    return lambda text: bool(pattern.fullmatch(text))


def _is_reference(text: str) -> bool:
    return bool(_REFERENCE.fullmatch(text)) and not _NO_REFERENCE.search(text)


def _never(_: str) -> bool:
    return False


def _describe(cell: str) -> str:
    """Say what a cell looks like: 'letters, 5 to 9'."""
    has_letters, has_digits = any(map(str.isalpha, cell)), any(map(str.isdecimal, cell))
    kind = "letters and figures" if has_letters and has_digits else "letters" if has_letters else "figures"
    long = "1 to 4" if len(cell) < 5 else "5 to 9" if len(cell) < 10 else "10 to 30" if len(cell) <= 30 else "over 30"
    return f"({kind}, {long})"
