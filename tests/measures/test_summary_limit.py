"""The day a summary time limit ends: six months on by the calendar, where a month is too short its last day."""

from datetime import date, datetime

import pytest

from hcdata.measures import run
from tests.measures.conftest import crime


@pytest.mark.parametrize(
    ("committed", "limit"),
    [
        ("2026-08-30", date(2027, 2, 28)),
        ("2026-08-31", date(2027, 2, 28)),
        ("2026-09-01", date(2027, 3, 1)),
        ("2027-08-30", date(2028, 2, 29)),
        ("2026-03-31", date(2026, 9, 30)),
        ("2026-12-31", date(2027, 6, 30)),
        ("2026-03-29", date(2026, 9, 29)),
    ],
)
def test_the_limit_is_the_same_day_six_months_on(committed, limit, make):
    record = crime(committed, committed_on=committed)
    for days, left in ((0, 0), (14, 14), (15, None)):
        day = date.fromordinal(limit.toordinal() - days)
        store = make(
            crimes=[record, crime(committed, outcome_code="18", outcome_on=committed)],
            as_of=[datetime(day.year, day.month, day.day, 23, 59)],
        )
        found = run.cases(store, "summary_limit_close").to_dict("records")
        assert [row["value"] for row in found] == ([] if left is None else [left])
        assert all(row["limit_on"].date() == limit for row in found)


def test_the_day_after_it_is_no_longer_near(make):
    store = make(
        crimes=[crime("2026-03-31", committed_on="2026-03-31"), crime("2026-03-31", outcome_code="18")],
        as_of=[datetime(2026, 10, 1, 23, 59)],
    )
    assert run.cases(store, "summary_limit_near").empty
