"""Facts worked out for the crimes a load touched equal those worked out for all of them."""

from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.common.sql import bind, read
from hcdata.loading.facts import ALL, SQL
from hcdata.store import snapshot
from tests.store import store_exports

FACTS = (
    "crime_ref, supervisor_contact_at, contacts, repeat_victims, repeat_suspects, repeat_place,"
    " event_outcome_code, event_outcome_on, repeat_victim_days, supervisor_review_on"
)


def _month(numbers: Random, month: int) -> list[dict[str, str]]:
    """Crimes of a month and corrections of earlier ones, with few persons and places between them."""
    rows = []
    for number in numbers.sample(range(1, month * 20 + 11), 25):
        day = numbers.randrange(1, 29)
        rows.append(
            store_exports.crime(f"35/{number}/26", f"{day:02d}/{numbers.randrange(1, month + 1):02d}/2026 10:00")
            | {
                "incident_ref": f"I-{number // 2}",
                "address": f"{numbers.randrange(1, 6)} High Street",
                "strands": numbers.choice(["Race", "Disability", ""]),
                "status": numbers.choice(["Open", "Open", "Cancelled"]),
                "person_role": numbers.choice(["Victim", "Suspect"]),
                "person_type": "Individual",
                "person_id": f"P{numbers.randrange(12)}",
            }
        )
    return rows


def _facts_now(store: Path) -> tuple[list[Any], list[Any]]:
    """Return the facts kept, and those of the same records worked out from scratch."""
    served = snapshot.current(store)
    assert served is not None
    sql = read(SQL / "facts.sql")
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        con.execute(ALL)
        con.execute(f"CREATE TEMP TABLE record AS {sql}", bind(sql, configuration.load().thresholds.model_dump()))
        kept = con.execute(
            f"SELECT {FACTS} FROM crime_fact_version WHERE to_load IS NULL ORDER BY crime_ref"
        ).fetchall()
        return kept, con.execute(f"SELECT {FACTS} FROM record ORDER BY crime_ref").fetchall()


def test_facts_after_every_month_equal_those_from_scratch(tmp_path: Path) -> None:
    numbers = Random(11)
    repeats = []
    for month in range(1, 8):
        file = tmp_path / f"crime_2026-{month:02d}.csv"
        store_exports.write(file, store_exports.CRIME_HEADERS, _month(numbers, month), f"Data to 28/{month:02d}/2026")
        contacts = [
            {
                "crime_ref": f"35/{numbers.randrange(1, 60)}/26",
                "contact": f"2{month}/{month:02d}/2026 10:00",
                "rank": "PS",
            }
        ]
        sheet = store_exports.write(tmp_path / f"contact_{month}.csv", store_exports.CONTACT_HEADERS, contacts)
        outcomes = [
            {"crime_ref": f"35/{ref}/26", "outcome": numbers.choice(["16", "18"]), "outcome_date": f"2{month}/01/2026"}
            for ref in numbers.sample(range(1, 150), 20)
        ]
        given = store_exports.write(
            tmp_path / f"outcome_2026-{month:02d}-28.csv", ["crime_ref", "outcome", "outcome_date"], outcomes
        )
        store_exports.load(tmp_path / "store", file, sheet, given)
        kept, scratch = _facts_now(tmp_path / "store")
        assert kept == scratch
        repeats.append(
            (sum(len(row[3]) for row in kept), sum(row[5] for row in kept), sum(bool(row[6]) for row in kept))
        )
    assert min(repeats[-1]) > 5


