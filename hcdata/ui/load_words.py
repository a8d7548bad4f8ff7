"""How the Load page says fields, reasons and headers."""

import re
from collections.abc import Iterable

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+.!$:~|-])")


def in_words(name: str) -> str:
    """Return a field's or a reason's name in words: 'crime_ref' is 'Crime reference'."""
    told = name.replace("_ref", " reference") if name.endswith("_ref") else name
    text = told.replace("_", " ")
    return text.upper() if text == "uprn" else text[:1].upper() + text[1:]


def listed(headers: Iterable[str]) -> str:
    """Return headers as code, so that none is read as markup."""
    return ", ".join(f"`{header.replace('`', chr(39))}`" for header in headers)


def unmarked(text: str) -> str:
    """Return a text of a file for a label, none of it read as markup: a picture in it would be fetched."""
    return _MARKS.sub(r"\\\1", text)


def count(number: int, thing: str) -> str:
    """Return a number with its thing: '1 row', '2 rows'."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
