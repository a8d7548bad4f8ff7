"""A sheet: the rows of a recognised grid, read into a relation."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise
from hcdata.schema.feeds import FEEDS, Feed


@dataclass(frozen=True)
class Sheet:
    """A grid read into the relation `raw`: the time its data run to, its number among the files, its records.

    A large one is `streamed`: its rows stand in that file and not in a table. `doubt` is what is doubtful of `as_of`,
    `unread` what its dates look like that could not be read, `kinds` whether crimes and other records are in one feed.
    `every_row` is the relation of all its rows where `raw` has those of one part.
    """

    source: Recognised
    raw: str
    as_of: datetime
    file_id: int = 0
    records: str = "record"
    streamed: Path | None = None
    doubt: str = ""
    every_row: str = ""
    unread: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def layout(self) -> Layout:
        """The layout that reads it."""
        return self.source.layout

    @property
    def feed(self) -> Feed:
        """What it is an export of."""
        return FEEDS[self.layout.feed]

    @property
    def shape(self) -> tuple[str, ...]:
        """Layout and headers: sheets of one shape can be ingested together."""
        read = self.source.turned, self.source.exchanged, self.source.unusual, map(str, self.source.counted.items())
        layout = self.layout.name, self.layout.feed
        return *layout, *(" ".join(sorted(columns)) for columns in read), *map(normalise, self.source.headers)

    @property
    def lazy(self) -> bool:
        """Whether its stages are views: no wide table of its rows is ever made, and of a crime only its first row."""
        return self.streamed is not None and self.feed.rows == "gathered"
