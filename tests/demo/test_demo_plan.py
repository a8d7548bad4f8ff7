"""The delivery plan of the demonstration, as a plan in use: few overdue, most updated, nothing before it was raised."""

from random import Random

import pytest

from hcdata.demo.clock import extract_days
from hcdata.demo.plan_file import make_actions

LAST = extract_days()[-1]


@pytest.mark.parametrize("seed", range(20))
def test_the_dates_of_actions_are_plausible(seed: int) -> None:
    actions = make_actions(Random(f"{seed}/plan"))
    still_open = [one for one in actions if not one.discharged]
    overdue = [one for one in still_open if one.due < LAST]
    assert len(actions) == 24 and len(still_open) >= 10
    assert len(overdue) <= len(still_open) / 2
    assert all(one.raised < one.due for one in actions)
    assert all(one.raised < (one.discharged or LAST) <= LAST for one in actions)
    assert all(one.raised < day <= LAST for one in actions for day, _ in one.updates)
