"""When things happen: season, weekday, the drift, the spike, and how long reporting and recording take."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np

from hcdata.demo.clock import LAST_DAY, end_of, first_day, instant, settle
from hcdata.demo.pick import Draw
from hcdata.demo.shares import CRIMES_A_YEAR, DISTRICTS, HOURS, INCIDENTS_A_YEAR, NIGHT_HOURS, SEASON, STRANDS, WEEKDAY

WARM_UP_DAYS = 45
CRIMES_AN_INCIDENT = 1.12
DRIFT_DISTRICT, DRIFT_FROM, DRIFT_FULL, DRIFT_RISE = "huntingdonshire", date(2025, 5, 1), date(2026, 4, 30), 0.35
SPIKE_DISTRICT, SPIKE_DAY, SPIKE_WEEKS = "peterborough", date(2026, 8, 2), (4.0, 2.5, 1.5)
ANY_HOUR, NIGHT_HOUR = (
    Draw({str(hour): float(share) for hour, share in enumerate(hours)}) for hours in (HOURS, NIGHT_HOURS)
)


@dataclass(slots=True)
class Moment:
    """One event before it has any content; a spike moment is a race crime."""

    committed: int
    reported: int
    recorded: int
    district: str
    crime: bool
    spike: bool
    night: bool


def drift(day: date) -> float:
    """Return the factor on the drifting district: 1 before, rising for a year, then 1.35."""
    done = (day - DRIFT_FROM).days / (DRIFT_FULL - DRIFT_FROM).days
    return 1 + DRIFT_RISE * min(1.0, max(0.0, done))


def draw_moments(years: int, seed: int, scale: float, rng: Random) -> list[Moment]:
    """Return every moment recorded in the world's window, in order of recording, no two in the same minute."""
    start = first_day(years) - timedelta(days=WARM_UP_DAYS)
    days = [start + timedelta(days=i) for i in range((LAST_DAY - start).days + 1)]
    numbers = np.random.default_rng([seed, 20261031])
    base = np.array([SEASON[day.month - 1] * WEEKDAY[day.weekday()] / 365 for day in days])
    moments: list[Moment] = []
    for district, share in DISTRICTS.items():
        factor = np.array([drift(day) if district == DRIFT_DISTRICT else 1.0 for day in days])
        crimes = base * factor * share * scale * CRIMES_A_YEAR / CRIMES_AN_INCIDENT
        spike = np.zeros(len(days))
        if district == SPIKE_DISTRICT:
            for week, times in enumerate(SPIKE_WEEKS):
                at = days.index(SPIKE_DAY) + 7 * week
                spike[at : at + 7] = crimes[at : at + 7] * STRANDS["race"] * times
        for crime, is_spike, rate in (
            (True, False, crimes),
            (True, True, spike),
            (False, False, base * share * scale * INCIDENTS_A_YEAR),
        ):
            for day, count in zip(days, numbers.poisson(rate), strict=True):
                moments.extend(draw_moment(day, district, crime, is_spike, rng) for _ in range(int(count)))
    first, end = instant(first_day(years)), end_of(LAST_DAY)
    return spread_out([moment for moment in moments if first <= moment.recorded < end - 60], end)


def draw_moment(day: date, district: str, crime: bool, spike: bool, rng: Random) -> Moment:
    """Return one moment: more than half reported within two hours, five in six recorded within a day of that."""
    weekend = day.weekday() in (4, 5)
    hour = int((NIGHT_HOUR if weekend else ANY_HOUR).one(rng))
    committed = settle(instant(day, hour, rng.randrange(60)))
    kind = rng.random()
    wait = rng.expovariate(1 / (40 if kind < 0.55 else 1_200 if kind < 0.86 else 17_000))
    reported = settle(committed + int(wait))
    slow = rng.random()
    wait = (
        min(1_430.0, rng.expovariate(1 / 280))
        if slow < 0.84
        else 1_441 + rng.expovariate(1 / (2_000 if slow < 0.98 else 12_000))
    )
    recorded = settle(reported + 3 + int(wait if crime else wait / 4))
    return Moment(committed, reported, recorded, district, crime, spike, weekend and (hour >= 20 or hour < 5))


def spread_out(moments: list[Moment], end: int) -> list[Moment]:
    """Sort by recording and move ties on by a minute, so that "earlier" is never in doubt."""
    moments.sort(key=lambda moment: (moment.recorded, moment.reported, moment.committed, moment.district, moment.crime))
    last = 0
    for moment in moments:
        moment.recorded = settle(max(moment.recorded, last + 1))
        last = moment.recorded
    return [moment for moment in moments if moment.recorded < end - 30]
