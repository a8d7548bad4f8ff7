"""How near a header comes to the names a field is known by."""

import re
import tomllib
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Any

from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout import Layout
from hcdata.schema.feeds import FEEDS

NAMES = Path(__file__).with_name("names.toml")
# A header that holds every word of a name and more: "Home Office Outcome (latest)".
HOLDS = 0.85
# Nearness below which nothing is made of it.
_TOO_FAR = 0.6
# Letters of an abbreviation, which is no other one by a letter less: a URN is no UPRN.
_ABBREVIATED = 4


@lru_cache(maxsize=1)
def known() -> dict[str, Any]:
    """Return names.toml."""
    return tomllib.loads(NAMES.read_text(encoding="utf-8"))


@lru_cache(maxsize=4096)
def words(header: str) -> str:
    """Return a header as plain words, those cut short in full: 'DateReported' and 'DT_REP' are 'date reported'.

    A word alone stays as it is: what it was cut from, nothing beside it says.
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    found = re.findall(r"[^\W_]+", apart.casefold())
    short = known()["short"] if len(found) > 1 else {}
    return " ".join(short.get(word, word) for word in found)


def of_fields(feed: str, layouts: Iterable[Layout]) -> dict[str, set[str]]:
    """Return, for each field of a feed, the plain words it is known by: its own name, names.toml, the layouts."""
    own = known()["feeds"].get(feed, {})
    found = {
        field: {words(field), *(words(text) for texts in (known()["fields"], own) for text in texts.get(field, ()))}
        for field in FEEDS[feed].fields
    }
    for layout in layouts:
        if layout.feed != feed:
            continue
        for field, spec in layout.fields.items():
            # One publisher's column does not take a header from the date it means everywhere else.
            others = DATES & found.keys() - {field} if field in DATES else ()
            if isinstance(spec, str) and field in found and not any(words(spec) in found[one] for one in others):
                found[field].add(words(spec))
        if len(layout.strands) == 1:
            found["strands"].add(words(layout.strands[0].column))
    return found


def anything(layouts: Iterable[Layout]) -> set[str]:
    """Return the plain words of every header known of any field, person or layout."""
    own = (words(field) for feed in FEEDS.values() for field in feed.fields)
    listed = (words(text) for group in ("fields", "person") for texts in known()[group].values() for text in texts)
    theirs = (words(header) for layout in layouts for header in layout.columns)
    return {*own, *listed, *theirs}


def role_and_rest(asked: str) -> tuple[str | None, str]:
    """Return the role of a person that plain words begin with, and the rest: of "victim surname" both words."""
    for role, texts in known()["roles"].items():
        for text in texts:
            if asked.startswith(f"{text} ") and asked != "victim type":
                return role, asked.removeprefix(f"{text} ")
    return None, asked


def tells_of_somebody(header: str) -> bool:
    """Whether a header is about a person and what is theirs: 'Victim District', 'Officer Number', 'Home Postcode'."""
    asked = words(header)
    role, _ = role_and_rest(asked)
    return role is not None or any(f" {word} " in f" {asked} " for word in known()["somebody"]["words"])


def speaks_of_a_date(header: str) -> bool:
    """Whether a header speaks of a date or time, and of no number: digits alone below 'ZIP_CODE' are no days."""
    said = {word for asked in words(header).split() for word in (asked, asked.removesuffix("s"))}
    return bool(said & {*known()["dates"]["words"]}) and not said & {*known()["dates"]["numbers"]}


def speaks_of_the_offence(header: str) -> bool:
    """Whether a header says when the offence was, which is not when it was recorded: 'date_occurred', 'DT OF INC'."""
    return bool({*words(header).split()} & {*known()["dates"]["of_the_offence"]})


def is_no_reference(header: str) -> bool:
    """Whether a header speaks of somebody, of a place's number or of a figure: no record is known by that."""
    return tells_of_somebody(header) or bool({*known()["dates"]["no_reference"]} & {*words(header).split()})


def nearness(header: str, names: Iterable[str]) -> float:
    """Return how near a header comes to the nearest of some names: 1 the same words, 0 nothing in common."""
    asked = words(header)
    return max((_near(asked, name) for name in names), default=0.0)


@lru_cache(maxsize=65536)
def _near(asked: str, name: str) -> float:
    if asked == name:
        return 1.0
    (mine, in_order, together), (theirs, their_order, their_together) = _parts(asked), _parts(name)
    if in_order == their_order or together == their_together:
        return 0.98
    if " " in name and theirs <= mine:
        return HOLDS
    if max(len(asked), len(name)) <= _ABBREVIATED:
        return 0.0
    # No two texts come nearer than the shorter one allows: most need not be compared.
    if 2 * min(len(asked), len(name)) < _TOO_FAR * (len(asked) + len(name)):
        return 0.0
    compared = SequenceMatcher(None, in_order, their_order)
    return min(HOLDS, compared.ratio()) if compared.quick_ratio() >= _TOO_FAR else 0.0


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[frozenset[str], str, str]:
    """Return the words of a text, the same in order of the alphabet, and as one word."""
    apart = text.split()
    return frozenset(apart), " ".join(sorted(apart)), "".join(apart)
