"""Every reason why there is no figure, series or chart, in words."""

from datetime import date
from typing import get_args

import pytest

from hcdata.present.text import missing_words
from hcdata.views.absences import Absence
from hcdata.views.missing import (
    FewBases,
    Kind,
    Missing,
    NoDaysBetween,
    NoHour,
    NotAtLoad,
    NotGiven,
    NotLoaded,
    NotPopulated,
    NotSpokenFor,
    Simply,
    YearNotWhole,
)

AUGUST, OCTOBER = (Absence(date(2026, month, 1), (), False, "none") for month in (8, 10))
FENLAND = Absence(date(2026, 8, 1), ("Fenland",), True, "ends")
REASONS: list[tuple[Missing | None, str]] = [
    (None, ""),
    (Simply("no_complete_month"), "No complete month of data in this period."),
    (Simply("nothing_due"), "Nothing to count in this period: no case is due."),
    (NotLoaded(("crime",)), "Not yet loaded: no crime extract has been loaded."),
    (NotLoaded(("crime", "contact")), "Not yet loaded: no crime extract or victim-contact sheet has been loaded."),
    (NotLoaded(("action",)), "Not yet loaded: no delivery plan has been loaded."),
    (NotSpokenFor("crime", ("Fenland",)), "Not loaded: no crime extract speaks for Fenland."),
    (NotSpokenFor("incident", ("Fenland", "Ely")), "Not loaded: no incident extract speaks for Fenland, Ely."),
    (NotSpokenFor("incident", ()), "Not loaded: no incident extract speaks for Force."),
    (NotPopulated(("victim",)), "Not recorded: no crime loaded has an identified victim."),
    (NotPopulated(("place", "outcome")), "Not recorded: no crime loaded has a place or an outcome."),
    (NotGiven((OCTOBER,)), "Not given: Oct 2026 is not loaded."),
    (NotGiven((AUGUST, OCTOBER)), "Not given: Aug 2026 and Oct 2026 are not loaded."),
    (NotGiven((FENLAND,)), "Not given: Fenland in Aug 2026 is not loaded whole."),
    (NoDaysBetween((AUGUST,)), "Days between are not given without Aug 2026, not loaded."),
    (YearNotWhole((date(2026, 8, 1),)), "12 months are not given: Aug 2026 is not loaded whole."),
    (
        YearNotWhole((date(2026, 8, 1), date(2026, 9, 1))),
        "12 months are not given: Aug 2026, Sep 2026 are not loaded whole.",
    ),
    (NoHour(1200), "No offence of this period has a known hour (1,200 without)."),
    (NotAtLoad(3), "At load 3 not all that this is counted from was loaded."),
    (FewBases(8, 20, 12), "8 months have a base of 20 or more, and 12 are needed"),
]


@pytest.mark.parametrize(("found", "words"), REASONS)
def test_a_reason(found, words):
    assert missing_words.say(found) == words


def test_every_kind_of_reason_has_words():
    assert {type(found) for found, _ in REASONS if found} == set(Missing.__subclasses__())
    assert set(missing_words.WORDS) == set(get_args(Kind))
    assert all(words.endswith(".") for words in missing_words.WORDS.values())
