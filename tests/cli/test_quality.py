"""`quality` on the command line: findings, JSON, and the crimes behind a note, equal to what was planted."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

from hcdata.cli import main
from hcdata.common import config

NOTES = ("reported_after_recording", "aggravated_not_counted", "flag_without_race_or_religion")
PLANTED = ("reported_after_recorded", "missed_flags", "cancelled")


@pytest.fixture
def run(demonstration):
    def call(*words):
        return CliRunner().invoke(main, ["quality", "--store", str(demonstration.store), *words])

    return call


def test_it_says_what_would_change_a_figure_and_names_each_note(run):
    found = run()
    assert found.exit_code == 0
    assert "would change a figure you read out" in found.stdout
    assert "reported_after_recording" in found.stdout
    assert "National grid reference" in found.stdout


def test_json_holds_the_same_numbers_as_the_lists(run):
    answer = json.loads(run("--json", "--period", "all").stdout)
    assert answer["rows"]["read"] == answer["rows"]["accepted"] + answer["rows"]["rejected"]
    assert sum(answer["rejects"].values()) == answer["rows"]["rejected"]
    for field in answer["completeness"]:
        assert field["of"] - field["recorded"] == answer["notes"][field["note"]]
        assert field["of"] == answer["hate_crimes"]
    for note in ("reported_after_recording", "aggravated_not_counted", "no_channel"):
        listed = json.loads(run("--json", "--period", "all", "--note", note).stdout)
        assert len(listed) == answer["notes"][note]


def test_a_note_lists_the_crimes_that_were_planted(run, demonstration):
    planted = demonstration.truth["planted"]
    known = {name: set(map(canonical, planted[name])) for name in PLANTED}
    listed = {note: read(run("--period", "all", "--note", note).stdout) for note in NOTES}
    # Without those cancelled, and those whose only strand stands in no extract yet.
    counted = hate_crimes(demonstration.store)
    assert listed["reported_after_recording"] == known["reported_after_recorded"] & counted
    assert not counted & known["cancelled"]
    uncounted, flagged = listed["aggravated_not_counted"], listed["flag_without_race_or_religion"]
    assert uncounted | flagged == known["missed_flags"]
    assert uncounted and not uncounted & flagged


def hate_crimes(store):
    asked = ("--period", "all", "--cases", "--format", "csv")
    found = CliRunner().invoke(main, ["measure", "recorded_hate_crimes", "--store", str(store), *asked])
    return {canonical(row["ref"]) for row in csv.DictReader(io.StringIO(found.stdout))}


def read(text):
    return {canonical(row["Crime"]) for row in csv.DictReader(io.StringIO(text))}


def test_a_note_that_does_not_exist_is_refused(run):
    assert run("--note", "no_such_note").exit_code == 2


def canonical(ref):
    """A reference in the one form crimes are joined by, however it is written."""
    found = config.load().reference
    return re.sub(found.pattern, found.to, ref.upper())
