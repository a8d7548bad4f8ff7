"""The true records of the made-up force: what happened, before any export spells it badly."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or some body, in a record; `kind` is Individual, Police officer, Business, State or Unknown."""

    number: int
    kind: str
    urn: str = ""
    surname: str = ""
    forename: str = ""
    born: date | None = None
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An address of the made-up postcode area ZZ; coordinates are OSGB36 metres."""

    number: int
    district: str
    beat: str
    kind: str
    address: str
    postcode: str
    uprn: str
    easting: int
    northing: int


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in a crime and the instant it became known."""

    person: Person
    role: str
    known_from: int


@dataclass(frozen=True, slots=True)
class Change:
    """A later correction of one field of a crime: when, and the value before."""

    at: int
    name: str
    before: Any


@dataclass(slots=True)
class Crime:
    """One crime as finally known; instants are UTC minutes, `faults` are unreadable cells by column."""

    ref: str
    incident: str
    recorded: int
    reported: int | None
    committed: tuple[int, int]
    code: str
    strands: tuple[str, ...]
    perceived: str
    channel: str
    place_kind: str
    place: Place | None
    district: str
    online: str
    assigned: int | None
    supervisor_named: str
    parts: list[Part]
    outcome: str = ""
    outcome_on: date | None = None
    cancelled: str = ""
    cancelled_on: date | None = None
    changes: list[Change] = field(default_factory=list)
    resent_at: int | None = None
    faults: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Incident:
    """One row of the incident log; `kind` is as the log writes it."""

    number: str
    created: int
    reported: int | None
    kind: str
    district: str
    strands: tuple[str, ...]
    channel: str
    place_kind: str
    online: str
    place: Place | None
    linked: tuple[str, ...] = ()
    threshold: str = ""
    complainant: Person | None = None
    subject: Person | None = None
    cancelled_on: date | None = None
    faults: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with a victim, by rank."""

    ref: str
    at: int
    rank: str
    kind: str
    method: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review of an open crime, by rank; `done` is Y, N or blank."""

    ref: str
    at: int
    rank: str
    done: str


@dataclass(frozen=True, slots=True)
class Audited:
    """A crime in an audit's sample: the day it was judged, and whether its flag was right (Y, N or blank)."""

    ref: str
    on: date
    right: str


@dataclass(frozen=True, slots=True)
class Referral:
    """What the victim and witness hub holds for one crime, and when satisfaction was answered."""

    ref: str
    entered_on: date
    referred_on: date | None
    offered: str
    accepted: str
    statement_offered: str
    statement_taken: str
    needs_on: date | None
    satisfaction: str
    answered_on: date | None
    risk: str = ""
    review_due: date | None = None
    reviewed_on: date | None = None
    support_began: date | None = None
    reason: str = ""
    learned: str = ""

    @property
    def dissatisfied(self) -> bool:
        """Whether the victim said so."""
        return "dissatisfied" in self.satisfaction and "Neither" not in self.satisfaction


@dataclass(slots=True)
class World:
    """Everything that is true."""

    seed: int
    years: int
    scale: float
    crimes: list[Crime]
    incidents: list[Incident]
    contacts: list[Contact]
    referrals: list[Referral]
    reviews: list[Review] = field(default_factory=list)
    audits: list[Audited] = field(default_factory=list)
    reported_after_recorded: list[str] = field(default_factory=list)
    edges: dict[str, list[str]] = field(default_factory=dict)
