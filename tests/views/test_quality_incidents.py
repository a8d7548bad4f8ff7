"""Notes on incidents: each note on an incident made to have it and on no ordinary one, counted and listed alike."""

import re

import pytest

from hcdata.common import sql
from hcdata.common.access import Scope
from hcdata.schema.incident_issues import FIELDS, NOTES
from hcdata.schema.issues import NOTES as CRIME_NOTES
from hcdata.store.query import SQL
from hcdata.views.quality import noted_incidents, quality
from hcdata.views.quality.incidents import incidents
from tests.views.conftest import crime

DAY = "2026-05-05"
OLD = crime("2022-11-05")
WHOLE = {"kind": "nchi_legacy", "victims": ["p"], "located": "square", "channel": "phone_101", "place_type": "home"}
# What makes an ordinary incident, which has no note, have one.
MADE = {
    "incident_no_recorded_time": {"recorded_at": None},
    "incident_no_reported_time": {"reported_at": None},
    "incident_no_district": {"district": "unmapped"},
    "incident_no_strand": {"strands": []},
    "incident_no_channel": {"channel": "not_recorded"},
    "incident_no_place_type": {"place_type": "unmapped"},
    "incident_no_square": {"located": "outside"},
    "incident_no_complainant": {"victims": []},
    "incident_no_link": {"kind": "crime", "linked_crimes": []},
    "incident_reported_after_creation": {"reported_at": f"{DAY} 09:30:00"},
}


def test_every_note_is_made_here_and_said_in_words_of_its_own():
    assert set(re.findall(r"'([a-z0-9_]+)' END", sql.read(SQL / "incident_noted.sql"))) == NOTES.keys() == MADE.keys()
    assert NOTES.keys() >= FIELDS.keys() and not NOTES.keys() & CRIME_NOTES.keys()


@pytest.mark.parametrize("note", MADE)
def test_an_incident_has_the_note_it_is_made_for_and_only_that(make, put, note):
    made = crime(DAY, **{**WHOLE, "linked_crimes": ["C1"], **MADE[note]})
    context = put(make(crimes=[OLD], incidents=[crime(DAY, **WHOLE), made]))
    found = incidents(context)
    assert found.noted.totals == {note: 1} and found.noted.total == 2
    assert len(noted_incidents(context, note).rows) == 1


def test_cancelled_incidents_are_left_out_and_parts_add_up(make, put):
    lacking = {**WHOLE, "channel": "unmapped"}
    rows = [crime(DAY, **WHOLE), crime(DAY, **lacking), crime("2026-06-05", **{**lacking, "district": "peterborough"})]
    rows.append(crime(DAY, **{**lacking, "cancelled": True}))
    found = incidents(put(make(crimes=[OLD], incidents=rows)))
    whole = found.completeness.set_index("note")
    assert whole.loc["incident_no_channel", ["recorded", "of"]].tolist() == [1, 3]
    for parts in (found.by_district, found.by_month):
        assert parts.groupby("note")[["recorded", "of"]].sum().to_dict() == whole[["recorded", "of"]].to_dict()
    assert found.by_district["name"].unique().tolist() == ["Fenland", "Peterborough"]


def test_a_reader_of_one_district_lists_its_incidents_alone(make, put):
    lacking = {**WHOLE, "channel": "unmapped"}
    rows = [crime(DAY, **lacking), crime(DAY, **{**lacking, "district": "peterborough"})]
    context = put(make(crimes=[OLD], incidents=rows), scope=Scope(("fenland",), None, False, "internal"))
    found = noted_incidents(context, "incident_no_channel").rows
    assert found["district"].tolist() == ["Fenland"]
    assert found["kind"].str.contains("incident").all()


def test_without_an_incident_extract_there_is_nothing_to_say(make, put):
    assert quality(put(make(crimes=[OLD, crime(DAY)], feeds=("crime",)))).incidents is None
