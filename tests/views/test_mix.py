"""How the records of a period split: figures counted by hand."""

import pytest

from hcdata.common.filters import Filters
from hcdata.views.missing import Simply
from hcdata.views.mix import mix
from hcdata.views.patterns import patterns
from tests.views.conftest import crime

OLD = crime("2022-11-05")
CRIMES = [
    OLD,
    crime("2026-05-01", strands=["race", "religion"]),
    crime("2026-05-02", strands=["race"], district="peterborough"),
    *[crime(f"2025-05-{n:02d}", strands=["religion"]) for n in range(1, 8)],
]


def test_strands_add_to_more_than_all_and_districts_do_not(make, put):
    context = put(make(crimes=CRIMES))
    strands, districts = mix(context, "strand"), mix(context, "district")
    by_id = strands.rows.set_index("id")
    assert by_id.loc["race", ["n", "prior_n", "chance"]].tolist() == [2, 0, "too few to say"]
    assert by_id.loc["religion", ["n", "prior_n", "chance"]].tolist() == [1, 7, "too few to say"]
    assert strands.total == districts.total == 2
    assert strands.rows["share"].sum() == pytest.approx(1.5)
    assert districts.rows["n"].sum() == 2
    assert strands.rows["id"].tolist()[:2] == ["race", "religion"]  # as configured, never ranked


def test_incidents_that_begin_later_are_not_compared(make, put):
    store = make(crimes=[OLD], incidents=[{"recorded_on": "2026-05-05"}])
    assert mix(put(store, Filters("12m", kind="incident")), "strand").rows["prior_n"].isna().all()


def test_nothing_says_why(make, put):
    assert mix(put(make()), "strand").missing == Simply("no_complete_month")
    empty = mix(put(make(crimes=[OLD, crime("2026-10-05")]), Filters("12m", districts=("peterborough",))), "strand")
    assert empty.missing == Simply("nothing_recorded")


def test_other_parts_are_those_seen_in_the_order_of_config(make, put):
    crimes = [
        OLD,
        crime("2026-05-01", channel="101", offence_group="Theft", settings=["online", "dwelling"]),
        crime("2026-05-02", channel="carrier pigeon", offence_group="Public order", settings=[]),
        crime("2026-05-03", channel="not_recorded", offence_group="Public order"),
        crime("2025-05-03", channel="101"),
    ]
    context = put(make(crimes=crimes))
    channels = mix(context, "channel").rows.set_index("id")
    assert channels.index.tolist() == ["101", "carrier pigeon", "not_recorded"]
    assert channels["name"].tolist() == ["101 call", "carrier pigeon", "Not recorded"]
    assert channels.loc["101", ["n", "prior_n"]].tolist() == [1, 1]
    assert mix(context, "offence_group").rows["id"].tolist() == ["Public order", "Theft"]
    settings = mix(context, "setting").rows.set_index("id")["n"]
    assert settings.to_dict() == {"dwelling": 1, "public_place": 1, "online": 1, "not_recorded": 1}


def test_patterns_are_the_splits_a_record_has(make, put):
    store = make(crimes=[OLD], incidents=[{"recorded_on": "2026-05-05"}])
    assert [one.dimension for one in patterns(put(store)).mixes] == ["offence_group", "channel", "setting"]
    incidents = patterns(put(store, Filters("12m", kind="incident")))
    assert [one.dimension for one in incidents.mixes] == ["kind", "channel", "setting"]


@pytest.mark.parametrize(("dimension", "blank"), [("channel", "not_recorded"), ("offence_group", "Not recorded")])
def test_what_is_recorded_for_none_says_so(make, put, dimension, blank):
    found = mix(put(make(crimes=[OLD, crime("2026-05-01", **{dimension: blank})])), dimension)
    assert (found.missing, found.total) == (Simply("recorded_for_none"), 1)