def test_a_repeat_place_is_where_so_many_incidents_came_in_a_year(tmp_path: Path) -> None:
    numbers = Random(5)
    rows = []
    for number in range(120):
        place = numbers.randrange(10)
        rows.append(
            store_exports.crime(
                f"35/{number}/26", f"{numbers.randrange(1, 29):02d}/{numbers.randrange(1, 8):02d}/2026 10:00"
            )
            # At odd places two or three crimes may be one incident.
            | {"incident_ref": f"I-{place}-{number // 30 if place % 2 else number}", "address": f"{place} High Street"}
            | {"strands": "Race"}
        )
    file = tmp_path / "crime_2026-07-31.csv"
    store_exports.write(file, store_exports.CRIME_HEADERS, rows, "Data to 31/07/2026")
    store_exports.load(tmp_path / "store", file)
    served = snapshot.current(tmp_path / "store")
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        crimes = con.execute("SELECT crime_ref, place_id, incident_ref, recorded_at FROM crime_version").fetchall()
        repeats = {
            ref for (ref,) in con.execute("SELECT crime_ref FROM crime_fact_version WHERE repeat_place").fetchall()
        }
    least = configuration.load().thresholds.repeat_place_crimes
    expected = {
        ref
        for ref, place, _, at in crimes
        if len({incident for _, where, incident, when in crimes if where == place and when <= at}) >= least
    }
    assert repeats == expected and 20 < len(expected) < 100


def test_a_late_crime_counts_with_those_up_to_a_year_before_it_and_after_it(tmp_path: Path) -> None:
    victim = {"address": "1 High Street", "person_role": "Victim", "person_type": "Individual", "person_id": "P1"}
    extracts = {
        "31/01/2026": [("1", "09/01/2024"), ("2", "10/01/2024"), ("3", "09/01/2026")],
        "28/02/2026": [("4", "09/01/2025")],
        "31/03/2026": [("5", "20/03/2026")],
    }
    repeats = []
    for number, (data_to, crimes) in enumerate(extracts.items()):
        rows = [
            store_exports.crime(f"35/{ref}/26", f"{day} 10:00") | victim | {"incident_ref": f"I-{ref}"}
            for ref, day in crimes
        ]
        file = store_exports.write(tmp_path / f"{number}.csv", store_exports.CRIME_HEADERS, rows, f"Data to {data_to}")
        store_exports.load(tmp_path / "store", file)
        kept, scratch = _facts_now(tmp_path / "store")
        assert kept == scratch
        repeats.append(([row[0] for row in kept if row[3]], [row[0] for row in kept if row[5]]))
    # 2024 was a leap year: the first lies 366 days before the fourth, the second 365, and that is the most that counts.
    assert repeats == [
        (["35/2/26"], []),
        (["35/2/26", "35/3/26", "35/4/26"], []),
        (["35/2/26", "35/3/26", "35/4/26", "35/5/26"], []),
    ]


@pytest.mark.parametrize(
    ("first", "second", "repeats"),
    [
        ("15/06/2026", "15/06/2026", 2),
        ("15/06/2026", "15/06/2026 10:00", 2),
        ("15/06/2026 10:00", "15/06/2026 10:00", 2),
        ("15/06/2026 10:00", "15/06/2026 10:01", 1),
        ("14/06/2026", "15/06/2026", 1),
        ("15/06/2026 23:30", "16/06/2026", 1),
    ],
)
def test_of_two_incidents_on_one_day_without_times_each_is_earlier(first, second, repeats, tmp_path: Path) -> None:
    both = {"person_type": "Individual", "address": "1 High Street", "strands": "Race"}
    rows = [
        store_exports.crime(f"35/{number}/26", day)
        | both
        | {"person_role": role, "person_id": person, "incident_ref": f"I-{number}"}
        for number, day in enumerate((first, second), start=1)
        for role, person in (("Victim", "A71"), ("Suspect", "B72"))
    ]
    file = store_exports.write(tmp_path / "crime.csv", store_exports.CRIME_HEADERS, rows, "Data to 30/06/2026")
    store_exports.load(tmp_path / "store", file)
    kept, scratch = _facts_now(tmp_path / "store")
    assert kept == scratch
    assert [sum(bool(row[place]) for row in kept) for place in (3, 4)] == [repeats, repeats]


# Each crime of May 2026, the earlier record its victim and suspect are on, and whether that makes either a repeat.
EARLIER: dict[str, tuple[dict[str, str], bool]] = {
    "another crime": ({}, True),
    "a crime of the same incident, noughts before its number": ({"incident_ref": "00I-2"}, False),
    "a cancelled crime": ({"status": "Cancelled"}, False),
    "a crime without a strand": ({"strands": ""}, False),
}


