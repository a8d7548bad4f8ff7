"""The sheets of a load that are news: read as text, numbered, and put in the order they are merged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

import duckdb

from hcdata.common.progress import say
from hcdata.ingest import stages
from hcdata.ingest.discover import Found
from hcdata.ingest.files.grid import Grid
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import dates
from hcdata.loading import ledger
from hcdata.loading.building import Build
from hcdata.store import snapshot

# The data-to times under which each digest and sheet was loaded before.
Known = Mapping[tuple[str, str], set[datetime]]


@dataclass(frozen=True)
class Read:
    """Sheets in the order they are merged, each with its number, and the labels of those passed over as loaded."""

    sheets: tuple[Sheet, ...]
    already_loaded: tuple[str, ...] = ()

    @property
    def by_time(self) -> list[tuple[datetime, tuple[Sheet, ...]]]:
        """The sheets of each data-to time, oldest first: each is one load."""
        return [(time, tuple(together)) for time, together in groupby(self.sheets, key=lambda item: item.as_of)]

    @property
    def at_once(self) -> list[tuple[datetime, tuple[Sheet, ...]]]:
        """All the sheets as one load, of the newest time."""
        return [(self.sheets[-1].as_of, self.sheets)] if self.sheets else []


def is_nothing_new(con: duckdb.DuckDBPyConnection, found: Found, extract_date: date | None) -> bool:
    """Whether every file found was loaded before, as a store tells."""
    known = ledger.loaded(con)
    return all(_is_known(source, known, extract_date) for source in found.grids)


def read(build: Build, found: Found) -> Read:
    """Read what is news as text; LoadError where made-up and real records would stand in one store."""
    con, options, known = build.con, build.options, ledger.loaded(build.con)
    sheets: list[Sheet] = []
    passed: list[str] = []
    last: Grid | None = None
    for number, source in enumerate(found.grids):
        # The second part of a file follows the first.
        if not options.again and source.grid is not last and _is_known(source, known, options.extract_date):
            passed.append(source.grid.label)
            continue
        say(f"{source.grid.label}: reading")
        sheet = stages.read_raw(con, source, number, options.extract_date, build.place / "work")
        known[source.grid.sha256, source.grid.sheet or ""].add(sheet.as_of)
        last = source.grid
        sheets.append(sheet)
    # Crimes come before what is about them: of which district that is, is known then.
    ordered = sorted(stages.end_together(sheets, options.extract_date), key=lambda one: (one.as_of, one.feed.turn))
    numbers = enumerate(ordered, start=ledger.next_id(con, "load_file", "file_id"))
    numbered = tuple(stages.claim(replace(one, file_id=number), build.place / snapshot.RAW) for number, one in numbers)
    ledger.refuse_mixture(con, [one.layout.synthetic for one in numbered])
    return Read(numbered, tuple(passed))


def _is_known(source: Recognised, known: Known, extract_date: date | None) -> bool:
    # The same bytes under a later stated date say that nothing changed until then: that is news, and loaded.
    times = known[source.grid.sha256, source.grid.sheet or ""]
    return bool(times) and (dates.stated(source, extract_date) or min(times)) in times
