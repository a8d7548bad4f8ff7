"""Every clause of the plan is answered somewhere, or says why nothing can show it."""

import re
from pathlib import Path

import pytest

from hcdata.common import config
from hcdata.measures import registry
from hcdata.plan.clauses import CLAUSES
from hcdata.plan.promises import PROMISES, list_promised

NUMBERS = [one.number for one in CLAUSES]


@pytest.mark.shared
def test_the_clauses_are_those_of_the_plan(shared: Path):
    text = (shared / "plan.txt").read_text(encoding="utf-8").split("APPENDIX A")[0]
    printed = dict.fromkeys(re.findall(r"^(?:- )?(\d\.\d+)\b", text, re.MULTILINE))
    headings = {one for one in printed if one.endswith(".0")}
    assert sorted(set(printed) - headings) == sorted(NUMBERS)


def test_each_stands_once_in_order_and_is_answered_or_says_why_not():
    keys = [tuple(map(int, number.split("."))) for number in NUMBERS]
    assert keys == sorted(set(keys))
    assert [one.number for one in CLAUSES if not one.pages and not one.unevidenced] == []


def test_measures_and_promises_name_clauses_there_are():
    measured = {number for one in registry.all().values() for number in one.plan.split(", ")}
    promised = {re.search(r"\(plan ([\d.]+)\)$", words)[1] for told in PROMISES.values() for words in told}
    assert {one for one in measured | promised if not one.startswith("Appendix")} <= set(NUMBERS)


def test_a_key_action_named_is_one_of_the_configuration():
    named = {page.removeprefix("key action ") for one in CLAUSES for page in one.pages if page.startswith("key action")}
    assert named == {f"{action.number} {action.aliases[0]}" for action in config.load().key_action}


def test_a_measure_that_is_added_takes_its_promise_from_the_list():
    words = "A call by the supervisor before closure"
    assert words in list_promised("2.2", set())
    assert words not in list_promised("2.2", {"closure_call"})
