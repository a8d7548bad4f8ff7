"""Which records each extract holds: those new in its month, and earlier ones that changed in it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from hcdata.demo.clock import end_of, extract_days, instant
from hcdata.demo.records import Audited, Contact, Crime, Incident, Referral, Review, World
from hcdata.demo.referral_file import changed_on


@dataclass(slots=True)
class Month:
    """One extract's records; a crime comes with whether an earlier extract held it."""

    day: date
    full: bool
    crimes: list[tuple[Crime, bool]] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    audits: list[Audited] = field(default_factory=list)


def change_instants(crime: Crime) -> list[int]:
    """Return every instant at which what is known of a crime changes after it was recorded."""
    instants = [change.at for change in crime.changes] + [part.known_from for part in crime.parts]
    instants += [at for at in (crime.assigned, crime.resent_at) if at is not None]
    return instants + [instant(on, 12) for on in (crime.outcome_on, crime.cancelled_on) if on]


def share_out(world: World) -> list[Month]:
    """Return the extracts, the full one first."""
    days = extract_days()
    ends = [end_of(day) for day in days]
    months = [Month(day, full=index == 0) for index, day in enumerate(days)]
    for crime in world.crimes:
        first = bisect_right(ends, crime.recorded)
        for index in sorted({first, *(max(first, bisect_right(ends, at)) for at in change_instants(crime))}):
            months[index].crimes.append((crime, index > first))
    for incident in world.incidents:
        first = bisect_right(ends, incident.created)
        again = bisect_right(ends, instant(incident.cancelled_on, 12)) if incident.cancelled_on else first
        for index in sorted({first, max(first, again)}):
            months[index].incidents.append(incident)
    for contact in world.contacts:
        months[bisect_right(ends, contact.at)].contacts.append(contact)
    for review in sorted(world.reviews, key=lambda one: (one.at, one.ref)):
        months[bisect_right(ends, review.at)].reviews.append(review)
    for audited in world.audits:
        months[bisect_right(ends, instant(audited.on, 12))].audits.append(audited)
    for referral in world.referrals:
        for index in sorted({bisect_right(ends, instant(on, 12)) for on in changed_on(referral)}):
            months[index].referrals.append(referral)
    return months
