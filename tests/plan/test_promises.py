"""What is promised and not measured is worked out from the measures there are."""

import re

from hcdata.common import config
from hcdata.plan.promises import PROMISES, list_unmeasured, rank


def test_a_measure_added_takes_its_promise_off_the_list():
    closure = "A call by the supervisor before closure (plan 2.2)"
    assert closure in list_unmeasured("support", ["hub_referral"])
    assert closure not in list_unmeasured("support", ["hub_referral", "closure_call"])


def test_a_promise_of_two_measures_needs_both():
    risk = "Risk to the victim monitored (plan 2.2)"
    assert risk in list_unmeasured("support", ["risk_assessed"])
    assert risk not in list_unmeasured("support", ["risk_assessed", "risk_reviewed"])


def test_what_no_data_evidence_stays_on_the_list():
    every = {measure for promised in PROMISES.values() for answers in promised.values() for measure in answers}
    assert list_unmeasured("respond", every) == (
        "Feelings of safety and confidence in targeted communities (plan 3.2)",
    )
    assert list_unmeasured("support", every) == (
        "Victims told of arrest, bail and court dates as the Victims' Code asks (plan 2.1)",
    )


def test_promises_are_of_key_actions_and_name_a_paragraph_of_the_plan():
    assert set(PROMISES) <= {action.id for action in config.load().key_action}
    for promised in PROMISES.values():
        assert all(re.search(r"\(plan [1-5]\.\d+\)$", words) for words in promised)
    assert list_unmeasured("none_such", ()) == ()


def test_a_measure_stands_where_the_plan_promises_it_and_others_last():
    support = ["hub_referral", "closure_call", "supervisor_call", "none_such", "supervisor_contact_24h"]
    assert sorted(support, key=lambda one: rank("support", one)) == [
        "supervisor_contact_24h",
        "supervisor_call",
        "closure_call",
        "hub_referral",
        "none_such",
    ]
    assert rank("none_such", "closure_call") == 0
