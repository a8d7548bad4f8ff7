"""Contacts with victims: the supervisor's first call, updates, the call before closure, and an inspector's."""

from collections.abc import Iterator
from random import Random

from hcdata.demo.clock import DAY, LAST_DAY, end_of, instant, settle
from hcdata.demo.records import Contact, Crime

LATE_DISTRICT = "fenland"
# Met, late, none recorded: the 24-hour promise is kept three times in four, in one district three times in ten.
PROMISE = {True: (30, 50, 20), False: (76, 13, 11)}
SUPERVISORS, CONSTABLES, INSPECTORS = ("PS", "DS", "Sgt"), ("PC", "DC"), ("Insp", "DI", "Ch Insp")
METHODS = ("Telephone", "Telephone", "In person", "Letter", "Email", "")
END = end_of(LAST_DAY)


def make_contacts(crime: Crime, rng: Random) -> list[Contact]:
    """Return the contacts on one crime up to the last day; none before the crime was recorded."""
    if not any(part.role == "Victim" and part.person.kind in ("Individual", "Business") for part in crime.parts):
        return []
    drawn = [(settle(max(at, crime.recorded)), rank, kind) for at, rank, kind in draw_contacts(crime, rng)]
    return [Contact(crime.ref, at, rank, kind, rng.choice(METHODS)) for at, rank, kind in sorted(drawn) if at < END]


def draw_contacts(crime: Crime, rng: Random) -> Iterator[tuple[int, str, str]]:
    """Yield instant, rank and kind of each contact."""
    start = crime.recorded if crime.assigned is None else crime.assigned
    if rng.random() < 0.7:
        yield start + int(rng.expovariate(1 / 300)), rng.choice(CONSTABLES), "Initial"
    promise = rng.choices(("met", "late", "none"), PROMISE[crime.district == LATE_DISTRICT])[0]
    if promise == "met":
        yield start + rng.randint(-90, DAY - 1), rng.choice(SUPERVISORS), "Initial"
    elif promise == "late":
        yield start + DAY + 10 + int(rng.expovariate(1 / 4_000)), rng.choice((*SUPERVISORS, "Insp")), "Initial"
    for _ in range(rng.choices((0, 1, 2), (60, 28, 12))[0]):
        yield start + DAY + int(rng.expovariate(1 / 30_000)), rng.choice(CONSTABLES), "Update"
    if crime.outcome_on and promise != "none" and rng.random() < 0.6:
        yield (
            instant(crime.outcome_on, rng.randint(9, 16), rng.randrange(60)) - DAY * rng.randint(0, 5),
            rng.choice(SUPERVISORS),
            "Pre-closure",
        )
    if promise != "none" and rng.random() < 0.025:
        yield start + DAY + int(rng.expovariate(1 / 20_000)), rng.choice(INSPECTORS), "Dissatisfaction"
