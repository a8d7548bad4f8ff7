"""The form of a reference, drafted from the shapes its values have."""

import re
from collections.abc import Iterable, Mapping

from hcdata.common.config import Reference

# References of one kind have one shape or a few: more, and any text without a space is taken.
_MOST_SHAPES = 3
# Digits of more rows than any file has.
_DIGITS = 20
_ANY = r"\S.*"
# Most letters of a prefix: GO-, CRI-.
_PREFIX = 3
# A digit among letters, digits and the marks that part them.
_LIKE = re.compile(r"(?=.{3,40}$)(?=\D*\d)[^\W_][\w/.:#-]*")
_TOKEN = re.compile(r"\d+|[A-Z]+|[^A-Z\d]")


def draft(values: Iterable[str], own: Reference) -> str | None:
    """Return the regular expression all values fit, in upper case; None where the force's own form fits them."""
    texts = [text.strip().upper() for text in values]
    if sum(bool(re.fullmatch(own.pattern, text)) for text in texts) >= len(texts) / 2:
        return None
    if all(re.fullmatch(r"[0-9A-F]{16,}", text) for text in texts):
        return rf"[0-9A-F]{{{_times(texts)}}}"
    by_shape: dict[str, list[str]] = {}
    for text in texts:
        by_shape.setdefault(_shape(text), []).append(text)
    form = "|".join(_of_shape(by_shape[shape]) for shape in sorted(by_shape)[: _MOST_SHAPES + 1])
    # A form is written between single quotes on one line.
    return _ANY if len(by_shape) > _MOST_SHAPES or "'" in form or not form.isprintable() else form


def may_refer(values: Mapping[str, int], rows: int) -> bool:
    """Whether a column's values may be references: digits in each, no spaces, no decimals, no mere count of rows."""
    texts = [text.strip() for text in values]
    plain = all(_LIKE.fullmatch(text) and not re.fullmatch(r"-?\d+\.\d+", text) for text in texts)
    return bool(texts) and plain and not count_rows(texts, rows)


def count_rows(texts: Iterable[str], rows: int) -> bool:
    """Whether texts are nothing but numbers up to so many rows."""
    return all(text.isdecimal() and len(text) < _DIGITS and int(text) <= rows for text in texts)


def _shape(text: str) -> str:
    return re.sub(rf"[A-Z]{{{_PREFIX + 1},}}", "a", re.sub(r"\d+", "9", text))


def _of_shape(texts: list[str]) -> str:
    rows = [_TOKEN.findall(text) for text in texts]
    return "".join(_of_token([row[place] for row in rows]) for place in range(len(rows[0])))


def _of_token(found: list[str]) -> str:
    if found[0].isdecimal():
        return rf"\d{{{_times(found)}}}"
    # A longer word may be anybody's name: only what looks like the prefix of a reference is written down.
    if len(found[0]) > _PREFIX:
        return "[A-Z]+"
    return re.escape(found[0]).replace(r"\-", "-")


def _times(found: list[str]) -> str:
    least, most = min(map(len, found)), max(map(len, found))
    return f"{least}" if least == most else f"{least},{most}"
