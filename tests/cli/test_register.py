"""event and rebase on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hcdata.cli import main
from tests.conftest import Demonstration


@pytest.fixture
def run(small_demonstration: Demonstration, tmp_path: Path):
    """Run a command on a store of its own that serves the small demonstration."""
    store = tmp_path / "store"
    store.mkdir()
    (store / "snapshots").symlink_to(small_demonstration.store / "snapshots")
    (store / "current").write_text((small_demonstration.store / "current").read_text(encoding="utf-8"))

    def of_store(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, "--store", str(store)])

    return of_store


def test_an_event_is_entered_listed_and_withdrawn(run):
    added = run("event", "add", "2026-08-02", "Disorder", "--scope", "fenland", "--by", "analyst", "--note", "Two days")
    assert (added.exit_code, added.stdout) == (0, "Entry 1 is on record.\n")
    assert "2026-08-02, Disorder, fenland, trigger, Two days\tanalyst" in run("event", "list").stdout
    (entry,) = json.loads(run("event", "list", "--json").stdout)
    assert (entry["number"], entry["about"]["kind"]) == (1, "trigger")
    assert run("rebase", "list").stdout == ""
    assert run("event", "withdraw", "1", "--by", "analyst").stdout == "Entry 2 is on record.\n"
    assert run("event", "list").stdout == ""


def test_a_rebase_is_entered_with_its_reason(run):
    refused = run("rebase", "add", "2026-03", "--reason", " ", "--by", "analyst")
    assert refused.exit_code == 3 and "reason" in refused.stderr
    added = run("rebase", "add", "2026-03", "--reason", "New system", "--district", "fenland", "--strand", "race")
    assert added.exit_code == 0
    assert "2026-03-01, fenland, race" in run("rebase", "list").stdout
    assert run("rebase", "withdraw", "1").exit_code == 0
    assert run("rebase", "list").stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("event", "add", "2026-08-02", "Disorder", "--scope", "atlantis"),
        ("event", "add", "2026-08-02", ""),
        ("event", "withdraw", "7"),
        ("rebase", "add", "2026-03", "--reason", "New", "--district", "atlantis"),
        ("rebase", "add", "2026-03", "--reason", "New", "--strand", "atlantis"),
        ("rebase", "add", "2026-03", "--reason", "New", "--measure", "atlantis"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 3 and "Traceback" not in result.output
    assert result.stderr.count("Expected") == 1
    assert run("event", "list").stdout == run("rebase", "list").stdout == ""


def test_an_event_is_not_withdrawn_as_a_rebase(run):
    run("event", "add", "2026-08-02", "Disorder")
    assert run("rebase", "withdraw", "1").exit_code == 3
    assert "Disorder" in run("event", "list").stdout


def test_what_is_not_a_date_is_a_wrong_call(run):
    assert run("event", "add", "yesterday", "Disorder").exit_code == 2
    assert run("rebase", "add", "2026", "--reason", "New").exit_code == 2
