"""What goes into one cell: a number with its format, a true date, or text that stays text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from openpyxl.cell.cell import Cell as Target

from hcdata.views.missing import Simply
from hcdata.views.results import Figure

NOT_RECORDED, TOO_FEW, NOT_LOADED = "not recorded", "too few to say", "not yet loaded"
# Where a column does not apply to a row, such as "out of" for a count.
NONE = "–"
TEXT, COUNT, SHARE, RATE, AVERAGE, DAY, MONTH = "@", "#,##0", "0.0%", "0.00", "0.0", "d mmm yyyy", "mmm yyyy"
FORMATS = (TEXT, COUNT, SHARE, RATE, AVERAGE, DAY, MONTH)
BY_UNIT = {"count": COUNT, "percent": SHARE, "rate": RATE, "days": AVERAGE}
# Characters a worksheet cannot hold: XML 1.0, production 2.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What a spreadsheet may take for the start of a formula when text is pasted or saved as CSV: OWASP, CSV injection.
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
# Longest text of a cell: Microsoft, Excel specifications and limits.
_LONGEST = 32767


@dataclass(frozen=True)
class Value:
    """A value and its number format; text always has the text format."""

    value: str | int | float | date
    format: str = TEXT

    @property
    def numeric(self) -> bool:
        """Whether the cell holds a number."""
        return not isinstance(self.value, str | date)

    @property
    def wordy(self) -> bool:
        """Whether the cell holds words that are not the want of a number."""
        return isinstance(self.value, str) and self.value not in (NOT_RECORDED, TOO_FEW, NOT_LOADED, NONE)


def count(value: Any, missing: str = NOT_LOADED) -> Value:
    """Make a whole number, or the words for a missing one."""
    return Value(missing) if _lacks(value) else Value(round(float(value)), COUNT)


def month_count(value: Any, lacking: str) -> Value:
    """Make a month's number; of a month not loaded whole the words, so that no chart draws it as if it were."""
    return Value(f"{float(value):,.0f} {lacking}") if lacking and not _lacks(value) else count(value)


def number(value: Any, format: str, missing: str = NOT_LOADED) -> Value:
    """Make a number of one of the formats, or the words for a missing one."""
    return Value(missing) if _lacks(value) else Value(float(value), format)


def day(value: Any, format: str = DAY, missing: str = NOT_RECORDED) -> Value:
    """Make a true date, or the words for a missing one."""
    return Value(missing) if _lacks(value) else Value(pd.Timestamp(value).date(), format)


def words(value: Any, missing: str = NOT_RECORDED) -> Value:
    """Make text, or the words for a blank."""
    return Value(missing) if _lacks(value) or not str(value).strip() else Value(str(value).strip())


def yes_no(value: Any, missing: str = NOT_RECORDED) -> Value:
    """Make 'yes' or 'no', or the words for neither."""
    return Value(missing) if _lacks(value) else Value("yes" if value else "no")


def state(complete: Any, lacking: str = "") -> Value:
    """Say whether a month or quarter has ended within the data, and is loaded whole."""
    return Value("complete" if complete else lacking or "not complete yet")


def last_complete(complete: Iterable[Any]) -> int:
    """Return the position of the last complete month or quarter, -1 when there is none."""
    return max((place for place, done in enumerate(complete) if done), default=-1)


def value_of(figure: Figure) -> Value:
    """Make a figure's value in the format of its unit, or the words for why there is none."""
    return Value(absence(figure)) if figure.missing else number(figure.value, BY_UNIT[figure.unit], TOO_FEW)


def absence(figure: Figure) -> str:
    """Say in two or three words why a figure is missing; its sentence says the rest."""
    return TOO_FEW if figure.missing in (Simply("nothing_due"), Simply("nothing_to_count")) else NOT_LOADED


def put(target: Target, value: Value) -> None:
    """Write a value into a cell; text can never become a formula or an error value."""
    if isinstance(value.value, str):
        text = _UNPRINTABLE.sub(" ", value.value)[:_LONGEST]
        target.value = text
        target.data_type = "s"
        target.quotePrefix = text.startswith(_FORMULA_START)
    else:
        target.value = value.value
    target.number_format = value.format


def _lacks(value: Any) -> bool:
    return value is None or bool(pd.isna(value))
