"""What was planted can be found, at the edge of each rule too."""

from datetime import date
from typing import Any

import pytest

from hcdata.demo.people import Registry
from hcdata.demo.records import Person
from hcdata.demo.repeats import person_key
from hcdata.demo.shares import AGGRAVATED
from hcdata.demo.world import make_world


def test_shares_are_near_the_published_ones(truth: dict[str, Any]) -> None:
    rows = {
        (month, strand): n
        for month, district, strand, n, *_ in truth["measures"]["recorded_hate_crimes"]
        if not district
    }
    year = [f"{date(2024 + (10 + i) // 12, (10 + i) % 12 + 1, 1):%Y-%m}" for i in range(12)]
    total = sum(rows[month, None] for month in year)
    assert 1_550 < total < 1_850
    assert 0.65 < sum(rows[month, "race"] for month in year) / total < 0.8
    every = sum(n for (_, strand), n in rows.items() if strand)
    assert 1.03 < every / sum(n for (_, strand), n in rows.items() if strand is None) < 1.08


def test_spike_drift_and_quiet(truth: dict[str, Any]) -> None:
    planted = truth["planted"]
    assert planted["spike"]["n"] > 1.6 * planted["spike"]["n_year_before"]
    assert planted["drift"]["r12"] > 1.15 * planted["drift"]["previous_r12"]
    assert abs(planted["quiet"]["r12"] / planted["quiet"]["previous_r12"] - 1) < 0.15


def test_fenland_misses_its_promise(truth: dict[str, Any]) -> None:
    late = truth["planted"]["late_supervision"]
    assert 0.2 < late["n"] / late["of"] < 0.4
    assert 0.68 < late["elsewhere"]["n"] / late["elsewhere"]["of"] < 0.82
    assert late["not_recorded"] > 0 < late["elsewhere"]["not_recorded"]


@pytest.mark.parametrize(
    ("edge", "kind", "repeat"),
    [
        ("repeat_victim_365_days", "repeat_victims", True),
        ("repeat_victim_366_days", "repeat_victims", False),
        ("repeat_suspect_365_days", "repeat_suspects", True),
        ("repeat_suspect_366_days", "repeat_suspects", False),
        ("same_incident_no_repeat", "repeat_victims", False),
        ("repeat_after_incident", "repeat_victims", True),
        ("cancelled_no_repeat", "repeat_victims", False),
        ("repeat_across_districts", "repeat_victims", True),
    ],
)
def test_people_at_the_edge(truth: dict[str, Any], edge: str, kind: str, repeat: bool) -> None:
    last = truth["planted"]["edges"][edge][-1]
    assert (last in {entry["ref"] for entry in truth["planted"][kind]}) == repeat


@pytest.mark.parametrize(
    ("edge", "repeat"), [("place_third_in_365", True), ("place_third_at_366", False), ("place_two_incidents", False)]
)
def test_places_at_the_edge(truth: dict[str, Any], edge: str, repeat: bool) -> None:
    last = truth["planted"]["edges"][edge][-1]
    assert any(last in entry["refs"] for entry in truth["planted"]["repeat_places"]) == repeat


def test_people_known_by_name_repeat_too(truth: dict[str, Any]) -> None:
    for kind in ("repeat_victims", "repeat_suspects"):
        assert {entry["known_by"] for entry in truth["planted"][kind]} == {"urn", "name"}


def test_corrections_show_between_extracts(truth: dict[str, Any]) -> None:
    for kind in ("reclassified", "moved_district", "strand_added", "victim_added", "cancelled"):
        assert len(truth["planted"][kind]) > 5, kind
    assert any(not entry["from"] for entry in truth["planted"]["strand_added"])


def test_missed_flags_are_aggravated_codes_without_race_or_religion(truth: dict[str, Any]) -> None:
    crimes = {crime.ref: crime for crime in make_world(4, 1, 1.0).crimes}
    missed = [crimes[ref] for ref in truth["planted"]["missed_flags"]]
    assert {crime.code for crime in missed} <= set(AGGRAVATED)
    assert {bool(crime.strands) for crime in missed} == {True, False}
    assert not any({"race", "religion"} & set(crime.strands) for crime in missed)


def test_nobody_shares_name_birth_and_sex() -> None:
    from random import Random

    registry = Registry(Random(3))
    people = [registry.individual() for _ in range(20_000)]
    known = [person for person in people if person.born]
    assert len({(person.surname.upper().replace("-", ""), person.born, person.sex) for person in known}) == len(known)


def test_only_individuals_have_a_key() -> None:
    born = date(1990, 1, 1)
    assert person_key(Person(1, "Individual", surname="Amber-Anvil", born=born, sex="F")) == "AMBERANVIL/1990-01-01/F"
    assert person_key(Person(1, "Individual", urn="P1", surname="Amberanvil")) == "P1"
    assert person_key(Person(1, "Individual", surname="Amberanvil", sex="F")) is None
    assert person_key(Person(1, "Police officer", urn="P1")) is None
    assert person_key(Person(1, "Unknown", surname="UNKNOWN", sex="M")) is None
