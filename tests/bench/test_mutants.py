"""The list of rules that `make mutants` breaks: every one can be broken, and its tests exist."""

from pathlib import Path

import pytest

from bench.mutants import read_mutants

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = read_mutants()


def test_every_rule_has_a_name_of_its_own():
    named = [one.rule for one in MUTANTS]
    assert sorted(set(named)) == sorted(named)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.rule)
def test_a_rule_can_be_broken_and_its_tests_are_there(mutant):
    assert (ROOT / mutant.file).read_text(encoding="utf-8").count(mutant.text) == 1
    assert mutant.broken != mutant.text
    for named in mutant.tests:
        path, _, test = named.partition("::")
        place = ROOT / path
        assert place.exists(), named
        assert not test or f"def {test.partition('[')[0]}(" in place.read_text(encoding="utf-8"), named
