"""Events and new limits that people enter: drawn where they belong, by those allowed, and withdrawn."""

from dataclasses import replace
from datetime import date

import pytest

from hcdata.common.access import LOCAL
from hcdata.common.errors import StoreError
from hcdata.common.filters import Filters
from hcdata.present.text import month_words, series
from hcdata.views import annotate
from hcdata.views.closeup import closeup
from hcdata.views.figures import figure
from hcdata.views.notes import Rebased
from hcdata.views.one_month import one_month
from hcdata.views.trends import Trends
from tests.views.conftest import crime, monthly

START = date(2022, 11, 1)
# Twenty a month, then forty from May 2025 on: a step at a change of recording practice.
STEP = [20 + n % 3 for n in range(30)] + [40 + n % 3 for n in range(18)]
SERIES = {"measure": "recorded_hate_crimes", "district": None, "strand": None}
DISORDER = {"event_on": date(2026, 8, 2), "name": "Disorder", "scope": "fenland", "kind": "trigger", "note": ""}


def total(put, store, **filters):
    context = put(store, Filters("12m", **filters))
    return Trends(context, context.volume).total


def test_an_event_entered_stands_beside_those_loaded_until_it_is_withdrawn(make, put):
    loaded = [{"event_id": "1", "event_on": "2026-03-01", "name": "March", "scope": "force", "kind": "trigger"}]
    crimes = [*monthly(START, STEP), *monthly(START, [3] * 48, district="peterborough")]
    store = make(crimes=crimes, events=loaded, feeds=["crime", "event"])
    annotate.enter_event(store.folder, LOCAL, DISORDER, "analyst")
    events = total(put, store).events
    assert events["name"].tolist() == ["March", "Disorder"]
    assert events["entry"].isna().tolist() == [True, False]
    assert total(put, store, districts=("peterborough",)).events["name"].tolist() == ["March"]
    annotate.withdraw(store.folder, LOCAL, int(events["entry"].iloc[1]), "analyst", "wrong day")
    assert total(put, store).events["name"].tolist() == ["March"]


def test_an_event_without_a_kind_or_a_note_is_told_like_the_others(make, put):
    bare = {"event_id": "1", "event_on": "2026-03-01", "name": "March", "scope": "force"}
    told = bare | {"event_id": "2", "name": "Rally", "kind": "trigger", "note": "Loud"}
    store = make(crimes=monthly(START, STEP), events=[bare, told], feeds=["crime", "event"])
    events = total(put, store).events
    assert events["kind"].tolist() == ["not_recorded", "trigger"]
    assert events["note"].tolist() == ["", "Loud"]
    month = one_month(closeup(put(store, Filters("12m"))), date(2026, 3, 1))
    assert month is not None and "March (1 Mar 2026); Rally (1 Mar 2026: Loud)" in month_words.events_near(month)


def test_limits_start_anew_where_a_person_says_so_and_nowhere_else(make, put):
    store = make(crimes=monthly(START, STEP))
    before = total(put, store)
    assert before.months["mean"].nunique() == 1
    annotate.start_anew(store.folder, LOCAL, SERIES, date(2025, 5, 1), "analyst", "recording rules revised")
    after = total(put, store)
    means = after.months.set_index("month")["mean"]
    assert means["2025-04-01"] == pytest.approx(sum(STEP[12:30]) / 18)
    assert means["2025-05-01"] == pytest.approx(sum(STEP[30:]) / 18)
    assert before.unlikely and not after.unlikely and not after.months["mark"].any()
    assert (after.baseline_months, series.baseline(after)) == (18, "May 2025 to Oct 2026")
    assert after.usual[0] > 30 > before.usual[0]
    assert [(one.reason, one.by) for one in after.rebases] == [("recording rules revised", "analyst")]
    fenland = next(one for one in Trends(put(store), "recorded_hate_crimes").districts if one.district == "fenland")
    assert fenland.rebases == ()
    annotate.withdraw(store.folder, LOCAL, after.rebases[0].number, "analyst")
    assert total(put, store).months["mean"].tolist() == before.months["mean"].tolist()


def test_a_figure_is_not_set_against_a_time_counted_otherwise(make, put):
    store = make(crimes=monthly(START, STEP))
    asked = Filters("12m")
    assert figure(put(store, asked), "recorded_hate_crimes").prior_n is not None
    annotate.start_anew(store.folder, LOCAL, SERIES, date(2025, 12, 1), "analyst", "new system")
    found = figure(put(store, asked), "recorded_hate_crimes")
    assert found.prior_n is None and found.notes == (Rebased(date(2025, 12, 1), apart=True),)
    assert found.verdict.chance == "nothing to compare with"


def test_a_filter_for_one_district_is_that_districts_series(make, put):
    store = make(crimes=monthly(START, STEP))
    annotate.start_anew(
        store.folder, LOCAL, {**SERIES, "district": "fenland"}, date(2025, 5, 14), "analyst", "new team"
    )
    assert total(put, store).rebases == ()
    assert [one.month for one in total(put, store, districts=("fenland",)).rebases] == [date(2025, 5, 1)]


def test_new_limits_with_too_few_months_give_no_range_yet(make, put):
    store = make(crimes=monthly(START, STEP))
    annotate.start_anew(store.folder, LOCAL, SERIES, date(2026, 8, 1), "analyst", "new system")
    found = total(put, store)
    assert found.usual is None and not found.headline.looks
    assert found.months["mean"].notna().sum() == 33  # the months before keep theirs


def test_a_month_not_yet_loaded_changes_nothing(make, put):
    store = make(crimes=[*monthly(START, STEP), crime("2026-10-31")])
    annotate.start_anew(store.folder, LOCAL, SERIES, date(2027, 3, 1), "analyst", "new system")
    assert total(put, store).usual is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda folder, scope: annotate.enter_event(folder, scope, DISORDER, "partner"),
        lambda folder, scope: annotate.start_anew(folder, scope, SERIES, START, "partner", "reason"),
        lambda folder, scope: annotate.withdraw(folder, scope, 1, "partner"),
    ],
)
def test_a_reader_who_may_not_annotate_is_refused(change, tmp_path):
    with pytest.raises(StoreError, match="may not change it"):
        change(tmp_path, replace(LOCAL, audience="partner"))
    assert list(tmp_path.iterdir()) == []


def test_new_limits_need_a_reason_and_a_name(tmp_path):
    with pytest.raises(StoreError, match="reason"):
        annotate.start_anew(tmp_path, LOCAL, SERIES, START, "analyst", " ")
    with pytest.raises(StoreError):
        annotate.enter_event(tmp_path, LOCAL, DISORDER, "  ")
