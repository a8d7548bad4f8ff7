"""Gives records their numbers: crimes restart each year, incidents each day."""

from collections import defaultdict
from datetime import date
from random import Random

from hcdata.demo.clock import local
from hcdata.demo.records import Crime

# Prefix 99 belongs to no force.
FORCE = "99"
NUMBERS_A_YEAR = 85_000


class DayBook:
    """Hands out incident numbers: date and a number that grows in the day."""

    def __init__(self, rng: Random) -> None:
        """Start every day at nought."""
        self.rng = rng
        self.last: dict[date, int] = defaultdict(int)

    def next(self, at: int) -> str:
        """Return the next number of the day."""
        day = local(at).date()
        self.last[day] += self.rng.randint(1, 25)
        return f"ZZ-{day:%Y%m%d}-{self.last[day]:04d}"


def number_crimes(crimes: list[Crime], rng: Random) -> None:
    """Sort the crimes by recording and give references with gaps, as a force records other crimes between."""
    crimes.sort(key=lambda crime: (crime.recorded, crime.incident, crime.code))
    years: dict[int, list[Crime]] = defaultdict(list)
    for crime in crimes:
        years[local(crime.recorded).year].append(crime)
    for year, members in years.items():
        gap = max(1, NUMBERS_A_YEAR // len(members))
        number = 0
        for crime in members:
            number += rng.randint(1, 2 * gap - 1)
            crime.ref = f"{FORCE}/{number:05d}/{year % 100:02d}"
