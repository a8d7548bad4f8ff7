"""A tidy frame as a table: each column written by what it holds."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from pandas.api import types

from hcdata.exports.sheets.cells import NOT_RECORDED, SHARE, Value, count, day, number, words, yes_no
from hcdata.exports.sheets.page import Block, Page

# Columns that hold a share between 0 and 1.
SHARES = ("share", "complete", "completeness", "recorded_share", "value")


def write(
    page: Page, frame: pd.DataFrame, headers: Mapping[str, str], empty: str, *, only: bool = False
) -> Block | None:
    """Write the columns named in `headers` under those headers; a frame without rows becomes the sentence `empty`."""
    shown = [name for name in headers if name in frame.columns]
    if frame.empty:
        page.line(empty)
        return None
    rows = [
        [_cell(name, kind, value) for name, kind, value in zip(shown, frame[shown].dtypes, row, strict=True)]
        for row in frame[shown].itertuples(index=False)
    ]
    return page.table([headers[name] for name in shown], rows, only=only)


def _cell(name: str, kind: Any, value: Any) -> Value:
    if types.is_bool_dtype(kind):
        return yes_no(value)
    if types.is_datetime64_any_dtype(kind) or hasattr(value, "isoformat"):
        return day(value)
    if types.is_numeric_dtype(kind) or isinstance(value, int | float):
        return number(value, SHARE, NOT_RECORDED) if name in SHARES else count(value, NOT_RECORDED)
    return words(value)
