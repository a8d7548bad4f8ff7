"""Districts, places, people and the plan in words."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace

import pytest

from hcdata.present import plan_words, words
from hcdata.views.results import (
    ActionCounts,
    KeyAction,
)
from tests.present.spoken import (
    COULD,
    FEW,
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
    assert words.districts_sentence(comparison()).startswith("All districts together: 1.90 per 1,000 residents.")
    assert "not a league table" in words.districts_sentence(comparison())
    assert words.districts_sentence(comparison("percent")) == "All districts together: 59.3 %."
    gone = replace(comparison(), missing="No population is on file.")
    assert words.districts_sentence(gone) == "No population is on file."
    assert words.districts_title(gone) == "Rate by district"


def test_places():
    rows = [
        ("A", "Home", 6, 20, 2),
        ("B", "Home", 3, 9, 1),
        ("A", "Shop or retail", 3, 10, 1),
        ("A", "School", 2, 7, 0),
    ]
    assert words.places_sentence(where(rows), 3) == (
        "14 places reached 3 or more hate crimes within 12 months (home 9, shop or retail 3, school 2); 4 first did so in"
        " the last three months."
    )
    assert words.places_sentence(where(rows[3:4]), 3).startswith("2 places reached 3 or more")
    assert words.places_sentence(where([("A", "Home", 1, 3, 1)]), 3).startswith("1 place reached 3 or more")
    assert words.places_sentence(where(), 3) == "No place reached 3 hate crimes within 12 months."


def test_squares():
    assert words.squares_sentence(where(squares=[True, False, False])) == (
        "Squares of 1 km: 2 with 3 or more, 1 grey without a count (fewer, or kept back so that no count can be worked out); 12 records have no usable grid reference and are"
        " not on the map."
    )
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
    assert words.nominals_sentence(who(share(1, 1), replace(share(0, 0), missing="Nothing."))) == (
        "1 of 1 identified victim was a victim again within 12 months. Linked is not proven."
    )
    assert words.nominals_sentence(who(share(0, 0), share(0, 0), "Nobody.")) == "Nobody."


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
        (plan(closed=True), "No action of the delivery plan is open."
         " Next is the tactical meeting on 12 Nov 2026; updates are due by 5 Nov 2026."),
        (plan(missing="Not yet loaded."), "Not yet loaded."),
    ],
)  # fmt: skip
def test_the_plan(found, sentence):
    assert plan_words.plan_sentence(found) == sentence


def test_a_key_action():
    action = KeyAction("prevent", 1, "Prevent", (count(1, 1, COULD), replace(share(0, 0), missing="x")), None, ())
    assert plan_words.action_summary(action) == "1 of 2 measures loaded, no delivery plan loaded"
    counted = replace(action, actions=ActionCounts(1, 1, 0, 3))
    assert plan_words.action_summary(counted) == "1 of 2 measures loaded, 1 open action, 1 overdue"
    assert plan_words.actions_sentence(counted, plan()) == (
        "Delivery plan: 1 open, 1 overdue, 0 not updated since the strategic meeting of 13 Aug 2026, 3 discharged."
    )
    whole = replace(counted, figures=counted.figures[:1])
    assert plan_words.action_summary(whole) == "1 measure, 1 open action, 1 overdue"
    assert plan_words.actions_sentence(action, plan(missing="Not yet loaded.")) == "Not yet loaded."
