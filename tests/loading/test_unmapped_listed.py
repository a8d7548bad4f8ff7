"""What nobody knows is listed in every field of closed values, is mapped once, and never shows a person's name."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.loading import aliases, reapply
from hcdata.store import inspection
from tests.store import store_exports
from tests.store.store_exports import crime, load, query, write

REF = "35/{}/26"
CONTACTS = ["Team Leader"] * 2 + ["Teal-Lamp"] * 6 + ["PS Teal-Lamp", "Wing Commander", "PS 77"]
# Field, its alias's name, the text nobody knows, an id it may be mapped to.
FIELDS = [
    ("rank", "rank", "Team Leader", "sergeant"),
    ("contact_kind", "contact_kind", "Initail", "initial"),
    ("kind", "record_kind", "NCHI record", "nchi_legacy"),
    ("status", "status", "Voided", "true"),
    ("cancel_reason", "cancel_reason", "Doubled up", "C3"),
    ("online", "answer", "Partly", "true"),
    ("supervisor_named", "answer", "Partly", "true"),
    ("support_offered", "answer", "Partly", "false"),
    ("person_role", "person_role", "Victm", "victim"),
    ("person_type", "person_type", "Tenant", "true"),
    ("event_kind", "event_kind", "Trigger happy", "trigger"),
    ("action_status", "action_status", "Updated twice", "updated"),
    ("key_action", "key_action", "Seven", "prevent"),
    ("outcome", "outcome", "Filed away", "18"),
    ("channel", "channel", "Pigeon post", "partner"),
    ("place_type", "setting", "Moonbase", "other"),
    ("district", "district", "Fenlands", "fenland"),
    ("strands", "strand", "Racis", "race"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unmapped")
    odd = {"online": "Partly", "supervisor_named": "Partly", "status": "Voided", "cancel_reason": "Doubled up"}
    odd |= {"outcome": "Filed away", "channel": "Pigeon post", "place_type": "Moonbase", "district": "Fenlands"}
    odd |= {"strands": "Racis", "person_role": "Victm", "person_type": "Tenant", "person_id": "P1"}
    crimes = [crime(REF.format(n), **odd) for n in range(1, 7)]
    contacts = [
        {"crime_ref": REF.format(n), "contact": f"06/01/2026 1{n % 10}:00", "rank": rank, "contact_kind": "Initail"}
        for n, rank in enumerate(CONTACTS)
    ]
    services = [{"crime_ref": REF.format(n), "referred": "06/01/2026", "support_offered": "Partly"} for n in range(6)]
    incidents = [{"incident_ref": f"I-{n}", "recorded": "05/01/2026 10:00", "kind": "NCHI record"} for n in range(6)]
    events = [{"event_date": f"0{n}/01/2026", "name": f"E{n}", "kind": "Trigger happy"} for n in range(1, 7)]
    actions = [{"action_no": f"A{n}", "key_action": "Seven", "action_status": "Updated twice"} for n in range(6)]
    load(
        folder / "store",
        *(
            write(folder / f"{name}_2026-01-31.csv", headers, rows)
            for name, headers, rows in (
                ("crime", [*store_exports.CRIME_HEADERS, "online", "supervisor_named"], crimes),
                ("contact", store_exports.CONTACT_HEADERS, contacts),
                ("service", ["crime_ref", "referred", "support_offered"], services),
                ("incident", store_exports.INCIDENT_HEADERS, incidents),
                ("event", ["event_date", "name", "kind"], events),
                ("action", ["action_no", "key_action", "action_status", "title", "owner"], actions),
            )
        ),
    )
    return folder / "store"


def test_every_value_nobody_knows_is_listed(store: Path) -> None:
    found = {(one["field"], one["text"]) for one in inspection.status(store).unmapped}
    assert {(field, text) for field, _, text, _ in FIELDS} <= found


def test_a_name_in_the_column_of_ranks_is_counted_and_kept_nowhere(store: Path) -> None:
    rows = {one["text"]: one["rows"] for one in inspection.status(store).unmapped if one["field"] == "rank"}
    assert rows == {"Team Leader": 2, None: 7}
    kept = query(store, "SELECT text FROM unmapped") + query(store, "SELECT rank FROM victim_contact_version")
    assert not [text for (text,) in kept if text and "teal" in text.casefold()]


def test_each_is_mapped_once_and_then_known(store: Path) -> None:
    config = configuration.load()
    for field, name, text, target in FIELDS:
        if field not in ("supervisor_named", "support_offered"):  # a yes or no is one word for all of them
            aliases.add(store, config, name, text, target, "analyst")
    reapply.reapply(store, config)
    left = {(one["field"], one["text"]) for one in inspection.status(store).unmapped}
    assert left == {("rank", None)}
    assert query(store, "SELECT count(*) FROM victim_contact_version WHERE to_load IS NULL AND supervisor") == [(4,)]
    assert query(store, "SELECT count(*), min(kind) FROM incident_version WHERE to_load IS NULL") == [
        (6, "nchi_legacy")
    ]
