"""Says what was planted, so that a test or a reader can look for it."""

from datetime import date, timedelta
from typing import Any

from hcdata.demo.clock import LAST_DAY, end_of, local
from hcdata.demo.contacts import LATE_DISTRICT
from hcdata.demo.months import Month
from hcdata.demo.records import Crime, World
from hcdata.demo.repeats import PLACE_INCIDENTS, Sighting, earlier, person_sightings, place_sightings
from hcdata.demo.shares import AGGRAVATED
from hcdata.demo.timing import (
    DRIFT_DISTRICT,
    DRIFT_FROM,
    DRIFT_FULL,
    DRIFT_RISE,
    SPIKE_DAY,
    SPIKE_DISTRICT,
    SPIKE_WEEKS,
)
from hcdata.demo.truth import count_contact, hate_crimes, non_crimes

QUIET_DISTRICT = "south_cambridgeshire"
R12_FROM, BEFORE_FROM = date(2025, 11, 1), date(2024, 11, 1)


def count_between(crimes: list[Crime], first: date, last: date, district: str, strand: str | None = None) -> int:
    """Return the crimes of a district, at choice of a strand, recorded from one day to another."""
    return sum(
        first <= local(crime.recorded).date() <= last
        and crime.district == district
        and (strand is None or strand in crime.strands)
        for crime in crimes
    )


def describe(world: World, months: list[Month]) -> dict[str, Any]:
    """Return everything planted, by name."""
    hate = hate_crimes(world)
    return {
        "spike": describe_spike(hate),
        "late_supervision": describe_promise(world, hate),
        "drift": {
            "from": str(DRIFT_FROM),
            "full": str(DRIFT_FULL),
            "rise": DRIFT_RISE,
            **describe_years(hate, DRIFT_DISTRICT),
        },
        "quiet": describe_years(hate, QUIET_DISTRICT),
        "missed_flags": sorted(
            crime.ref
            for crime in world.crimes
            if crime.code in AGGRAVATED and not crime.cancelled and not {"race", "religion"} & set(crime.strands)
        ),
        "repeat_victims": describe_people(person_sightings(hate, non_crimes(world), "Victim")),
        "repeat_suspects": describe_people(person_sightings(hate, [], "Suspect")),
        "repeat_places": describe_places(place_sightings(hate)),
        "cancelled": sorted(crime.ref for crime in world.crimes if crime.cancelled),
        "cancelled_incidents": sorted(incident.number for incident in world.incidents if incident.cancelled_on),
        "reported_after_recorded": sorted(world.reported_after_recorded),
        "edges": world.edges,
        **describe_changes(world, months),
    }


def describe_spike(hate: list[Crime]) -> dict[str, Any]:
    """Return the three weeks after the event and the same weeks of the year before."""
    last = SPIKE_DAY + timedelta(days=7 * len(SPIKE_WEEKS) - 1)
    year = timedelta(days=364)
    return {
        "district": SPIKE_DISTRICT,
        "strand": "race",
        "from": str(SPIKE_DAY),
        "to": str(last),
        "n": count_between(hate, SPIKE_DAY, last, SPIKE_DISTRICT, "race"),
        "n_year_before": count_between(hate, SPIKE_DAY - year, last - year, SPIKE_DISTRICT, "race"),
    }


def describe_promise(world: World, hate: list[Crime]) -> dict[str, Any]:
    """Return the supervisor's promise over the last twelve months, in the late district and elsewhere."""
    rows = [row for row in count_contact(world, hate).rows() if row[2] is None and row[0] >= f"{R12_FROM:%Y-%m}"]
    sums = {
        late: [sum(row[i] for row in rows if row[1] and (row[1] == LATE_DISTRICT) == late) for i in (3, 4, 5)]
        for late in (True, False)
    }
    keys = ("n", "of", "not_recorded")
    return {
        "district": LATE_DISTRICT,
        **dict(zip(keys, sums[True], strict=True)),
        "elsewhere": dict(zip(keys, sums[False], strict=True)),
    }


def describe_years(hate: list[Crime], district: str) -> dict[str, Any]:
    """Return a district's last twelve months and the twelve before."""
    before = count_between(hate, BEFORE_FROM, R12_FROM - timedelta(days=1), district)
    return {"district": district, "r12": count_between(hate, R12_FROM, LAST_DAY, district), "previous_r12": before}


def name_of(sighting: Sighting) -> str:
    """Return a crime's reference or an incident's number."""
    return sighting.crime.ref if sighting.crime else sighting.incident


def describe_people(seen: dict[str, list[Sighting]]) -> list[dict[str, Any]]:
    """Return the repeat crimes of the last twelve months: which came before, and what the person is known by."""
    found = [
        {
            "ref": sighting.crime.ref,
            "earlier": sorted(map(name_of, before)),
            "known_by": "name" if "/" in key else "urn",
        }
        for key, sightings in seen.items()
        for sighting in sightings
        if sighting.crime and sighting.day >= R12_FROM and (before := earlier(sighting, sightings))
    ]
    return sorted(found, key=lambda entry: str(entry["ref"]))


def describe_places(seen: dict[str, list[Sighting]]) -> list[dict[str, Any]]:
    """Return the places with a repeat crime in the last twelve months: UPRN, and the crimes there in that time."""
    found = []
    for sightings in seen.values():
        recent = [sighting for sighting in sightings if sighting.day >= R12_FROM]
        if any(
            len({other.incident for other in earlier(sighting, sightings)}) >= PLACE_INCIDENTS - 1
            for sighting in recent
        ):
            crimes = [sighting.crime for sighting in recent if sighting.crime]
            place = crimes[0].place
            found.append(
                {
                    "uprn": place.uprn if place else "",
                    "district": crimes[0].district,
                    "refs": [crime.ref for crime in crimes],
                }
            )
    return sorted(found, key=lambda entry: entry["refs"])


def describe_changes(world: World, months: list[Month]) -> dict[str, list[dict[str, Any]]]:
    """Return the corrections that show between two extracts: what stood, what stands, and which extract brought it."""
    names = {"code": "reclassified", "district": "moved_district", "strands": "strand_added"}
    found: dict[str, list[dict[str, Any]]] = {**{name: [] for name in names.values()}, "victim_added": []}
    ends = [(end_of(month.day), month.day) for month in months]
    for crime in world.crimes:
        for change in crime.changes:
            if shown := shows(crime.recorded, change.at, ends):
                entry = {
                    "ref": crime.ref,
                    "from": change.before,
                    "to": getattr(crime, change.name),
                    "extract": str(shown),
                }
                found[names[change.name]].append(entry)
        for part in crime.parts:
            if shown := shows(crime.recorded, part.known_from, ends):
                found["victim_added"].append({"ref": crime.ref, "extract": str(shown)})
    return found


def shows(recorded: int, changed: int, ends: list[tuple[int, date]]) -> date | None:
    """Return the day of the extract that first shows a change, or nothing where the first extract already did."""
    first = next(day for end, day in ends if recorded < end)
    shown = next(day for end, day in ends if changed < end)
    return shown if shown > first else None
