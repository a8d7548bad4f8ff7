"""A series in words: its last month, its year, its title, and what its range rests on."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present import series, words
from hcdata.stats.choose import Choice
from hcdata.stats.headline import judge
from hcdata.views.annotations import Anew
from tests.present.spoken import COULD, FEW, NOTHING, UNLIKELY, count, trend

IN = "In October 2026,"
USUAL = "the usual range of 19 to 37"
# A series; its last month said.
MONTHS = [
    (trend((30,), "Common Cause"), f"{IN} 30 hate crimes were recorded: within {USUAL}, so it could be chance."),
    (trend((41,), "Above UCL"), f"{IN} 41 hate crimes were recorded: above {USUAL}. This is unlikely to be chance."),
    (trend((3,), "Below LCL"), f"{IN} 3 hate crimes were recorded: below {USUAL}. This is unlikely to be chance."),
    (trend((32,) * 8, "7 Points Above CL", 8),
     f"{IN} 32 hate crimes were recorded: within {USUAL}, but above its average for 8 months running. This is unlikely to"
     " be chance."),
    (trend((20,) * 7, "7 Point Trend (Decreasing)", 7),
     f"{IN} 20 hate crimes were recorded: within {USUAL}, but falling for 7 months running. This is unlikely to be chance."),
    (trend((35,), "2 in 3 Above CL", 3),
     f"{IN} 35 hate crimes were recorded: within {USUAL}, but near the top of its usual range in two of the last three"
     " months. This is unlikely to be chance."),
    (trend((30,), "Common Cause", low=True),
     f"{IN} 30 hate crimes were recorded: within {USUAL}, so it could be chance, though with so few a month a real change"
     " can pass unseen."),
    (trend((1,), reason="1.2 a month on average is too few for a usual range (5 are needed)"),
     f"{IN} 1 hate crime was recorded; 1.2 a month on average is too few for a usual range (5 are needed)."),
    (trend((0,), reason="too few"), f"{IN} no hate crimes were recorded; too few."),
    (trend((9, 3, 0), reason="too few", headline=judge([1] * 21 + [4, 3, 5])),
     f"{IN} no hate crimes were recorded; too few. In the last 3 months: 12, where 3 would be usual; this is unlikely to be"
     " chance."),
    (trend((0,), reason="too few", headline=judge([3, 1, 0] * 8)),
     f"{IN} no hate crimes were recorded; too few. In the last 3 months: 4, where 4 would be usual; the difference could be"
     " chance."),
    (trend((41,), "Above UCL", headline=judge([40] * 24)),
     f"{IN} 41 hate crimes were recorded: above {USUAL}. Set against the months before, it could still be chance."),
    (trend((32,) * 8, "7 Points Above CL", 8, headline=judge([20, 22] * 8 + [60] * 8)),
     f"{IN} 32 hate crimes were recorded: within {USUAL}, but above its average for 8 months running. This is unlikely to"
     " be chance."),
    (trend((1702,), "Common Cause", usual=(1500, 1800)),
     f"{IN} 1,702 hate crimes were recorded: within the usual range of 1,500 to 1,800, so it could be chance."),
]  # fmt: skip


@pytest.mark.parametrize(("series_", "sentence"), MONTHS)
def test_the_last_complete_month(series_, sentence):
    assert words.month_sentence(series_) == sentence


YEARS = [
    (count(540, 530, COULD), "Over 12 months: 540, against 530 the year before (+2 %); the difference could be chance."),
    (count(540, 400, UNLIKELY), "Over 12 months: 540, against 400 the year before (+35 %); the difference is unlikely to be chance."),
    (count(540, 541, COULD), "Over 12 months: 540, against 541 the year before; the difference could be chance."),
    (count(14, 9, COULD), "Over 12 months: 14, against 9 the year before; the difference could be chance."),
    (count(2, 1, FEW), "Over 12 months: 2, against 1 the year before: too few to say."),
    (count(540, None, NOTHING), "Over 12 months: 540; fewer than 24 months are loaded, so there is no year before."),
    (count(0, None, NOTHING, missing="Fewer than 12 complete months are loaded."), "Fewer than 12 complete months are loaded."),
]  # fmt: skip


@pytest.mark.parametrize(("year", "sentence"), YEARS)
def test_the_year(year, sentence):
    assert words.year_sentence(trend(year=year)) == sentence


def test_the_headline_has_month_count_usual_range_chance_and_year():
    assert words.trend_sentence(trend((41,), "Above UCL")) == (
        "In October 2026, 41 hate crimes were recorded: above the usual range of 19 to 37. This is unlikely to be chance."
        " Over 12 months: 540, against 530 the year before (+2 %); the difference could be chance."
    )
    assert words.trend_sentence(trend(missing="Nothing is loaded.")) == "Nothing is loaded."


NOUNS = [
    ({}, "hate crimes", "Recorded hate crimes"),
    ({"subject": "Fenland", "district": "fenland"}, "hate crimes in Fenland", "Hate crimes in Fenland"),
    ({"subject": "Fenland, Peterborough"}, "hate crimes in Fenland and Peterborough", "Hate crimes in Fenland and Peterborough"),
    ({"subject": "Sexual orientation", "strand": "s"}, "sexual orientation hate crimes", "Sexual orientation hate crimes"),
    ({"subject": "Race", "strand": "race", "within": "Fenland"}, "race hate crimes in Fenland", "Race hate crimes in Fenland"),
    ({"subject": "Race in East Cambridgeshire", "strand": "race", "district": "e"}, "race hate crimes in East Cambridgeshire",
     "Race hate crimes in East Cambridgeshire"),
    ({"only": ("Race", "Religion")}, "race or religion hate crimes", "Race or religion hate crimes"),
    ({"subject": "Fenland", "district": "f", "only": ("LGBT",)}, "LGBT hate crimes in Fenland", "LGBT hate crimes in Fenland"),
    ({"measure": "non_crime_incidents", "title": "Incidents"}, "non-crime hate incidents", "Incidents"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "noun", "start"), NOUNS)
def test_what_a_series_is_of(of, noun, start):
    assert series.noun(trend(**of)) == noun
    assert series.noun(trend(**of), 1) == noun.replace("crimes", "crime").replace("incidents", "incident")
    assert series.subject(trend(**of)) == start


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (trend((30,) * 12, "Common Cause"), "Recorded hate crimes: within the usual range for twelve months"),
        (trend((30,) * 8, "Common Cause"), "Recorded hate crimes: within the usual range for 8 months"),
        (trend((41,), "Above UCL"), "Recorded hate crimes: the last month is above its usual range"),
        (trend((30,) * 8, "7 Points Below CL", 8), "Recorded hate crimes: below its average for 8 months running"),
        (trend((2,)), "Recorded hate crimes: too few months to tell signal from noise"),
        (
            replace(trend((2,)), choice=Choice("rare", False, "")),
            "Recorded hate crimes: too few a month to tell signal from noise",
        ),
        (trend(missing="Nothing."), "Recorded hate crimes: nothing to show"),
    ],
)
def test_a_title_states_the_finding(found, title):
    assert words.trend_title(found) == title


def test_a_title_names_the_months_outside_of_the_last_year():
    found = trend((30,) * 14, "Common Cause")
    found.months.loc[[0, 3, 12], "signal"] = ["Above UCL", "Above UCL", "Below LCL"]
    assert words.trend_title(found) == (
        "Recorded hate crimes: outside the usual range in Dec 2025 and Sep 2026, within it since"
    )


def test_a_subtitle_says_what_the_range_rests_on():
    said = "Each month by recorded date; band: usual range, set by 24 months (Nov 2023 to Oct 2025)"
    assert words.trend_subtitle(trend((30,), "Common Cause")) == said
    assert words.trend_subtitle(trend((30,), "Common Cause", low=True)) == f"{said}; low power"
    assert words.trend_subtitle(trend((30,), "Common Cause", baseline_months=9)).endswith("; provisional")


def test_two_years_with_new_limits_between_are_not_alike():
    month = pd.date_range("2024-11-01", periods=24, freq="MS")
    months = pd.DataFrame({"month": month, "n": 30.0, "complete": True})
    anew = Anew(1, "recorded_hate_crimes", date(2025, 5, 1), None, None, "Analyst", date(2026, 1, 1), "New rules")
    found = replace(trend((30,), "Common Cause"), months=months, anew=(anew,))
    said = words.year_sentence(found)
    assert said.endswith(". Limits start anew in May 2025, so the two years are not counted alike.")
    assert "chance" not in said
    before = replace(found, anew=(replace(anew, month=date(2024, 11, 1)),))
    assert "anew" not in words.year_sentence(before) and "chance" in words.year_sentence(before)
