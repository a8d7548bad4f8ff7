"""Districts, places, people and the plan in words."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pytest

from hcdata.common.filters import Period
from hcdata.present.text import plan_words, repeat_words, words
from hcdata.views.apart import Again
from hcdata.views.missing import NotLoaded, Simply
from hcdata.views.results import (
    ActionCounts,
    KeyAction,
)
from tests.present.spoken import (
    ABOUT,
    COULD,
    FEW,
    NO_MONTH,
    comparison,
    count,
    plan,
    share,
    where,
    who,
)


@pytest.mark.parametrize(
    ("marks", "title"),
    [
        ({}, "No district lies outside what chance would give"),
        ({"Fenland": "Low (0.025)"}, "No district lies outside what chance would give"),
        ({"Fenland": "Low (0.001)"}, "Fenland is below what chance would give"),
        ({"Fenland": "High (0.001)", "Ely": "High (0.001)", "Peterborough": "Low (0.001)"},
         "Fenland and Ely are above what chance would give; Peterborough is below"),
    ],
)  # fmt: skip
def test_districts_outside_the_funnel(marks, title):
    assert words.districts_title(comparison(**marks)) == title


def test_districts_in_a_sentence():
    rates = replace(comparison(), title="Hate crimes per 1,000 residents")
    assert words.districts_sentence(rates).startswith(
        "All districts together: 1.90 hate crimes per 1,000 residents in the 12 months to Oct 2026."
    )
    assert "not a league table" in words.districts_sentence(comparison())
    duty = replace(comparison("percent"), title="Contact", over=Period(date(2026, 10, 1), date(2026, 11, 1), True))
    assert words.districts_sentence(duty) == "Contact, all districts together: 59.3 % (96 of 162) in Oct 2026."
    gone = replace(comparison(), missing=Simply("no_population"))
    assert words.districts_sentence(gone) == "No population is on file for this area."
    assert words.districts_title(gone) == "Rate by district"


NO_PLAN = NotLoaded(("action",))
PLACES = [("A", "Home", 6, 20, 2), ("B", "Home", 3, 9, 1), ("A", "Shop or retail", 3, 10, 1), ("A", "School", 2, 7, 0)]
CAME = "had 3 or more incidents of hate crime within 12 months, counted back from a crime of this period:"


@pytest.mark.parametrize(
    ("rows", "n", "again", "sentence"),
    [
        (PLACES, 14, Again(4, True, 0, 8), f"14 places (home 9, shop or retail 3, school 2) {CAME} 8 within the period"
         " itself, 6 only together with earlier ones. 4 became repeat places for the first time in the last three months."),
        (PLACES[3:], 2, Again(0, True, 0, 2), f"2 places (school 2) {CAME} 2 within the period itself. None became a"
         " repeat place for the first time in the last three months."),
        ([*PLACES, ("A", "Station", 1, 3, 0)], 15, Again(4, True, 0, 15), f"15 places (home 9, shop or retail 3, school 2,"
         f" other 1) {CAME} 15 within the period itself. 4 became repeat places for the first time in the last three months."),
        ([("B", "Home", 1, 9, 1)], 1, Again(1, False, 0, 0), f"1 place (home 1) {CAME} none within the period itself, 1 only together with"
         " earlier ones. 1 became a repeat place for the first time in this period."),
    ],
)  # fmt: skip
def test_places_are_counted_back_from_the_period_and_those_within_it_are_told_apart(rows, n, again, sentence):
    found = replace(where(rows), repeat=replace(share(n, 900), measure="repeat_places", again=again))
    assert repeat_words.places_sentence(found, 3) == sentence


def test_no_place_is_said_to_be_none():
    none = "No place had 3 or more incidents of hate crime within 12 months, counted back from this period."
    assert repeat_words.places_sentence(where(), 3) == none
    gone = replace(where(), repeat=replace(share(0, 0), missing=NO_MONTH))
    assert repeat_words.places_sentence(gone, 3) == "Nothing is loaded for these months."


# measure, what is said of it; in a tile, in a sentence.
BESIDE = [
    ("repeat_victims", None, "", ""),
    ("recorded_hate_crimes", None, "", ""),
    ("repeat_victims", Again(18, True, 37, 0), "37 only after a non-crime incident; 18 new in three months",
     "37 of them only after a non-crime incident, 18 for the first time in the last three months"),
    ("repeat_victims", Again(2, False, 1, 0), "1 only after a non-crime incident; 2 new in this period",
     "1 of them only after a non-crime incident, 2 for the first time in this period"),
    ("repeat_victims", Again(0, True, 0, 0), "none new in three months", "none for the first time in the last three months"),
    ("repeat_suspects", Again(26, True, 0, 0), "26 new in three months", "26 for the first time in the last three months"),
    ("repeat_places", Again(22, True, 0, 49), "49 within the period itself; 22 new in three months",
     "49 of them within the period itself, 22 for the first time in the last three months"),
    ("repeat_places", Again(0, False, 0, 0), "none within the period itself; none new in this period",
     "none of them within the period itself, none for the first time in this period"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "again", "tile", "sentence"), BESIDE)
def test_what_repeats_rest_on_stands_beside_their_figure(measure, again, tile, sentence):
    figure = replace(share(87, 1240), measure=measure, again=again)
    assert (repeat_words.aside(figure), repeat_words.beside(figure)) == (tile, sentence)
    assert sentence in words.figure_sentence(figure, ABOUT)


def test_repeat_victims_after_an_incident_are_told_in_their_sentence():
    victims = replace(share(87, 1240, 80, 1200, COULD), measure="repeat_victims", again=Again(18, True, 37, 0))
    assert words.nominals_sentence(who(victims, replace(share(0, 0), missing=NO_MONTH))) == (
        "87 of 1,240 identified victims were victims again within 12 months (37 of them only after a non-crime incident,"
        " 18 for the first time in the last three months); 80 of 1,200 before (could be chance). Linked is not proven."
    )


def test_squares():
    assert words.squares_sentence(where(squares=[True, False, False])) == (
        "Squares of 1 km: 2 with 3 or more, 1 grey without a count (fewer, or kept back so that no count can be worked out); 12 records have no usable grid reference and are"
        " not on the map."
    )
    assert words.squares_sentence(replace(where(squares=[False]), not_on_map=0)) == "Squares of 1 km: 1 with 3 or more."
    one = replace(where(squares=[True]), not_on_map=1)
    assert words.squares_sentence(one).endswith("1 record has no usable grid reference and is not on the map.")


def test_the_commonest_setting_is_a_known_one():
    rows = [("dwelling", "Home", 40, 0.4), ("not_recorded", "Not recorded", 60, 0.6)]
    assert words.settings_title(where(settings=rows)) == "Home is the commonest setting (40, 40.0 %)"
    assert words.settings_title(where(settings=rows[1:])) == "Settings"
    assert words.settings_title(where(settings=[("dwelling", "Home", 4, 0.4)])) == (
        "Settings: too few to say which is commonest"
    )


def test_people():
    assert words.nominals_sentence(who(share(11, 1240, 6, 1200, COULD), share(1, 9, 0, 5, FEW))) == (
        "11 of 1,240 identified victims were victims again within 12 months; 6 of 1,200 before (could be chance)."
        " 1 of 9 identified suspects was a suspect again within 12 months; 0 of 5 before (too few to say)."
        " Linked is not proven."
    )
    assert words.nominals_sentence(who(share(1, 1), replace(share(0, 0), missing=NO_MONTH))) == (
        "1 of 1 identified victim was a victim again within 12 months. Linked is not proven."
    )
    assert words.nominals_sentence(who(share(0, 1), replace(share(0, 0), missing=NO_MONTH))) == (
        "0 of 1 identified victim was a victim again within 12 months. Linked is not proven."
    )
    nobody = who(share(0, 0), share(0, 0), Simply("nobody_identified"))
    assert words.nominals_sentence(nobody) == "No identified person is linked to a crime of this period."


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (plan(2), "3 actions of the delivery plan are open: none overdue, 2 not updated since the strategic meeting of"
         " 13 Aug 2026. Next is the tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(1), "2 actions of the delivery plan are open: none overdue, 1 not updated since the strategic meeting of"
         " 13 Aug 2026. Next is the tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(0, overdue=1), "1 action of the delivery plan is open: 1 overdue, none not updated since the strategic"
         " meeting of 13 Aug 2026. Next is the tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(1, last_meeting=None, kinds=("strategic", "tactical")),
         "2 actions of the delivery plan are open: none overdue, 1 never updated."
         " Next is the strategic and tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(1, meeting=None, update_by=None), "2 actions of the delivery plan are open: none overdue, 1 not updated"
         " since the strategic meeting of 13 Aug 2026. No later meeting is in config.toml."),
        (plan(0, areas=("Fenland",)), "1 action of the delivery plan for Fenland or the whole force is open: none overdue,"
         " none not updated since the strategic meeting of 13 Aug 2026. Next is the tactical meeting on 12 Nov 2026;"
         " updates are due by 5 Nov 2026."),
        (plan(closed=True), "No action of the delivery plan is open."
         " Next is the tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(missing=NO_PLAN), "Not yet loaded: no delivery plan has been loaded."),
    ],
)  # fmt: skip
def test_the_plan(found, sentence):
    assert plan_words.plan_sentence(found) == sentence


def test_a_key_action():
    action = KeyAction("prevent", 1, "Prevent", (count(1, 1, COULD), replace(share(0, 0), missing=NO_MONTH)), None, ())
    assert plan_words.action_summary(action) == "1 of 2 measures loaded, no delivery plan loaded"
    counted = replace(action, actions=ActionCounts(1, 1, 0, 3))
    assert plan_words.action_summary(counted) == "1 of 2 measures loaded, 1 open action, 1 overdue"
    assert plan_words.actions_sentence(counted, plan()) == (
        "Delivery plan: 1 open, 1 overdue, 0 not updated since the strategic meeting of 13 Aug 2026, 3 discharged."
    )
    whole = replace(counted, figures=counted.figures[:1])
    assert plan_words.action_summary(whole) == "1 measure, 1 open action, 1 overdue"
    assert (
        plan_words.actions_sentence(action, plan(missing=NO_PLAN))
        == "Not yet loaded: no delivery plan has been loaded."
    )
