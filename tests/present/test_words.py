"""Results as sentences: figure, n, comparison, and whether it could be chance."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.filters import Filters, Period
from hcdata.present import numbers, series, words
from hcdata.stats.choose import Choice
from hcdata.stats.spc import Latest
from hcdata.views.results import (
    About,
    ActionCounts,
    Comparison,
    Figure,
    KeyAction,
    Locations,
    Nominals,
    Plan,
    Trend,
    Verdict,
)

YEAR = Period(date(2025, 11, 1), date(2026, 11, 1), True)
ABOUT = About(
    force="Force", marking="OFFICIAL", handling="", synthetic=True, data_to=date(2026, 10, 31), snapshot="1", as_at=1,
    filters=Filters("12m"), period=YEAR, prior=None, period_words="12 months to Oct 2026",
    prior_words="the period before (Nov 2024 to Oct 2025)", district_words="Force", strand_words="all strands",
)  # fmt: skip
COULD, UNLIKELY = Verdict("could be chance", 0.4), Verdict("unlikely to be chance", 0.01)
FEW, NOTHING = Verdict("too few to say"), Verdict("nothing to compare with")
BEFORE = "the period before (Nov 2024 to Oct 2025)"


def count(n, prior, verdict, **more):
    return Figure(
        "m", "Crimes", "count", "neutral", "Force", n=n, value=float(n), prior_n=prior, verdict=verdict, **more
    )


def share(n, of, prior=None, prior_of=None, verdict=NOTHING, **more):
    before = None if not prior_of else prior / prior_of
    value = n / of if of else None
    return Figure(
        "m", "Contact", "percent", "up", "Force", n=n, of=of, value=value, prior_n=prior, prior_of=prior_of,
        prior_value=before, verdict=verdict, **more,
    )  # fmt: skip


def rate(**more):
    found = Figure(
        "m", "Rate", "rate", "neutral", "Force", n=1702, of=894_400, value=1.903, lower=1.81, upper=1.996,
        when="in the 12 months to Oct 2026", against="the 12 months before (Nov 2024 to Oct 2025)",
    )  # fmt: skip
    return replace(found, **more)


# figure; the short change; the whole sentence.
FIGURES = [
    (count(1702, 1650, COULD), "+3 %, could be chance",
     f"Crimes: 1,702 in the 12 months to Oct 2026; 1,650 in {BEFORE}; the difference could be chance."),
    (count(120, 200, UNLIKELY), "-40 %, unlikely to be chance",
     f"Crimes: 120 in the 12 months to Oct 2026; 200 in {BEFORE}; the difference is unlikely to be chance."),
    (count(1650, 1652, COULD), "about the same (1,652 before)",
     f"Crimes: 1,650 in the 12 months to Oct 2026; 1,652 in {BEFORE}; the difference could be chance."),
    # Below 20 no percentage: 4 to 6 is not a rise of half.
    (count(6, 4, COULD), "4 before, could be chance",
     f"Crimes: 6 in the 12 months to Oct 2026; 4 in {BEFORE}; the difference could be chance."),
    (count(19, 40, COULD), "40 before, could be chance",
     f"Crimes: 19 in the 12 months to Oct 2026; 40 in {BEFORE}; the difference could be chance."),
    (count(1, 0, FEW), "0 before, too few to say",
     f"Crimes: 1 in the 12 months to Oct 2026; 0 in {BEFORE}: too few to say."),
    (count(580, None, NOTHING, when="on 31 Oct 2026"), "no earlier period to compare with", "Crimes: 580 on 31 Oct 2026."),
    (count(5, None, NOTHING), "no earlier period to compare with",
     "Crimes: 5 in the 12 months to Oct 2026; no earlier period to compare with."),
    (count(0, 0, NOTHING, missing="Not yet loaded: no crime extract has been loaded."),
     "Not yet loaded: no crime extract has been loaded.", "Crimes: Not yet loaded: no crime extract has been loaded."),
    (share(96, 162, 90, 150, COULD, not_recorded=42), "60.0 % before, could be chance",
     f"Contact: 59.3 % (96 of 162) in the 12 months to Oct 2026; 42 have nothing recorded; 60.0 % (90 of 150) in {BEFORE};"
     " the difference could be chance."),
    (share(96, 162, not_recorded=1), "no earlier period to compare with",
     "Contact: 59.3 % (96 of 162) in the 12 months to Oct 2026; 1 has nothing recorded; no earlier period to compare with."),
    # Below 20 a share is n of N and nothing more.
    (share(3, 7, 90, 150, FEW), "60.0 % before, too few to say", "Contact: 3 of 7 in the 12 months to Oct 2026: too few to say."),
    (share(96, 162, 3, 7, FEW), "3 of 7 before, too few to say",
     f"Contact: 59.3 % (96 of 162) in the 12 months to Oct 2026; 3 of 7 in {BEFORE}: too few to say."),
    (share(96, 162, 0, 0), "nothing was due before",
     f"Contact: 59.3 % (96 of 162) in the 12 months to Oct 2026; nothing was due in {BEFORE}."),
    (share(23, 162, note="core set: outcomes 1, 2"), "no earlier period to compare with",
     "Contact: 14.2 % (23 of 162) in the 12 months to Oct 2026; no earlier period to compare with. (Core set: outcomes 1, 2.)"),
    (rate(prior_n=1650, prior_value=1.845, verdict=COULD), "+3 %, could be chance",
     "Rate: 1.90 (1.81 to 2.00), 1,702 crimes, in the 12 months to Oct 2026; 1.84, 1,650 crimes, in the 12 months before"
     " (Nov 2024 to Oct 2025); the difference could be chance."),
    (rate(n=1, value=0.011, lower=0.0, upper=0.06), "no earlier period to compare with",
     "Rate: 0.01 (0.00 to 0.06), 1 crime, in the 12 months to Oct 2026; no earlier period to compare with."),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "change", "sentence"), FIGURES)
def test_a_figure(figure, change, sentence):
    assert words.change(figure) == change
    assert words.figure_sentence(figure, ABOUT) == sentence


def trend(n=(41,), signal=None, length=1, usual=(19, 37), reason="enough", low=False, begun=True, **more):
    """A series whose last complete month is October 2026, with a month begun after it."""
    months = pd.date_range(end="2026-10-01", periods=len(n), freq="MS")
    frame = pd.DataFrame({"month": months, "n": [float(one) for one in n], "complete": True})
    frame["signal"] = ["Common Cause"] * (len(n) - 1) + [signal]
    if begun:
        frame.loc[len(frame)] = [pd.Timestamp("2026-11-01"), 3.0, False, None]
    xmr = signal is not None
    found = Trend(
        measure="recorded_hate_crimes", title="Recorded hate crimes", subject="Force", district=None, strand=None,
        months=frame, choice=Choice("xmr" if xmr else "none", low, reason),
        latest=Latest(len(n) - 1, signal, "", len(n) - length, length) if xmr else None, usual=usual if xmr else None,
        baseline_words="Nov 2023 to Oct 2025", baseline_months=24, year=count(540, 530, COULD), events=pd.DataFrame(),
    )  # fmt: skip
    return replace(found, **more)


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
    (trend((1,), reason="too few: 1.2 a month on average where at least 5 are needed"),
     f"{IN} 1 hate crime was recorded; too few: 1.2 a month on average where at least 5 are needed, so no usual range is"
     " given."),
    (trend((0,), reason="too few"), f"{IN} no hate crimes were recorded; too few, so no usual range is given."),
    (trend((1702,), "Common Cause", usual=(1500, 1800)),
     f"{IN} 1,702 hate crimes were recorded: within the usual range of 1,500 to 1,800, so it could be chance."),
]  # fmt: skip


@pytest.mark.parametrize(("series_", "sentence"), MONTHS)
def test_the_last_complete_month(series_, sentence):
    assert words.month_sentence(series_) == sentence


@pytest.mark.parametrize(
    ("period", "when"),
    [
        ("36 months to Oct 2026", "in the 36 months to Oct 2026"),
        ("quarter to Sep 2026", "in the quarter to Sep 2026"),
        ("financial year to Oct 2026", "in the financial year to Oct 2026"),
        ("Oct 2026", "in Oct 2026"),
        ("all months to Oct 2026", "in all months to Oct 2026"),
        ("Mar 2026 to Oct 2026", "from Mar 2026 to Oct 2026"),
        ("10 Mar 2025 to 20 Jun 2025", "from 10 Mar 2025 to 20 Jun 2025"),
    ],
)
def test_the_time_of_a_figure(period, when):
    about = replace(ABOUT, period_words=period)
    assert words.figure_sentence(count(5, None, NOTHING), about).startswith(f"Crimes: 5 {when};")


YEARS = [
    (count(540, 530, COULD), "Over 12 months: 540, 530 the year before (+2 %); the difference could be chance."),
    (count(540, 400, UNLIKELY), "Over 12 months: 540, 400 the year before (+35 %); the difference is unlikely to be chance."),
    (count(540, 541, COULD), "Over 12 months: 540, 541 the year before; the difference could be chance."),
    (count(14, 9, COULD), "Over 12 months: 14, 9 the year before; the difference could be chance."),
    (count(2, 1, FEW), "Over 12 months: 2, 1 the year before: too few to say."),
    (count(540, None, NOTHING), "Over 12 months: 540; fewer than 24 months are loaded, so there is no year before."),
    (count(0, None, NOTHING, missing="Fewer than 12 complete months are loaded."), "Fewer than 12 complete months are loaded."),
]  # fmt: skip


@pytest.mark.parametrize(("year", "sentence"), YEARS)
def test_the_year(year, sentence):
    assert words.year_sentence(trend(year=year)) == sentence


def test_the_headline_has_month_count_usual_range_chance_and_year():
    assert words.trend_sentence(trend((41,), "Above UCL")) == (
        "In October 2026, 41 hate crimes were recorded: above the usual range of 19 to 37. This is unlikely to be chance."
        " Over 12 months: 540, 530 the year before (+2 %); the difference could be chance."
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
        (trend((2,)), "Recorded hate crimes: too few a month to tell signal from noise"),
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


def comparison(unit="rate", **marks):
    rows = pd.DataFrame({"name": ["Fenland", "Peterborough", "Ely"], "significance": ["Not significant"] * 3})
    for name, mark in marks.items():
        rows.loc[rows["name"] == name, "significance"] = mark
    return Comparison("m", "Rate", unit, rows, pd.DataFrame(), 1.9 if unit == "rate" else 0.593)


@pytest.mark.parametrize(
    ("marks", "title"),
    [
        ({}, "No district lies outside what chance would give"),
        ({"Fenland": "Low (0.025)"}, "No district lies outside what chance would give"),
        ({"Fenland": "Low (0.001)"}, "Fenland is below what chance would give round the figure of all districts"),
        ({"Fenland": "High (0.001)", "Ely": "High (0.001)", "Peterborough": "Low (0.001)"},
         "Fenland and Ely are above; Peterborough is below what chance would give round the figure of all districts"),
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


def where(places=(), squares=(), settings=(), **more):
    return Locations(
        settings=pd.DataFrame(settings, columns=["setting", "name", "n", "share"]),
        repeat=share(14, 900),
        places=pd.DataFrame(places, columns=["district", "place_type", "places", "crimes", "new"]),
        squares=pd.DataFrame({"muted": pd.Series(squares, dtype=bool)}),
        landmarks=pd.DataFrame(), squares_missing=None, not_on_map=12, map_minimum=3, **more,
    )  # fmt: skip


def test_places():
    rows = [
        ("A", "Home", 6, 20, 2),
        ("B", "Home", 3, 9, 1),
        ("A", "Shop or retail", 3, 10, 1),
        ("A", "School", 2, 7, 0),
    ]
    assert words.places_sentence(where(rows), 3) == (
        "14 places reached 3 or more hate crimes within 12 months (home 9, shop or retail 3, school 2); 4 first did so this"
        " quarter."
    )
    assert words.places_sentence(where(rows[3:4]), 3).startswith("2 places reached 3 or more")
    assert words.places_sentence(where([("A", "Home", 1, 3, 1)]), 3).startswith("1 place reached 3 or more")
    assert words.places_sentence(where(), 3) == "No place reached 3 hate crimes within 12 months."


def test_squares():
    assert words.squares_sentence(where(squares=[True, False, False])) == (
        "Squares of 1 km: 2 with 3 or more, 1 with fewer (grey, no count); 12 records have no usable grid reference and are"
        " not on the map."
    )
    one = replace(where(squares=[True]), not_on_map=1)
    assert words.squares_sentence(one).endswith("1 record has no usable grid reference and is not on the map.")


def test_the_commonest_setting_is_a_known_one():
    rows = [("dwelling", "Home", 40, 0.4), ("not_recorded", "Not recorded", 60, 0.6)]
    assert words.settings_title(where(settings=rows)) == "Home is the commonest setting (40, 40.0 %)"
    assert words.settings_title(where(settings=rows[1:])) == "Settings"
    assert words.settings_title(where(settings=[("dwelling", "Home", 4, 0.4)])) == "Home is the commonest setting (4)"


def who(victims, suspects, missing=None):
    return Nominals(victims, suspects, pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), missing)


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


def plan(stale=0, **more):
    actions = pd.DataFrame({"not_updated": [True] * stale + [False]})
    dates = {"last_meeting": date(2026, 8, 13), "meeting": date(2026, 11, 12), "update_by": date(2026, 11, 5)}
    return Plan(key_actions=(), actions=actions, **(dates | more))


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (plan(2), "Next meeting 12 Nov 2026: updates are due by 5 Nov 2026; 2 open actions have no update since the last"
         " meeting (13 Aug 2026)."),
        (plan(1), "Next meeting 12 Nov 2026: updates are due by 5 Nov 2026; 1 open action has no update since the last"
         " meeting (13 Aug 2026)."),
        (plan(0), "Next meeting 12 Nov 2026: updates are due by 5 Nov 2026; every open action has an update since the last"
         " meeting (13 Aug 2026)."),
        (plan(1, last_meeting=None), "Next meeting 12 Nov 2026: updates are due by 5 Nov 2026; 1 open action has no update"
         " at all."),
        (plan(1, meeting=None, update_by=None),
         "1 open action has no update since the last meeting (13 Aug 2026); no later meeting is in config.toml."),
        (plan(missing="Not yet loaded."), "Not yet loaded."),
    ],
)  # fmt: skip
def test_the_plan(found, sentence):
    assert words.plan_sentence(found) == sentence


def test_a_key_action():
    action = KeyAction("prevent", 1, "Prevent", (count(1, 1, COULD), replace(share(0, 0), missing="x")), None, ())
    assert words.action_summary(action) == "1 of 2 measures loaded, no delivery plan loaded"
    counted = replace(action, actions=ActionCounts(1, 1, 0, 3))
    assert words.action_summary(counted) == "1 of 2 measures loaded, 1 open action, 1 past due"
    assert words.actions_sentence(counted, plan()) == (
        "Delivery plan: 1 open, 1 past due, 0 not updated since the last meeting (13 Aug 2026), 3 discharged."
    )
    assert words.actions_sentence(action, plan(missing="Not yet loaded.")) == "Not yet loaded."


def test_no_colour_and_no_arrow_is_ever_said():
    spoken = [words.change(figure) + words.figure_sentence(figure, ABOUT) for figure, *_ in FIGURES]
    spoken += [sentence for _, sentence in (*MONTHS, *YEARS)]
    assert not any(word in text.lower() for text in spoken for word in ("red", "green", "worse", "better")
                   if word not in ("red",) or " red " in text)  # fmt: skip
    assert not any(arrow in text for text in spoken for arrow in "▲▼↑↓")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (numbers.count(1702), "1,702"),
        (numbers.count(None), "none recorded"),
        (numbers.percent(0.1425), "14.2 %"),
        (numbers.percent(None), "-"),
        (numbers.percent(pd.NA), "-"),
        (numbers.rate(float("nan")), "-"),
        (numbers.rate(1.9), "1.90"),
        (numbers.month(date(2026, 10, 1)), "Oct 2026"),
        (numbers.day(date(2026, 10, 3)), "3 Oct 2026"),
        (numbers.change(103, 100), "+3 %"),
        (numbers.change(1000, 1001), ""),
        (numbers.listed([]), ""),
        (numbers.listed(["a"]), "a"),
        (numbers.listed(["a", "b", "c"]), "a, b and c"),
        (numbers.counted(1, "crime", "crimes"), "1 crime"),
        (numbers.counted(0, "crime", "crimes"), "no crimes"),
        (numbers.value(share(3, 7)), "3 of 7"),
        (numbers.value(share(10, 19)), "10 of 19"),
        (numbers.value(share(10, 20)), "50.0 % (10 of 20)"),
        (numbers.value(share(23, 162)), "14.2 % (23 of 162)"),
        (numbers.value(count(1702, None, NOTHING)), "1,702"),
        (numbers.value(replace(share(0, 0), missing="x")), "-"),
    ],
)
def test_numbers(written, wanted):
    assert written == wanted
