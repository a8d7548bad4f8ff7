"""Filters: addresses read back as written, anything else falls back, periods become dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common.filters import COMPARES, EARLIEST, KINDS, LATEST, PERIODS, Filters, Period, from_url
from hcdata.stats.periods import DAY

IDS = st.lists(st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True), max_size=4).map(tuple)
DATES = st.none() | st.dates()
ASKED = st.dates(EARLIEST + DAY, LATEST)
OCTOBER = date(2026, 10, 31)
FIRST = date(2022, 11, 3)


@st.composite
def filters(draw):
    period = draw(st.sampled_from(PERIODS))
    start, end = sorted([draw(ASKED), draw(ASKED)])
    if period != "custom" or start == end:
        start = end = None
        period = "all" if period == "custom" else period
    elif draw(st.booleans()):
        start, end = draw(st.sampled_from([(start, None), (None, end)]))
    return Filters(
        period=period,
        start=start,
        end=end,
        compare=draw(st.sampled_from(COMPARES)),
        districts=draw(IDS),
        strands=draw(IDS),
        kind=draw(st.sampled_from(KINDS)),
        as_at=draw(st.none() | st.integers(0, 999) | st.dates()),
    )


@given(filters())
def test_an_address_reads_back_as_it_was_written(choice):
    assert from_url(choice.to_url()) == (choice, [])


NAMES = st.sampled_from(["period", "from", "to", "compare", "district", "strand", "kind", "as_at", "other"])


@given(st.dictionaries(NAMES, st.text() | st.sampled_from([*PERIODS, "2026-01-01"]) | st.none() | st.lists(st.text())))
def test_any_address_gives_filters(values):
    choice, ignored = from_url(values)
    assert isinstance(choice, Filters)
    assert set(ignored) <= set(values)


def test_an_empty_address_is_the_pages_own_choice():
    choice, ignored = from_url({})
    assert (choice.period, choice.compare, ignored) == ("12m", "prior", [])


def test_what_is_wrong_is_named_and_never_repeated():
    choice, ignored = from_url(
        {"period": "week", "district": "fenland,atlantis", "strand": "Jo Bloggs", "as_at": "-1", "kind": "both"},
        districts=["fenland", "peterborough"],
    )
    assert choice == Filters(period="12m", districts=("fenland",))
    assert sorted(ignored) == ["as_at", "district", "kind", "period", "strand"]


@pytest.mark.parametrize(
    "values",
    [{"period": "custom"}, {"from": "2026-01-01"}, {"period": "custom", "from": "2026-02-01", "to": "2026-01-01"}],
)
def test_half_a_custom_period_falls_back(values):
    choice, ignored = from_url(values)
    assert choice.period == "12m"
    assert ignored


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("month", date(2026, 10, 1), date(2026, 11, 1)),
        ("quarter", date(2026, 7, 1), date(2026, 10, 1)),
        ("12m", date(2025, 11, 1), date(2026, 11, 1)),
        ("36m", date(2023, 11, 1), date(2026, 11, 1)),
        ("fytd", date(2026, 4, 1), date(2026, 11, 1)),
        ("month_before", date(2026, 9, 1), date(2026, 10, 1)),
        ("all", date(2022, 11, 1), date(2026, 11, 1)),
    ],
)
def test_a_named_period_is_whole_months_to_the_data(period, start, end):
    assert Filters(period=period).resolve(OCTOBER, FIRST) == Period(start, end, True)


def test_a_month_that_is_not_over_is_left_out():
    assert Filters(period="month").resolve(date(2026, 10, 30), FIRST) == Period(
        date(2026, 9, 1), date(2026, 10, 1), True
    )
    assert Filters(period="quarter").resolve(date(2026, 9, 30), FIRST).start == date(2026, 7, 1)
    assert Filters(period="fytd").resolve(date(2026, 4, 15), FIRST).start == date(2025, 4, 1)


def test_a_period_begins_with_the_data_and_says_that_it_is_not_whole():
    assert Filters(period="12m").resolve(OCTOBER, date(2026, 6, 9)) == Period(
        date(2026, 6, 1), date(2026, 11, 1), False
    )


def test_a_custom_period_is_complete_only_within_the_data():
    whole = Filters(period="custom", start=date(2026, 1, 1), end=date(2026, 11, 1))
    beyond = Filters(period="custom", start=date(2026, 1, 1), end=date(2026, 11, 2))
    assert whole.resolve(OCTOBER, FIRST).complete
    assert not beyond.resolve(OCTOBER, FIRST).complete
    assert Filters(period="custom", end=date(2020, 1, 1)).resolve(OCTOBER, FIRST).start == date(2022, 11, 1)


def test_without_data_a_period_is_empty():
    nothing = Filters(period="12m").resolve(None, None)
    assert nothing.start == nothing.end


@pytest.mark.parametrize(
    "wrong",
    [
        {"period": "week"},
        {"period": "custom"},
        {"start": date(2026, 1, 1)},
        {"period": "custom", "start": date(2026, 1, 1), "end": date(2026, 1, 1)},
        {"kind": "both"},
    ],
)
def test_a_choice_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match=r"period|kind"):
        Filters(**wrong)
