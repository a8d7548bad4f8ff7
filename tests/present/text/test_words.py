"""Figures as sentences: figure, n, comparison, and whether it could be chance."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.common.filters import Period
from hcdata.present.text import numbers, words
from hcdata.ui import markup
from hcdata.views.absences import Absence
from hcdata.views.missing import NotLoaded
from hcdata.views.notes import ByYears, CountedBy, StillOpen, Without
from hcdata.views.results import Verdict
from tests.present.spoken import (
    ABOUT,
    BEFORE,
    COULD,
    FEW,
    NOTHING,
    UNLIKELY,
    count,
    days,
    rate,
    share,
)
from tests.present.text.test_trend_words import MONTHS, YEARS

FENLAND = Absence(date(2026, 10, 1), ("Fenland",), False, "none")
# figure; the short change; the whole sentence.
FIGURES = [
    (count(1702, 1650, COULD), "+3 %, could be chance",
     f"Crimes: 1,702 in the 12 months to Oct 2026; 1,650 in {BEFORE}; the difference could be chance."),
    (count(120, 200, UNLIKELY), "-40 %, unlikely to be chance",
     f"Crimes: 120 in the 12 months to Oct 2026; 200 in {BEFORE}; the difference is unlikely to be chance."),
    (count(1650, 1652, COULD), "about the same (1,652 before)",
     f"Crimes: 1,650 in the 12 months to Oct 2026; 1,652 in {BEFORE}: about the same."),
    # Where there is no difference, nothing is called chance.
    (count(16, 16, COULD), "about the same (16 before)",
     f"Crimes: 16 in the 12 months to Oct 2026; 16 in {BEFORE}: about the same."),
    (share(292, 1662, 276, 1569, COULD), "about the same (17.6 % before)",
     f"Contact: 17.6 % (292 of 1,662) in the 12 months to Oct 2026; 17.6 % (276 of 1,569) in {BEFORE}: about the same."),
    # What a number lacks is said in one breath with it.
    (count(0, None, NOTHING, notes=(Without((FENLAND,), apart=True),)),
     "not set against an earlier period",
     "Crimes: 0 in the 12 months to Oct 2026 (without Fenland in Oct 2026, not loaded, so it is not set against an earlier"
     " period)."),
    # No change stands without a verdict.
    (count(1834, 1664, Verdict("unlikely to be chance by all years before"),
           notes=(ByYears(24, 1650.0, 1834, False),)),
     "+10 %, unlikely to be chance by all years before",
     f"Crimes: 1,834 in the 12 months to Oct 2026; 1,664 in {BEFORE}. (By all 24 months before, 1,650 crimes would be usual:"
     " 1,834 is more, and that is unlikely to be chance.)"),
    (count(1834, 1664, NOTHING), "+10 %, not judged",
     f"Crimes: 1,834 in the 12 months to Oct 2026; 1,664 in {BEFORE}; the difference is not judged."),
    # Below 20 no percentage: 4 to 6 is not a rise of half.
    (count(6, 4, COULD), "4 before, could be chance",
     f"Crimes: 6 in the 12 months to Oct 2026; 4 in {BEFORE}; the difference could be chance."),
    (count(19, 40, COULD), "40 before, could be chance",
     f"Crimes: 19 in the 12 months to Oct 2026; 40 in {BEFORE}; the difference could be chance."),
    (count(1, 0, FEW), "0 before, too few to say",
     f"Crimes: 1 in the 12 months to Oct 2026; 0 in {BEFORE}: too few to say."),
    (count(580, None, NOTHING, on=date(2026, 10, 31)), "", "Crimes: 580 on 31 Oct 2026."),
    (count(5, None, NOTHING), "no earlier period to compare with",
     "Crimes: 5 in the 12 months to Oct 2026; no earlier period to compare with."),
    (count(0, 0, NOTHING, missing=NotLoaded(("crime",))),
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
    (share(23, 162, notes=(CountedBy("core set: outcomes 1, 2"),)), "no earlier period to compare with",
     "Contact: 14.2 % (23 of 162) in the 12 months to Oct 2026; no earlier period to compare with. (Core set: outcomes 1, 2.)"),
    (rate(prior_n=1650, prior_value=1.845, verdict=COULD), "+3 %, could be chance",
     "Rate: 1.90 (1.81 to 2.00), 1,702 crimes, in the 12 months to Oct 2026; 1.84, 1,650 crimes, in the 12 months before"
     " (Nov 2024 to Oct 2025); the difference could be chance."),
    (days(1679, 42.0, 121.2, 1500, 44.0), "44 days before, not judged",
     "Days: half of 1,679 crimes within 42 days, nine in ten within 121 days, in the 12 months to Oct 2026;"
     f" half within 44 days in {BEFORE}; the difference is not judged."),
    (days(4, 2.5, 9.0, 0, None, not_recorded=1), "nothing to count before",
     "Days: half of 4 crimes within 2.5 days, in the 12 months to Oct 2026; 1 more has an odd date;"
     f" nothing to count in {BEFORE}."),
    (rate(n=15, value=0.15, prior_n=9, prior_value=0.09, verdict=COULD), "9 crimes before, could be chance",
     "Rate: 0.15 (1.81 to 2.00), 15 crimes, in the 12 months to Oct 2026; 0.09, 9 crimes, in the 12 months before"
     " (Nov 2024 to Oct 2025); the difference could be chance."),
    (rate(n=1, value=0.011, lower=0.0, upper=0.06), "no earlier period to compare with",
     "Rate: 0.01 (0.00 to 0.06), 1 crime, in the 12 months to Oct 2026; no earlier period to compare with."),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "change", "sentence"), FIGURES)
def test_a_figure(figure, change, sentence):
    assert words.change(figure) == change
    assert words.figure_sentence(figure, ABOUT) == sentence


@pytest.mark.parametrize(
    ("start", "end", "name", "when"),
    [
        ("2023-11-01", "2026-11-01", "36m", "in the 36 months to Oct 2026"),
        ("2026-07-01", "2026-10-01", "quarter", "in the quarter to Sep 2026"),
        ("2026-04-01", "2026-11-01", "fytd", "in the financial year to Oct 2026"),
        ("2026-10-01", "2026-11-01", "month", "in Oct 2026"),
        ("2026-04-01", "2026-05-01", "fytd", "in Apr 2026"),
        ("2022-11-01", "2026-11-01", "all", "in all months to Oct 2026"),
        ("2026-03-01", "2026-11-01", "custom", "from Mar 2026 to Oct 2026"),
        ("2025-03-10", "2025-06-21", "custom", "from 10 Mar 2025 to 20 Jun 2025"),
        ("2026-11-01", "2026-11-01", "12m", "in no complete month"),
    ],
)
def test_the_time_of_a_figure(start, end, name, when):
    period = Period(date.fromisoformat(start), date.fromisoformat(end), True)
    about = replace(ABOUT, period=period, named=name)
    assert words.figure_sentence(count(5, None, NOTHING), about).startswith(f"Crimes: 5 {when};")


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
        (numbers.value(replace(share(0, 0), missing=NotLoaded(("crime",)))), "-"),
    ],
)
def test_numbers(written, wanted):
    assert written == wanted


@pytest.mark.parametrize(
    ("figure", "tile", "end"),
    [
        (
            share(23, 162, notes=(StillOpen(apart=True),)),
            "not set against an earlier period",
            "Oct 2026. (Crimes of the last months",
        ),
        (share(23, 162), "no earlier period to compare with", "Oct 2026; no earlier period to compare with."),
        (count(580, None, NOTHING, on=date(2026, 10, 31)), "", "on 31 Oct 2026."),
    ],
)
def test_a_figure_that_stands_alone_says_why_and_only_once(figure, tile, end):
    assert words.change(figure) == tile and end in words.figure_sentence(figure, ABOUT)


@pytest.mark.parametrize(("n", "of", "shown"), [(0, 19, "0 of 19"), (5, 15, "5 of 15"), (96, 162, "59.3 %")])
def test_a_tile_gives_no_percentage_of_few(n, of, shown):
    tile = markup.tile(share(n, of, minimum_n=20))
    assert f">{shown}</p>" in tile
    assert ("%" in tile) == (of >= 20)


def test_a_duty_that_stands_says_its_day_and_that_it_is_not_met_now():
    figure = replace(share(83, 140, not_recorded=6), duty=True, on=date(2026, 10, 31), to_put_right=57)
    tile, said = markup.tile(figure), words.figure_sentence(figure, ABOUT)
    assert "on 31 Oct 2026" in tile and "51 not met, 6 not recorded" in tile
    assert "on 31 Oct 2026; it is not met for 51 crimes; 6 have nothing recorded" in said
    assert "closed" not in said


def test_a_tile_of_days_says_of_how_many_and_how_long_most_took():
    tile = markup.tile(days(1679, 42.0, 121.2, 1500, 44.0, not_recorded=2))
    for said in ("42 days", "half of 1,679; nine in ten within 121 days", "44 days before", "2 more have an odd date"):
        assert said in tile
    assert "nine in ten" not in markup.tile(days(4, 2.5, 9.0, 0, None))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (1.0, "1 day"),
        (4.5, "4.5 days"),
        (42.5, "42 days"),
        (1234, "1,234 days"),
        (None, "-"),
    ],
)
def test_days_are_written_whole_from_ten_on(value, said):
    assert numbers.days(value) == said
