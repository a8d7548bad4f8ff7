"""A register of crimes and other records: each row in one part, every row accounted for, nobody kept without leave."""

import tomllib
from pathlib import Path

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.ingest.discover import find
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write as write_draft
from hcdata.ingest.values.two_kinds import kind_of
from hcdata.loading import aliases, dry_run, reapply
from hcdata.loading.scratch import scratch
from hcdata.store import inspection, snapshot
from tests.store.store_exports import crime, load, query, write

LAYOUT = """
name = "register"
title = "A register of crimes and incidents"
feed = "crime"
match = ["Ref", "Day", "Type"]
[rows]
column = "Type"
[rows.values]
"Criminal" = "crime"
"Non Criminal" = "nchi_legacy"
[fields]
crime_ref = "Ref"
recorded = "Day"
district = "District"
offence_title = "Offence"
[[strands]]
column = "Motive"
[[persons]]
role = "victim"
system_id = "Victim"
[[persons]]
role = "suspect"
system_id = "Suspect"
surname = "Suspect Surname"
"""
TYPES = ["Criminal"] * 3 + [
    "Non Criminal",
    "non criminal",
    "NCHI",
    "ASB hate",
    "Crime recorded",
    "",
    "Teal Form",
    "Teal Form",
]
HEADERS = ["Ref", "Day", "Type", "District", "Offence", "Motive", "Victim", "Suspect", "Suspect Surname"]


def _write(folder: Path) -> Path:
    (folder / "layouts").mkdir()
    (folder / "layouts" / "register.toml").write_text(LAYOUT, encoding="utf-8")
    rows = [
        {
            **{"Ref": f"35/{n}/26", "Day": f"{n:02}/01/2026", "Type": kind, "District": "Fenland", "Motive": "Race"},
            **{"Offence": "Assault", "Victim": f"V{n}", "Suspect": f"S{n}", "Suspect Surname": f"Teal{n}"},
        }
        for n, kind in enumerate(TYPES, 1)
    ]
    return write(folder / "register_2026-01-31.csv", HEADERS, [*rows, {"Ref": "Total", "Day": "11"}])


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return _write(tmp_path)


def test_each_row_is_in_one_part_and_all_are_accounted_for(register: Path) -> None:
    store = register.parent / "store"
    receipt = load(store, register)
    assert [(one.feed, one.rows_read, one.rows_accepted) for one in receipt.files] == [
        ("crime", 8, 4),
        ("incident", 4, 4),
    ]
    assert receipt.files[0].rejected_by_reason == {
        "footer_row": 1, "missing_record_kind": 1, "unknown_record_kind": 2,
    }  # fmt: skip
    assert "its rows that are incident records" in "\n".join(receipt.lines())
    kinds = query(store, "SELECT kind, count(*) FROM incident_version GROUP BY ALL ORDER BY ALL")
    assert kinds == [("asb_hate", 1), ("nchi_legacy", 3)]
    assert query(store, "SELECT count(*) FROM crime_version") == [(4,)]
    again = load(store, register)
    assert not again.files and again.already_loaded


def test_of_a_row_that_is_no_crime_no_suspect_is_kept(register: Path) -> None:
    store = register.parent / "store"
    load(store, register)
    served = snapshot.current(store)
    assert served is not None
    with duckdb.connect(str(served / snapshot.PEOPLE), read_only=True) as con:
        files = [str(file) for file in (served / snapshot.RAW).glob("*.parquet")]
        kept = con.execute("SELECT * FROM read_parquet($files, union_by_name = true)", {"files": files}).fetchall()
        tables = con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        kept += [row for (table,) in tables for row in con.execute(f"FROM {table}").fetchall()]
    cells = {cell for row in kept for cell in row if isinstance(cell, str)}
    assert {n for n in range(1, 12) if f"Teal{n}" in cells or f"S{n}" in cells} == {1, 2, 3, 8}
    assert {n for n in range(1, 12) if f"V{n}" in cells} == {*range(1, 9)}


