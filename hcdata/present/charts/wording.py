"""Text on a chart: broken into lines that fit, and never read as markup."""

import html
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd

Width = Literal["narrow", "half"]

# Characters a line holds: in two fifths of a page of 900 px (290 px), and in half of it or all of a phone (358 px).
LETTERS = {"narrow": 42, "half": 55}
# Spaces inside a name or a number that must not be parted.
FIXED_SPACE = "\u00a0"


def wrap(text: str, characters: int) -> list[str]:
    """Break text into escaped lines of so many characters."""
    return [escape(line) for line in textwrap.wrap(text, characters)]


def escape(text: str) -> str:
    """Return text that Plotly shows as it stands, without links or tags of its own."""
    return html.escape(text, quote=False)


def join(entries: Iterable[str], characters: int) -> list[str]:
    """Put short entries on as few lines as fit, parted by a dot."""
    lines: list[str] = []
    room = False
    for entry in entries:
        broken = textwrap.wrap(entry, characters)
        if room and len(broken) == 1 and len(lines[-1]) + len(entry) + 5 <= characters:
            lines[-1] += f"{FIXED_SPACE * 2}\u00b7{FIXED_SPACE * 2}{entry}"
        else:
            lines += broken
        room = len(broken) == 1
    return [escape(line) for line in lines]


def numbers(values: Sequence[Any] | pd.Series) -> list[float | None]:
    """Return values as plain numbers, None where one is missing."""
    array = pd.to_numeric(pd.Series(values), errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return [None if value != value else value for value in array.tolist()]


def days(values: pd.Series) -> list[date]:
    """Return the days of a column of dates."""
    return [day.date() for day in pd.to_datetime(values)]
