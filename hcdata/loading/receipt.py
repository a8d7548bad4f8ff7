"""The receipt of a load: every row accounted for, as text and as JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from hcdata.schema.reject_reasons import REASONS
from hcdata.schema.unjoined import WHY

# Files named in a line before it ends in dots.
NAMED = 3


@dataclass(frozen=True)
class FileReceipt:
    """One file and sheet: rows read = rows accepted + rows rejected; records are distinct references."""

    file: str
    sheet: str | None
    layout: str
    version: int
    digest: str
    feed: str
    data_to: str
    full: bool
    districts: tuple[str, ...]
    header_row: int
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    rejected_by_reason: dict[str, int]
    records: int
    new: int
    changed: int
    unchanged: int
    older: int
    cancelled: int
    disagreeing: int
    faults: dict[str, int]
    unused_headers: tuple[str, ...]
    dates: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    strands: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    part: bool = False


@dataclass
class Receipt:
    """What a load did, or why it did nothing."""

    snapshot: str | None = None
    loads: list[int] = field(default_factory=list)
    files: list[FileReceipt] = field(default_factory=list)
    already_loaded: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    vanished: int = 0
    vanished_outcomes: int = 0
    elsewhere: int = 0
    totals: dict[str, int] = field(default_factory=dict)

    @property
    def usable(self) -> bool:
        """Whether anything was loaded or had been before."""
        return bool((self.files and not self.lost) or self.already_loaded)

    @property
    def lost(self) -> bool:
        """Whether rows were read and none was accepted: nothing is kept then. A file without a row loses none."""
        rows = [file.rows_read - file.rejected_by_reason.get("footer_row", 0) for file in self.files]
        return any(rows) and not any(file.rows_accepted for file in self.files)

    def to_json(self) -> dict[str, Any]:
        """Return the receipt as plain values."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """Yield the receipt as lines of text."""
        for file in self.files:
            yield from _file_lines(file)
        if self.already_loaded:
            named = ", ".join(self.already_loaded[:NAMED]) + (" ..." if len(self.already_loaded) > NAMED else "")
            yield f"Already loaded, nothing to do: {len(self.already_loaded)} file(s) ({named})"
        yield from (f"Note: {note}" for note in self.notes)
        if self.lost:
            yield "Not one row was accepted: nothing is kept of these files."
        if self.files:
            read = sum(file.rows_read for file in self.files)
            rejected = sum(file.rows_rejected for file in self.files)
            yield f"Rows read {read:,} = accepted {read - rejected:,} + rejected {rejected:,}."
            yield f"In the store now: {', '.join(f'{count:,} {name}' for name, count in self.totals.items())}."
        if self.vanished:
            yield f"Vanished, crimes missing from a later full extract: {self.vanished:,}; kept, and to be queried."
        if self.vanished_outcomes:
            yield (
                "Vanished, outcomes missing from a later full extract of outcomes:"
                f" {self.vanished_outcomes:,}; kept, and to be queried."
            )
        if self.elsewhere:
            yield f"Outcomes of crimes not loaded here: {self.elsewhere:,}; kept, and joined when the crime is loaded."
        yield f"Snapshot {self.snapshot} is served." if self.snapshot else "Nothing changed."


def remark_lines(
    dates: Iterable[str], people: Iterable[str], strands: Iterable[str], kinds: Iterable[str]
) -> Iterator[str]:
    """Yield what is remarkable of a file's dates, people, strands and kinds of rows, as lines of text."""
    yield from (f"  dates {said}" for said in dates)
    yield from (f"  people: {said}" for said in people)
    yield from (f"  strands: {said}" for said in strands)
    yield from (f"  rows: {said}" for said in kinds)


def _file_lines(file: FileReceipt) -> Iterator[str]:
    label = f"{file.file} [{file.sheet}]" if file.sheet else file.file
    kind = "full extract, " if file.full else ""
    yield f"{label}: {kind}layout {file.layout} version {file.version} ({file.digest}), data to {file.data_to}"
    if file.part:
        yield f"  its rows that are {file.feed} records"
    yield (
        f"  rows read {file.rows_read:,} = accepted {file.rows_accepted:,} + rejected {file.rows_rejected:,};"
        f" distinct records {file.records:,}"
    )
    yield (
        f"  new {file.new:,}, changed {file.changed:,}, unchanged {file.unchanged:,},"
        f" older than the store {file.older:,}, newly cancelled {file.cancelled:,}"
    )
    if file.districts:
        yield f"  speaks for {', '.join(file.districts)}: crimes elsewhere are not missing from it"
    yield from remark_lines(file.dates, file.people, file.strands, file.kinds)
    for reason, count in file.rejected_by_reason.items():
        yield f"  rejected {count:,} {reason}: {REASONS[reason]}"
    for fault in (one for one in WHY if one in file.faults):
        yield f"  joins nothing: {file.faults[fault]:,} {'row' if file.faults[fault] == 1 else 'rows'} {WHY[fault]}"
    unread = {fault: count for fault, count in file.faults.items() if fault not in WHY}
    if unread:
        named = ", ".join(f"{fault} {count:,}" for fault, count in unread.items())
        yield f"  kept but not readable in part: {named}"
    if file.disagreeing:
        yield f"  records whose rows disagree: {file.disagreeing:,}; the first row counts"
    if file.unused_headers:
        yield f"  columns not used: {', '.join(file.unused_headers)}"
