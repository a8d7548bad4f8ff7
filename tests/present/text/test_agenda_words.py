"""An agenda's sentences: what is not loaded is never told as none."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.plan.agendas import AGENDAS
from hcdata.present.tables import agenda_tables, plan_tables
from hcdata.present.text import agenda_words, review_words
from hcdata.views.agenda import Agenda, DistrictRow
from hcdata.views.asked import Subject
from hcdata.views.measured import Figure
from hcdata.views.missing import NotLoaded
from hcdata.views.results import ActionCounts, KeyAction, Plan
from hcdata.views.review import Review
from hcdata.views.work_list import Promise, WorkList
from tests.exports.sample import ABOUT, update

NONE = pd.DataFrame({"key_action": [], "is_open": [], "overdue": [], "not_updated": [], "proposed": [], "owner": []})
LAST = date(2026, 10, 1)
FOUND = Agenda("tactical", AGENDAS["tactical"], LAST, None, None, None, NONE, NONE, NONE, NONE, NONE)
ACTIONS = (KeyAction("prevent", 1, "Preventing hate crime", (), ActionCounts(0, 0, 0, 0), ()),)
NO_PLAN, UNLOADED = NotLoaded(("action",)), NotLoaded(("contact",))
LOADED, ABSENT = Plan(ACTIONS, NONE, LAST, None, None), Plan(ACTIONS, NONE, LAST, None, None, NO_PLAN)
SAID = "Not yet loaded: no delivery plan has been loaded."


def test_no_action_is_said_to_be_raised_only_where_a_plan_is_loaded():
    assert agenda_words.since(FOUND, LOADED) == "Since 1 Oct 2026, no actions were raised and none discharged."
    assert agenda_words.since(FOUND, ABSENT) == SAID
    assert len(plan_tables.key_actions(LOADED)) == 1 and plan_tables.key_actions(ABSENT).empty


GOOD_NEWS = [
    (0, "No positive outcome was given since 1 Oct 2026."),
    (1, "1 positive outcome was given since 1 Oct 2026: cases to choose from"),
    (1702, "1,702 positive outcomes were given since 1 Oct 2026: cases to choose from"),
]


@pytest.mark.parametrize(("n", "said"), GOOD_NEWS)
def test_cases_are_offered_where_there_are_any(n, said):
    figure = Figure("positive_outcomes_assigned", "Positive outcomes", "count", "up", Subject(), n=n)
    assert agenda_words.good_news(figure, FOUND).startswith(said)


def test_a_share_of_reports_is_said_as_its_measure_is():
    figure = Figure(
        "third_party_reports", "Reported through a centre", "percent", "up", Subject(), n=3, of=60, value=0.05
    )
    assert agenda_words.third_party(figure, ABOUT).startswith(
        "Reported through a centre: 5.0 % (3 of 60) in the 12 months"
    )
    absent = Figure("third_party_reports", "Reported", "percent", "up", Subject(), missing=NotLoaded(("crime",)))
    assert agenda_words.third_party(absent, ABOUT) == "Reported: Not yet loaded: no crime extract has been loaded."


def test_satisfaction_is_said_with_what_nobody_knows_of_the_public():
    figure = Figure("satisfaction", "Victims satisfied", "percent", "up", Subject(), n=30, of=60, value=0.5)
    said = agenda_words.satisfaction(figure, ABOUT)
    assert said.startswith("Victims satisfied: 50.0 % (30 of 60) in the 12 months")
    assert said.endswith(". Confidence of the public is not loaded.")
    absent = Figure("satisfaction", "Victims satisfied", "percent", "up", Subject(), missing=NotLoaded(("service",)))
    assert agenda_words.satisfaction(absent, ABOUT).startswith("Victims satisfied: Not yet loaded: ")


def test_a_district_row_tells_nothing_loaded_from_nothing_due():
    rows = (
        DistrictRow("a", "A", 0, (("duty", 0, 0),), 0, 0, 0),
        DistrictRow("b", "B", None, (("duty", None, None),), None, None, None),
        DistrictRow("c", "C", 1702, (("duty", 3, 1100),), 4, 2, 1),
    )
    table = agenda_tables.districts(rows, {"duty": "call"}, "Oct 2026")
    assert table.values.tolist() == [
        ["A", "0", "none due", "0", "0", "0"],
        ["B", "not loaded", "not loaded", "not loaded", "not loaded", "not loaded"],
        ["C", "1,702", "3 of 1,100", "4", "2", "1"],
    ]


def test_no_crime_is_said_to_lack_nothing_where_no_promise_is_loaded():
    crimes = pd.DataFrame({"waiting": []})
    for promise, said in (
        (Promise("a", "A", "a call", 0, None), "No open crimes lack a record the plan asks for. "),
        (Promise("a", "A", "a call", 0, None, UNLOADED), "What crimes lack of what the plan asks for is not loaded. "),
    ):
        found = Review(
            replace(update(), plan=ABSENT), ABOUT.period, (), (), WorkList((promise,), crimes, crimes), (), ()
        )
        assert review_words.waiting_sentence(found) == said + SAID
