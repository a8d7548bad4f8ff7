"""Counts the true crimes that have all twelve key fields."""

from hcdata.demo.clock import local
from hcdata.demo.records import Crime, World
from hcdata.demo.repeats import person_key
from hcdata.demo.tally import RowCounts

# Victims of these kinds are told apart by no key, and are victims all the same.
OTHERS = ("Police officer", "Business", "State")


def count_complete(world: World, hate: list[Crime]) -> RowCounts:
    """Return the crimes of each month, and those of them that lack none of the twelve."""
    contacted = {contact.ref for contact in world.contacts}
    tally = RowCounts()
    for crime in hate:
        where = (crime.ref, local(crime.recorded).date(), crime.district, crime.strands)
        tally.add("of", *where)
        if is_complete(crime) and crime.ref in contacted:
            tally.add("n", *where)
    return tally


def is_complete(crime: Crime) -> bool:
    """Say whether a crime has what its own row can hold: recording, offence and district it always has."""
    victims = (part.person for part in crime.parts if part.role == "Victim")
    return bool(
        crime.reported is not None
        and crime.assigned is not None
        and crime.channel
        and crime.place_kind
        and crime.supervisor_named
        and crime.place
        and "Easting" not in crime.faults
        and any(person.kind in OTHERS or person_key(person) for person in victims)
    )
