"""Makes the world: the true records, step by step, from one seed."""

from collections import defaultdict
from random import Random

from hcdata.demo.aftercare import add_aftercare
from hcdata.demo.audits import make_audits
from hcdata.demo.blemishes import garble, hide_flags, lose_reports
from hcdata.demo.cast import Cast
from hcdata.demo.clock import first_day, instant
from hcdata.demo.contacts import make_contacts
from hcdata.demo.crimes import make_crimes
from hcdata.demo.edges import call_back, plant_edges
from hcdata.demo.incidents import make_crime_incident, make_incident
from hcdata.demo.numbers import DayBook, number_crimes
from hcdata.demo.records import Crime, Incident, World
from hcdata.demo.referrals import make_referral
from hcdata.demo.reviews import make_reviews
from hcdata.demo.revisions import revise
from hcdata.demo.timing import draw_moments

LOGGED_SHARE = 0.94


def make_world(years: int, seed: int, scale: float) -> World:
    """Return the true records of `years` years to 31 October 2026; ValueError below two years or at no scale."""
    if years < 2 or scale <= 0:
        raise ValueError(
            f"Demonstration data: found {years} years at scale {scale}. Expected at least 2 years, as the first full "
            "extract ends a year before the last day, and a scale above 0. What to do: ask for more."
        )
    rng = Random(f"{seed}/{years}/{scale}/world")
    cast, book = Cast(scale, rng), DayBook(rng)
    world = World(seed, years, scale, [], [], [], [])
    for moment in draw_moments(years, seed, scale, rng):
        if moment.crime:
            world.crimes += make_crimes(moment, book.next(moment.reported), cast)
        else:
            world.incidents.append(make_incident(moment, book.next(moment.recorded), cast))
    for crime in world.crimes:
        revise(crime, cast.registry, rng)
    plant = plant_edges(world, cast, book)
    planted = {id(crime) for crimes in plant.planted.values() for crime in crimes}
    number_crimes(world.crimes, rng)
    natural = [crime for crime in world.crimes if id(crime) not in planted]
    hide_flags(natural, rng)
    log_crimes(world, cast, first=instant(first_day(years)))
    world.reported_after_recorded = lose_reports(natural, rng)
    garble(natural, world.incidents, rng)
    for crime in natural:
        world.contacts += make_contacts(crime, rng)
    world.contacts += call_back(plant)
    world.contacts.sort(key=lambda contact: (contact.at, contact.ref, contact.rank))
    world.referrals = [referral for crime in natural if crime.strands and (referral := make_referral(crime, rng))]
    # Streams of their own: what is drawn here moves nothing that was drawn before it was.
    own = Random(f"{seed}/{years}/{scale}/reviews")
    world.reviews = [review for crime in world.crimes if crime.strands for review in make_reviews(crime, own)]
    add_aftercare(world)
    world.audits = make_audits(world.crimes, Random(f"{seed}/{years}/{scale}/audits"))
    world.edges = {edge: [crime.ref for crime in crimes] for edge, crimes in plant.planted.items()}
    return world


def log_crimes(world: World, cast: Cast, first: int) -> None:
    """Add the incident log rows of most incidents that became crimes; the log starts with the window."""
    by_number: dict[str, list[Crime]] = defaultdict(list)
    for crime in world.crimes:
        by_number[crime.incident].append(crime)
    logged: list[Incident] = [
        make_crime_incident(crimes, cast) for crimes in by_number.values() if cast.rng.random() < LOGGED_SHARE
    ]
    world.incidents += [incident for incident in logged if incident.created >= first]
    world.incidents.sort(key=lambda incident: (incident.created, incident.number))
