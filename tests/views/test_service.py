"""A service month by month: shares counted by hand, judged with a good direction."""

from datetime import date

import pytest

from hcdata.common.filters import Filters
from hcdata.present.text import service_words
from hcdata.stats.periods import add_months
from hcdata.views.missing import FewBases
from hcdata.views.service import service
from tests.views.conftest import crime

START = date(2023, 11, 1)
MEASURE = "recorded_within_24h"


def months(*shares, base=25, first=START, **more):
    """In each month so many crimes, of which so many were recorded within a day of their report."""
    rows = []
    for step, met in enumerate(shares):
        day = add_months(first, step).isoformat()
        rows += [crime(day, **more) for _ in range(met)]
        rows += [crime(day, reported_at="2023-01-01 08:00:00", **more) for _ in range(base - met)]
    return rows


WAVE = [15 + n % 2 for n in range(24)]


def test_the_last_year_is_judged_against_the_time_before(make, put):
    found = service(put(make(crimes=months(*WAVE, *WAVE[:12]))), MEASURE)
    assert (found.change, found.direction) == ("as usual", "up")
    assert found.months["value"].iloc[-1] == pytest.approx(16 / 25)
    assert found.months["mean"].iloc[0] == pytest.approx(15.5 / 25)
    assert found.usual[0] < 15.5 / 25 < found.usual[1]


@pytest.mark.parametrize(("last", "change"), [(24, "better"), (4, "worse")])
def test_a_good_direction_makes_better_and_worse(last, change, make, put):
    found = service(put(make(crimes=months(*WAVE, *WAVE[:11], last))), MEASURE)
    assert found.change == change


@pytest.mark.parametrize(("last", "change"), [(24, "higher"), (4, "lower")])
def test_a_measure_without_a_good_direction_is_higher_or_lower(last, change, make, put):
    rows = [
        crime(add_months(START, step).isoformat(), settings=["online" if one < met else "retail"])
        for step, met in enumerate([*WAVE, *WAVE[:11], last])
        for one in range(25)
    ]
    found = service(put(make(crimes=rows)), "online_share")
    assert found.change == change
    assert service_words.title(found).endswith(f"{change} than usual")


def test_what_is_outside_but_could_be_chance_is_as_usual(make, put):
    found = service(put(make(crimes=months(*[15] * 23, 16, *[15] * 11, 17))), MEASURE)
    assert found.months["value"].iloc[-1] > found.usual[1] and not found.months["mark"].any()
    assert found.change == "as usual"  # two crimes more of twenty-five


def set_thresholds(store, **values):
    """Let a store be read under other thresholds."""
    thresholds = store.config.thresholds.model_copy(update=values)
    store.config = store.config.model_copy(update={"thresholds": thresholds})
    return store


def test_months_judged_and_outliers_are_as_the_configuration_says(make, put):
    store = make(crimes=months(*WAVE[:23], 2, *[20] * 12))
    by_the_year_before = service(put(set_thresholds(store, judged_months=12)), MEASURE)
    by_all = service(put(set_thresholds(store, judged_months=0)), MEASURE)
    screened = service(put(set_thresholds(store, judged_months=12, screen_outliers=True)), MEASURE)
    assert by_all.months["mean"].iloc[0] > by_the_year_before.months["mean"].iloc[0]
    wide, narrow = (one.usual[1] - one.usual[0] for one in (by_the_year_before, screened))
    assert narrow < wide


def test_a_base_is_large_enough_as_the_configuration_says(make, put):
    store = make(crimes=months(*WAVE, *WAVE[:12]))
    assert service(put(store), MEASURE).change == "as usual"
    found = service(put(set_thresholds(store, minimum_n=26)), MEASURE)
    assert (found.change, found.minimum_n) == ("not judged", 26)
    assert found.why == FewBases(months=0, base=26, needed=8)


def test_a_month_of_few_has_no_share(make, put):
    crimes = [*months(*WAVE, *WAVE[:11]), *months(3, base=19, first=date(2026, 10, 1))]
    found = service(put(make(crimes=crimes)), MEASURE)
    assert found.months["of"].iloc[-1] == 19 and found.months["value"].isna().iloc[-1]
    assert found.judged["month"].iloc[-1].date() == date(2026, 9, 1)


def test_too_few_months_are_not_judged(make, put):
    found = service(put(make(crimes=months(*WAVE[:7], first=date(2026, 4, 1)))), MEASURE)
    assert (found.change, found.usual) == ("not judged", None)
    assert found.why == FewBases(months=7, base=20, needed=8)


def test_young_crimes_are_not_held_against_their_month(make, put):
    charged = {"outcome_code": "1"}
    crimes = [*months(*[25] * 32, **charged), *months(*[25] * 4, first=date(2026, 7, 1))]
    found = service(put(make(crimes=crimes)), "charge_rate")
    # Data end on 31 October: months that ended less than 120 days before are still open.
    assert found.judged["month"].iloc[-1].date() == date(2026, 6, 1)
    assert found.months["complete"].tolist()[-4:] == [False] * 4
    assert (found.young[0], found.young[-1], len(found.young)) == (date(2026, 7, 1), date(2026, 10, 1), 4)
    assert found.change == "as usual"


def test_nothing_loaded_says_so(make, put):
    assert service(put(make()), MEASURE).missing
    assert service(put(make(crimes=months(*WAVE[:8]), feeds=["crime"])), "supervisor_contact_24h").missing
    empty = service(put(make(crimes=months(*WAVE[:8])), Filters("12m", districts=("peterborough",))), MEASURE)
    assert empty.judged.empty and empty.change == "not judged"
