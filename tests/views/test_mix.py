"""How the records of a period split: figures counted by hand."""

import pytest

from hcdata.filters import Filters
from hcdata.views.mix import mix
from tests.views.conftest import crime

OLD = crime("2022-11-05")
CRIMES = [
    OLD,
    crime("2026-05-01", strands=["race", "religion"]),
    crime("2026-05-02", strands=["race"], district="peterborough"),
    *[crime(f"2025-05-{n:02d}", strands=["religion"]) for n in range(1, 8)],
]


def test_strands_add_to_more_than_all_and_districts_do_not(make, put):
    question = put(make(crimes=CRIMES))
    strands, districts = mix(question, "strand"), mix(question, "district")
    by_id = strands.rows.set_index("id")
    assert by_id.loc["race", ["n", "prior_n", "chance"]].tolist() == [2, 0, "too few to say"]
    assert by_id.loc["religion", ["n", "prior_n", "chance"]].tolist() == [1, 7, "could be chance"]
    assert strands.total == districts.total == 2
    assert strands.rows["share"].sum() == pytest.approx(1.5)
    assert districts.rows["n"].sum() == 2
    assert strands.rows["id"].tolist()[:2] == ["race", "religion"]  # as configured, never ranked


def test_incidents_that_begin_later_are_not_compared(make, put):
    store = make(crimes=[OLD], incidents=[{"recorded_on": "2026-05-05"}])
    assert mix(put(store, Filters("12m", kind="incident")), "strand").rows["prior_n"].isna().all()


def test_nothing_says_why(make, put):
    assert mix(put(make()), "strand").missing == "No complete month of data in this period."
    empty = mix(put(make(crimes=[OLD, crime("2026-10-05")]), Filters("12m", districts=("peterborough",))), "strand")
    assert empty.missing == "Nothing was recorded in this period."
