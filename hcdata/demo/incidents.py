"""Makes incident log rows: those that are no crime, and those that became one."""

from datetime import date, timedelta

from hcdata.demo.cast import Cast
from hcdata.demo.clock import LAST_DAY, local, settle
from hcdata.demo.crimes import CHANNEL
from hcdata.demo.records import Crime, Incident
from hcdata.demo.timing import Moment

NON_CRIME, ASB, INTELLIGENCE, BECAME_CRIME = (
    "Non-crime hate incident",
    "ASB - hate element",
    "Intelligence only",
    "Crime recorded",
)
# The regime change after the national review of March 2026.
NEW_REGIME = date(2026, 4, 1)


def make_incident(moment: Moment, number: str, cast: Cast) -> Incident:
    """Return one incident that is no crime; the subject's cells are filled whatever the threshold says."""
    rng = cast.rng
    victim = cast.draw_victim(moment)
    day = local(moment.recorded).date()
    old_share = 0.94 if day < NEW_REGIME else 0.1
    kind = NON_CRIME if rng.random() < old_share else rng.choice((ASB, ASB, INTELLIGENCE))
    online = rng.choices(("Y", "N", ""), (15, 70, 15))[0]
    cancelled = day + timedelta(days=rng.randint(0, 40)) if rng.random() < 0.015 else None
    return Incident(
        number=number,
        created=moment.recorded,
        reported=None if rng.random() < 0.02 else moment.reported,
        kind=kind,
        district=moment.district,
        strands=victim.strands if rng.random() >= 0.01 else (),
        channel=CHANNEL.one(rng),
        place_kind="Online" if online == "Y" else victim.place.kind if victim.place else "",
        online=online,
        place=victim.place if online != "Y" else None,
        threshold=rng.choices(("Y", "N", ""), (12, 60, 28))[0],
        complainant=victim.person if rng.random() < 0.93 else None,
        subject=cast.draw_suspect(moment, victim.strands) if rng.random() < 0.35 else None,
        cancelled_on=cancelled if cancelled and cancelled <= LAST_DAY else None,
    )


def make_crime_incident(crimes: list[Crime], cast: Cast) -> Incident:
    """Return the log row of an incident that became crimes; it links to all of them."""
    first = crimes[0]
    victims = [part.person for part in first.parts if part.role == "Victim" and part.person.kind == "Individual"]
    created = (
        first.recorded
        if first.reported is None
        else settle(min(first.reported + cast.rng.randint(0, 3), first.recorded))
    )
    return Incident(
        number=first.incident,
        created=created,
        reported=first.reported,
        kind=BECAME_CRIME,
        district=first.district,
        strands=first.strands,
        channel=first.channel,
        place_kind=first.place_kind,
        online=first.online,
        place=first.place,
        linked=tuple(crime.ref for crime in crimes),
        complainant=victims[0] if victims else None,
    )
