"""Text from data as text: in Markdown, and in a tile and a table as HTML (aligned, readable aloud, printable)."""

import re
from html import escape
from typing import Any

import pandas as pd

from hcdata.present.text import duty_words, missing_words, numbers, repeat_words, words
from hcdata.views.results import Figure

# Characters a cell may hold and still stay on one line: a date, a district, a status.
SHORT = 24
# Line ends, which would begin a list, a heading or a table.
_LINES = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# What CommonMark, GitHub's additions and Streamlit's formulas read as marks; an underscore within a word is none.
_MARKS = re.compile(r"[\\*\[\]<~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# A heading, quotation or list at the beginning.
_AT_FIRST = re.compile(r"^(\s*\d*)([#>+=.)-])(?=\s|[#=-]|$)")
# Where an address, an e-mail address, an icon, an emoji or a colour is found in a text already read.
_FOUND_LATER = re.compile(r":(?=//|[A-Za-z+_:-]|\d+:)|\bwww(?=\.)|\S(?=@)", re.IGNORECASE)


def plain(text: object) -> str:
    """Return text so that Streamlit's Markdown shows it as it stands: no link, image, formula, icon, colour or list.

    Every text that is not the program's own goes through here on its way to a page. What Markdown escapes gets a
    backslash; addresses and names between colons are found after that, so an invisible mark (U+2060) parts them.
    """
    said = _LINES.sub(" ", str(text))
    said = _MARKS.sub(r"\\\g<0>", said)
    said = _AT_FIRST.sub(r"\1\\\2", said)
    return _FOUND_LATER.sub("\\g<0>\u2060", said)


def tile(figure: Figure) -> str:
    """Return a figure's title, value, n, change, and what is not recorded or its own period, one line each."""
    title = f'<p class="title">{escape(figure.title)}</p>'
    if figure.missing:
        return f'<div class="tile">{title}<p>{escape(missing_words.say(figure.missing))}</p></div>'
    spoken = figure.unit == "percent" and (figure.of or 0) >= figure.minimum_n
    value = numbers.percent(figure.value) if spoken else numbers.value(figure)
    when = words.when_counted(figure)
    apart = f"{figure.not_recorded:,} not recorded" if figure.not_recorded else repeat_words.aside(figure) or when
    if figure.duty:
        apart = duty_words.aside(figure)
    if figure.not_recorded and figure.unknown:
        apart = "; ".join(filter(None, (when, words.apart(figure))))
    lines = (
        ("value", value),
        ("n", _behind(figure) if spoken or figure.unit != "percent" else ""),
        ("change", words.change(figure) or (when if figure.duty else "")),
        ("apart", apart),
    )
    return f'<div class="tile">{title}{"".join(f"<p class={name!r}>{escape(text)}</p>" for name, text in lines)}</div>'


def _behind(figure: Figure) -> str:
    if figure.unit == "percent":
        return f"{figure.n:,} of {figure.of:,}"
    if figure.unit == "days":
        most = f"; nine in ten within {numbers.days(figure.ninth)}" if figure.n >= figure.minimum_n else ""
        return f"half of {figure.n:,}{most}"
    if figure.unit == "rate" and figure.lower is not None:
        return f"{figure.n:,} crimes; {numbers.rate(figure.lower)} to {numbers.rate(figure.upper)}"
    return ""


def heading(title: str, subtitle: str) -> str:
    """Return what a chart says, and under it what it is made of."""
    under = f"<p>{escape(subtitle)}</p>" if subtitle else ""
    return f'<div class="said"><h3>{escape(title)}</h3>{under}</div>'


def table(frame: pd.DataFrame, caption: str = "") -> str:
    """Return a frame as a table: whole numbers with thousands, numbers to the right, text as it stands."""
    columns = [_texts(frame.iloc[:, position]) for position in range(frame.shape[1])]
    kinds = [_kind(frame.iloc[:, position], texts) for position, texts in enumerate(columns)]
    headings = [str(name) for name in frame]
    head = "".join(
        f'<th scope="col" class="{kind}">{escape(name)}</th>' for name, kind in zip(headings, kinds, strict=True)
    )
    rows = "".join(_row(row, kinds, headings) for row in zip(*columns, strict=True))
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    inside = f"{said}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="scroll" tabindex="0"><table role="table" class="figures">{inside}</table></div>'


def _kind(column: pd.Series, texts: list[str]) -> str:
    """Say how a column is set: a number, a single word (a number of a case or person: never parted), short or long."""
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        return "number"
    if max(map(len, texts), default=0) > SHORT:
        return "text"
    return "word" if not any(" " in text for text in texts) else "short"


def _row(row: tuple[str, ...], kinds: list[str], names: list[str]) -> str:
    """Return a row whose cells name their columns: where a screen is narrow they stand one under the other."""
    cells = (
        f'<td role="cell" class="{kind}" data-name="{escape(name)}">{escape(text)}</td>'
        for text, kind, name in zip(row, kinds, names, strict=True)
    )
    return f'<tr role="row">{"".join(cells)}</tr>'


def _texts(column: pd.Series) -> list[str]:
    """Return the cells as text, numbers of a column with the same decimals: none, one or two, as they need."""
    known = [round(float(value), 2) for value in column.dropna() if pd.api.types.is_number(value)]
    decimals = next((few for few in (0, 1) if all(round(value, few) == value for value in known)), 2)
    return [_cell(value, decimals) for value in column]


def _cell(value: Any, decimals: int) -> str:
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    if hasattr(value, "strftime"):
        return numbers.day(value)
    return value if isinstance(value, str) else f"{value:,.{decimals}f}"


def css_text(text: str) -> str:
    """Return text as a string of a style sheet, every character that could end it or its element escaped."""
    plain = "".join(letter if letter.isalnum() or letter in " .,-" else f"\\{ord(letter):x} " for letter in text)
    return f'"{plain}"'
