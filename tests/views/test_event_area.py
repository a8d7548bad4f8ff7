"""The days round an event are those of the district it happened in, and of the force where it is the force's."""

from datetime import date

import pandas as pd
import pytest

from hcdata.present.text.series import noun
from hcdata.views.daily import area, within
from tests.present.spoken import trend

DISTRICTS = {"fenland": "Fenland", "peterborough": "Peterborough"}
DAY = date(2026, 8, 2)
# scopes of the events of the day, the district the series is of; the district looked at.
CASES = [
    (["fenland"], None, "fenland"),
    (["peterborough"], None, "peterborough"),
    (["fenland", "fenland"], None, "fenland"),
    (["force"], None, None),
    (["fenland", "force"], None, None),
    (["fenland", "peterborough"], None, None),
    (["unmapped"], None, None),
    (["not_recorded"], None, None),
    ([None], None, None),
    ([], None, None),
    (["fenland"], "fenland", None),
    (["force"], "fenland", None),
]


@pytest.mark.parametrize(("scopes", "district", "expected"), CASES)
def test_an_event_of_one_district_is_looked_at_there(scopes, district, expected):
    others = [(pd.Timestamp("2026-07-01"), "peterborough")]
    events = pd.DataFrame([*((pd.Timestamp(DAY), one) for one in scopes), *others], columns=["event_on", "scope"])
    assert area(trend((30,), district=district, events=events), DAY, DISTRICTS) == expected


def test_what_is_counted_there_is_named():
    assert noun(within(trend((30,)), "fenland", "Fenland")) == "hate crimes in Fenland"
    assert (
        noun(within(trend((30,), subject="Race", strand="race"), "fenland", "Fenland")) == "race hate crimes in Fenland"
    )
