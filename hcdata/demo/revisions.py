"""Later corrections: reclassified, moved, a strand or a victim added late, cancelled, or only sent again."""

from datetime import timedelta
from random import Random

from hcdata.demo.clock import DAY, LAST_DAY, end_of, local, settle
from hcdata.demo.people import Registry
from hcdata.demo.pick import Draw
from hcdata.demo.records import Change, Crime, Part
from hcdata.demo.shares import AGGRAVATED, AGGRAVATED_CODES, BASIC_CODES, DISTRICTS

END = end_of(LAST_DAY)
KINDS = Draw(
    {
        "code": 0.028,
        "strands": 0.014,
        "district": 0.012,
        "victim": 0.012,
        "cancelled": 0.026,
        "resent": 0.012,
        "none": 0.896,
    }
)
CANCEL_REASONS = Draw({"C1": 0.1, "C2": 0.35, "C3": 0.3, "C4": 0.22, "C5": 0.03})
BASIC, ANY_AGGRAVATED, DISTRICT = Draw(BASIC_CODES), Draw(AGGRAVATED_CODES), Draw(DISTRICTS)


def revise(crime: Crime, registry: Registry, rng: Random) -> None:
    """Give one crime in ten a correction some days after it was recorded, if that day lies in the data."""
    kind = KINDS.one(rng)
    at = settle(crime.recorded + DAY * rng.randint(2, 100) + rng.randrange(600))
    if kind == "none" or at >= END:
        return
    if kind == "cancelled":
        cancel(crime, rng)
    elif kind == "resent":
        crime.resent_at = at
    elif kind == "victim":
        crime.parts.append(Part(registry.individual(), "Victim", at))
    elif kind == "district":
        before = DISTRICT.one(rng)
        if before != crime.district:
            crime.changes.append(Change(at, "district", before))
    elif kind == "strands":
        crime.changes.append(Change(at, "strands", crime.strands[:-1]))
    else:
        before = BASIC.one(rng) if crime.code in AGGRAVATED or rng.random() < 0.5 else ANY_AGGRAVATED.one(rng)
        if before != crime.code and "104" not in (before, crime.code):
            crime.changes.append(Change(at, "code", before))


def cancel(crime: Crime, rng: Random) -> None:
    """Cancel a crime within two months; it then has no outcome."""
    on = local(crime.recorded).date() + timedelta(days=rng.randint(0, 60))
    if on <= LAST_DAY:
        crime.cancelled, crime.cancelled_on = CANCEL_REASONS.one(rng), on
        crime.outcome, crime.outcome_on = "", None
