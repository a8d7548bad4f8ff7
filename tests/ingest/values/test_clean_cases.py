"""Every cleaned field against its table of cases (tests/cases/clean_*.csv): expected, edge, erroneous, null.

`expected` holds what the field becomes, `reject CODE` when the row cannot be used, `! what` for the fault it leaves.
"""

import csv
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.ingest import ingest_rows

CASES = Path(__file__).parents[2] / "cases"
Row = dict[str, Any]
Show = Callable[[Row], str]

CRIME = {"crime_ref": "35/1/26", "recorded": "01/02/2026 10:00"}
INCIDENT = {"incident_ref": "I-1", "recorded": "01/02/2026 10:00", "kind": "NCHI"}
CONTACT = {"crime_ref": "35/1/26", "contact": "01/02/2026 10:00", "rank": "PS"}
SUBJECT = {"subject_id": "S1", "subject_surname": "Teal-Lamp"}
ACTION = {"action_no": "DP-1", "key_action": "1", "owner": "Sergeant"}
SERVICE = {"crime_ref": "35/1/26", "referred": "01/02/2026", "support_offered": ""}


@dataclass(frozen=True)
class Field:
    """How a table of cases is put through: layout, rest of the row, column of the value, what is shown, fault."""

    layout: str
    rest: dict[str, str]
    column: str | None
    show: Show
    fault: str = ""


def _text(name: str) -> Show:
    return lambda row: "" if row[name] is None else str(row[name])


def _joined(name: str) -> Show:
    return lambda row: "+".join(sorted(row[name] or []))


def _pseudonym(key: str) -> str:
    return hmac.new(ingest_rows.SECRET, key.encode(), hashlib.sha256).hexdigest()[:16].upper() if key else ""


FIELDS = {
    "reference": Field("generic_crime", CRIME, "crime_ref", _text("crime_ref")),
    "recorded": Field(
        "generic_crime", CRIME, "recorded", lambda row: f"{row['recorded_on']} at {row['recorded_at'] or ''}".strip()
    ),
    "reported": Field("generic_crime", CRIME, "reported", _text("reported_at"), "reported"),
    "contact_time": Field("demo_contact", {"Crime Ref": "35/1/26", "Rank": "PS"}, None, _text("contact_at")),
    "district": Field("generic_crime", CRIME, "district", _text("district"), "district"),
    "strands": Field("generic_crime", CRIME, "strands", _joined("strand_ids"), "strands"),
    "offence_code": Field("generic_crime", CRIME, "offence_code", _text("offence_code"), "offence_code"),
    "outcome": Field("generic_crime", CRIME, "outcome", _text("outcome_code"), "outcome"),
    "yes_no": Field("generic_service", SERVICE, "support_offered", _text("support_offered"), "support_offered"),
    "risk_level": Field("generic_service", SERVICE, "risk_level", _text("risk_level"), "risk_level"),
    "dissatisfied_reason": Field(
        "generic_service", SERVICE, "dissatisfied_reason", _text("dissatisfied_because"), "dissatisfied_reason"
    ),
    "learned": Field("generic_service", SERVICE, "learned", _text("learned")),
    "satisfaction": Field("generic_service", SERVICE, "satisfaction", _text("satisfied"), "satisfaction"),
    "cancel_reason": Field(
        "generic_crime",
        CRIME,
        "cancel_reason",
        lambda row: f"{row['cancel_reason'] or ''}{' cancelled' if row['cancelled'] else ''}",
        "cancel_reason",
    ),
    "status": Field("generic_crime", CRIME, "status", _text("cancelled"), "status"),
    "person_role": Field(
        "generic_crime", CRIME | {"person_id": "U1"}, "person_role", lambda row: row["person"].get("role", "")
    ),
    "person_type": Field(
        "generic_crime",
        CRIME | {"person_id": "U1", "person_role": "Victim"},
        "person_type",
        lambda row: "private" if row["person"]["private"] else "other",
    ),
    "channel": Field("generic_crime", CRIME, "channel", _text("channel"), "channel"),
    "place_type": Field("generic_crime", CRIME, "place_type", _text("place_type"), "place_type"),
    "contact_kind": Field("generic_contact", CONTACT, "contact_kind", _text("kind"), "contact_kind"),
    "rank": Field(
        "generic_contact",
        CONTACT,
        "rank",
        lambda row: f"{row['rank'] or ''}{' supervisor' if row['supervisor'] else ''}",
        "rank",
    ),
    "coordinates": Field(
        "generic_crime",
        CRIME,
        None,
        lambda row: " ".join(str(row[name]) for name in ("located", "east_km", "north_km") if row[name] is not None),
        "coordinates",
    ),
    "place_key": Field("generic_crime", CRIME, None, _text("place_id")),
    "person_key": Field(
        "generic_crime", CRIME | {"person_role": "Victim"}, None, lambda row: row["person"].get("person_id") or ""
    ),
    "settings": Field("generic_crime", CRIME, None, _joined("settings")),
    "record_kind": Field("generic_incident", INCIDENT, "kind", _text("kind")),
    "threshold": Field(
        "generic_incident",
        INCIDENT | SUBJECT,
        "threshold_met",
        lambda row: f"{row['threshold_met']}{' subject kept' if row['person'] else ''}",
    ),
    "action_status": Field("generic_action", ACTION, "action_status", _text("status"), "status"),
    "key_action": Field("generic_action", ACTION, "key_action", _text("key_action"), "key_action"),
    "district_or_force": Field("generic_action", ACTION, "district_or_force", _text("district"), "district"),
}
KINDS = {"expected", "edge", "erroneous", "null"}
SPLIT = {"date": "Contact Date", "time": "Contact Time"}


