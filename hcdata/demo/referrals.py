"""What the victim and witness hub did for each crime."""

from datetime import timedelta
from random import Random

from hcdata.demo.clock import LAST_DAY, local
from hcdata.demo.records import Crime, Referral

ANSWERS = (
    "Very satisfied",
    "Fairly satisfied",
    "Neither satisfied nor dissatisfied",
    "Fairly dissatisfied",
    "Very dissatisfied",
)


def make_referral(crime: Crime, rng: Random) -> Referral | None:
    """Return the hub's record of one crime, or nothing for the three in ten the hub never heard of."""
    has_victim = any(part.role == "Victim" and part.person.kind == "Individual" for part in crime.parts)
    entered = local(crime.recorded).date() + timedelta(days=rng.choice((0, 0, 1, 1, 1, 2, 3, 4, 6, 9, 14)))
    if not has_victim or rng.random() < 0.3 or entered > LAST_DAY:
        return None
    offered = rng.choices(("Y", "N", ""), (85, 6, 9))[0]
    accepted = rng.choices(("Y", "N", ""), (45, 45, 10))[0] if offered == "Y" else ""
    statement = rng.choices(("Y", "N", ""), (66, 18, 16))[0]
    needs = entered + timedelta(days=rng.randint(0, 12)) if rng.random() < 0.68 else None
    answered = entered + timedelta(days=rng.randint(40, 90)) if rng.random() < 0.13 else None
    return Referral(
        ref=crime.ref,
        entered_on=entered,
        referred_on=entered if offered == "Y" or rng.random() < 0.3 else None,
        offered=offered,
        accepted=accepted,
        statement_offered=statement,
        statement_taken=rng.choices(("Y", "N"), (35, 65))[0] if statement == "Y" else "",
        needs_on=needs if needs and needs <= LAST_DAY else None,
        satisfaction=rng.choices(ANSWERS, (36, 28, 12, 13, 11))[0] if answered and answered <= LAST_DAY else "",
        answered_on=answered if answered and answered <= LAST_DAY else None,
    )
