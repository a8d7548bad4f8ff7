"""changes and --as-at on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from hcdata.cli import main
from tests.store import store_exports
from tests.store.store_exports import crime


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("history")
    then = [crime("35/1/26"), crime("35/2/26"), crime("35/3/26", "05/02/2026 10:00")]
    now = [
        crime("35/1/26", district="Fenland"),
        crime("35/2/26", status="Cancelled"),
        crime("35/4/26", "28/02/2026 10:00"),
        crime(""),
    ]
    for day, rows in (("2026-02-28", then), ("2026-03-31", now)):
        file = store_exports.write(base / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)
        store_exports.load(base / "store", file)
    return base / "store"


def _value(store: Path, *arguments: object) -> Any:
    result = _run("measure", "recorded_hate_crimes", "--store", store, "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)[0]["n"]


def test_a_measure_is_given_as_known_then(store: Path) -> None:
    january = ("--from", "2026-01-01", "--to", "2026-01-31")
    assert _value(store, *january) == 1
    assert _value(store, *january, "--as-at", "1") == _value(store, *january, "--as-at", "2026-03-30") == 2
    result = _run("measure", "recorded_hate_crimes", "--store", store, "--as-at", "2026-03-30")
    assert result.stderr == "As known on 30 Mar 2026 (load 1, data to 28 Feb 2026)\n"


def test_a_workbook_is_written_as_known_then(store: Path, tmp_path: Path) -> None:
    result = _run(
        "export", "workbook", tmp_path / "out.xlsx", "--store", store, "--as-at", "2026-03-30", "--by", "analyst"
    )
    assert result.exit_code == 0, result.output


def test_the_workbook_tells_what_changed_since_the_load_named(store: Path, tmp_path: Path) -> None:
    asked = ("export", "workbook", tmp_path / "out.xlsx", "--store", store, "--by", "analyst", "--since")
    assert _run(*asked, "1").exit_code == 0
    told = [cell.value for cell in load_workbook(tmp_path / "out.xlsx")["Data quality"]["A"]]
    assert any("Since load 1 (data to 28 Feb 2026), as at load 2" in str(text) for text in told)
    refused = _run(*asked, "2")
    assert refused.exit_code == 3 and "a load before 2" in refused.stderr


def test_status_and_rejects_are_given_as_known_then(store: Path) -> None:
    then = json.loads(_run("status", "--store", store, "--as-at", "2026-03-30", "--json").stdout)
    assert (then["loads"], then["newest"], then["records"]["crime"]) == (1, {"1": "2026-02-28"}, 3)
    now = json.loads(_run("status", "--store", store, "--json").stdout)
    assert (now["loads"], now["records"]["crime"]) == (2, 4)
    assert [
        len(json.loads(_run("rejects", "--store", store, "--json", *at).stdout)) for at in ((), ("--as-at", 1))
    ] == [
        1,
        0,
    ]


def test_changes_are_told_in_a_sentence_and_a_list(store: Path) -> None:
    result = _run("changes", "--store", store)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "Since load 1 (data to 28 Feb 2026), as at load 2 (data to 31 Mar 2026), 3 crimes are new, changed or missing"
        " (all dates): new (1); cancelled or transferred (1); moved to another district (1)."
    )
    assert "Huntingdonshire" in result.stdout and "35/4/26" in result.stdout


def test_changes_as_json_hold_counts_and_rows(store: Path) -> None:
    found = json.loads(_run("changes", "--store", store, "--district", "Fenland", "--json").stdout)
    assert found["records"] == 1 and found["before"]["load"] == 1 and found["after"]["load"] == 2
    assert found["rows"] == [
        {
            "kind": "moved",
            "ref": "35/1/26",
            "recorded_on": "2026-01-05",
            "district": "Fenland",
            "strands": "Race",
            "field": "district",
            "before": "Huntingdonshire",
            "after": "Fenland",
        }
    ]


def test_the_records_are_given_as_csv_with_the_sentences_apart(store: Path) -> None:
    result = _run("changes", "--store", store, "--csv")
    header, *rows = result.stdout.splitlines()
    assert header == "What,Record,Recorded on,District,Field,Before,After" and len(rows) == 3
    assert (
        "New,35/4/26,2026-02-28,Huntingdonshire,,," in rows and "3 crimes are new, changed or missing" in result.stderr
    )
    moved = _run("changes", "--store", store, "--measure", "recorded_hate_crimes", "--month", "2026-02", "--csv")
    assert [row.split(",")[0] for row in moved.stdout.splitlines()] == ["Record", "35/4/26"]
    assert "1 more" in moved.stderr
    assert _run("changes", "--store", store, "--csv", "--json").exit_code == 2


def test_why_a_figure_moved_adds_up(store: Path) -> None:
    asked = ("changes", "--store", store, "--measure", "recorded_hate_crimes", "--from", "1", "--to", "2")
    result = _run(*asked, "--month", "2026-01", "--district", "hunts")
    assert result.exit_code == 3 and "no district of this name" in result.stderr
    result = _run(*asked, "--month", "2026-01", "--district", "Huntingdonshire")
    assert result.stdout.splitlines()[:2] == [
        "Recorded hate crimes, Jan 2026, Huntingdonshire, all strands: 2 crimes at load 1 (data to 28 Feb 2026), 0 at"
        " load 2 (data to 31 Mar 2026): 2 fewer.",
        "Counted: 2 crimes went out: moved to another district (1), cancelled or transferred (1).",
    ]
    found = json.loads(_run(*asked, "--month", "2026-02", "--json").stdout)
    (part,) = found["parts"]
    assert (part["before"], part["after"], part["steps"]) == (
        1,
        2,
        [{"reason": "new", "title": "New record", "n": 1}],
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--to", "1"), 3, "first load"),
        (("--from", "2", "--to", "2"), 3, "a load before 2"),
        (("--from", "7"), 3, "no load 7"),
        (("--from", "2026-01-31"), 3, "2026-02-28 or later"),
        (("--measure", "nonesuch"), 3, "no measure of this id"),
        (("--month", "2026-01", "--period", "12m"), 2, "exclude each other"),
        (("--month", "January"), 2, "--month"),
    ],
)
def test_what_cannot_be_answered_is_refused(arguments: tuple[str, ...], code: int, said: str, store: Path) -> None:
    result = _run("changes", "--store", store, *arguments)
    assert result.exit_code == code and said in result.stderr
