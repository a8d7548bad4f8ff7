"""Every figure of the demonstration, by month, district and strand, against what was planted in it."""

import re
from typing import Any

import pytest

from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.store import query

SPLITS = (("month",), ("month", "district"), ("month", "strand"), ("month", "district", "strand"))
# Measures whose truth is told otherwise, or that no truth is planted for: a part or a rate of others that have one.
TOLD_OTHERWISE = {
    "missed_flags",  # by reference
    "hate_crime_rate",
    *(id for id, measure in registry.all().items() if measure.part),
}
# Measures of few crimes, of which a demonstration may have none.
RARE = {"summary_limit_close", "summary_limit_near", "time_limit_lapses"}
PLANTED = sorted(registry.all().keys() - TOLD_OTHERWISE)


def read_figures(store: query.Store, id: str) -> dict[tuple[str, Any, Any], tuple[int, int, int]]:
    found = {}
    for by in SPLITS:
        frame = run.figures(store, id, by)
        frame["of"] = frame["of"].fillna(0)
        for row in frame.to_dict("records"):
            key = (f"{row['month']:%Y-%m}", row.get("district"), row.get("strand"))
            found[key] = (row["n"], row["of"], row["not_recorded"])
    return found


@pytest.fixture(scope="module")
def store(demonstration):
    with query.open(demonstration.store) as opened:
        yield opened


def test_the_demonstration_plants_a_truth_for_each(demonstration):
    assert set(demonstration.truth["measures"]) == set(PLANTED)


@pytest.mark.parametrize("id", PLANTED)
def test_every_figure_is_what_was_planted(id, demonstration, store):
    planted = {
        (month, district, strand): (n, of or 0, not_recorded or 0)
        for month, district, strand, n, of, not_recorded in demonstration.truth["measures"][id]
    }
    figures = read_figures(store, id)
    assert len(planted) > 100 or id in RARE
    differing = {
        key: (planted.get(key, (0, 0, 0)), figures.get(key, (0, 0, 0)))
        for key in planted.keys() | figures.keys()
        if planted.get(key, (0, 0, 0)) != figures.get(key, (0, 0, 0))
    }
    assert differing == {}, "planted, counted"


def test_the_missed_flags_are_the_planted_crimes(demonstration, store):
    planted = {re.sub(r"/0+", "/", ref) for ref in demonstration.truth["planted"]["missed_flags"]}
    assert planted
    assert set(run.cases(store, "missed_flags")["crime_ref"]) == planted


@pytest.mark.parametrize("id", [id for id, measure in registry.all().items() if measure.kind == "duration"])
def test_half_and_nine_in_ten_took_the_days_planted(id, demonstration, store):
    (found,) = run.figures(store, id, (), Filters("12m")).to_dict("records")
    assert (found["value"], found["ninth"]) == pytest.approx(tuple(demonstration.truth["days"][id].values()))


@pytest.mark.parametrize("id", ["setting_mix", "channel_mix"])
def test_a_mix_is_as_planted(id, demonstration, store):
    mix = run.figures(store, id, (dimension := id.removesuffix("_mix"),), Filters("12m"))
    counted = dict(zip(mix[dimension], mix["n"], strict=True))
    assert {one: n for one, n in counted.items() if n} == demonstration.truth["mixes"][id]
    assert mix["of"].nunique() == 1
