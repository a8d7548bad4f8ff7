"""When offences are committed and how far apart records are, in words and tables."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present.text import days, hours
from hcdata.stats import rare
from hcdata.stats.rare import Runs
from hcdata.views.daily import Around, Daily
from hcdata.views.rhythm import Rhythm
from tests.present.spoken import ABOUT, NO_MONTH, trend

ONE = trend((3, 1), "Common Cause")


def rhythm(**more):
    cells = pd.DataFrame([(day, hour, 6 if day == 6 else 2) for day in range(1, 8) for hour in range(24)])
    parts = {
        "cells": cells.set_axis(["weekday", "hour", "n"], axis=1), "known": 432, "unknown": 0, "placeholders": 0,
        "night": 70, "busiest": 6, "peaks": ((6, 0),),
    }  # fmt: skip
    return Rhythm(**parts | more)


def test_hours_say_what_is_known_and_what_is_left_out():
    assert hours.title(rhythm()) == "16.2 % fall on Friday and Saturday nights, which are 10.7 % of the week's hours"
    assert hours.sentence(rhythm(unknown=3, placeholders=40), ABOUT) == (
        "By the date and hour of the offence, 12 months to Oct 2026: 432 with a known hour."
        " Saturday has the most (144, 33.3 %; an even week would give 14.3 %)."
        " The highest hour is Saturday 00:00 to 01:00, with 6. 3 without a known hour are left out."
        " 40 stand at exactly 00:00, as systems write an hour they do not know: left out."
    )
    assert "No weekday stands out" in hours.sentence(rhythm(busiest=None), ABOUT)
    assert "No hour of the week stands out" in hours.sentence(rhythm(peaks=()), ABOUT)
    two = "The highest hours are Friday 23:00 to 00:00 and Saturday 00:00 to 01:00, with 6 each."
    assert two in hours.sentence(rhythm(peaks=((5, 23), (6, 0))), ABOUT)


def test_few_hours_are_not_shared_out():
    few = rhythm(known=19)
    assert hours.title(few) == "Hour and weekday of the offence"
    assert "Too few to say more." in hours.sentence(few, ABOUT) and "%" not in hours.sentence(few, ABOUT)
    assert hours.sentence(rhythm(missing=NO_MONTH), ABOUT) == "Nothing is loaded for these months."


def test_an_hour_of_the_week_is_named_and_read_back():
    assert hours.peak(rhythm()) == ("6.0", "Saturday 00:00 to 01:00")
    assert hours.peak(rhythm(known=19)) is None and hours.peak(rhythm(missing=NO_MONTH)) is None
    assert hours.peak(rhythm(peaks=())) is None
    assert hours.read_hour("7.23") == (7, 23) and hours.name_hour(7, 23) == "Sunday 23:00 to 00:00"
    assert [hours.read_hour(text) for text in ("", "8.1", "1.24", "6", "x.y")] == [None] * 5


def test_the_table_has_each_hour_and_weekday():
    table = hours.table(rhythm())
    assert list(table)[:2] == ["Hour", "Monday"] and len(table) == 24
    assert table["Saturday"].sum() == 144
    assert hours.table(rhythm(missing=NO_MONTH)).empty


def daily(gaps, waiting=2, runs=None, last=date(2026, 10, 29)):
    frame = rare.t(gaps).assign(day=pd.date_range("2026-01-01", periods=len(gaps)))
    return Daily(pd.Series(dtype=float), frame, runs or Runs(len(gaps), 2, 6, 5, 2), last, waiting)


def test_gaps_in_words():
    even = daily([8.0, 12.0] * 6)
    assert days.between_title(even, ONE) == "Hate crimes are usually about 10 days apart"
    assert days.between_sentence(even, ONE) == (
        "The last was recorded on 29 Oct 2026, 2 days before the data end. Every gap lies within the limits."
    )
    upper = even.gaps["upper"].iloc[0]
    assert "That is longer than the upper limit of" in days.between_sentence(
        daily([8.0, 12.0] * 6, waiting=int(upper) + 1), ONE
    )
    assert "Short gaps come together" in days.between_sentence(daily([8.0, 12.0] * 6, runs=Runs(12, 9, 6, 1, 2)), ONE)
    odd = daily([8.0, 12.0] * 6 + [90.0])
    assert "Beyond the limits: 90 days to 13 Jan 2026." in days.between_sentence(odd, ONE)
    every = replace(odd, gaps=odd.gaps.tail(5).assign(signal=True))
    assert " and 2 earlier. Whether the series has changed" in days.between_sentence(every, ONE)


def test_too_few_gaps_in_words():
    few = Daily(pd.Series(dtype=float), daily([8.0, 9.0]).gaps.iloc[:0], None, date(2026, 10, 29), 2)
    assert "Too few to say how far apart" in days.between_sentence(few, ONE)
    assert days.between_sentence(Daily(few.counts, few.gaps, None, None, None), ONE) == "None is on record."
    none = Daily(few.counts, few.gaps, None, None, None, NO_MONTH)
    assert days.between_sentence(none, ONE) == "Nothing is loaded for these months."


def around(expected=14.0, n=42, p=0.0001):
    rows = [("before", 14, 14, expected, 0.9), ("after", n, 14, expected, p)]
    windows = pd.DataFrame(rows, columns=["window", "n", "days", "expected", "p"])
    windows["unlikely"] = windows["p"] <= 0.002
    return Around(date(2026, 8, 2), windows, pd.DataFrame({"day": [], "n": []}))


def test_the_fortnight_in_words():
    assert days.around_title(around(), "Disorder") == "Disorder: 42 in the 14 days from then, where 14 would be usual"
    assert days.around_sentence(around(), ONE) == (
        "In the 14 days before: 14 hate crimes, as many as usual for these weekdays and season. In the"
        " 14 days from the event on: 42 hate crimes, where 14 would be usual; this is unlikely to be"
        " chance. That it follows an event does not show that the event caused it."
    )


@pytest.mark.parametrize(("expected", "said"), [(0.8, "0.8 would be usual"), (float("nan"), "Nothing is loaded")])
def test_few_a_fortnight_tell_nothing(expected, said):
    assert said in days.around_sentence(around(expected), ONE)
    assert "chance" not in days.around_sentence(around(expected), ONE)
