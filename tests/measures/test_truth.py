"""Every figure of the demonstration, by month, district and strand, against what was planted in it."""

import re
from typing import Any

import pytest

from hcdata.measures import registry, run
from hcdata.store import query

SPLITS = (("month",), ("month", "district"), ("month", "strand"), ("month", "district", "strand"))
# Measures the demonstration plants a truth for.
PLANTED = (
    "recorded_hate_crimes",
    "monitored_hate_crimes",
    "non_crime_incidents",
    "aggravated_offences",
    "positive_outcome_in_period",
    "positive_outcome_closed",
    "positive_outcome_cohort",
    "positive_outcome_matured",
    "victim_attrition",
    "charge_rate",
    "open_caseload",
    "recorded_within_24h",
    "supervisor_contact_24h",
    "repeat_victims",
    "repeat_suspects",
    "repeat_places",
)


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
    assert len(planted) > 100
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


def test_every_measure_is_known_to_the_registry():
    assert set(PLANTED) <= set(registry.all())
