"""What is said of one series looked at closely, in sentences that can be read out."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present.text import closeup_titles, month_words, reading
from hcdata.stats import choose, headline
from hcdata.views.annotations import Rebase
from hcdata.views.closeup import Closeup
from hcdata.views.missing import Simply
from hcdata.views.one_month import OneMonth
from hcdata.views.results import Verdict
from tests.present import made_up as made
from tests.present.spoken import COULD, NO_MONTH, NOTHING, UNLIKELY, count, named, trend

NONE = pd.DataFrame({"event_on": pd.to_datetime([]), "name": [], "scope": [], "kind": [], "note": []})
EVENTS = pd.DataFrame(
    {
        "event_on": pd.to_datetime(["2026-04-01", "2026-07-20"]),
        "name": ["New rules", "Disorder"],
        "scope": "force",
        "kind": ["recording_change", "trigger"],
        "note": ["", "Two days"],
    }
)
ANEW = Rebase(4, "recorded_hate_crimes", date(2026, 4, 1), None, None, "Lead analyst", date(2026, 5, 3), "New system.")


def closeup(**more):
    frame = pd.DataFrame(
        {"month": pd.to_datetime(["2026-10-01"]), "n": [21.0], "years": [3], "least": [20.0], "most": [30.0]}
    )
    parts = {
        "trend": made.trend(),
        "quarters": pd.DataFrame(
            {
                "quarter": pd.to_datetime(["2026-07-01", "2026-10-01"]),
                "n": [537, 168],
                "complete": [True, False],
                "prior_n": [485.0, None],
                "chance": ["could be chance", "nothing to compare with"],
            }
        ),
        "years": pd.DataFrame(
            {"year": ["2026/27"], "month": pd.to_datetime(["2026-10-01"]), "n": [168.0], "to_date": [1122.0]}
        ),
        "to_date": count(1122, 1049, COULD),
        "rate": pd.DataFrame(
            {
                "month": pd.to_datetime(["2026-10-01"]),
                "n": [1798],
                "of": [894_400],
                "value": [2.01],
                "lower": [1.92],
                "upper": [2.11],
            }
        ),
        "rate_missing": None,
        "counts": frame[["month", "n"]],
        "season": frame,
    }
    return Closeup(**parts | more)


def month(**more):
    before = pd.DataFrame({"month": pd.to_datetime(["2025-08-01", "2024-08-01"]), "n": [159.0, 153.0]})
    parts = {
        "month": date(2026, 8, 1), "n": 214, "complete": True, "marked": True, "mean": 135.458, "lower": 90.7,
        "upper": 180.216, "before": before, "verdict": UNLIKELY, "events": NONE,
    }  # fmt: skip
    return OneMonth(**parts | more)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([28, 30] * 12, "A single month would stand out with 49 or more, or with 12 or fewer."),
        ([8, 5, 9, 4] * 6, "A single month would stand out with 18 or more."),
    ],
)
def test_what_would_change_the_reading(values, said):
    found = trend((28, 30), "Common Cause", headline=headline.judge(values))
    assert reading.what_would_change(found) == said
    assert reading.what_would_change(replace(found, usual=None)) == ""


def test_changes_of_recording_are_said_with_new_limits():
    found = replace(trend((28, 30), "Common Cause"), events=EVENTS, rebases=(ANEW,))
    assert reading.recording(found) == (
        "A step at a change of recording practice may be the practice and not the crime: New rules (1 Apr 2026)."
        " Limits start anew in April 2026: New system (Lead analyst, 3 May 2026)."
    )
    assert reading.recording(replace(found, events=EVENTS.iloc[1:], rebases=())) == ""


def test_one_month_in_words():
    found = trend((28, 30), "Common Cause")
    assert month_words.month_words(month(), found) == (
        "August 2026: 214 hate crimes, above the usual range, and part of what stands out. The same month before: 159 in 2025 and 153 in 2024;"
        " the difference from the year before is unlikely to be chance."
    )
    assert month_words.month_words(month(complete=False, n=1), found) == (
        "August 2026 is not complete: 1 hate crime so far. It is not judged."
    )
    alone = month(lower=None, upper=None, mean=None, before=month().before.iloc[:0], verdict=NOTHING)
    assert month_words.month_words(alone, found) == (
        "August 2026: 214 hate crimes; no usual range holds for this month. The same month of an earlier year is not loaded."
    )


def test_the_arithmetic_adds_up():
    found = trend((28, 30), "Common Cause")
    said = month_words.arithmetic(month(), found)
    assert (
        "mean 135.46 a month; neighbouring months differ by 16.83 on average; 135.46 ± 2.66 × 16.83 = 90.7 to 180.2."
        in said
    )
    assert month_words.arithmetic(month(mean=None), found) == ""
    # The baseline named is that of the last limits, not of those before a new start.
    assert "(" not in month_words.arithmetic(month(month=date(2026, 3, 1)), replace(found, rebases=(ANEW,)))


def test_events_near_a_month():
    assert month_words.events_near(month()) == "No event is on record for this month or the fortnight before it."
    assert month_words.events_near(month(events=EVENTS)) == (
        "Events in the month or the fortnight before it: New rules (1 Apr 2026); Disorder (20 Jul 2026: Two days)."
    )


def test_titles_state_what_was_found():
    found = closeup()
    assert closeup_titles.quarter(found) == "537 in the quarter from July 2026, 485 a year before: could be chance"
    assert closeup_titles.to_date(found) == (
        "1,122 in 2026/27 to the end of October, 1,049 in the same months a year before: could be chance"
    )
    assert closeup_titles.rate(found) == ("2.01 per 1,000 residents in the 12 months to October 2026 (1.92 to 2.11)")
    assert closeup_titles.season(found) == (
        "0 of 1 months lie outside what the same month had in the years before; chance alone would put about 0 there"
    )


def test_titles_without_data_say_so():
    missing = closeup(
        trend=made.no_trend(), to_date=count(0, None, Verdict("too few to say"), missing=NO_MONTH),
        rate_missing=Simply("no_population"), season=closeup().season.assign(years=1),
    )  # fmt: skip
    assert closeup_titles.quarter(missing) == "No whole quarter is loaded"
    assert closeup_titles.to_date(missing) == "Nothing is loaded for these months."
    assert closeup_titles.rate(missing) == "No population is on file for this area."
    assert closeup_titles.season(missing) == "No complete month is loaded"
    short = closeup(season=closeup().season.assign(years=1))
    assert closeup_titles.season(short).startswith("Fewer than two earlier years")


def test_panels_name_those_that_end_outside():
    quiet, loud = (trend((28, 30), label) for label in ("Common Cause", "Above UCL"))
    assert reading.panels_title([quiet], "strand") == "No strand stands out"
    race = replace(loud, subject=named("Race", "race"), strand="race")
    title = reading.panels_title([quiet, race], "strand")
    assert title == "Race stands out; no other strand does"
    assert reading.panels_title([race], "strand") == "Race stands out"


def test_panels_too_short_to_judge_say_so():
    short = replace(trend((1, 1), "Common Cause"), choice=choose.choose([1, 1]))
    assert reading.panels_title([short], "strand") == "Too few months are loaded to say what is usual"


def test_series_of_nothing_are_folded_into_one_sentence():
    some, none = trend(n=(0, 41)), trend(n=(0, 0), begun=False)
    shown, said = reading.fold_empty([some, *(replace(none, subject=named(one)) for one in ("Gender", "Religion"))])
    assert len(shown) == 1 and shown[0] is some
    assert said == "Nothing in the months shown for Gender and Religion."
    assert reading.fold_empty([some])[1] == reading.fold_empty([none, none])[1] == ""
    assert len(reading.fold_empty([none, none])[0]) == 2
