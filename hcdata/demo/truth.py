"""Counts the true records: the figures every measure must arrive at, taken before any mess is added."""

from datetime import date
from typing import Any

from hcdata.demo.audit_counts import count_audits
from hcdata.demo.clock import DAY, LAST_DAY, end_of, local
from hcdata.demo.contacts import INSPECTORS, SUPERVISORS
from hcdata.demo.field_counts import count_complete
from hcdata.demo.incidents import BECAME_CRIME
from hcdata.demo.limit_counts import count_limits
from hcdata.demo.outcome_counts import UNKNOWN, count_outcomes
from hcdata.demo.records import Crime, Incident, World
from hcdata.demo.repeats import count_days_to_repeat, count_places, count_repeat_crimes, count_repeats
from hcdata.demo.setting_counts import count_shares
from hcdata.demo.shares import AGGRAVATED
from hcdata.demo.supervision_counts import count_supervision
from hcdata.demo.tally import RowCounts
from hcdata.demo.victim_counts import count_calls, count_support, has_victim

MONITORED = {"race", "religion", "sexual_orientation", "disability", "transgender"}
COUNTS = (
    "recorded_hate_crimes",
    "monitored_hate_crimes",
    "non_crime_incidents",
    "aggravated_offences",
    "open_caseload",
)


def day_of(at: int) -> date:
    """Return the local day of an instant."""
    return local(at).date()


def hate_crimes(world: World) -> list[Crime]:
    """Return the crimes with a strand that were not cancelled."""
    return [crime for crime in world.crimes if crime.strands and not crime.cancelled]


def non_crimes(world: World) -> list[Incident]:
    """Return the incidents that became no crime and were not cancelled."""
    return [incident for incident in world.incidents if incident.kind != BECAME_CRIME and not incident.cancelled_on]


def count_measures(world: World) -> dict[str, list[list[Any]]]:
    """Return the rows of every measure by its id."""
    hate = hate_crimes(world)
    tallies = {
        **count_volume(world, hate),
        **count_outcomes(hate),
        **count_shares(hate),
        **count_limits(hate),
        **count_supervision(world, hate),
        **count_support(world, hate),
        **count_calls(world, hate),
        "flag_accuracy": count_audits(world),
        "completeness": count_complete(world, hate),
        "recorded_within_24h": count_recording(hate),
        "supervisor_contact_24h": count_contact(world, hate),
        "repeat_victims": count_repeats(hate, non_crimes(world), "Victim"),
        "repeat_suspects": count_repeats(hate, [], "Suspect"),
        "repeat_places": count_places(hate),
        "days_to_repeat": count_days_to_repeat(hate, non_crimes(world)),
        "repeat_victimisation": count_repeat_crimes(hate, non_crimes(world)),
    }
    return {measure: tally.rows() for measure, tally in tallies.items()}


def count_volume(world: World, hate: list[Crime]) -> dict[str, RowCounts]:
    """Return the counts by recorded or created day."""
    tallies = {measure: RowCounts(counts_only=True) for measure in COUNTS}
    for crime in hate:
        where = (crime.ref, day_of(crime.recorded), crime.district, crime.strands)
        tallies["recorded_hate_crimes"].add("n", *where)
        if MONITORED & set(crime.strands):
            tallies["monitored_hate_crimes"].add("n", *where)
        if not crime.outcome:
            tallies["open_caseload"].add("n", *where)
        elif crime.outcome in UNKNOWN:
            tallies["open_caseload"].add("not_recorded", *where)
    for crime in world.crimes:
        if crime.code in AGGRAVATED and not crime.cancelled:
            tallies["aggravated_offences"].add("n", crime.ref, day_of(crime.recorded), crime.district, crime.strands)
    for incident in non_crimes(world):
        tallies["non_crime_incidents"].add(
            "n", incident.number, day_of(incident.created), incident.district, incident.strands
        )
    return tallies


def count_recording(hate: list[Crime]) -> RowCounts:
    """Return the crimes recorded within 24 real hours of the report; without a usable report they are not recorded."""
    tally = RowCounts()
    for crime in hate:
        where = (crime.ref, day_of(crime.recorded), crime.district, crime.strands)
        tally.add("of", *where)
        if crime.reported is None or crime.reported > crime.recorded:
            tally.add("not_recorded", *where)
        elif crime.recorded - crime.reported <= DAY:
            tally.add("n", *where)
    return tally


def count_contact(world: World, hate: list[Crime]) -> RowCounts:
    """Return the crimes whose identified victim a supervisor reached within 24 real hours of assignment."""
    first: dict[str, int] = {}
    for contact in world.contacts:
        if contact.rank in (*SUPERVISORS, *INSPECTORS):
            first[contact.ref] = min(contact.at, first.get(contact.ref, contact.at))
    tally, end = RowCounts(), end_of(LAST_DAY)
    for crime in hate:
        if crime.assigned is None or not has_victim(crime):
            continue
        where = (crime.ref, day_of(crime.assigned), crime.district, crime.strands)
        met = crime.ref in first and first[crime.ref] - crime.assigned <= DAY
        if not met and crime.assigned + DAY > end:
            continue
        tally.add("of", *where)
        if met:
            tally.add("n", *where)
        elif crime.ref not in first:
            tally.add("not_recorded", *where)
    return tally
