"""The truth against a recount from the files themselves: mess taken away, the figures must come out the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.demo.reread import DISTRICTS, LONDON, Read, canonical, moment, read_crimes, sheet_records, when

AGGRAVATED = {"8P", "105B", "8M", "9B", "58J"}
POSITIVE = {"1", "2", "3", "4", "6", "7", "8"}
LAST_DAY = date(2026, 10, 31)


@pytest.fixture(scope="module")
def crimes(folder: Path, truth: dict[str, Any]) -> list[Read]:
    return list(read_crimes(folder, truth["rejects"]).values())


@pytest.fixture(scope="module")
def hate(crimes: list[Read]) -> list[Read]:
    return [crime for crime in crimes if crime.strands and not crime.cancelled]


def parts(truth: dict[str, Any], measure: str, part: str) -> Counter[tuple[Any, ...]]:
    index = {"n": 3, "of": 4, "not_recorded": 5}[part]
    return Counter({tuple(row[:3]): row[index] for row in truth["measures"][measure] if row[index]})


def count(things: Iterable[Read], day: Callable[[Read], date] = lambda crime: crime.day) -> Counter[tuple[Any, ...]]:
    cells: Counter[tuple[Any, ...]] = Counter()
    for crime in things:
        for district in (crime.district, None):
            for strand in (*crime.strands, None):
                cells[f"{day(crime):%Y-%m}", district, strand] += 1
    return cells


def closed_on(crime: Read) -> date:
    return moment(f"{crime.cells['Outcome Date']} 12:00").date()


def test_every_true_crime_is_in_the_files(crimes: list[Read], truth: dict[str, Any]) -> None:
    assert len(crimes) == truth["distinct"]["crime"]


def test_volume(hate: list[Read], crimes: list[Read], truth: dict[str, Any]) -> None:
    assert count(hate) == parts(truth, "recorded_hate_crimes", "n")
    assert count(c for c in hate if not c.outcome) == parts(truth, "open_caseload", "n")
    assert count(c for c in hate if c.outcome == "23") == parts(truth, "open_caseload", "not_recorded")
    local = {"gender", "alternative_subculture"}
    assert count(c for c in hate if set(c.strands) - local) == parts(truth, "monitored_hate_crimes", "n")
    aggravated = [c for c in crimes if c.code in AGGRAVATED and not c.cancelled]
    assert count(aggravated) == parts(truth, "aggravated_offences", "n")


def test_outcomes(hate: list[Read], truth: dict[str, Any]) -> None:
    closed = [c for c in hate if c.outcome]
    positive = [c for c in closed if c.outcome in POSITIVE]
    mature = [c for c in hate if c.day + timedelta(days=120) <= LAST_DAY]
    assert count(positive, closed_on) == parts(truth, "positive_outcome_in_period", "n")
    assert count(hate) == parts(truth, "positive_outcome_in_period", "of")
    assert count(closed, closed_on) == parts(truth, "positive_outcome_closed", "of")
    assert count(positive) == parts(truth, "positive_outcome_cohort", "n")
    assert count(mature) == parts(truth, "positive_outcome_matured", "of")
    early = [c for c in mature if c.outcome in POSITIVE and (closed_on(c) - c.day).days <= 120]
    assert count(early) == parts(truth, "positive_outcome_matured", "n")
    lost = [c for c in closed if c.outcome in {"14", "16"}]
    assert count(lost, closed_on) == parts(truth, "victim_attrition", "n")
    assert count(c for c in closed if c.outcome == "1") == parts(truth, "charge_rate", "n")


def hours_to_record(crime: Read) -> float | None:
    try:
        return (crime.recorded - moment(crime.cells["Reported Date"])).total_seconds() / 3600
    except ValueError:
        return None


def test_recorded_within_24h(hate: list[Read], truth: dict[str, Any]) -> None:
    hours = {c.ref: hours_to_record(c) for c in hate}
    met = [c for c in hate if (h := hours[c.ref]) is not None and 0 <= h <= 24]
    missing = [c for c in hate if (h := hours[c.ref]) is None or h < 0]
    assert count(met) == parts(truth, "recorded_within_24h", "n")
    assert count(missing) == parts(truth, "recorded_within_24h", "not_recorded")


@pytest.fixture(scope="module")
def incidents(folder: Path, truth: dict[str, Any]) -> list[dict[str, Any]]:
    latest = {
        row["Incident No"].strip(): row for row in sheet_records(folder, "incident_extract", "Data", truth["rejects"])
    }
    kept = [row for row in latest.values() if row["Incident Type"] != "Crime recorded" and row["Closed As"] == "NULL"]
    assert len(latest) == truth["distinct"]["incident"]
    return kept


def test_non_crime_incidents(incidents: list[dict[str, Any]], truth: dict[str, Any]) -> None:
    months = Counter(
        (f"{when(row['Created']).astimezone(LONDON):%Y-%m}", DISTRICTS[re.sub("[^a-z]", "", row["District"].lower())])
        for row in incidents
    )
    expected = parts(truth, "non_crime_incidents", "n")
    assert months == Counter({cell[:2]: n for cell, n in expected.items() if cell[1] and cell[2] is None})


def key_of(urn: str, surname: str, born: str, sex: str) -> str | None:
    name = re.sub("[^A-Z]", "", surname.upper())
    return urn or (f"{name}{born}{sex}" if name and born and sex else None)


def crime_keys(crime: Read, role: str) -> set[str]:
    fields = ("Person URN", "Surname", "Date of Birth", "Sex")
    people = [cells for cells in crime.people if cells["Person Role"] == role]
    if role == "Victim":
        people = [cells for cells in people if cells["Victim Type"] == "Individual"]
    return {key for cells in people if (key := key_of(*(cells[name] for name in fields)))}


def complainant_key(row: dict[str, Any]) -> str | None:
    urn, surname, born, sex = (row[f"Complainant {name}"] for name in ("URN", "Surname", "DOB", "Sex"))
    day = "" if isinstance(born, str) else f"{born:%d/%m/%Y}"
    return key_of(*("" if value == "NULL" else value for value in (urn, surname, day, sex)))


@pytest.mark.parametrize("role", ["Victim", "Suspect"])
def test_repeat_people(hate: list[Read], incidents: list[dict[str, Any]], truth: dict[str, Any], role: str) -> None:
    seen: dict[str, list[tuple[datetime, str, Read | None]]] = defaultdict(list)
    for crime in hate:
        for key in crime_keys(crime, role):
            seen[key].append((crime.recorded, crime.cells["Incident Number"], crime))
    for row in incidents if role == "Victim" else []:
        if key := complainant_key(row):
            seen[key].append((when(row["Created"]), row["Incident No"].strip(), None))
    every: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    repeats: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for key, met in seen.items():
        for at, incident, crime in met:
            if crime is None:
                continue
            days = [crime.day - o.astimezone(LONDON).date() for o, other, _ in met if o < at and other != incident]
            for cell in count([crime]):
                every[cell].add(key)
                if any(gap <= timedelta(days=365) for gap in days):
                    repeats[cell].add(key)
    measure = f"repeat_{role.lower()}s"
    assert Counter({cell: len(keys) for cell, keys in every.items()}) == parts(truth, measure, "of")
    assert Counter({cell: len(keys) for cell, keys in repeats.items()}) == parts(truth, measure, "n")


def test_supervisor_contact(folder: Path, hate: list[Read], truth: dict[str, Any]) -> None:
    first: dict[str, datetime] = {}
    for row in sheet_records(folder, "supervision_contacts", "Contacts", truth["rejects"]):
        if row["Rank"] in {"PS", "DS", "Sgt", "Insp", "DI", "Ch Insp"}:
            day, clock = row["Contact Date"], row["Contact Time"]
            day = day if isinstance(day, str) else f"{day:%d/%m/%Y}"
            clock = clock if isinstance(clock, str) else f"{int(clock) // 100:02d}:{int(clock) % 100:02d}"
            at, ref = moment(f"{day} {clock}"), canonical(row["Crime Ref"])
            first[ref] = min(at, first.get(ref, at))
    end = datetime(2026, 11, 1, tzinfo=LONDON).astimezone(UTC)
    promise = timedelta(hours=24)
    assigned = {}
    for crime in hate:
        if crime.cells["Officer Assigned"] not in {"", "tbc"} and crime_keys(crime, "Victim"):
            assigned[crime.ref] = moment(crime.cells["Officer Assigned"])
    mine = [crime for crime in hate if crime.ref in assigned]
    met = [c for c in mine if c.ref in first and first[c.ref] - assigned[c.ref] <= promise]
    kept = {c.ref for c in met}
    due = [c for c in mine if c.ref in kept or assigned[c.ref] + promise <= end]

    def month(crime: Read) -> date:
        return assigned[crime.ref].astimezone(LONDON).date()

    assert count(met, month) == parts(truth, "supervisor_contact_24h", "n")
    assert count(due, month) == parts(truth, "supervisor_contact_24h", "of")
    silent = [c for c in due if c.ref not in first]
    assert count(silent, month) == parts(truth, "supervisor_contact_24h", "not_recorded")


def place_key(crime: Read) -> str | None:
    address = crime.cells["Address"].replace("\u00a0", " ").lower()
    stand_in = any(words in address for words in ("police station", "no fixed", "not known", "unknown address"))
    if not address or stand_in or crime.cells["Online"] == "Y":
        return None
    return crime.cells["UPRN"] or re.sub("[^A-Z0-9]", "", f"{crime.cells['Postcode']}{address}".upper())


def test_repeat_places(hate: list[Read], truth: dict[str, Any]) -> None:
    seen: dict[str, list[Read]] = defaultdict(list)
    for crime in hate:
        if key := place_key(crime):
            seen[key].append(crime)
    repeats: dict[str, set[str]] = defaultdict(set)
    for key, met in seen.items():
        for crime in met:
            near = {
                o.cells["Incident Number"]
                for o in met
                if o.recorded <= crime.recorded and (crime.day - o.day).days <= 365
            }
            if len(near) >= 3:
                repeats[f"{crime.day:%Y-%m}"].add(key)
    force = {month: n for (month, d, s), n in parts(truth, "repeat_places", "n").items() if d is None and s is None}
    assert {month: len(keys) for month, keys in repeats.items()} == force
