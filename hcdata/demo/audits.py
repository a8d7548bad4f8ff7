"""The quarterly audit of hate flags: a sample of the crimes of the months before it, each judged."""

from datetime import date, timedelta
from random import Random

from hcdata.demo.clock import extract_days, local
from hcdata.demo.records import Audited, Crime

# An audit is made at the end of every third month, of some records of the three months before.
MONTHS, SAMPLE, BACK = (12, 3, 6, 9), 70, timedelta(days=91)
# Right, wrong and not yet judged in a hundred, of records that carry a flag and of those that carry none.
FOUND = {True: (92, 4, 4), False: (85, 11, 4)}
UNFLAGGED = 0.2


def make_audits(crimes: list[Crime], rng: Random) -> list[Audited]:
    """Return the records sampled in each audit, by the day they were judged."""
    return [one for day in extract_days()[1:] if day.month in MONTHS for one in make_audit(crimes, day, rng)]


def make_audit(crimes: list[Crime], day: date, rng: Random) -> list[Audited]:
    """Return the sample of one audit."""
    within = [crime for crime in crimes if day - BACK <= local(crime.recorded).date() < day - timedelta(days=10)]
    flagged = [crime for crime in within if crime.strands and not crime.cancelled]
    others = [crime for crime in within if not crime.strands and not crime.cancelled]
    size = min(SAMPLE, len(flagged))
    sample = rng.sample(flagged, size) + rng.sample(others, min(len(others), int(size * UNFLAGGED)))
    sample.sort(key=lambda crime: crime.ref)
    return [
        Audited(
            crime.ref,
            day - timedelta(days=rng.randint(0, 6)),
            rng.choices(("Y", "N", ""), FOUND[bool(crime.strands)])[0],
        )
        for crime in sample
    ]
