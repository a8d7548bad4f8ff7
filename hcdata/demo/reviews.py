"""Supervisors' reviews of open hate crimes, as the review workbook holds them from its first month on."""

from datetime import date
from random import Random

from hcdata.demo.clock import DAY, LAST_DAY, end_of, instant, local, settle
from hcdata.demo.contacts import INSPECTORS, LATE_DISTRICT, SUPERVISORS
from hcdata.demo.records import Crime, Review

# No review was written down in the workbook before it was made.
FIRST_DAY = date(2025, 11, 1)
# Reviews done in time in one hundred that fell due, and those in another hundred that a constable did, or nobody.
KEPT = {True: 48, False: 82}
CONSTABLE, NOT_DONE = 4, 8
MOST = 26


def make_reviews(crime: Crime, rng: Random) -> list[Review]:
    """Return the reviews entered of one hate crime while it was open: about one in four weeks, some never done."""
    ends = instant(crime.outcome_on) if crime.outcome_on else end_of(LAST_DAY)
    reviews, at = [], crime.recorded
    for _ in range(MOST):
        at += DAY * rng.randint(16, 28) + rng.randint(-300, 300)
        kept, drawn = rng.randrange(100) < KEPT[crime.district == LATE_DISTRICT], rng.randrange(100)
        rank, done = rng.choice((*SUPERVISORS, *SUPERVISORS, *INSPECTORS)), rng.choice(("Y", "Y", "Y", ""))
        if at >= ends:
            break
        if drawn < CONSTABLE:
            rank = "PC"
        elif not kept:
            if drawn >= NOT_DONE:
                continue
            done = "N"
        if local(at).date() >= FIRST_DAY:
            reviews.append(Review(crime.ref, settle(at), rank, done))
    return reviews