def test_a_kind_mapped_later_lets_its_rows_in_once(register: Path) -> None:
    store, config = register.parent / "store", configuration.load()
    load(store, register)
    assert {(one["field"], one["rows"]) for one in inspection.status(store).unmapped} == {("kind", 2)}
    aliases.add(store, config, "record_kind", "Teal Form", "intel_only", "analyst")
    for _ in range(2):
        reapply.reapply(store, config)
        assert query(store, "SELECT count(*) FROM crime_version WHERE to_load IS NULL") == [(4,)]
        assert query(store, "SELECT count(*) FROM incident_version WHERE to_load IS NULL") == [(6,)]
    assert inspection.faults(store) == []


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["Criminal", "Crime", "Hate crime", "Recorded crime", "Crime recorded", "CRIMINAL OFFENCE", "Offence",
          "Notifiable", "Hate Crime (CC)", "Crimed"], "crime"),
        (["Non Criminal", "Non-criminal", "NON-CRIME", "Non crime hate incident", "NCHI", "Not a crime", "Not criminal",
          "Hate incident", "Incident only", "Incident", "No crime", "Non-notifiable", "Information only",
          "Bias incident", "Intelligence only", "non criminal incident", "Non hate crime"], "nchi_legacy"),
        (["Unknown", "Race", "Closed", "", "Teal", "Assault", "Incidental", "Type A"], None),
    ],
)  # fmt: skip
def test_words_say_crime_or_no_crime_or_neither(texts: list[str], kind: str | None) -> None:
    assert {text: kind_of(text) for text in texts} == dict.fromkeys(texts, kind)


def test_a_draft_says_which_rows_are_crimes(register: Path) -> None:
    with scratch() as (con, workdir):
        grid, _ = one_grid(register, workdir, None)
        text = write_draft(draft(con, grid, configuration.load(), [], None))
    drafted = tomllib.loads(text)
    assert drafted["rows"]["column"] == "Type"
    assert drafted["rows"]["values"] == {"Criminal": "crime", "Crime recorded": "crime", **dict.fromkeys(
        ("Non Criminal", "non criminal", "NCHI"), "nchi_legacy"
    )}  # fmt: skip
    assert "Teal" not in text.split("[rows.values]")[1].split("[fields]")[0].replace("Teal Form", "")


def test_a_layout_that_parts_no_rows_says_that_two_kinds_are_in_one_feed(register: Path) -> None:
    apart = register.parent / "layouts" / "register.toml"
    apart.write_text(LAYOUT.split("[rows]")[0] + "[fields]" + LAYOUT.split("[fields]")[1], encoding="utf-8")
    receipt = load(register.parent / "store", register)
    said = "two kinds in one feed: the column type calls 3 of 10 no crime, and all are counted as crimes"
    assert said in "\n".join(receipt.lines()).casefold()
    assert "Teal" not in "\n".join(receipt.lines())
    with scratch() as (con, workdir):
        known, name = layouts.choose(str(apart))
        tried = dry_run.run(con, find([register], known, workdir, name).grids[0], configuration.load())
    assert said in "\n".join(tried.lines()).casefold()


@pytest.mark.parametrize(
    "types", [["Criminal"] * 4, ["Open", "Closed"] * 2, ["Criminal", "Teal", "Lamp", "No crime"], [""] * 4]
)
def test_one_kind_of_record_is_not_said_to_be_two(types: list[str], tmp_path: Path) -> None:
    headers = ["crime_ref", "recorded", "district", "strands", "Type"]
    rows = [{**crime(f"35/{n}/26"), "Type": kind} for n, kind in enumerate(types, 1)]
    receipt = load(tmp_path / "store", write(tmp_path / "crimes_2026-01-31.csv", headers, rows))
    assert "two kinds" not in "\n".join(receipt.lines())


def test_a_layout_without_rows_keeps_its_digest_and_is_its_only_part() -> None:
    for one in layouts.read().values():
        assert one.parts == (one,)
    whole = layouts.parse(LAYOUT, "register.toml")
    crimes, incidents = whole.parts
    assert (
        crimes.digest
        == incidents.digest
        == whole.digest
        != layouts.parse(LAYOUT.replace('"Non Criminal" = "nchi_legacy"\n', ""), "register.toml").digest
    )
    assert (crimes.feed, incidents.feed, [person.role for person in incidents.persons]) == (
        "crime",
        "incident",
        ["victim"],
    )
    assert crimes.parts == (crimes,)


def test_only_a_layout_of_crimes_is_read_in_parts() -> None:
    with pytest.raises(layouts.ConfigError, match="rows"):
        layouts.parse(LAYOUT.replace('feed = "crime"', 'feed = "contact"'), "register.toml")
