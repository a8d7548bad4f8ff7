"""A layout says how one kind of export maps to our fields; built-in ones and the force's own are TOML files."""

import re
import tomllib
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import duckdb
from pydantic import Field, PrivateAttr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from hcdata.common.config import Pattern, Reference, describe
from hcdata.common.errors import ConfigError
from hcdata.common.model import Model
from hcdata.ingest.layouts.fields import PERSON
from hcdata.schema.feeds import FEEDS, Role

BUILT_IN = Path(__file__).parent
# Keys that came later: a layout without them keeps the digest it had.
_IN_INCIDENTS = {"crime_ref": "incident_ref"}
_ADDED = ("all_hate", "rows")
DateOrder = Literal["dmy", "mdy", "month"]
NoReference = Literal["reject", "row"]


class Moment(Model):
    """A date and a time of day in columns of their own."""

    date: str
    time: str


class DataTo(Model):
    """How an extract says up to when it is complete: a title row, the file's name, or its last record."""

    title: Pattern | None = None
    filename: Pattern | None = None
    through: Literal["record", "month"] = "record"

    @field_validator("title", "filename")
    @classmethod
    def _has_a_group(cls, pattern: str | None) -> str | None:
        if pattern is not None and not re.compile(pattern).groups:
            raise ValueError("a pattern with a group in brackets round the date")
        return pattern


class StrandSource(Model):
    """A column of hate strands: `values` by text, else `otherwise` for any value but a no or unknown, else config's."""

    column: str
    split: Pattern = r"[;|,\n]"
    values: dict[str, str] = Field(default_factory=dict)
    otherwise: str | None = None
    no: tuple[str, ...] = ("no", "n", "none", "not applicable")


