"""Makes the crimes of one incident: codes, people, place, times and outcome."""

from datetime import timedelta
from random import Random

from hcdata.demo.cast import Appearance, Cast
from hcdata.demo.clock import DAY, LAST_DAY, end_of, local, settle
from hcdata.demo.pick import Draw
from hcdata.demo.records import Crime, Part, Person
from hcdata.demo.shares import AGGRAVATED_CODES, AGGRAVATED_SHARE, BASIC_CODES, CHANNELS, NEVER_CLOSED, OUTCOMES
from hcdata.demo.timing import Moment

END = end_of(LAST_DAY)
CHANNEL, AGGRAVATED, BASIC = Draw(CHANNELS), Draw(AGGRAVATED_CODES), Draw(BASIC_CODES)
OUTCOME = Draw({code: share for code, (share, _) in OUTCOMES.items()})
CRIMES = Draw({"1": 0.91, "2": 0.07, "3": 0.02})


def make_crimes(moment: Moment, number: str, cast: Cast) -> list[Crime]:
    """Return the crimes of one incident, all at one place, six in ten of the further ones against the same victim."""
    rng = cast.rng
    victim = cast.draw_victim(moment)
    channel = CHANNEL.one(rng)
    online = "Y" if rng.random() < 0.11 else rng.choice(("N", "N", "N", "N", ""))
    suspects = draw_suspects(moment, victim, cast)
    crimes: list[Crime] = []
    for i in range(int(CRIMES.one(rng))):
        recorded = settle(min(moment.recorded + (rng.randint(0, 40) if i else 0), END - 1))
        code = draw_code(victim.strands, rng)
        person = victim.person if i == 0 or rng.random() < 0.6 else cast.registry.individual()
        crime = Crime(
            ref="",
            incident=number,
            recorded=recorded,
            reported=moment.reported,
            committed=(moment.committed, settle(moment.committed + rng.choice((0, 0, 0, 5, 10, 30, 480)))),
            code=code,
            strands=victim.strands,
            perceived=cast.draw_perceived(victim.strands),
            channel=channel,
            place_kind="Online" if online == "Y" and rng.random() < 0.7 else victim.place.kind if victim.place else "",
            place=None if (online == "Y" and rng.random() < 0.8) or rng.random() < 0.03 else victim.place,
            district=moment.district,
            online=online,
            assigned=draw_assigned(recorded, rng),
            supervisor_named=rng.choices(("Y", "N", ""), (84, 10, 6))[0],
            parts=[],
        )
        crime.parts = [Part(who, role, recorded) for who, role in draw_parts(person, code, suspects, cast)]
        give_outcome(crime, rng)
        crimes.append(crime)
    return crimes


def draw_code(strands: tuple[str, ...], rng: Random) -> str:
    """Return an offence code; aggravated ones only where race or religion is a strand."""
    aggravated = {"race", "religion"} & set(strands) and rng.random() < AGGRAVATED_SHARE
    return AGGRAVATED.one(rng) if aggravated else BASIC.one(rng)


def draw_assigned(recorded: int, rng: Random) -> int | None:
    """Return when an officer was assigned: mostly within a day, never for a few, not near the end of the data."""
    if rng.random() < 0.025:
        return None
    assigned = settle(recorded + int(rng.expovariate(1 / 400)))
    near_limit = abs(assigned + DAY - END) < 20
    return assigned if assigned < END and not near_limit else None


def draw_suspects(moment: Moment, victim: Appearance, cast: Cast) -> list[Person]:
    """Return the suspects: one or two known to 48 in 100 incidents, none or unidentified ones otherwise."""
    kind = cast.rng.random()
    if kind < 0.48:
        suspects = [cast.draw_suspect(moment, victim.strands) for _ in range(2 if cast.rng.random() < 0.12 else 1)]
        unique = {person.number: person for person in suspects if person.number != victim.person.number}
        return list(unique.values())
    return [cast.registry.unidentified()] if kind < 0.7 else []


def draw_parts(victim: Person, code: str, suspects: list[Person], cast: Cast) -> list[tuple[Person, str]]:
    """Return who took part and as what; two crimes in a hundred name nobody."""
    rng = cast.rng
    kind = rng.random()
    if kind < 0.02:
        return []
    if code == "104" or kind < 0.07:
        victim = cast.registry.individual("Police officer")
    elif kind < 0.12:
        victim = cast.registry.body("Business")
    elif kind < 0.145:
        victim = cast.registry.body("State")
    elif kind < 0.2:
        victim = cast.registry.unidentified()
    parts = [(victim, "Victim"), *((suspect, "Suspect") for suspect in suspects)]
    if rng.random() < 0.1:
        parts.append((cast.registry.individual(), "Witness"))
    return parts


def give_outcome(crime: Crime, rng: Random) -> None:
    """Close the crime, or leave it open where its day of closing lies after the data or never comes."""
    code = OUTCOME.one(rng)
    days = int(rng.lognormvariate(0, 0.75) * OUTCOMES[code][1])
    on = local(crime.recorded).date() + timedelta(days=days)
    if rng.random() >= NEVER_CLOSED and on <= LAST_DAY:
        crime.outcome, crime.outcome_on = code, on
