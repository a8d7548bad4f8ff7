"""Repeat victims, suspects and places among the true records."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hcdata.demo.clock import local
from hcdata.demo.records import Crime, Incident, Person
from hcdata.demo.tally import RowCounts, spread_of

LOOK_BACK_DAYS = 365
PLACE_INCIDENTS = 3
DEFAULT_PLACE = re.compile("police station|no fixed|not known|unknown address", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person or place in a record; only crimes are counted, incidents only count as earlier."""

    at: int
    day: date
    incident: str
    crime: Crime | None


def person_key(person: Person) -> str | None:
    """Return what identifies an individual: the URN, else surname (letters only), birth and sex."""
    if person.kind != "Individual":
        return None
    if person.urn:
        return person.urn
    letters = re.sub("[^A-Z]", "", person.surname.upper())
    return f"{letters}/{person.born}/{person.sex}" if letters and person.born and person.sex else None


def place_key(crime: Crime) -> str | None:
    """Return what identifies a place: the UPRN, else postcode and address; nothing online or at a stand-in address."""
    place = crime.place
    if place is None or crime.online == "Y" or DEFAULT_PLACE.search(place.address):
        return None
    return place.uprn or re.sub("[^A-Z0-9]", "", f"{place.postcode}{place.address}".upper())


def person_sightings(hate: list[Crime], incidents: list[Incident], role: str) -> dict[str, list[Sighting]]:
    """Return the sightings of each identified person in a role; complainants of incidents among the victims."""
    seen: dict[str, list[Sighting]] = defaultdict(list)
    for crime in hate:
        for key in {person_key(part.person) for part in crime.parts if part.role == role}:
            if key:
                seen[key].append(Sighting(crime.recorded, local(crime.recorded).date(), crime.incident, crime))
    for incident in incidents:
        key = person_key(incident.complainant) if incident.complainant else None
        if key:
            seen[key].append(Sighting(incident.created, local(incident.created).date(), incident.number, None))
    return seen


def place_sightings(hate: list[Crime]) -> dict[str, list[Sighting]]:
    """Return the sightings of each place."""
    seen: dict[str, list[Sighting]] = defaultdict(list)
    for crime in hate:
        key = place_key(crime)
        if key:
            seen[key].append(Sighting(crime.recorded, local(crime.recorded).date(), crime.incident, crime))
    return seen


def earlier(sighting: Sighting, sightings: list[Sighting]) -> list[Sighting]:
    """Return the sightings recorded before this one, at most 365 days, in another incident."""
    return [
        other
        for other in sightings
        if other.at < sighting.at
        and other.incident != sighting.incident
        and (sighting.day - other.day).days <= LOOK_BACK_DAYS
    ]


def counted(seen: dict[str, list[Sighting]], needed: int) -> Iterator[tuple[str, Sighting, Crime, bool]]:
    """Yield each crime of each key, and whether at least `needed` other incidents came before it."""
    for key, sightings in seen.items():
        for sighting in sightings:
            if sighting.crime:
                yield (
                    key,
                    sighting,
                    sighting.crime,
                    len({other.incident for other in earlier(sighting, sightings)}) >= needed,
                )


def tally_repeats(seen: dict[str, list[Sighting]], needed: int) -> RowCounts:
    """Return persons or places with a crime in the month, and those of them with a repeat crime in the month."""
    tally = RowCounts()
    for key, sighting, crime, repeat in counted(seen, needed):
        where = (key, sighting.day, crime.district, crime.strands)
        tally.add("of", *where)
        if repeat:
            tally.add("n", *where)
    return tally


def count_repeats(hate: list[Crime], incidents: list[Incident], role: str) -> RowCounts:
    """Return the repeat victims or suspects of each month."""
    return tally_repeats(person_sightings(hate, incidents, role), needed=1)


def count_repeat_crimes(hate: list[Crime], incidents: list[Incident]) -> RowCounts:
    """Return the crimes with an identified victim of each month, and those against one met before."""
    tally = RowCounts()
    for _, sighting, crime, repeat in counted(person_sightings(hate, incidents, "Victim"), needed=1):
        where = (crime.ref, sighting.day, crime.district, crime.strands)
        tally.add("of", *where)
        if repeat:
            tally.add("n", *where)
    return tally


def days_to_repeat(hate: list[Crime], incidents: list[Incident]) -> dict[str, tuple[Crime, int]]:
    """Return each repeat crime by reference, with the days since the newest earlier record of a victim of it."""
    found: dict[str, tuple[Crime, int]] = {}
    for sightings in person_sightings(hate, incidents, "Victim").values():
        for sighting in sightings:
            before = earlier(sighting, sightings) if sighting.crime else []
            if sighting.crime and before:
                days = min((sighting.day - other.day).days for other in before)
                found[sighting.crime.ref] = sighting.crime, min(days, found.get(sighting.crime.ref, (None, days))[1])
    return found


def count_days_to_repeat(hate: list[Crime], incidents: list[Incident]) -> RowCounts:
    """Return the repeat crimes of each month."""
    tally = RowCounts(counts_only=True)
    for crime, _ in days_to_repeat(hate, incidents).values():
        tally.add("n", crime.ref, local(crime.recorded).date(), crime.district, crime.strands)
    return tally


def find_days_to_repeat(hate: list[Crime], incidents: list[Incident], first: date) -> dict[str, float]:
    """Return the days within which half, and nine in ten, of the repeats recorded from a day on came."""
    found = days_to_repeat(hate, incidents).values()
    return spread_of([days for crime, days in found if local(crime.recorded).date() >= first])


def count_places(hate: list[Crime]) -> RowCounts:
    """Return the repeat places of each month: at least the third incident in 365 days."""
    return tally_repeats(place_sightings(hate), needed=PLACE_INCIDENTS - 1)