class PersonSource(Model):
    """The columns of a person in a row; without a yes in the field `only_if` names, nothing of the person is kept."""

    role: Role | None = None
    role_column: str | None = None
    type: str | None = None
    system_id: str | None = None
    surname: str | None = None
    forenames: str | None = None
    born: str | None = None
    sex: str | None = None
    only_if: Literal["threshold_met"] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers that hold this person."""
        found = (self.role_column, self.type, self.system_id, self.surname, self.forenames, self.born, self.sex)
        return tuple(header for header in found if header)

    @property
    def tells_apart(self) -> bool:
        """Whether the columns can tell one person from another: a number, or surname, date of birth and sex."""
        return bool(self.system_id or (self.surname and self.born and self.sex))


class Rows(Model):
    """A column whose values say of each row what it is: `crime`, or a kind of record that is none."""

    column: str
    values: dict[str, str] = Field(default_factory=dict)


class Declared(Model):
    """A strand or a district the layout brings with it."""

    id: str
    name: str
    monitored: bool = False


class Layout(Model):
    """One kind of export: how to know it, what its columns mean, how its values are written.

    `date_order = "month"`: dates are whole months, YYYY-MM, kept as their first day. `no_reference = "row"`: a row that
    may have no reference is a record of its own, known by the file's bytes and the row's number. `named`: what the
    name of the file or the sheet, or a title row, has to hold besides. `measure`: the one a table of counts is of.
    `blanks`: texts that stand for nothing in any field but names; `blanks_of`: those of one field, names too.
    `rows`: some are crimes, others records of a kind that is none.
    `all_hate`: every row is one of hate, with the strand not stated where none is known.
    """

    name: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    version: int = 1
    feed: str
    synthetic: bool = False
    match: tuple[str, ...] = Field(min_length=1)
    named: Pattern | None = None
    measure: str | None = Field(None, pattern=r"^[a-z0-9_]+$")
    blanks: tuple[str, ...] = ()
    blanks_of: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    date_order: DateOrder = "dmy"
    data_to: DataTo = DataTo()
    full_title: Pattern | None = None
    reference: Reference | None = None
    no_reference: NoReference = "reject"
    fields: dict[str, str | Moment]
    strands: tuple[StrandSource, ...] = ()
    all_hate: bool = False
    rows: Rows | None = None
    persons: tuple[PersonSource, ...] = ()
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    districts_as_found: bool = False
    declare_strands: tuple[Declared, ...] = ()
    declare_districts: tuple[Declared, ...] = ()
    _whole: "Layout | None" = PrivateAttr(None)

    @field_validator("feed")
    @classmethod
    def _is_a_feed(cls, feed: str) -> str:
        if feed not in FEEDS:
            *most, last = (f"'{name}'" for name in FEEDS)
            raise PydanticCustomError("feed", "Input should be {known}", {"known": f"{', '.join(most)} or {last}"})
        return feed

    @model_validator(mode="after")
    def _guard_subjects(self) -> "Layout":
        # A subject of a non-crime record is kept only with the threshold flag (2023 Code, PCSC Act 2022 s.60).
        if self.feed == "incident" and any(p.role != "victim" and not p.only_if for p in self.persons):
            raise ValueError(
                '[[persons]] of an incident layout: everyone but role = "victim" needs only_if = "threshold_met"'
            )
        return self

    @model_validator(mode="after")
    def _suit_the_feed(self) -> "Layout":
        if self.measure and not FEEDS[self.feed].is_counts:
            raise ValueError('measure: only a layout of feed = "series" says which measure its counts are of')
        if FEEDS[self.feed].is_counts and (self.strands or self.persons):
            raise ValueError("a layout of counts has columns of labels in [fields], no [[strands]] and no [[persons]]")
        if self.rows and self.feed != "crime":
            raise ValueError('[rows]: only a layout of feed = "crime" says which rows are crimes and which are not')
        if self.all_hate and not FEEDS[self.feed].is_case:
            raise ValueError('all_hate: only rows of feed = "crime" or "incident" carry strands')
        return self

    @field_validator("reference")
    @classmethod
    def _can_be_searched_by_duckdb(cls, reference: Reference | None) -> Reference | None:
        if reference:
            try:
                with _empty_database().cursor() as con:
                    con.execute("SELECT regexp_replace('', $pattern, $to)", reference.model_dump())
            except duckdb.Error:
                said = "not readable as a regular expression of DuckDB, which knows no looking ahead or back"
                raise ValueError(said) from None
        return reference

    @model_validator(mode="after")
    def _know_every_field(self) -> "Layout":
        # Strands come from [[strands]]: one column may hold several, and several columns one.
        known = [name for name in FEEDS[self.feed].fields if name != "strands"]
        unknown = sorted(self.fields.keys() - set(known))
        if unknown:
            listed = ", ".join(unknown)
            raise ValueError(f"[fields] {listed}: a layout of feed {self.feed} has the fields {', '.join(known)}")
        strange = sorted(self.blanks_of.keys() - {*known, *PERSON})
        if strange:
            known_too = ", ".join((*known, *PERSON))
            raise ValueError(f"[blanks_of] {', '.join(strange)}: a layout of feed {self.feed} has {known_too}")
        return self

    @property
    def digest(self) -> str:
        """What tells two wordings of a layout apart, however often its version was left as it was."""
        added = {name for name in _ADDED if not getattr(self.whole, name)}
        return sha256(self.whole.model_dump_json(exclude=added).encode()).hexdigest()[:12]

    @property
    def whole(self) -> "Layout":
        """The layout as it is written, of which this may be one part."""
        return self._whole or self

    @property
    def parts(self) -> "tuple[Layout, ...]":
        """The layout for each feed its rows go to; itself where they go to one."""
        if self.rows is None or self._whole is not None:
            return (self,)
        there = set(FEEDS["incident"].fields)
        moved = {_IN_INCIDENTS.get(name, name): spec for name, spec in self.fields.items()}
        other = self.model_copy(
            update={
                "feed": "incident",
                "fields": {name: spec for name, spec in moved.items() if name in there} | {"kind": self.rows.column},
                "values": {name: told for name, told in self.values.items() if name in there}
                | {"kind": self.rows.values},
                # A subject of a record that is no crime is kept only with leave, which no column of crimes gives.
                "persons": tuple(person for person in self.persons if person.role == "victim"),
            }
        )
        return tuple(one._part_of(self) for one in (self.model_copy(), other))

    def _part_of(self, whole: "Layout") -> "Layout":
        self._whole = whole
        return self

    @property
    def columns(self) -> set[str]:
        """Every header the layout uses."""
        plain = {spec for spec in self.fields.values() if isinstance(spec, str)}
        paired = {
            header for spec in self.fields.values() if isinstance(spec, Moment) for header in (spec.date, spec.time)
        }
        persons = {column for person in self.persons for column in person.columns}
        if self._whole is not None:  # a row may change sides when what its kind means is said
            plain |= self._whole.columns - {c for p in self._whole.persons for c in p.columns}
        rows = {self.rows.column} if self.rows else set()
        return plain | paired | rows | {source.column for source in self.strands} | persons


@lru_cache(maxsize=1)
def _empty_database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@lru_cache(maxsize=4)
def _read_folder(folder: Path, _stamps: tuple[int, ...]) -> tuple[Layout, ...]:
    layouts, faults = [], []
    for file in sorted(folder.glob("*.toml")):
        try:
            layouts.append(read_file(file))
        except ConfigError as fault:
            faults.append(f"{fault.where}: {fault.found}")
    if faults:
        raise ConfigError("layouts", "; ".join(faults), do="mend the files named")
    return tuple(layouts)


def parse(text: str, where: str) -> Layout:
    """Return the layout a text says; ConfigError names `where` and every fault."""
    try:
        return Layout.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError(where, f"not readable as TOML ({fault})", do="mend the line named") from None
    except ValidationError as fault:
        raise ConfigError(where, describe(fault.errors()), do="mend every line named") from None


def read_file(file: Path) -> Layout:
    """Return the layout of one file, wherever it lies; ConfigError names every fault."""
    try:
        return parse(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError):
        raise ConfigError(str(file), "no layout can be read there", "a TOML file", "check the path") from None


def read(folder: Path | None = None) -> dict[str, Layout]:
    """Return the layouts by name: the force's own in `folder` first, then the built-in ones it does not replace."""
    found: dict[str, Layout] = {}
    for place in (folder, BUILT_IN):
        if place and place.is_dir():
            stamps = tuple(file.stat().st_mtime_ns for file in sorted(place.glob("*.toml")))
            for layout in _read_folder(place, stamps):
                found.setdefault(layout.name, layout)
    return found


def choose(named: str | None, folder: Path | None = None) -> tuple[dict[str, Layout], str | None]:
    """Return the layouts to read files by, and the name of the one wanted: `named` is its name or its file's path.

    Of a path only that file's layout; ConfigError where none can be read there.
    """
    if named and (named.endswith(".toml") or Path(named).is_file()):
        one = read_file(Path(named))
        return {one.name: one}, one.name
    return read(folder), named
