"""Figures as lines of a table: value, interval, n, denominator, what is not recorded, and the period before."""

from collections.abc import Sequence

from hcdata.exports.sheets.cells import (
    BY_UNIT,
    NONE,
    NOT_LOADED,
    TOO_FEW,
    Value,
    absence,
    count,
    number,
    value_of,
    words,
)
from hcdata.exports.sheets.page import Block, Page
from hcdata.present.text.words import figure_sentence
from hcdata.views.results import About, Figure

HEADERS = (
    "Measure",
    "Unit",
    "Value",
    "95 % interval from",
    "95 % interval to",
    "Number",
    "Out of",
    "Not recorded",
    "Value before",
    "Number before",
    "Out of before",
    "Difference from before",
)
WIDTHS = (40, 10, 9, 11, 9, 9, 10, 10, 9, 9, 10, 20)
UNITS = {"count": "number", "percent": "per cent", "rate": "per 1,000", "days": "days (median)"}


def write(page: Page, figures: Sequence[Figure], about: About) -> Block:
    """Write one line a figure, and each figure's sentence under the table."""
    block = page.table(HEADERS, [line(figure, about) for figure in figures])
    page.heading("The same in words")
    for figure in figures:
        page.line(figure_sentence(figure, about))
    return block


def line(figure: Figure, about: About) -> list[Value]:
    """Return a figure's cells in the order of HEADERS."""
    name, unit = words(figure.title), words(UNITS[figure.unit])
    if figure.missing:
        why = words(absence(figure))
        return [name, unit, *[why] * 10]
    plain = figure.unit in ("count", "days")
    form = BY_UNIT[figure.unit]
    earlier = NOT_LOADED if about.prior is None else NONE
    return [
        name,
        unit,
        value_of(figure),
        Value(NONE) if plain else number(figure.lower, form, TOO_FEW),
        Value(NONE) if plain else number(figure.upper, form, TOO_FEW),
        count(figure.n),
        Value(NONE) if plain else count(figure.of),
        count(figure.not_recorded) if figure.unit == "percent" or figure.not_recorded else Value(NONE),
        number(figure.prior_value, form, earlier if figure.prior_n is None else TOO_FEW),
        count(figure.prior_n, earlier),
        Value(NONE) if plain else count(figure.prior_of, earlier),
        words(figure.verdict.chance),
    ]
