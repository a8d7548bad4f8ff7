"""A grid that a layout reads, and how its columns write dates."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hcdata.common.patterns import MOST_LETTERS
from hcdata.ingest.files import month_columns
from hcdata.ingest.files.grid import Grid, columns
from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.values.clean import normalise
from hcdata.ingest.values.lookup import showable
from hcdata.ingest.values.spreadsheet_swapped import Exchange
from hcdata.schema.feeds import FEEDS

Order = Literal["dmy", "mdy"]
Basis = Literal["values", "other columns", "layout"]


@dataclass(frozen=True)
class DayOrder:
    """The order one column of a grid is read in, what it rests on, and how many values fit each order alone.

    `exchange` is there where a spreadsheet may have exchanged day and month of its true dates.
    """

    column: str
    header: str
    order: Order
    basis: Basis
    day_first: int
    month_first: int
    exchange: Exchange | None = None

    @property
    def against(self) -> int:
        """How many values fit only the order not taken."""
        return self.month_first if self.order == "dmy" else self.day_first


@dataclass(frozen=True)
class Recognised:
    """A grid, the layout that reads it and the 0-based row its headers are on, the lower one of two.

    `days` says, once the rows are read, how each of its columns writes dates; `unusual` are the columns that hold one
    in another form than most systems write; `counted` those in seconds or milliseconds from 1970, True in whole days.
    `completed` is the table of rows of a streamed file whose last empty cells
    were left off, where there are any.
    """

    grid: Grid
    layout: Layout
    header: int
    rows: Headers | None = None
    days: tuple[DayOrder, ...] = ()
    unusual: frozenset[str] = frozenset()
    counted: Mapping[str, bool] = field(default_factory=dict)
    completed: str = ""

    @property
    def headers(self) -> list[str]:
        """The header texts, in column order."""
        return self.rows.texts if self.rows else self.grid.head[self.header]

    @property
    def titles(self) -> list[str]:
        """The texts above the header, one for each row that has any, as far as a pattern looks."""
        above = self.grid.head[: self.rows.first if self.rows else self.header]
        return [" ".join(filter(None, row))[:MOST_LETTERS] for row in above if any(row)]

    @property
    def months(self) -> dict[str, date]:
        """Column -> first day of the month that its header names, in a table of counts."""
        if not FEEDS[self.layout.feed].is_counts:
            return {}
        names = columns(len(self.headers))
        return {names[place]: month for place, month in month_columns.find(self.headers).items()}

    @property
    def used(self) -> set[str]:
        """The headers the layout uses, normalised."""
        months = month_columns.find(self.headers) if self.months else {}
        return {normalise(header) for header in (*self.layout.columns, *(self.headers[place] for place in months))}

    @property
    def unused(self) -> tuple[str, ...]:
        """The headers the layout does not use; a text that may be about a person is described."""
        used = self.used
        left = (header for header in self.headers if header and normalise(header) not in used)
        return tuple(header if showable(header) else "(not shown)" for header in left)

    @property
    def doubled(self) -> list[str]:
        """The headers the layout uses that stand over more than one column, normalised."""
        met = Counter(map(normalise, self.headers))
        return sorted(header for header in self.used if met[header] > 1)

    @property
    def turned(self) -> frozenset[str]:
        """The columns whose dates have day and month the other way round than the layout says."""
        return frozenset(one.column for one in self.days if one.order != self.layout.date_order)

    @property
    def exchanged(self) -> frozenset[str]:
        """The columns in which a spreadsheet exchanged day and month of the true dates."""
        return frozenset(one.column for one in self.days if one.exchange and one.exchange.sure)
