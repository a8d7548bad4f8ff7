"""The measures: every file of `sql/`, read and checked once."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from hcdata.common.config import Config, describe
from hcdata.common.errors import MeasureError, StoreError
from hcdata.common.model import Model
from hcdata.store import query

FOLDER = Path(__file__).parent / "sql"
FILE = re.compile(r"/\* ---\n(?P<header>.*?)\n--- \*/\n(?P<select>.*)", re.DOTALL)
# What every relation returns first, in this order, and of which type.
OBLIGATORY = {
    "ref": "VARCHAR",
    "counted_at": "DATE",
    "district": "VARCHAR",
    "strands": "VARCHAR[]",
    "state": "VARCHAR",
    "value": "DOUBLE",
}
# What every measure of crimes shows in its list, and is split by: {listed} in its SELECT.
LISTED = (
    "crime_ref", "recorded_on", "offence_title", "offence_group", "outcome_code", "channel", "settings", "place_type",
    "east_km", "north_km", "committed_local",
)  # fmt: skip


class Measure(Model):
    """One measure: what its header says, its SELECT, and the columns that SELECT returns.

    `short` is what a link calls it. `reads` are the fields of a record that make it count or not; whether it is
    cancelled always does. `minimum_n` is said where percentages need another base than the configuration's. A
    `standing` share is of how things stand on the data-to date, as a snapshot is. A `duty` is what the plan asks
    to be done and recorded; `lacks` is what a case with nothing recorded is without, so that an open one can be put
    right; `unknown` is what those have of which it is not known whether, or how, they count. A `part` says nothing
    unless it is split, or is a part of another measure: no page shows it by itself. Measures of one `family` move
    together and are told once. `looks_back` are the feeds whose records of the year before make a crime count.
    """

    id: str
    title: str
    short: str
    question: str
    kind: Literal["count", "proportion", "duration", "snapshot", "ratio", "rate"]
    direction: Literal["up", "down", "neutral"]
    key_actions: tuple[str, ...]
    plan: str
    time_basis: str
    counts: Literal["crime", "person", "place", "incident"]
    minimum_n: int | None = None
    parameters: tuple[str, ...]
    needs: tuple[str, ...]
    populated: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    standing: bool = False
    duty: bool = False
    lacks: str = ""
    unknown: str = ""
    things: tuple[str, str] = ("hate crime", "hate crimes")
    part: bool = False
    family: str = ""
    looks_back: tuple[str, ...] = ()
    notes: str
    numerator: str | None = None
    denominator: str | None = None
    ignores: tuple[str, ...] = ()
    per: int = 1
    select: str = ""
    columns: tuple[str, ...] = ()

    def spoken_base(self, config: Config) -> int:
        """Return the base shares and days are spoken from, the force's or the measure's own; counts have none."""
        if self.kind not in ("proportion", "ratio", "duration"):
            return 0
        return config.thresholds.minimum_n if self.minimum_n is None else self.minimum_n

    @property
    def one_row_each(self) -> bool:
        """Whether each thing counted is one row of the relation; a person or place has one for each crime."""
        return self.counts not in ("person", "place")

    @property
    def is_of_one_day(self) -> bool:
        """Whether it says how things stand on the data-to date, whatever period is asked for."""
        return self.standing or self.kind == "snapshot"

    @property
    def months_of(self) -> tuple[str, ...]:
        """The feeds whose months its parts lie in: how things stand has those of the records counted, its first."""
        return self.needs[:1] if self.is_of_one_day else self.needs

    @property
    def mendable(self) -> tuple[str, ...]:
        """The states that can be put right while the crime is open: what was late stays late, what stands need not."""
        return ("not_met", "not_recorded") if self.standing else ("not_recorded",)

    @property
    def leaves_unknown(self) -> bool:
        """Whether what is not known stands beside the figure and not in it."""
        return self.kind in ("snapshot", "duration")

    @property
    def of_closed(self) -> bool:
        """Whether it is about crimes that have their outcome: of these nothing can be put right."""
        return self.time_basis == "outcome date"

    @property
    def derived(self) -> bool:
        """Whether it is made from other measures and has no relation of its own."""
        return self.kind in ("ratio", "rate")


@cache
def all() -> dict[str, Measure]:
    """Return every measure by id; one MeasureError names every fault of every file."""
    found: dict[str, Measure] = {}
    faults: list[str] = []
    with query.blank() as store:
        for file in sorted(FOLDER.glob("*.sql")):
            try:
                found[file.stem] = read(file, store)
            except MeasureError as fault:
                faults.append(str(fault))
    faults += [fault for measure in found.values() for fault in _check_parts(measure, found)]
    if faults:
        raise MeasureError("measures", " ".join(faults), do="mend the files named")
    return found


def one(id: str) -> Measure:
    """Return a measure by id; MeasureError lists the ids there are."""
    if id not in all():
        raise MeasureError("measure", "no measure of this id", f"one of {', '.join(all())}", "check the spelling")
    return all()[id]


def relation(measure: Measure) -> Measure:
    """Return the measure whose relation is counted on top: the measure itself, or its numerator."""
    return one(measure.numerator) if measure.derived and measure.numerator else measure


def read(file: Path, store: query.Store) -> Measure:
    """Read one measure file and check its SELECT against the tables of a store."""
    parts = FILE.fullmatch(file.read_text(encoding="utf-8"))
    if not parts:
        raise MeasureError(file.name, "no header", "a block /* --- ... --- */ of TOML, then one SELECT")
    select = parts["select"].strip().replace("{listed}", ",\n    ".join(LISTED))
    try:
        header = tomllib.loads(parts["header"])
        measure = Measure(id=file.stem, select=select, **header)
    except tomllib.TOMLDecodeError as fault:
        raise MeasureError(file.name, f"the header is not readable as TOML ({fault})") from None
    except ValidationError as fault:
        raise MeasureError(file.name, describe(list(fault.errors()))) from None
    if differs := _check_header(measure):
        raise MeasureError(file.name, differs)
    if measure.derived:
        return measure
    try:
        columns = dict(store.columns(measure.select, dict.fromkeys(measure.parameters)))
    except StoreError as fault:
        raise MeasureError(file.name, f"the SELECT does not run ({fault.found})") from None
    wrong = [
        f"column {name}: found {columns.get(name, 'none')}, expected {kind}"
        for name, kind in OBLIGATORY.items()
        if columns.get(name) != kind
    ]
    if wrong:
        raise MeasureError(file.name, "; ".join(wrong))
    return measure.model_copy(update={"columns": tuple(columns)})


def _check_header(measure: Measure) -> str:
    """Return what is wrong with a header beside its SELECT, or nothing."""
    if measure.derived:
        whole = measure.numerator and measure.denominator and not measure.select
        return "" if whole else f"a {measure.kind} has a numerator, a denominator and no SELECT of its own"
    used = set(re.findall(r"\$([a-z_0-9]+)", measure.select))
    differ = ", ".join(sorted(used ^ set(measure.parameters)))
    return f"parameters: the header and the SELECT differ in {differ}" if differ else ""


def _check_parts(measure: Measure, found: dict[str, Measure]) -> Iterator[str]:
    for name in (measure.numerator, measure.denominator):
        if name and name not in found and not (measure.kind == "rate" and name == "population"):
            yield f"{measure.id}.sql: no measure {name}."
