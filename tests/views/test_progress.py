"""A key action: each of its measures over time and by district, and what stands out told once."""

import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.demo.contacts import LATE_DISTRICT
from hcdata.measures import registry
from hcdata.present.tables import progress_tables
from hcdata.present.text import progress_words
from hcdata.views import answers
from hcdata.views.plan import measures_of
from hcdata.views.progress import progress
from tests.views.conftest import YEAR

# What the numbers of a key action are split by.
SPLITS = {"prevent": ["setting"], "respond": ["setting"], "report": ["channel"], "understand": ["strand"]}
ACTIONS = ("prevent", "respond", "report", "support", "understand", "investigate")


@pytest.fixture(scope="module")
def served(small_demonstration):
    return answers.at(small_demonstration.store)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_measure_has_a_figure_and_shares_and_numbers_their_months(served, action):
    found, ids = served.progress(YEAR, LOCAL, action), measures_of(action)
    assert [one.measure for one in found.figures] == list(ids)
    # How things stand on one day has no months.
    kinds = {id: registry.one(id).kind for id in ids if not registry.one(id).standing}
    assert [one.measure for one in found.shares] == [id for id in ids if kinds.get(id) == "proportion"]
    assert [one.measure for one in found.numbers] == [id for id in ids if kinds.get(id) == "count"]
    assert [one.dimension for one in found.mixes] == SPLITS.get(action, [])
    figures = {one.measure: one for one in found.figures}
    for trend in found.numbers:
        if not (trend.missing or trend.year.missing or figures[trend.measure].missing):
            assert trend.year.n == figures[trend.measure].n


def test_districts_of_a_share_add_up_to_its_figure(served):
    compared = served.compared(YEAR, LOCAL)
    for action in ACTIONS:
        for figure in served.progress(YEAR, LOCAL, action).figures:
            one = compared.get(figure.measure)
            if one is not None and one.missing is None and figure.unit == "percent":
                assert (one.rows["n"].sum(), one.rows["of"].sum()) == (figure.n, figure.of), figure.measure


def test_a_district_chosen_is_still_judged_among_all(served):
    few = Filters("12m", districts=("fenland",))
    assert served.compared(few, LOCAL) is served.compared(YEAR, LOCAL)


def test_a_series_is_called_what_it_counts(served):
    about = served.about(YEAR, LOCAL)
    said = {
        one.measure: progress_words.trend_words.month_sentence(one)
        for one in served.progress(YEAR, LOCAL, "understand").numbers
    }
    assert about.filters == YEAR
    assert "aggravated offence" in said["aggravated_offences"] and "hate crime" not in said["aggravated_offences"]
    assert "national return" in said["monitored_hate_crimes"]


def test_what_stands_out_is_told_once_and_the_volume_once(served):
    for action in ACTIONS:
        found = served.progress(YEAR, LOCAL, action)
        said = progress_words.findings(found, served.compared(YEAR, LOCAL), served.about(YEAR, LOCAL))
        assert said and len(set(said)) == len(said)
        assert sum("were recorded" in one and "aggravated" not in one for one in said) <= 1


def test_a_failing_district_is_told_of(demonstration):
    full = answers.at(demonstration.store)
    found = full.progress(YEAR, LOCAL, "support")
    said = progress_words.findings(found, full.compared(YEAR, LOCAL), full.about(YEAR, LOCAL))
    late = full.districts[LATE_DISTRICT]
    assert any(f"{late} is below" in one for one in said), said
    table = progress_tables.by_district([full.compared(YEAR, LOCAL)["supervisor_contact_24h"]])
    assert table[late].iloc[0].endswith(", below")
    assert all(", below" not in table[name].iloc[0] for name in full.districts.values() if name != late)


def test_nothing_loaded_is_said_and_not_called_steady(make, put):
    context = put(make(crimes=[], feeds=["action"]))
    assert progress_words.findings(progress(context, "support"), {}, context.about) == [
        "Nothing of this key action is loaded."
    ]
