"""rejects, status and check on the command line."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result

from hcdata.cli import main
from hcdata.common import config as configuration
from hcdata.loading import aliases
from hcdata.schema.reject_reasons import REASONS
from hcdata.store import register, snapshot
from tests.store import store_exports


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    rows = [
        store_exports.crime("35/1/26"),
        store_exports.crime("", district="Teal-Lamp House"),
        store_exports.crime("35/2/26", district="Atlantis"),
        store_exports.crime("see Teal-Lamp"),
        store_exports.crime("35/3/26", district=""),
    ]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file)
    return tmp_path / "store"


def test_rejects_lists_place_reason_and_remedy_and_no_value(store: Path) -> None:
    result = _run("rejects", "--store", store)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"crime_2026-01-31.csv\trow 3\tmissing_reference\t{REASONS['missing_reference']}"
    assert len(lines) == 2 and "Teal-Lamp" not in result.output


def test_rejects_as_json_by_reason_and_by_file(store: Path) -> None:
    found = json.loads(_run("rejects", "--store", store, "--json", "--reason", "bad_reference").stdout)
    assert found == [
        {
            "file": "crime_2026-01-31.csv",
            "sheet": None,
            "row": 5,
            "reason": "bad_reference",
            "do": REASONS["bad_reference"],
        }
    ]
    assert json.loads(_run("rejects", "--store", store, "--json", "--file", "other.csv").stdout) == []


def test_rejects_refuses_an_unknown_reason(store: Path) -> None:
    result = _run("rejects", "--store", store, "--reason", "nonesuch")
    assert result.exit_code == 3 and "missing_reference" in result.stderr


def test_status_says_what_is_there(store: Path) -> None:
    found = json.loads(_run("status", "--store", store, "--json").stdout)
    assert found["data_to"] == {"crime": "2026-01-31 23:59"}
    assert found["records"]["crime"] == 3
    assert found["districts"]["crime"] == {"huntingdonshire": 1, "not_recorded": 1, "unmapped": 1}
    assert found["rejects"] == {"bad_reference": 1, "missing_reference": 1}
    assert found["faults"] == {"district unmapped": 1}
    text = _run("status", "--store", store).stdout
    assert "unmapped 1" in text and "Data to 2026-01-31 23:59: crime" in text
    assert "Unmapped district: values few rows share" in text
    assert "Atlantis" not in text and "Teal-Lamp" not in text


@pytest.mark.parametrize("command", ["rejects", "status", "check"])
def test_without_a_store_every_command_says_what_to_do(command: str, tmp_path: Path) -> None:
    result = _run(command, "--store", tmp_path / "none")
    assert result.exit_code == 3 and "python -m hcdata load" in result.output


def test_check_finds_nothing_wrong_with_a_good_store(store: Path) -> None:
    result = _run("check", "--store", store)
    assert result.exit_code == 0 and "in order" in result.stdout


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE crime_version SET to_load = from_load WHERE crime_ref = '35/1/26'", "end before they begin"),
        (
            "INSERT INTO crime_version SELECT * FROM crime_version WHERE crime_ref = '35/1/26'",
            "more than one current version",
        ),
        (
            "INSERT INTO crime_version SELECT * REPLACE (3 AS to_load) FROM crime_version WHERE crime_ref = '35/1/26'",
            "versions that overlap",
        ),
        ("UPDATE crime_version SET from_load = 7", "no load on the books"),
        ("DELETE FROM reject WHERE row_no = 3", "rows are not all accounted for"),
        ("DROP TABLE incident_version", "cannot be read"),
    ],
)
def test_check_finds_a_damaged_store(store: Path, damage: str, said: str) -> None:
    served = snapshot.current(store)
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE)) as con:
        con.execute(damage)
    result = _run("check", "--store", store)
    assert result.exit_code == 3 and said in result.stdout


def test_check_reads_configuration_and_layouts(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (store.parent / "layouts").mkdir()
    (store.parent / "layouts" / "own.toml").write_text("name = 1", encoding="utf-8")
    monkeypatch.setenv("HCDATA_CONFIG", str(store.parent / "nowhere.toml"))
    result = _run("check", "--store", store)
    assert result.exit_code == 3
    assert "own.toml" in result.stdout and "nowhere.toml" in result.stdout


def test_check_tells_of_a_register_that_was_not_restored(store: Path, tmp_path: Path) -> None:
    aliases.add(store, configuration.load(), "district", "Atlantis", "fenland", by="analyst")
    rows = [store_exports.crime("35/4/26", "05/02/2026 10:00")]
    store_exports.load(store, store_exports.write(tmp_path / "crime_2026-02-28.csv", store_exports.CRIME_HEADERS, rows))
    assert _run("check", "--store", store).exit_code == 0
    (store / register.FILE).unlink()
    result = _run("check", "--store", store)
    assert result.exit_code == 3 and "restore the file from the backup" in result.stdout


def test_check_tells_of_a_load_stopped_half_way(store: Path) -> None:
    (store / "building").mkdir()
    result = _run("check", "--store", store)
    assert result.exit_code == 3 and "stopped half-way" in result.stdout


def test_load_prints_its_receipt_and_its_exit_code(tmp_path: Path) -> None:
    file: Any = store_exports.write(
        tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, [store_exports.crime("35/1/26")]
    )
    first = _run("load", file, "--store", tmp_path / "store", "--json")
    assert first.exit_code == 0
    receipt = json.loads(first.stdout)
    assert receipt["files"][0]["rows_read"] == 1 and receipt["snapshot"] == "000001"
    again = _run("load", file, "--store", tmp_path / "store")
    assert again.exit_code == 0 and "Already loaded, nothing to do: 1 file(s)" in again.stdout
    nothing = tmp_path / "letter.txt"
    nothing.write_text("Dear colleague\nnothing here\n", encoding="utf-8")
    assert _run("load", nothing, "--store", tmp_path / "store").exit_code == 1
    assert _run("load", tmp_path / "absent.csv", "--store", tmp_path / "store").exit_code == 3
    assert _run("load", "--store", tmp_path / "store").exit_code == 2
