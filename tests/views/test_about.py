"""The period meant and the one compared with, in dates and in words."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from datetime import date, datetime

import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import about_words
from hcdata.views.quality import quality
from tests.views.conftest import crime

FIRST = "2022-11-03"
DAYS = Filters("custom", start=date(2025, 3, 10), end=date(2025, 6, 21))
# What is asked of data from Nov 2022 to Oct 2026; start and end of the period; start and end of the one compared with.
CASES = [
    (Filters("12m"), "2025-11-01", "2026-11-01", "2024-11-01", "2025-11-01"),
    (Filters("12m", compare="year"), "2025-11-01", "2026-11-01", "2024-11-01", "2025-11-01"),
    (Filters("quarter"), "2026-07-01", "2026-10-01", "2026-04-01", "2026-07-01"),
    (Filters("quarter", compare="year"), "2026-07-01", "2026-10-01", "2025-07-01", "2025-10-01"),
    # A month is never set against the month before, nor a financial year so far against the winter before it.
    (Filters("month"), "2026-10-01", "2026-11-01", "2025-10-01", "2025-11-01"),
    (Filters("fytd"), "2026-04-01", "2026-11-01", "2025-04-01", "2025-11-01"),
    (Filters("month_before"), "2026-09-01", "2026-10-01", "2025-09-01", "2025-10-01"),
    # The 36 months before are not loaded; a year before would hold days of the period itself.
    (Filters("36m"), "2023-11-01", "2026-11-01", None, None),
    (Filters("36m", compare="year"), "2023-11-01", "2026-11-01", None, None),
    (Filters("all"), "2022-11-01", "2026-11-01", None, None),
    (DAYS, "2025-03-10", "2025-06-21", "2024-11-27", "2025-03-10"),
    (Filters("custom", start=DAYS.start, end=DAYS.end, compare="year"), "2025-03-10", "2025-06-21", "2024-03-10", "2024-06-21"),
    (Filters("custom", start=date(2023, 1, 1), end=date(2023, 4, 1)), "2023-01-01", "2023-04-01", None, None),
]  # fmt: skip


@pytest.fixture
def full(make):
    return make(crimes=[crime(FIRST), crime("2026-10-31")])


@pytest.mark.parametrize(("filters", "start", "end", "prior_start", "prior_end"), CASES)
def test_the_dates_counted_and_compared(filters, start, end, prior_start, prior_end, full, put):
    about = put(full, filters).about
    assert (str(about.period.start), str(about.period.end)) == (start, end)
    assert (
        about.prior is None
        if prior_start is None
        else (str(about.prior.start), str(about.prior.end))
        == (
            prior_start,
            prior_end,
        )
    )


@pytest.mark.parametrize(
    ("filters", "words", "prior"),
    [
        (Filters("12m"), "12 months to Oct 2026", "the period before (Nov 2024 to Oct 2025)"),
        (Filters("month"), "Oct 2026", "the same time a year before (Oct 2025)"),
        (Filters("quarter"), "quarter to Sep 2026", "the period before (Apr 2026 to Jun 2026)"),
        (Filters("fytd"), "financial year to Oct 2026", "the same time a year before (Apr 2025 to Oct 2025)"),
        (Filters("all"), "all months to Oct 2026", "no earlier period to compare with"),
        (DAYS, "10 Mar 2025 to 20 Jun 2025", "the period before (27 Nov 2024 to 9 Mar 2025)"),
    ],
)
def test_the_words_for_them(filters, words, prior, full, put):
    about = put(full, filters).about
    assert (about_words.period(about), about_words.prior(about)) == (words, prior)


def test_a_year_asked_of_eight_months_is_not_called_a_year(make, put):
    context = put(make(crimes=[crime("2026-03-05"), crime("2026-10-05")]))
    assert about_words.period(context.about) == "Mar 2026 to Oct 2026"
    assert context.about.prior is None
    assert quality(context).about == context.about


def test_a_month_not_yet_over_is_left_out(make, put):
    store = make(crimes=[crime(FIRST)], as_of=[datetime(2026, 11, 15, 12, 0)])
    assert str(put(store).about.period.end) == "2026-11-01"


def test_nothing_loaded_has_no_period(make, put):
    about = put(make()).about
    assert about.empty
    assert about.prior is None
    assert about_words.period(about) == "no complete month"


def test_only_incidents_loaded(make, put):
    store = make(incidents=[{"recorded_on": "2025-01-05"}], feeds=["incident"])
    assert about_words.period(put(store, Filters("12m", kind="incident")).about) == "12 months to Oct 2026"
    assert put(store, Filters("12m")).about.empty


def test_names_of_districts_and_strands(full, put):
    about = put(full, Filters("12m", districts=("fenland", "peterborough"), strands=("race",))).about
    assert about.districts == ("Fenland", "Peterborough")
    assert about.strands == ("Race",)
    assert put(full).about.districts == put(full).about.strands == ()
