"""How the Load page says headers of a file and numbers of things."""

from collections.abc import Iterable


def listed(headers: Iterable[str]) -> str:
    """Return headers as code, so that none is read as markup."""
    return ", ".join(f"`{header.replace('`', chr(39))}`" for header in headers)


def count(number: int, thing: str) -> str:
    """Return a number with its thing: '1 row', '2 rows'."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
