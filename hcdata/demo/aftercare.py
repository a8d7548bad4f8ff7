"""What follows a referral or an outcome: risk reviewed, support begun, the victim told, an inspector's call.

Drawn from a stream of its own, so that what was drawn before it stands.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hcdata.demo.clock import LAST_DAY, end_of, instant
from hcdata.demo.contacts import CONSTABLES, INSPECTORS, LATE_DISTRICT, SUPERVISORS
from hcdata.demo.records import Contact, Crime, Referral, World

RISKS = ("Standard", "Medium", "High")
REVIEW_DAYS = {"Standard": 90, "Medium": 28, "High": 14}
REASONS = ("Not kept informed", "Time taken", "Outcome", "Officer attitude", "Not taken seriously", "")
LEARNED = ("Ring the victim on the day of the decision", "None", "")
# Of dissatisfied victims and of outcomes: an inspector called, the victim was told; less often in the late district.
CALLED = {True: 0.3, False: 0.75}


def add_aftercare(world: World) -> None:
    """Add it to the referrals, and the calls that came of it to the contacts."""
    rng = Random(f"{world.seed}/{world.years}/{world.scale}/aftercare")
    world.referrals = [_follow(referral, rng) for referral in world.referrals]
    by_ref = {crime.ref: crime for crime in world.crimes}
    spoken = {contact.ref for contact in world.contacts if contact.rank in (*SUPERVISORS, *INSPECTORS)}
    added = [call for referral in world.referrals if referral.ref in spoken for call in _call(by_ref, referral, rng)]
    known = {contact.ref for contact in world.contacts}
    added += [told for crime in world.crimes if crime.ref in known for told in _tell(crime, rng)]
    end = end_of(LAST_DAY)
    world.contacts += [contact for contact in added if contact.at < end]
    world.contacts.sort(key=lambda contact: (contact.at, contact.ref, contact.rank))


def _follow(referral: Referral, rng: Random) -> Referral:
    """Return a referral with the level of risk, its review, when support began, and why a victim was dissatisfied."""
    risk = rng.choices(RISKS, (60, 30, 10))[0]
    late, kept = rng.choices((0, 1, 9), (70, 10, 20))[0], rng.random() < 0.8
    begins, reason, learned = rng.randint(1, 20), rng.choice(REASONS), rng.choice(LEARNED)
    if referral.needs_on is None:
        risk, due = "", None
    else:
        due = referral.needs_on + timedelta(days=REVIEW_DAYS[risk])
    reviewed = due + timedelta(days=late) if due and kept else None
    began = referral.entered_on + timedelta(days=begins) if referral.accepted == "Y" else None
    return replace(
        referral,
        risk=risk,
        review_due=due,
        reviewed_on=_until_now(reviewed),
        support_began=_until_now(began),
        reason=reason if referral.dissatisfied else "",
        learned=learned if referral.dissatisfied else "",
    )


def _until_now(day: date | None) -> date | None:
    return day if day and day <= LAST_DAY else None


def _call(by_ref: dict[str, Crime], referral: Referral, rng: Random) -> Iterator[Contact]:
    """Yield an inspector's call to a dissatisfied victim, some days after it became known."""
    called, days, hour = rng.random(), rng.choice((0, 1, 2, 5, 12)), rng.randint(9, 16)
    since = referral.answered_on if referral.dissatisfied else None
    if since and called < CALLED[by_ref[referral.ref].district == LATE_DISTRICT]:
        at = instant(since + timedelta(days=days), hour, 15)
        yield Contact(referral.ref, at, rng.choice(INSPECTORS), "Dissatisfaction", "Telephone")


def _tell(crime: Crime, rng: Random) -> Iterator[Contact]:
    """Yield an update to the victim on or after the day of the outcome."""
    told, days, hour = rng.random(), rng.choices((0, 1, 2, 6), (40, 35, 15, 10))[0], rng.randint(17, 19)
    if crime.outcome and crime.outcome_on and told < CALLED[crime.district == LATE_DISTRICT]:
        at = instant(crime.outcome_on + timedelta(days=days), hour, 30)
        yield Contact(crime.ref, max(at, crime.recorded), rng.choice(CONSTABLES), "Update", "Telephone")
