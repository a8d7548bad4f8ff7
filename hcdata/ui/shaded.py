"""A table of shares in per cent, with those below what is expected marked by weight and shade; of few, in words."""

from html import escape
from typing import Any

import pandas as pd

from hcdata.present.text import numbers


def table(frame: pd.DataFrame, expected: float, caption: str = "") -> str:
    """Return a frame whose first column names the row and whose others are shares (0 to 1) or texts, in per cent."""
    first, *columns = [str(name) for name in frame]
    head = "".join(f'<th scope="col" class="number">{escape(name)}</th>' for name in columns)
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    rows = "".join(_row(row, columns, expected) for row in frame.itertuples(index=False, name=None))
    inside = f'{said}<thead><tr><th scope="col">{escape(first)}</th>{head}</tr></thead><tbody>{rows}</tbody>'
    return f'<div class="scroll" tabindex="0"><table class="figures tight">{inside}</table></div>'


def _row(row: tuple[Any, ...], columns: list[str], expected: float) -> str:
    """Return a row whose shares name their columns, as in `markup.table`."""
    name, *shares = row
    cells = "".join(_cell(share, column, expected) for share, column in zip(shares, columns, strict=True))
    return f'<tr><th scope="row" class="short">{escape(str(name))}</th>{cells}</tr>'


def _cell(share: float | str, column: str, expected: float) -> str:
    low = not isinstance(share, str) and not pd.isna(share) and share < expected
    if isinstance(share, str):
        text = share
    elif pd.isna(share):
        text = "-"
    else:
        text = "100" if share == 1 else numbers.percent(min(share, 0.999)).removesuffix(" %")
    return f'<td class="number{" low" * low}" data-name="{escape(column)}">{escape(text)}</td>'