def test_facts_at_their_edges(tmp_path: Path) -> None:
    rows, expected = [], []
    for number, (cells, repeat) in enumerate(EARLIER.values(), start=1):
        incident = {"incident_ref": f"I-{number}"}
        later, earlier = f"35/{number}/26", f"35/{number + 50}/26"
        for role in ("Victim", "Suspect"):
            person = {"person_role": role, "person_type": "Individual", "person_id": f"{role[0]}7{number}"}
            rows.append(store_exports.crime(later, "05/05/2026 10:00") | incident | person)
            rows.append(
                store_exports.crime(earlier, "05/03/2026 10:00") | {"incident_ref": f"E-{number}"} | person | cells
            )
        expected += [(later, repeat, repeat)]
    rows.append(
        store_exports.crime("35/9/26", "05/05/2026 10:00")
        | {"person_role": "Victim", "person_type": "Individual", "person_id": "K79"}
    )
    # Their second and third incidents at one place, and a fourth of the second's.
    visits = [("60", "I-60"), ("61", "I-61"), ("62", "I-61"), ("63", "I-62")]
    rows += [
        store_exports.crime(f"35/{ref}/26", f"{day:02d}/05/2026 10:00")
        | {"incident_ref": incident, "address": "5 High Street"}
        for day, (ref, incident) in enumerate(visits, start=10)
    ]
    kinds = {"NCHI": "K79", "Crime": "V72"}
    incidents = [
        {"incident_ref": f"I-90{n}", "recorded": "05/02/2026 10:00", "kind": kind, "strands": "Race", "victim_id": one}
        for n, (kind, one) in enumerate(kinds.items())
    ]
    contacts = [
        {"crime_ref": "35/1/26", "contact": f"{day}/05/2026 10:00", "rank": rank, "contact_kind": "Telephone"}
        for day, rank in (("06", "PC"), ("07", "PS"), ("08", "Insp"))
    ]
    files = [
        store_exports.write(tmp_path / f"{name}.csv", headers, lines, "Data to 31/05/2026")
        for name, headers, lines in (
            ("crime", store_exports.CRIME_HEADERS, rows),
            ("incident", store_exports.INCIDENT_HEADERS, incidents),
            ("contact", store_exports.CONTACT_HEADERS, contacts),
        )
    ]
    store_exports.load(tmp_path / "store", *files)
    kept = {row[0]: row for row in _facts_now(tmp_path / "store")[0]}
    found = [(ref, bool(kept[ref][3]), bool(kept[ref][4])) for ref, *_ in expected]
    assert dict(zip(EARLIER, found, strict=True)) == dict(zip(EARLIER, expected, strict=True))
    assert kept["35/9/26"][3] and not kept["35/9/26"][4]  # after a non-crime incident
    assert [ref for ref, row in kept.items() if row[5]] == ["35/63/26"]
    assert (kept["35/1/26"][1].day, kept["35/1/26"][2]) == (7, 3)


def test_the_days_to_a_repeat_are_those_since_the_newest_earlier_record(tmp_path: Path) -> None:
    victim = {"person_role": "Victim", "person_type": "Individual", "person_id": "P1"}
    days = {"1": "01/01/2026", "2": "10/01/2026", "3": "20/01/2026", "4": "20/01/2026"}
    # The fourth is a crime of the third's incident, on one day with it.
    incidents = {"4": "I-3"}
    rows = [
        store_exports.crime(f"35/{ref}/26", f"{day} 1{ref}:00")
        | victim
        | {"incident_ref": incidents.get(ref, f"I-{ref}")}
        for ref, day in days.items()
    ]
    file = store_exports.write(tmp_path / "crime.csv", store_exports.CRIME_HEADERS, rows, "Data to 31/01/2026")
    store_exports.load(tmp_path / "store", file)
    kept, scratch = _facts_now(tmp_path / "store")
    assert kept == scratch
    assert {row[0]: row[8] for row in kept} == {"35/1/26": None, "35/2/26": 9, "35/3/26": 10, "35/4/26": 10}
