"""Ageing of delivery-plan actions, and the seven days before a meeting."""

from datetime import date

import pandas as pd
import pytest

from hcdata.common.config import Meeting
from hcdata.plan import ageing

MEETINGS = [
    Meeting(kind="strategic", date=date(2026, 8, 13)),
    Meeting(kind="tactical", date=date(2026, 10, 1)),
    Meeting(kind="tactical", date=date(2026, 11, 12)),
    Meeting(kind="strategic", date=date(2026, 11, 12)),
    Meeting(kind="tactical", date=date(2027, 1, 7)),
]
# status, raised, due, updated, discharged; open, overdue, not updated at 31 Oct 2026, the last meeting on 1 Oct 2026.
CASES = [
    ("open", None, "2026-10-30", "2026-10-01", None, True, True, False),
    ("open", None, "2026-10-31", "2026-10-01", None, True, False, False),
    ("open", None, "2026-11-01", "2026-10-31", None, True, False, False),
    ("open", None, None, "2026-10-01", None, True, False, False),
    ("updated", None, None, "2026-09-30", None, True, False, True),
    ("updated", "2026-01-05", None, "2026-08-20", None, True, False, True),
    ("open", None, "2026-01-01", None, None, True, True, True),
    ("open", "2026-09-30", None, None, None, True, False, True),
    ("open", "2026-10-01", None, None, None, True, False, False),
    ("open", "2026-10-20", "2026-10-25", None, None, True, True, False),
    ("proposed_discharge", "2026-01-05", "2026-03-01", "2026-09-01", None, True, True, True),
    ("proposed_discharge", "2026-01-05", "2026-12-01", "2026-10-05", None, True, False, False),
    ("discharged", None, "2026-01-01", None, None, False, False, False),
    ("discharged", "2025-01-01", "2026-01-01", "2025-12-01", "2025-12-20", False, False, False),
    ("discharged", None, None, None, "2026-12-20", False, False, False),
    ("not_recorded", None, "2026-01-01", None, "2025-12-20", False, False, False),
    ("unmapped", None, "2026-01-01", None, "2025-12-20", False, False, False),
    ("not_recorded", None, "2026-01-01", None, None, True, True, True),
    ("unmapped", None, None, "2026-10-15", None, True, False, False),
    ("open", None, None, None, "2025-12-20", True, False, True),
]
GIVEN = ["status", "raised_on", "due_on", "updated_on", "discharged_on"]


@pytest.mark.parametrize(
    ("data_to", "last", "following"),
    [
        (date(2026, 8, 12), None, date(2026, 8, 13)),
        (date(2026, 8, 13), date(2026, 8, 13), date(2026, 10, 1)),
        (date(2026, 9, 30), date(2026, 8, 13), date(2026, 10, 1)),
        (date(2026, 10, 31), date(2026, 10, 1), date(2026, 11, 12)),
        (date(2026, 11, 12), date(2026, 11, 12), date(2027, 1, 7)),
        (date(2027, 3, 1), date(2027, 1, 7), None),
    ],
)
def test_the_meetings_of_either_kind_on_either_side_of_the_data(data_to, last, following):
    assert ageing.meetings_round(MEETINGS, data_to) == (last, following)


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2026, 8, 13), ("strategic",)),
        (date(2026, 10, 1), ("tactical",)),
        (date(2026, 11, 12), ("strategic", "tactical")),
        (date(2026, 11, 13), ()),
        (None, ()),
    ],
)
def test_the_kinds_of_meeting_on_a_day(day, kinds):
    assert ageing.kinds_on(MEETINGS, day) == kinds


def test_updates_are_due_seven_days_before():
    assert ageing.update_by(date(2026, 11, 12)) == date(2026, 11, 5)
    assert ageing.update_by(None) is None


def test_each_action_is_aged():
    table = pd.DataFrame(CASES, columns=[*GIVEN, "is_open", "overdue", "not_updated"])
    aged = ageing.age(table[GIVEN], date(2026, 10, 31), date(2026, 10, 1))
    for name in ("is_open", "overdue", "not_updated"):
        assert aged[name].tolist() == table[name].tolist(), name
    assert ageing.count(aged) == (15, 5, 7, 5)


def test_before_the_first_meeting_only_what_was_never_updated_lacks_an_update():
    rows = [("open", "2026-06-20", None, "2020-01-01", None), ("open", "2026-06-20", None, None, None)]
    actions = pd.DataFrame(rows, columns=GIVEN)
    assert ageing.age(actions, date(2026, 7, 1), None)["not_updated"].tolist() == [False, True]


def test_no_actions_count_nothing():
    empty = pd.DataFrame({name: [] for name in GIVEN})
    assert ageing.count(ageing.age(empty, date(2026, 7, 1), None)) == (0, 0, 0, 0)
