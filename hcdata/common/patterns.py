"""Whether a regular expression can be trusted with any text: none may make it try the same text over and over.

Python's engine goes back over a repeat within a repeat in every way there is, twice as many with each letter. A group
that is repeated and repeats something must therefore begin with a mark that nothing else in it can be, as dashes before
figures are, and alternatives that are repeated with different letters. What is left takes at most some power of the
text's length, so whoever searches also cuts the text (`MOST_LETTERS`).
"""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Titles, file names, references and cells of several strands are shorter.
MOST_LETTERS = 1_000
_LETTERS = [chr(code) for code in range(32, 127)]
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
# Repeated at most so often, a group costs no more than being written out.
_FEW = 3


def is_bounded(pattern: str | bytes) -> bool:
    """Whether no text makes the pattern try exponentially many ways; raises re.error where it is no pattern."""
    return not any(map(_runs_away, _repeats(parser.parse(pattern))))


def _repeats(items: Iterable[Any]) -> Iterable[Any]:
    """Yield the body of every repeat, at any depth, that may go round more than a few times."""
    for kind, value in items:
        if kind in _REPEATS and value[1] > _FEW:
            yield value[2]
        for part in _parts(kind, value):
            yield from _repeats(part)


def _parts(kind: Any, value: Any) -> list[Any]:
    """Return the sequences of items within an item."""
    if kind in (*_REPEATS, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is op.ATOMIC_GROUP else []


def _runs_away(body: Any) -> bool:
    if any(_is_ambiguous(value[1]) for kind, value in _items(body) if kind is op.BRANCH):
        return True
    return any(_varies(way) and not _is_led(way) for way in _alternatives(body))


def _items(body: Any) -> Iterable[Any]:
    """Yield every item of a sequence, at any depth."""
    for kind, value in body:
        yield kind, value
        for part in _parts(kind, value):
            yield from _items(part)


def _is_ambiguous(ways: list[Any]) -> bool:
    """Whether two alternatives may begin with the same letter, or two are empty."""
    firsts = [_letters(way[0]) if len(way) else {""} for way in ways]
    return sum(map(len, firsts)) > len(set().union(*firsts))


def _alternatives(body: Any) -> list[list[Any]]:
    items = list(body)
    while len(items) == 1 and items[0][0] is op.SUBPATTERN:
        items = list(items[0][1][3])
    return [list(way) for way in items[0][1][1]] if len(items) == 1 and items[0][0] is op.BRANCH else [items]


def _varies(items: Iterable[Any]) -> bool:
    """Whether a sequence may be of several lengths."""
    low, high = _width(items)
    return low != high


def _width(items: Iterable[Any]) -> tuple[int, int]:
    made = parser.SubPattern(parser.State(), list(items))
    return made.getwidth()


def _is_led(items: list[Any]) -> bool:
    """Whether a sequence begins with a letter, or a run of some before something else, that nothing after it can be."""
    (kind, value), *rest = items
    one = kind in (op.LITERAL, op.IN)
    some = kind in _REPEATS and value[0] > 0 and value[2][0][0] in (op.LITERAL, op.IN) and len(value[2]) == 1
    return (one or (some and _width(rest)[0] > 0)) and not _letters(items[0]) & set().union(*map(_letters, rest))


def _letters(item: Any) -> set[str]:
    """Return every letter (of ASCII, in lower case) that may stand somewhere in what an item matches."""
    kind, value = item
    if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN, op.CATEGORY):
        made = re._compiler.compile(parser.SubPattern(parser.State(), [item]))  # type: ignore[attr-defined]
        return {letter.lower() for letter in _LETTERS if made.match(letter)}
    return {letter for part in _parts(kind, value) for inner in part for letter in _letters(inner)}
