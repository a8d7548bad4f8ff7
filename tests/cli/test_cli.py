"""The command line: what it prints, where, and with which exit code."""

import csv
import io
import json
from collections import Counter

import pytest
from click.testing import CliRunner

from hcdata.cli import main


@pytest.fixture
def run(small_demonstration):
    def command(*words):
        return CliRunner().invoke(main, [*words, "--store", str(small_demonstration.store)])

    return command


def test_a_measure_by_month_has_the_columns_promised(run, small_demonstration):
    rows = json.loads(run("measure", "recorded_hate_crimes", "--by", "month", "--format", "json").stdout)
    assert {"month", "n", "of", "value", "not_recorded"} <= rows[0].keys()
    assert all(row["of"] is None and row["value"] == row["n"] for row in rows)
    truth = Counter()
    for month, district, strand, n, *_ in small_demonstration.truth["measures"]["recorded_hate_crimes"]:
        if district is None and strand is None:
            truth[month] += n
    assert {row["month"]: row["n"] for row in rows if row["n"]} == {month: n for month, n in truth.items() if n}


def test_the_cases_are_as_many_as_the_figure(run):
    rows = json.loads(run("measure", "supervisor_contact_24h", "--district", "Fenland", "--format", "json").stdout)
    text = run("measure", "supervisor_contact_24h", "--district", "fenland", "--cases", "--format", "csv").stdout
    cases = Counter(row["state"] for row in csv.DictReader(io.StringIO(text)))
    assert cases["Met"] == rows[0]["n"]
    assert cases["Met"] + cases["Not met"] + cases["Nothing recorded"] == rows[0]["of"]
    assert cases["Nothing recorded"] == rows[0]["not_recorded"]


def test_explicit_dates_include_an_incomplete_month_and_say_so(run):
    words = ("--from", "2026-10-01", "--to", "2026-10-15", "--by", "month", "--format", "json")
    rows = json.loads(run("measure", "recorded_hate_crimes", *words).stdout)
    assert [(row["month"], row["complete"]) for row in rows] == [("2026-10", False)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("measure", "no_such_measure"), "recorded_hate_crimes"),
        (("measure", "recorded_hate_crimes", "--by", "outcome_of_the_match"), "month"),
        (("measure", "recorded_hate_crimes", "--district", "Atlantis"), "fenland"),
        (("measure", "recorded_hate_crimes", "--as-at", "999"), "999"),
        (("measure", "recorded_hate_crimes", "--from", "2026-03-05", "--to", "2026-03-01"), "no later than"),
        (("measure", "recorded_hate_crimes", "--from", "2026-03-05", "--to", "9999-12-31"), "no later than"),
        (("measure", "recorded_hate_crimes", "--from", "2026-03-05", "--period", "12m"), "one or the other"),
    ],
)
def test_a_request_that_cannot_be_answered_says_what_can(run, words, said):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (3, "")
    assert said in result.stderr


def test_the_query_behind_a_figure_can_be_read(run):
    assert "FROM hate_crime" in run("measure", "charge_rate", "--sql").stdout


def test_loading_the_same_files_again_changes_nothing(run, small_demonstration):
    result = run("load", str(small_demonstration.exports))
    assert result.exit_code == 0
    assert "Already loaded" in result.stdout
    assert result.stdout.rstrip().endswith("Nothing changed.")


def test_the_receipt_as_json_adds_up(tmp_path, small_demonstration):
    words = ["load", str(small_demonstration.exports / "full_2025-10-31"), "--store", str(tmp_path / "store"), "--json"]
    receipt = json.loads(CliRunner().invoke(main, words).stdout)
    for file in receipt["files"]:
        assert file["rows_read"] == file["rows_accepted"] + file["rows_rejected"]
        assert file["records"] == file["new"] + file["changed"] + file["unchanged"] + file["older"]
        assert file["rows_rejected"] == sum(file["rejected_by_reason"].values())


def test_nothing_usable_is_exit_1_and_nothing_there_is_3(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\nplease find nothing attached.\n", encoding="utf-8")
    store = ["--store", str(tmp_path / "store")]
    assert CliRunner().invoke(main, ["load", str(letter), *store]).exit_code == 1
    assert CliRunner().invoke(main, ["load", str(tmp_path / "nowhere"), *store]).exit_code == 3
    assert CliRunner().invoke(main, ["measure", "charge_rate", *store]).exit_code == 3
    assert CliRunner().invoke(main, ["load", *store]).exit_code == 2


def test_the_workbook_is_written(run, tmp_path):
    result = run("export", "workbook", str(tmp_path / "book.xlsx"), "--by", "Analyst")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "book.xlsx").stat().st_size > 10_000


def test_a_list_of_people_says_that_its_rows_are_more_than_its_figure(run):
    found = run("measure", "repeat_victims", "--cases", "--state", "met", "--format", "json")
    figure = json.loads(run("measure", "repeat_victims", "--format", "json").stdout)[0]
    assert f"{figure['n']:,} people in {len(json.loads(found.stdout)):,} rows" in found.stderr
    assert "Each crime is counted once" in run("measure", "charge_rate", "--cases").stderr


def test_a_configuration_that_is_not_there_is_named(run, tmp_path, monkeypatch):
    monkeypatch.setenv("HCDATA_CONFIG", str(tmp_path / "nowhere.toml"))
    result = run("measure", "recorded_hate_crimes")
    assert result.exit_code == 3 and "nowhere.toml: no such file" in result.stderr
