"""A table with months as columns: which row holds them, what its labels may be, and which measure it may be of."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hcdata.ingest.files import month_columns
from hcdata.ingest.files.grid import Grid
from hcdata.ingest.files.header_rows import Headers, candidates
from hcdata.ingest.files.month_header import names_month
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.suggest.fields import Guess, Weighed
from hcdata.ingest.suggest.names import known, tells_of_somebody, words
from hcdata.ingest.values.lookup import showable

# Names spreadsheets give a sheet by themselves: they say nothing.
_UNNAMED = re.compile(r"(?:sheet|table|tabelle|feuil)? ?\d*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# Share of a label's values that are numbers from which it is no label, but a figure of its own.
_FIGURES = 0.5


@dataclass(frozen=True)
class Counted:
    """What a table of counts says: its months, what its file or sheet is called, the measure it may be of.

    `own` says whether the title is the measure's own; `bare` whether a column left of the months has no header.
    """

    months: tuple[date, ...]
    first: str
    named: str
    measure: str | None = None
    own: bool = False
    bare: bool = False


def header_row(head: list[list[str]], regular: Headers | None, least: int = month_columns.LEAST) -> Headers | None:
    """Return the headers with most months, of at least so many; None where records begin above them.

    A row of an action plan may hold three firsts of a month: they are no headers when `regular` headers stand above.
    """
    best: tuple[int, Headers] | None = None
    for found in candidates(head):
        months = len(set(month_columns.find(found.texts).values()))
        if months >= least and (best is None or months > best[0]):
            best = months, found
    if best is None or (regular and best[1].first > regular.last):
        return None
    return best[1]


def describe(grid: Grid, header: Headers, titles: Iterable[str]) -> Counted:
    """Return what a table says of itself beside its labels."""
    months = month_columns.find(header.texts)
    first = min(months)
    called = [grid.sheet or "", *titles, grid.file.stem]
    measure, own = _measure(called)
    return Counted(
        months=tuple(sorted(months.values())),
        first=header.texts[first],
        named=_named(grid),
        measure=measure,
        own=own,
        bare=any(not text.strip() for text in header.texts[:first]),
    )


def last_day(columns: Iterable[Column], header: Headers) -> date | None:
    """Return the last day of the last month, not after this one, under which anything stands."""
    months = month_columns.find(header.texts)
    filled = [months[one.place] for one in columns if one.place in months and one.filled]
    last = max((month for month in filled if month <= date.today()), default=None)
    return last and last.replace(day=monthrange(last.year, last.month)[1])


def propose_category(weighed: Weighed, labels: Sequence[Column], header: Headers, rows: list[list[str]]) -> Weighed:
    """Propose a column of words left of the months as the category, where the one found does not tell `rows` apart.

    Never one that says the same in every row.
    """
    first = min(month_columns.find(header.texts))
    category = [*weighed.candidates.get("category", ())]
    if "category" in weighed.mapped:
        category.insert(0, weighed.mapped["category"])
    mapped = {name: guess for name, guess in weighed.mapped.items() if name != "category"}
    candidates = {name: found for name, found in weighed.candidates.items() if name != "category"}
    others = [*mapped.values(), *(found[0] for found in candidates.values())]
    taken = {guess.column.header for guess in others}

    def alike(column: Column) -> int:
        places = [*(guess.column.place for guess in others), column.place]
        told = [tuple(row[place] for place in places if place < len(row)) for row in rows]
        return len(told) - len(set(told))

    def guess(column: Column) -> Guess:
        told = (
            bool(others)
            and not alike(column)
            and all(map(showable, column.values))
            and not tells_of_somebody(column.header)
        )
        why = "no two rows share it and the other labels" if told else "a column of words left of the months"
        return Guess("category", column, "likely" if told else "unsure", why, 0.0)

    category = [guess for guess in category if _varies(guess.column)]
    words = [one for one in labels if one.place < first and one.header not in taken and _varies(one) and _worded(one)]
    best = min(words, key=lambda one: (alike(one), -one.distinct), default=None)
    if best and (not category or alike(best) < alike(category[0].column)):
        category = [guess(best)]
    if category and category[0].sure != "unsure":
        mapped["category"] = category[0]
    elif category:
        candidates["category"] = category
    return replace(weighed, mapped=mapped, candidates=candidates)


def _varies(column: Column) -> bool:
    return column.distinct > 1 or column.rows == 1 == column.distinct


def _worded(column: Column) -> bool:
    figures = sum(n for text, n in column.values.items() if re.fullmatch(r"[\d,.%\s]+", text))
    return figures < column.filled * _FIGURES


def _named(grid: Grid) -> str:
    """The sheet's own name, else the words of the file's name, as a pattern; a month's name is of this table alone."""
    sheet = (grid.sheet or "").strip()
    if not _UNNAMED.fullmatch(sheet) and not any(map(names_month, _WORD.findall(sheet))):
        return re.escape(sheet).replace(r"\ ", " ")
    lasting = [word for word in _WORD.findall(grid.file.stem) if not names_month(word)]
    return ".*".join(lasting) or re.escape(grid.file.stem)


def _measure(called: Iterable[str]) -> tuple[str | None, bool]:
    said = [re.sub(r"\d+", " ", words(text)).split() for text in called]
    texts = [" ".join(one) for one in said]
    names = {words(name): measure for measure, listed in known()["measures"].items() for name in listed}
    for text in texts:
        if text in names:
            return names[text], text in {words(listed[0]) for listed in known()["measures"].values()}
    for name, measure in names.items():
        if any(f" {name} " in f" {text} " for text in texts):
            return measure, False
    return None, False
