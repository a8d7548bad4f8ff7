"""Ageing of delivery-plan actions, and the seven days before a meeting."""

from datetime import date

import pandas as pd
import pytest

from hcdata import plan

MEETINGS = [date(2026, 8, 13), date(2026, 11, 12), date(2027, 2, 11)]
# status, due, updated; open, overdue, not updated at 31 Oct 2026 with the last meeting on 13 Aug 2026.
CASES = [
    ("open", "2026-10-30", "2026-10-01", True, True, False),
    ("open", "2026-10-31", "2026-10-01", True, False, False),
    ("open", None, "2026-08-13", True, False, False),
    ("updated", None, "2026-08-12", True, False, True),
    ("open", "2026-01-01", None, True, True, True),
    ("discharged", "2026-01-01", None, False, False, False),
]


@pytest.mark.parametrize(
    ("data_to", "last", "following"),
    [
        (date(2026, 8, 12), None, date(2026, 8, 13)),
        (date(2026, 8, 13), date(2026, 8, 13), date(2026, 11, 12)),
        (date(2026, 10, 31), date(2026, 8, 13), date(2026, 11, 12)),
        (date(2027, 3, 1), date(2027, 2, 11), None),
    ],
)
def test_the_meetings_on_either_side_of_the_data(data_to, last, following):
    assert plan.meetings_round(MEETINGS, data_to) == (last, following)


def test_updates_are_due_seven_days_before():
    assert plan.update_by(date(2026, 11, 12)) == date(2026, 11, 5)
    assert plan.update_by(None) is None


def test_each_action_is_aged():
    columns = ["status", "due_on", "updated_on", "is_open", "overdue", "not_updated"]
    table = pd.DataFrame(CASES, columns=columns)
    aged = plan.age(table[columns[:3]], date(2026, 10, 31), date(2026, 8, 13))
    for name in columns[3:]:
        assert aged[name].tolist() == table[name].tolist(), name
    assert plan.count(aged) == (5, 2, 2, 1)


def test_before_the_first_meeting_only_what_was_never_updated_lacks_an_update():
    actions = pd.DataFrame({"status": ["open", "open"], "due_on": [None, None], "updated_on": ["2020-01-01", None]})
    assert plan.age(actions, date(2026, 7, 1), None)["not_updated"].tolist() == [False, True]


def test_no_actions_count_nothing():
    empty = pd.DataFrame({"status": [], "due_on": [], "updated_on": []})
    assert plan.count(plan.age(empty, date(2026, 7, 1), None)) == (0, 0, 0, 0)
