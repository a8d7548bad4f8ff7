"""A series in words: its last month, its year, its title, and what its range rests on."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present.text import series, trend_words
from hcdata.stats.choose import Choice
from hcdata.stats.headline import judge
from hcdata.stats.steady import Stretch
from hcdata.views.annotations import Rebase
from hcdata.views.missing import Simply
from tests.present.spoken import COULD, FEW, NO_MONTH, NOTHING, UNLIKELY, count, judged, look, trend

IN = "In October 2026,"
USUAL = "the usual range of 19 to 37"
# A series; its last month said.
CHANCE = "but not by enough to rule out chance."
MONTHS = [
    (trend((30,), "Common Cause"), f"{IN} 30 hate crimes were recorded: an ordinary month, within {USUAL}."),
    (trend((41,), "Above UCL"), f"{IN} 41 hate crimes were recorded: above {USUAL}. This is unlikely to be chance."),
    (trend((3,), "Below LCL"), f"{IN} 3 hate crimes were recorded: below {USUAL}. This is unlikely to be chance."),
    (trend((32,) * 8, "7 Points Above CL", 8),
     f"{IN} 32 hate crimes were recorded: within {USUAL}, but above the average for 8 months running. This is unlikely to"
     " be chance."),
    (trend((20,) * 7, "7 Point Trend (Decreasing)", 7),
     f"{IN} 20 hate crimes were recorded: within {USUAL}, but falling for 7 months running. This is unlikely to be chance."),
    (trend((35,), "2 in 3 Above CL"),
     f"{IN} 35 hate crimes were recorded: within {USUAL}, but near the top of the usual range in two of the last three"
     " months. This is unlikely to be chance."),
    (trend((30,), "Common Cause", low=True),
     f"{IN} 30 hate crimes were recorded: an ordinary month, within {USUAL}; with so few a month a real change can pass"
     " unseen."),
    (trend((1,), reason="1.2 a month on average is too few for a usual range (5 are needed)"),
     f"{IN} 1 hate crime was recorded; 1.2 a month on average is too few for a usual range (5 are needed)."),
    (trend((0,), reason="too few"), f"{IN} no hate crimes were recorded; too few."),
    (trend((9, 3, 0), reason="too few", headline=judge([1] * 21 + [4, 3, 7])),
     f"{IN} no hate crimes were recorded; too few. In the last 3 months: 14, where 3 would be usual; this is unlikely to be"
     " chance."),
    (trend((0,), reason="too few", headline=judge([3, 1, 0] * 8)),
     f"{IN} no hate crimes were recorded; too few. In the last 3 months: 4, as many as usual."),
    (trend((41,), "Above UCL", p=0.01), f"{IN} 41 hate crimes were recorded: above {USUAL}, {CHANCE}"),
    (trend((18,), "Below LCL", p=0.01), f"{IN} 18 hate crimes were recorded: below {USUAL}, {CHANCE}"),
    (trend((32,) * 8, "7 Points Above CL", 8, p=0.01),
     f"{IN} 32 hate crimes were recorded: an ordinary month, within {USUAL}; above the average for 8 months running, {CHANCE}"),
    (trend((41, 30), "Common Cause", headline=judged(look("month", [0], 41, 28, signal="Above UCL"))),
     f"{IN} 30 hate crimes were recorded: an ordinary month, within {USUAL}. Sep 2026 (41) was above it, which is unlikely"
     " to be chance."),
    (trend((45, 41), "Above UCL", 2),
     f"{IN} 41 hate crimes were recorded: above {USUAL}. The months above it, Sep 2026 (45) and Oct 2026 (41), are"
     " together unlikely to be chance."),
    (trend((30,) * 26, "Common Cause", headline=judged(unsteady=(Stretch(2, 9, 1),))),
     f"{IN} 30 hate crimes were recorded: an ordinary month, within {USUAL}, set by months that were not steady"
     " themselves."),
    (trend((1702,), "Common Cause", usual=(1500, 1800)),
     f"{IN} 1,702 hate crimes were recorded: an ordinary month, within the usual range of 1,500 to 1,800."),
]  # fmt: skip


@pytest.mark.parametrize(("series_", "sentence"), MONTHS)
def test_the_last_complete_month(series_, sentence):
    assert trend_words.month_sentence(series_) == sentence


YEARS = [
    (count(540, 530, COULD), "Over 12 months: 540, against 530 the year before (+2 %); the difference could be chance."),
    (count(540, 400, UNLIKELY), "Over 12 months: 540, against 400 the year before (+35 %); the difference is unlikely to be chance."),
    (count(540, 541, COULD), "Over 12 months: 540, about as many as the year before (541)."),
    (count(48, 48, COULD), "Over 12 months: 48, as many as the year before (48)."),
    (count(9, 10, COULD), "Over 12 months: 9, against 10 the year before; the difference could be chance."),
    (count(14, 9, COULD), "Over 12 months: 14, against 9 the year before; the difference could be chance."),
    (count(2, 1, FEW), "Over 12 months: 2, against 1 the year before: too few to say."),
    (count(540, None, NOTHING), "Over 12 months: 540; fewer than 24 months are loaded, so there is no year before."),
    (count(0, None, NOTHING, missing=Simply("under_12_complete_months")), "Fewer than 12 complete months are loaded."),
]  # fmt: skip


@pytest.mark.parametrize(("year", "sentence"), YEARS)
def test_the_year(year, sentence):
    assert trend_words.year_sentence(trend(year=year)) == sentence


def test_the_headline_has_month_count_usual_range_chance_and_year():
    assert trend_words.trend_sentence(trend((41,), "Above UCL")) == (
        "In October 2026, 41 hate crimes were recorded: above the usual range of 19 to 37. This is unlikely to be chance."
        " Over 12 months: 540, against 530 the year before (+2 %); the difference could be chance."
    )
    assert trend_words.trend_sentence(trend(missing=NO_MONTH)) == "Nothing is loaded for these months."


NOUNS = [
    ({}, "hate crimes", "Recorded hate crimes"),
    ({"subject": "Fenland", "district": "fenland"}, "hate crimes in Fenland", "Hate crimes in Fenland"),
    ({"subject": "Fenland, Peterborough"}, "hate crimes in Fenland and Peterborough", "Hate crimes in Fenland and Peterborough"),
    ({"subject": "Sexual orientation", "strand": "s"}, "sexual orientation hate crimes", "Sexual orientation hate crimes"),
    ({"subject": "Race in Fenland", "strand": "race"}, "race hate crimes in Fenland", "Race hate crimes in Fenland"),
    ({"subject": "Race in East Cambridgeshire", "strand": "race", "district": "e"}, "race hate crimes in East Cambridgeshire",
     "Race hate crimes in East Cambridgeshire"),
    ({"only": ("Race", "Religion")}, "race or religion hate crimes", "Race or religion hate crimes"),
    ({"subject": "Fenland", "district": "f", "only": ("LGBT",)}, "LGBT hate crimes in Fenland", "LGBT hate crimes in Fenland"),
    ({"things": ("missing flag", "missing flags"), "title": "Flags", "subject": "Fenland"}, "missing flags in Fenland", "Missing flags in Fenland"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "noun", "start"), NOUNS)
def test_what_a_series_is_of(of, noun, start):
    assert series.noun(trend(**of)) == noun
    assert series.noun(trend(**of), 1) == noun.replace("crimes", "crime").replace("flags", "flag")
    assert series.subject(trend(**of)) == start


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (trend((30,) * 12, "Common Cause"), "October 2026 was an ordinary month"),
        (trend((41,), "Above UCL"), "above the usual range in Oct 2026 (41)"),
        (trend((41,), "Above UCL", p=0.01), "October 2026 was above the usual range, but it could be chance"),
        (trend((30,) * 8, "7 Points Below CL", 8), "below the average for 8 months running"),
        (trend((30,) * 8, "7 Points Below CL", 8, p=0.01), "October 2026 was an ordinary month"),
        (trend((2,)), "too few months to judge"),
        (trend((30,), "Common Cause", headline=judged(look("years", [0], 540, 400))), "540 in 12 months, more than usual"),
        (
            trend((41,), "Above UCL", headline=judged(look("month", [0], 41, 28, signal="Above UCL"), look("year", [0], 5, 9))),
            "above the usual range in Oct 2026 (41); 5 in 12 months, fewer than usual",
        ),
        (
            trend((2,), headline=judged(look("quarter", [0], 9, 2), method="rare")),
            "9 in the last 1 months, more than usual",
        ),
        (
            replace(trend((2,)), choice=Choice("rare", False, "")),
            "nothing stands out, too few a month for a usual range",
        ),
        (trend(missing=NO_MONTH), "nothing to show"),
    ],
)  # fmt: skip
def test_a_title_states_the_finding(found, title):
    assert trend_words.trend_title(found) == f"Recorded hate crimes: {title}"


def test_the_year_against_all_years_before_takes_the_place_of_the_one_before():
    found = trend(
        (30,), "Common Cause", headline=judged(look("years", range(12), 540, 420)), year=count(540, 500, COULD)
    )
    assert trend_words.year_sentence(found) == (
        "Over 12 months: 540, against 500 the year before (+8 %). By all 24 months before, 420 would be usual: 540 is more,"
        " and that is unlikely to be chance."
    )


@pytest.mark.parametrize(
    ("year", "title"),
    [
        (count(540, 500, COULD), ": 540, more than the year before, which could be chance"),
        (count(400, 540, UNLIKELY), ": 400, fewer than the year before, unlikely to be chance"),
        (count(400, 400, COULD), ": 400, as many as the year before"),
        (count(400, None, NOTHING), ""),
    ],
)
def test_a_title_of_the_rolling_year(year, title):
    assert trend_words.year_title(trend(year=year)) == f"Rolling 12 months{title}"


def test_a_subtitle_says_what_the_range_rests_on():
    said = "Each month by recorded date; band: usual range, set by 24 months (Nov 2023 to Oct 2025)"
    assert trend_words.trend_subtitle(trend((30,), "Common Cause")) == said
    assert (
        trend_words.trend_subtitle(trend((30,), "Common Cause", low=True))
        == f"{said}; few a month, so a real change can pass unseen"
    )
    assert trend_words.trend_subtitle(trend((30,), "Common Cause", baseline_months=9)).endswith("; provisional")
    unsteady = trend((30,) * 26, "Common Cause", headline=judged(unsteady=(Stretch(2, 9, 1), Stretch(12, 12, -1))))
    assert trend_words.trend_subtitle(unsteady).endswith(
        "which were not steady themselves: high from Nov 2024 to Jun 2025 and low in Sep 2025"
    )


def test_two_years_with_new_limits_between_are_not_alike():
    month = pd.date_range("2024-11-01", periods=24, freq="MS")
    months = pd.DataFrame({"month": month, "n": 30.0, "complete": True})
    rebases = Rebase(1, "recorded_hate_crimes", date(2025, 5, 1), None, None, "Analyst", date(2026, 1, 1), "New rules")
    found = replace(trend((30,), "Common Cause"), months=months, rebases=(rebases,))
    said = trend_words.year_sentence(found)
    assert said.endswith(". Limits start anew in May 2025, so the two years are not counted alike.")
    assert "chance" not in said
    before = replace(found, rebases=(replace(rebases, month=date(2024, 11, 1)),))
    assert "anew" not in trend_words.year_sentence(before) and "chance" in trend_words.year_sentence(before)


def test_the_title_of_a_year_agrees_with_its_sentence_where_all_years_before_tell_more():
    found = trend(headline=judged(look("years", range(12), 540, 400)))
    assert trend_words.year_title(found) == "Rolling 12 months: 540, more than usual, unlikely to be chance"
    assert "that is unlikely to be chance" in trend_words.year_sentence(found)
