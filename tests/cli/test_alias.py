"""A value nobody knows is mapped once, by the command line, for all later loads."""

from pathlib import Path

import pytest

from hcdata.ingest.layouts import layout as layouts
from tests.cli.program import run
from tests.store import store_exports
from tests.store.store_exports import crime


def test_an_alias_is_entered_once_and_serves_every_later_load(tmp_path: Path) -> None:
    store = tmp_path / "store"
    rows = [crime("35/1/26", district="Atlantis"), crime("35/2/26", strands="Purple; Race", channel="carrier  Pigeon")]
    first = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(store, first)
    for field, text, target in (
        ("district", "ATLANTIS", "fenland"),
        ("strand", "Hate - purple", "not_recorded"),
        ("channel", "Carrier Pigeon", "officer"),
    ):
        assert run("alias", "add", field, text, target, "--store", store, "--by", "analyst").exit_code == 0
    assert len(run("alias", "list", "--store", store).stdout.splitlines()) == 3
    second = store_exports.write(tmp_path / "crime_2026-02-28.csv", store_exports.CRIME_HEADERS, rows)
    assert store_exports.load(store, second).files[0].faults == {}
    current = "SELECT crime_ref, district, strands, channel FROM crime_version WHERE to_load IS NULL ORDER BY 1"
    assert store_exports.query(store, current) == [
        ("35/1/26", "fenland", ["race"], "not_recorded"),
        ("35/2/26", "huntingdonshire", ["race"], "officer"),
    ]
    served = "SELECT layout, layout_version, layout_digest, register_entry FROM load_file ORDER BY file_id"
    digest = layouts.read()["generic_crime"].digest
    assert store_exports.query(store, served) == [("generic_crime", 1, digest, 0), ("generic_crime", 1, digest, 3)]
    gathered = "SELECT file_id, field, text, rows, examples FROM unmapped ORDER BY ALL"
    assert store_exports.query(store, gathered) == [
        (1, "channel", "carrier  Pigeon", 1, [3]),
        (1, "district", "Atlantis", 1, [2]),
        (1, "strands", "Purple", 1, [3]),
    ]


def test_a_withdrawn_alias_serves_no_more(tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("alias", "add", "district", "Atlantis", "fenland", "--store", store)
    assert run("alias", "withdraw", 1, "--store", store, "--reason", "wrong").exit_code == 0
    assert run("alias", "list", "--store", store).stdout == ""
    file = store_exports.write(
        tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, [crime("35/1/26", district="Atlantis")]
    )
    assert store_exports.load(store, file).files[0].faults == {"district unmapped": 1}
    assert run("alias", "withdraw", 1, "--store", store).exit_code == 3


@pytest.mark.parametrize(
    ("field", "text", "target", "code"),
    [
        ("district", "x", "atlantis", 3),
        ("district", "  ", "fenland", 3),
        ("strand", "Racist", "religion", 3),
        ("outcome", "Let off", "99", 3),
        ("outcome", "Let off", "8", 0),
        ("postcode", "x", "y", 2),
    ],
)
def test_an_alias_must_be_sound(field: str, text: str, target: str, code: int, tmp_path: Path) -> None:
    assert run("alias", "add", field, text, target, "--store", tmp_path / "store").exit_code == code
    assert (tmp_path / "store" / "register.jsonl").exists() == (code == 0)


def test_a_value_that_may_be_about_a_person_is_counted_and_not_kept(tmp_path: Path) -> None:
    rows = [crime("35/1/26", district="07700 900123"), crime("35/2/26", district="teal@lamp.example")]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file)
    assert store_exports.query(tmp_path / "store", "SELECT field, text, rows FROM unmapped") == [("district", None, 2)]
    told = run("status", "--store", tmp_path / "store").stdout
    assert "07700" not in told and "lamp" not in told and "not shown" in told
