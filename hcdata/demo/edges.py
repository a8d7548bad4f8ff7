"""Records at the edge of each rule, planted one by one: both sides of a limit, and each trap once."""

from datetime import date, timedelta

from hcdata.demo.cast import Cast
from hcdata.demo.clock import instant
from hcdata.demo.incidents import NON_CRIME
from hcdata.demo.numbers import DayBook
from hcdata.demo.places import make_place
from hcdata.demo.records import Contact, Crime, Incident, Part, Person, Place, World

DISTRICT = "cambridge_city"


class Planter:
    """Adds plain crimes and incidents to a world and keeps, by name of the edge, which."""

    def __init__(self, world: World, cast: Cast, book: DayBook) -> None:
        """Work on one world."""
        self.world, self.cast, self.book = world, cast, book
        self.planted: dict[str, list[Crime]] = {}
        self.calls: list[tuple[Crime, int]] = []

    def crime(
        self,
        edge: str,
        recorded: int,
        victim: Person | None = None,
        suspect: Person | None = None,
        place: Place | None = None,
        reported: int | None = None,
        assigned: int | None = None,
        number: str = "",
        cancelled_on: date | None = None,
        district: str = DISTRICT,
    ) -> Crime:
        """Add one race crime of public fear, alarm or distress, open, with only what the edge needs."""
        reported = recorded - 60 if reported is None else reported
        people = [(victim, "Victim"), (suspect, "Suspect")]
        crime = Crime(
            "",
            number or self.book.next(reported),
            recorded,
            reported,
            (reported - 30, reported - 30),
            "9B",
            ("race",),
            "",
            "101",
            "Street",
            place,
            district,
            "N",
            assigned,
            "Y",
            [Part(person, role, recorded) for person, role in people if person],
        )
        if cancelled_on:
            crime.cancelled, crime.cancelled_on = "C3", cancelled_on
        self.world.crimes.append(crime)
        self.planted.setdefault(edge, []).append(crime)
        return crime

    def incident(self, created: int, complainant: Person) -> None:
        """Add one non-crime incident."""
        number = self.book.next(created)
        self.world.incidents.append(
            Incident(
                number,
                created,
                created - 20,
                NON_CRIME,
                DISTRICT,
                ("race",),
                "101",
                "Street",
                "N",
                None,
                complainant=complainant,
            )
        )

    def person(self, by_urn: bool) -> Person:
        """Return a new individual with or without a URN."""
        while True:
            person = self.cast.registry.individual()
            if bool(person.urn) == by_urn:
                return person


def plant_edges(world: World, cast: Cast, book: DayBook) -> Planter:
    """Plant every edge case."""
    plant = Planter(world, cast, book)
    plant_repeats(plant)
    plant_places(plant)
    plant_clock_changes(plant)
    return plant


def plant_repeats(plant: Planter) -> None:
    """Plant people met again: at 365 and 366 days, in one incident, after an incident, a cancelled crime, elsewhere."""
    day = date(2026, 3, 10)
    for days in (365, 366):
        for role in ("victim", "suspect"):
            person = plant.person(by_urn=days == 365)
            for when, hour in ((day - timedelta(days=days), 9), (day, 18)):
                victim, suspect = (person, None) if role == "victim" else (None, person)
                plant.crime(f"repeat_{role}_{days}_days", instant(when, hour, days % 60), victim, suspect)
    both = plant.person(by_urn=True)
    first = plant.crime("same_incident_no_repeat", instant(date(2026, 5, 5), 10), victim=both)
    plant.crime("same_incident_no_repeat", instant(date(2026, 5, 6), 10), victim=both, number=first.incident)
    complainant = plant.person(by_urn=False)
    plant.incident(instant(date(2026, 6, 1), 11), complainant)
    plant.crime("repeat_after_incident", instant(date(2026, 6, 21), 12), victim=complainant)
    once = plant.person(by_urn=True)
    plant.crime("cancelled_no_repeat", instant(date(2026, 4, 1), 10), victim=once, cancelled_on=date(2026, 4, 9))
    plant.crime("cancelled_no_repeat", instant(date(2026, 5, 1), 10), victim=once)
    mover = plant.person(by_urn=False)
    plant.crime("repeat_across_districts", instant(date(2026, 1, 8), 10), victim=mover, district="fenland")
    plant.crime("repeat_across_districts", instant(date(2026, 2, 19), 10), victim=mover, district="peterborough")


def plant_places(plant: Planter) -> None:
    """Plant a place with three incidents in 365 days, one in 366, and one with three crimes of two incidents."""
    number = 9_000_000
    for edge, offsets, same in (
        ("place_third_in_365", (365, 200, 0), False),
        ("place_third_at_366", (366, 200, 0), False),
        ("place_two_incidents", (90, 1, 0), True),
    ):
        place = make_place(DISTRICT, number, "Retail", plant.cast.rng)
        number += 1
        last = ""
        for i, days in enumerate(offsets):
            at = instant(date(2026, 7, 7) - timedelta(days=days), 8 + i)
            last = plant.crime(edge, at, place=place, number=last if same and i == 2 else "").incident


def plant_clock_changes(plant: Planter) -> None:
    """Plant record and contact delays whose clock times mislead by the hour of a clock change."""
    autumn, spring = date(2025, 10, 25), date(2026, 3, 28)
    plant.crime("autumn_24h30_not_within", instant(autumn + timedelta(days=1), 9, 30), reported=instant(autumn, 10))
    plant.crime("spring_23h30_within", instant(spring + timedelta(days=1), 10, 30), reported=instant(spring, 10))
    for edge, day, call in (
        ("autumn_contact_24h30_late", autumn, instant(autumn + timedelta(days=1), 11, 30)),
        ("spring_contact_23h30_met", spring, instant(spring + timedelta(days=1), 12, 30)),
        ("contact_at_24h_met", date(2026, 2, 3), instant(date(2026, 2, 4), 12)),
        ("contact_at_24h01_late", date(2026, 2, 3), instant(date(2026, 2, 4), 12, 1)),
    ):
        crime = plant.crime(edge, instant(day, 11), victim=plant.person(by_urn=True), assigned=instant(day, 12))
        plant.calls.append((crime, call))


def call_back(plant: Planter) -> list[Contact]:
    """Return the supervisor's calls of the planted crimes, once these have references."""
    return [Contact(crime.ref, at, "PS", "Initial", "Telephone") for crime, at in plant.calls]
