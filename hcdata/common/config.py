"""config.toml read into frozen models; every fault is reported at once."""

import os
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError, model_validator

from hcdata.common import patterns
from hcdata.common.errors import ConfigError
from hcdata.common.model import Model
from hcdata.common.thresholds import Quality, Thresholds

ROOT = Path(__file__).resolve().parents[2]


class Named(Model):
    """An id, the name shown, and the other ways exports write it."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    aliases: tuple[str, ...] = ()


class Force(Model):
    """Who we are and how our pages are marked."""

    name: str
    timezone: str = "Europe/London"
    marking: str
    handling: str = ""
    bank_holidays: tuple[date, ...] = ()


class Outcomes(Model):
    """The named sets of outcome codes (Home Office framework)."""

    use: Literal["core", "wide"] = "core"
    core: tuple[str, ...]
    wide: tuple[str, ...]
    attrition: tuple[str, ...]
    attrition_no_suspect: tuple[str, ...] = ("14",)
    attrition_suspect: tuple[str, ...] = ("16",)
    no_suspect: tuple[str, ...] = ("18",)
    time_limit: tuple[str, ...] = ("17",)
    charge: tuple[str, ...]

    @property
    def sets(self) -> dict[str, tuple[str, ...]]:
        """Every named set, and the positive one in use."""
        return {name: codes for name, codes in self if isinstance(codes, tuple)} | {"positive": self.positive}

    @property
    def positive(self) -> tuple[str, ...]:
        """The set in use."""
        return self.core if self.use == "core" else self.wide

    @property
    def positive_words(self) -> str:
        """The set in use, as it is named on screen."""
        return f"{self.use} set: outcomes {', '.join(self.positive)}"


class District(Named):
    """A district of the force; its note is said where its rate per resident is shown. Who answers for it: plan 1.5."""

    gss: str | None = None
    note: str = ""
    chief_inspector: str = ""
    crime_manager: str = ""
    spocs: tuple[str, ...] = ()


class Strand(Named):
    """A hate strand: centrally monitored or local."""

    monitored: bool


class KeyAction(Named):
    """One of the six key actions of the plan's agendas: what it is for, and the paragraphs of the plan that say so."""

    number: int = Field(ge=1)
    purpose: str = ""
    plan: str = ""


class Aggravated(Model):
    """Racially or religiously aggravated codes and the recorded dates they hold for."""

    codes: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None


class OffenceGroup(Model):
    """A named group of Home Office codes."""

    name: str
    codes: tuple[str, ...]


class Places(Model):
    """What is not a place, and where the force ends."""

    default_words: tuple[str, ...]
    default_points: tuple[tuple[float, float], ...] = ()
    box: tuple[float, float, float, float]


class Loading(Model):
    """Whether exports may be loaded in the browser, and how many snapshots stay behind the served one.

    In the browser: never, where the dashboard serves this machine alone, or always.
    """

    in_browser: Literal["never", "local", "always"] = "local"
    snapshots_kept: int = Field(2, ge=0)


class Landmark(Model):
    """A town drawn on the offline map, OSGB36 metres."""

    name: str
    easting: float
    northing: float


def _can_be_searched(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error:
        raise ValueError("not readable as a regular expression") from None
    if not patterns.is_bounded(pattern):
        raise ValueError("a regular expression that repeats a repeat: some texts would take it for ever")
    return pattern


Pattern = Annotated[str, AfterValidator(_can_be_searched)]


class Reference(Model):
    """Every known way of writing a reference, and its canonical form (regular expression and replacement)."""

    pattern: Pattern
    to: str


class People(Model):
    """Names that name nobody, the least rank that supervises, and words besides that say one does.

    `common_rows`, `common_share`: how often a number stands that is nobody's, where most of its rows give no name.
    `acting_ranks`: whether an acting or temporary rank counts as the rank held, and not as the one below it.
    """

    unknown_names: tuple[str, ...]
    common_rows: int = Field(10, ge=2)
    common_share: float = Field(0.1, gt=0, le=1)
    supervisor_from: Literal["constable", "sergeant", "inspector", "chief_inspector", "superintendent"] = "sergeant"
    acting_ranks: bool = True
    supervisor_ranks: tuple[str, ...] = ()


class Meeting(Model):
    """A dated meeting of the plan."""

    kind: Literal["strategic", "tactical"]
    date: date


class Config(Model):
    """Everything about the force that is not code."""

    force: Force
    reference: Reference
    thresholds: Thresholds
    quality: Quality = Quality()
    outcomes: Outcomes
    district: tuple[District, ...]
    strand: tuple[Strand, ...]
    record_kind: tuple[Named, ...]
    aggravated: tuple[Aggravated, ...]
    offence_group: tuple[OffenceGroup, ...]
    outcome: dict[str, tuple[str, str]]
    outcome_words: dict[str, str] = Field(default_factory=dict)
    key_action: tuple[KeyAction, ...]
    channel: tuple[Named, ...]
    setting: tuple[Named, ...]
    places: Places
    loading: Loading = Loading()
    landmark: tuple[Landmark, ...] = ()
    people: People
    meeting: tuple[Meeting, ...] = ()
    alias: dict[str, dict[str, str]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check_lists(self) -> "Config":
        faults = [*self._repeated(), *self._unknown_outcomes()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def _repeated(self) -> Iterator[str]:
        named: dict[str, tuple[Named, ...]] = {
            "district": self.district,
            "strand": self.strand,
            "record_kind": self.record_kind,
            "key_action": self.key_action,
            "channel": self.channel,
            "setting": self.setting,
        }
        for table, items in named.items():
            seen: dict[str, str] = {}
            for item in items:
                for word in dict.fromkeys(w.casefold() for w in (item.id, item.name, *item.aliases)):
                    if seen.setdefault(word, item.id) != item.id:
                        yield f"{table}: '{word}' stands for both {seen[word]} and {item.id}"

    def _unknown_outcomes(self) -> Iterator[str]:
        for name in sorted(self.outcomes.model_fields_set - {"use"}):
            missing = [code for code in getattr(self.outcomes, name) if code not in self.outcome]
            if missing:
                yield f"outcomes.{name}: no outcome {', '.join(missing)} in [outcome]"
        for words, code in self.outcome_words.items():
            if code not in self.outcome:
                yield f"outcome_words: no outcome {code} in [outcome] for '{words}'"


def find(path: Path | None = None) -> Path:
    """Return the configuration file in force: the one given, HCDATA_CONFIG, or config.toml beside the code."""
    return path or Path(os.environ.get("HCDATA_CONFIG") or ROOT / "config.toml")


def load(path: Path | None = None) -> Config:
    """Read a configuration; raise ConfigError naming every fault."""
    return _read(find(path), stamp(path))


def stamp(path: Path | None = None) -> int:
    """Return when a configuration was last written, for what is kept by it; ConfigError where there is none."""
    file = find(path)
    try:
        return file.stat().st_mtime_ns
    except OSError:
        raise ConfigError(
            str(file), "no such file", "the force's config.toml", "set HCDATA_CONFIG or restore the file"
        ) from None


@lru_cache(maxsize=8)
def _read(file: Path, _stamp: int) -> Config:
    try:
        return Config.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError(file.name, f"not readable as TOML ({fault})", do="mend the line named") from None
    except ValidationError as fault:
        raise ConfigError(file.name, describe(fault.errors()), do="mend every line named; nothing was loaded") from None


def describe(faults: list[Any]) -> str:
    """Say each fault of a pydantic report on its own, with its place."""
    return "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}" for fault in faults)
