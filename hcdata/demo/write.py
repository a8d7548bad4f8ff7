"""Writes the demonstration folder: the extracts, and truth.json beside them."""

import json
from pathlib import Path
from typing import Any

from hcdata.demo.clock import LAST_DAY
from hcdata.demo.extracts import write_extracts
from hcdata.demo.incidents import BECAME_CRIME
from hcdata.demo.months import share_out
from hcdata.demo.outcome_counts import find_days
from hcdata.demo.planted import R12_FROM, describe
from hcdata.demo.records import World
from hcdata.demo.repeats import counted, find_days_to_repeat, person_sightings
from hcdata.demo.setting_counts import count_mixes
from hcdata.demo.truth import count_measures, hate_crimes, non_crimes
from hcdata.demo.world import make_world

NOTES = [
    "Rows of a measure are [month, district, strand, n, of, not_recorded]; a cell that is not listed is all nought.",
    "District null is the whole force, strand null all strands, each thing once.",
    "Repeat measures: n counts persons or places with a repeat crime in that cell; looking back over all cells.",
]


def write(folder: Path, years: int = 4, seed: int = 1, scale: float = 1.0) -> Path:
    """Write the exports of a made-up force into a folder and return the path of truth.json.

    The same seed gives the same bytes. Raises ValueError for fewer than two years or a scale of nought.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    world = make_world(years, seed, scale)
    months = share_out(world)
    truth = {
        "seed": seed,
        "years": years,
        "scale": scale,
        "data_to": str(LAST_DAY),
        "synthetic": True,
        "notes": NOTES,
        "measures": count_measures(world),
        "mixes": count_mixes(hate_crimes(world), R12_FROM),
        "days": {
            "days_to_outcome": find_days(hate_crimes(world), R12_FROM),
            "days_to_repeat": find_days_to_repeat(hate_crimes(world), non_crimes(world), R12_FROM),
        },
        "planted": describe(world, months),
        "people": count_people(world),
        "distinct": count_distinct(world),
    }
    ledger = write_extracts(folder, world, months)
    truth |= {"rows": ledger.rows, "rejects": ledger.rejects, "faults": ledger.faults}
    path = folder / "truth.json"
    path.write_text(format_truth(truth), encoding="utf-8", newline="\n")
    return path


def count_distinct(world: World) -> dict[str, int]:
    """Return how many distinct true records the extracts hold together."""
    incidents = [incident for incident in world.incidents if incident.kind != BECAME_CRIME]
    return {
        "crime": len({crime.ref for crime in world.crimes}),
        "hate_crime": len(hate_crimes(world)),
        "incident": len({incident.number for incident in world.incidents}),
        "non_crime_incident": len(incidents),
        "contact": len(world.contacts),
        "referral": len(world.referrals),
        "review": len(world.reviews),
        "audit": len(world.audits),
    }


def count_people(world: World) -> dict[str, int]:
    """Return how many identified victims and suspects there are over all the years, and how many ever repeat."""
    hate = hate_crimes(world)
    people: dict[str, int] = {}
    for name, incidents, role in (("victims", non_crimes(world), "Victim"), ("suspects", [], "Suspect")):
        found = list(counted(person_sightings(hate, incidents, role), needed=1))
        people[name] = len({key for key, *_ in found})
        people[f"repeat_{name}"] = len({key for key, _, _, repeat in found if repeat})
    return people


def format_truth(truth: dict[str, Any]) -> str:
    """Return the truth as JSON, one row of a list on a line."""
    parts = []
    for name, value in truth.items():
        if name == "measures":
            inner = ",\n".join(f"{json.dumps(measure)}: [\n{join(rows)}\n]" for measure, rows in value.items())
            parts.append(f'"measures": {{\n{inner}\n}}')
        elif isinstance(value, list):
            parts.append(f"{json.dumps(name)}: [\n{join(value)}\n]")
        else:
            parts.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def join(rows: list[Any]) -> str:
    """Return rows one on a line."""
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