def _cases(name: str) -> list[dict[str, str]]:
    with (CASES / f"clean_{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cells(field: Field, value: str) -> dict[str, str]:
    if field.column:
        return {field.column: value}
    pairs = (part.split("=", 1) for part in value.split("&"))
    return {SPLIT.get(name, name): unquote(text) for name, text in pairs}


def _shown(field: Field, row: Row) -> str:
    if row["reason"]:
        return f"reject {row['reason']}"
    faults = [
        fault.removeprefix(f"{field.fault} ")
        for fault in row["faults"]
        if field.fault and fault.startswith(f"{field.fault} ")
    ]
    return f"{field.show(row)}{''.join(f' ! {fault}' for fault in faults)}".strip()


@pytest.mark.parametrize("name", FIELDS)
def test_field_becomes_what_its_cases_say(name: str) -> None:
    field, cases = FIELDS[name], _cases(name)
    incoming = []
    for number, case in enumerate(cases):
        row = field.rest | _cells(field, case["value"])
        row |= {key: f"{row[key]}{number}" for key in ("incident_ref", "person_id") if row.get(key) in ("I-1", "U1")}
        incoming.append(row)
    con = ingest_rows.run(field.layout, incoming)
    people = ingest_rows.persons(con)
    rows = [row | {"person": people.get(row["row_no"], {})} for row in ingest_rows.typed(con)]
    assert len(rows) == len(cases)
    keyed = name in ("place_key", "person_key")
    wrong = []
    for case, row in zip(cases, rows, strict=True):
        expected = _pseudonym(case["expected"]) if keyed else case["expected"]
        if _shown(field, row) != expected:
            wrong.append(f"{case['value']!r} ({case['why']}): expected {expected!r}, got {_shown(field, row)!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", FIELDS)
def test_table_has_every_kind_of_case_and_says_why(name: str) -> None:
    cases = _cases(name)
    assert {case["kind"] for case in cases} == KINDS
    assert all(case["why"] for case in cases)
    assert len({case["value"] for case in cases}) == len(cases)


def test_every_table_of_cases_is_used() -> None:
    assert {file.stem.removeprefix("clean_") for file in CASES.glob("clean_*.csv")} == set(FIELDS)
